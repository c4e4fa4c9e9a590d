//! `cxm sql`: the scoring of an assessment as a query, for where the answers lie.

use anyhow::{Result, anyhow};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::output::Output;
use super::{Global, Status, input};
use crate::definition::bundled;
use crate::sql::{self, Dialect, Request};

/// Arguments of `cxm sql`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The assessment: an id, or the path of a definition
    #[arg(short, long, value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    assessment: String,
    /// The SQL of the engine
    #[arg(long, value_name = "DIALECT", value_parser = dialects())]
    dialect: Dialect,
    /// The table, which goes into the query as it is: a name, or what the engine takes for a table
    ///
    /// It has a row for each respondent and a column for each question and each fact, called by its id. A cell has the points of
    /// an option, `n/a`, or nothing; that of a fact the id of an option, or several with semicolons between.
    #[arg(long, value_name = "TABLE")]
    from: String,
    /// Take the texts of options for answers too, in any language of the assessment
    #[arg(long)]
    text: bool,
    /// Carry along only this column; may be repeated [default: all that are no questions, where the dialect can]
    #[arg(long, value_name = "COLUMN")]
    keep: Vec<String>,
    /// The table has no column for this question or fact, which is open; may be repeated
    #[arg(long, value_name = "ID")]
    absent: Vec<String>,
    /// Write the query of all cells that are no answer instead, each with its row and its column
    #[arg(long)]
    rejects: bool,
    #[command(flatten)]
    output: Output,
}

fn dialects() -> impl clap::builder::TypedValueParser<Value = Dialect> {
    let parse =
        |name: String| Dialect::ALL.into_iter().find(|dialect| dialect.name() == name).expect("it is one of them");
    PossibleValuesParser::new(Dialect::ALL.map(Dialect::name)).map(parse)
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    arguments.output.refuse_other_than("sql")?;
    let languages = input::definitions(&input::files(&arguments.assessment)?)?;
    let request = Request {
        dialect: arguments.dialect,
        from: &arguments.from,
        texts: arguments.text,
        keep: &arguments.keep,
        absent: &arguments.absent,
        lang: global.lang(),
    };
    let write = if arguments.rejects { sql::rejects } else { sql::scores };
    arguments.output.write(&write(&languages, &request).map_err(|refusal| anyhow!(refusal))?)?;
    Ok(Status::Done)
}
