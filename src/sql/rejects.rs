//! The query of cells that are no answer: a row for each.

use super::reading::Reading;
use super::request::Request;
use super::table::Table;
use super::tree::{Expr, name_of};
use crate::definition::Definition;
use crate::words::sql as words;

pub(super) fn print(definition: &Definition, (reading, table): (&Reading, &Table), request: &Request<'_>) -> String {
    let of = request.dialect.differences();
    let questions = definition
        .questions()
        .zip(&reading.questions)
        .map(|((_, question), meant)| (&question.id, meant.is_strange(&table.cell(&question.id))));
    let facts = reading.facts.iter().map(|fact| {
        let cell = fact.prepared(table.cell(&fact.id));
        (&fact.id, fact.is_strange(cell))
    });
    let asked = questions.chain(facts).filter(|(id, _)| !request.absent.contains(id));
    let carried: Vec<String> = request.keep.iter().map(|name| name_of(&of, name)).collect();
    let carried = if carried.is_empty() { "*".to_owned() } else { carried.join(", ") };
    let parts = asked.map(|(id, strange)| {
        let name = table.column(id);
        let column = Expr::Text(name.clone()).print(&of, 2);
        let cell = Expr::AsText(Box::new(Expr::Column(name))).print(&of, 2);
        let strange = Expr::one_or(table.wanted.clone().into_iter().chain([strange]).collect(), Expr::All);
        let strange = strange.expect("there is one");
        let names = ["rejected_column", "rejected_cell"].map(|name| name_of(&of, name));
        format!(
            "SELECT {carried}, {column} AS {}, {cell} AS {}\nFROM {}\nWHERE {}\n",
            names[0],
            names[1],
            request.from,
            strange.print(&of, 6)
        )
    });
    let parts: Vec<String> = parts.collect();
    let program = env!("CARGO_PKG_VERSION");
    let head = words::head(request.lang, &definition.id, &definition.version.to_string(), program, of.name);
    format!("-- {head}\n-- {}\n{}", words::rejects(request.lang), parts.join("UNION ALL\n"))
}
