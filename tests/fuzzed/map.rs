//! A map: it is read or said to be wrong, and what it says of cells holds.

use cxm::answers::{Answer, parse};
use cxm::definition::Question;
use cxm::diagnostic::has_errors;
use cxm::mapping::map::{Meant, read};
use cxm::mapping::{Cells, Matcher};

use super::{outputs, small, source};

pub fn law(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let file = source("map.toml", text);
    let document = match parse(&file) {
        Ok(document) => document,
        Err(findings) => return outputs::findings(&findings, &[file]),
    };
    let definition = &small()[0];
    let (map, findings) = read(&document, definition);
    outputs::findings(&findings, &[file]);
    if has_errors(&findings) {
        return;
    }
    let cells = Cells::new(small(), &map);
    let own = |at: usize| map.own_cells.iter().filter(move |(of, ..)| *of == at).map(|(_, text, meant)| (text, meant));
    for (at, (_, question)) in definition.questions().enumerate() {
        let of_all = map.cells.iter().filter(|(text, _)| own(at).all(|(own, _)| own != text));
        for (text, meant) in own(at).chain(of_all.map(|(text, meant)| (text, meant))) {
            assert_eq!(cells.read(at, text).ok(), answer(*meant, question), "{text:?} of {}", question.id);
        }
    }
    let headers: Vec<String> = ["who", "calls", "letters", "shifts"]
        .into_iter()
        .map(str::to_owned)
        .chain(map.columns.into_iter().map(|of| of.0))
        .collect();
    let _ = Matcher::new(small(), &read(&document, definition).0).columns(&headers, &[]);
}

/// What a cell is read as; none if the question has no such option, or must be answered.
fn answer(meant: Meant, question: &Question) -> Option<Answer> {
    match meant {
        Meant::Points(points) => {
            let at = question.options.iter().position(|option| option.points == points)?;
            Some(Answer::Option(u8::try_from(at).unwrap()))
        }
        Meant::NotApplicable => question.not_applicable.is_allowed().then_some(Answer::NotApplicable),
        Meant::Unanswered => Some(Answer::Unanswered),
    }
}
