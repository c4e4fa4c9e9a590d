//! A map to fill in: every column as it is taken, and the cells that are not understood. Used as it is, it changes nothing.

use std::collections::HashMap;
use std::fmt::Write as _;

use toml_writer::{TomlKeyBuilder, TomlStringBuilder, TomlWrite as _};

use super::assessment::Assessment;
use super::explain::Unmatched;
use crate::mapping::map::NAMES;
use crate::mapping::{Column, Columns, Contents, Meaning, plain};
use crate::text::clean;
use crate::words::batch_skeleton as say;
use crate::words::lists::comma;

/// How many different cells are listed.
const LISTED: usize = 200;

/// The map of the table that has these columns, in which so much was seen.
pub(super) fn skeleton(
    name: &str,
    assessment: &Assessment,
    columns: &Columns,
    contents: &[Option<Contents>],
    (scale, read_as): (Option<&str>, &str),
) -> String {
    let mut text = say::head(&one_line(name), &called(assessment)) + say::how_to_use();
    for line in read_as.lines() {
        let _ = writeln!(text, "# {}", one_line(line));
    }
    text.push_str(&match scale {
        Some(scale) => say::scale(&format!("scale = {}", string(scale))),
        None => say::scale("# scale = \"points\""),
    });
    text.push_str(say::columns());
    text.push_str(&lines(assessment, &columns.list, &[]));
    let questions = assessment.matcher.questions();
    let open: Vec<&str> = columns.unanswered(questions.len()).into_iter().map(|at| questions[at].as_str()).collect();
    if !open.is_empty() {
        text.push_str(&say::no_column(&open.join(comma())));
    }
    text.push_str(say::cells());
    text.push_str(&strange(assessment, columns, contents));
    text.push_str(say::cells_of_one());
    text
}

/// The same of a table whose columns cannot be used as they are: those that are not certain stand in it as what they may be.
pub(super) fn of_unmatched(assessment: &Assessment, unmatched: &Unmatched) -> String {
    let mut text = say::head_of_unmatched(&called(assessment)) + say::how_to_use();
    for line in unmatched.why.lines() {
        let _ = writeln!(text, "# {}", one_line(line));
    }
    let _ = write!(text, "\n{}", say::columns());
    text + &lines(assessment, &unmatched.columns, &unmatched.doubtful)
}

fn called(assessment: &Assessment) -> String {
    let definition = assessment.definition();
    format!("`{}` {}", definition.id, definition.version)
}

/// A line for each column; for those that are `doubtful`, by number, one for each that they may be of.
fn lines(assessment: &Assessment, columns: &[Column], doubtful: &[(usize, String)]) -> String {
    let mut text = String::new();
    let mut headers: HashMap<String, usize> = HashMap::new();
    for column in columns {
        *headers.entry(plain(&column.header)).or_default() += 1;
    }
    for (number, column) in (1..).zip(columns) {
        let mut may_be = doubtful.iter().filter(|(of, _)| *of == number).peekable();
        if may_be.peek().is_some() {
            for (_, id) in may_be {
                let header = one_line(&column.header);
                let _ = writeln!(text, "# {} = {} # `{header}`", key(&format!("#{number}")), string(id));
            }
            continue;
        }
        let header = plain(&column.header);
        let is_one = headers[&header] == 1 && !header.is_empty() && plain(&clean(&column.header)) == header;
        let key = if is_one { key(column.header.trim()) } else { key(&format!("#{number}")) };
        match taken(assessment, column) {
            Some(taken) => {
                let _ = writeln!(text, "{key} = {}{}", string(taken), hint(assessment, column, is_one));
            }
            None => text.push_str(&say::one_option(&key)),
        }
    }
    text
}

/// What the map says of a column, for it to be taken as it is, if it can.
fn taken<'a>(assessment: &'a Assessment, column: &Column) -> Option<&'a str> {
    match &column.meaning {
        Meaning::Question(at, _) => Some(&assessment.matcher.questions()[*at]),
        Meaning::Fact(at, _) => Some(&assessment.matcher.facts()[*at]),
        Meaning::QuestionOption(..) | Meaning::FactOption(..) => None,
        Meaning::Metadata => Some(column.name.unwrap_or_default()),
    }
}

/// What a column may have been meant to be, and its header if its number stands for it.
fn hint(assessment: &Assessment, column: &Column, is_one: bool) -> String {
    let mut hints = Vec::new();
    if !is_one {
        hints.push(format!("`{}`", one_line(&column.header)));
    }
    if column.meaning == Meaning::Metadata && column.name.is_none() {
        let name = NAMES.into_iter().find(|name| plain(&column.header) == *name);
        hints.extend(name.or_else(|| assessment.matcher.near(&column.header)).map(say::or_near));
    }
    if hints.is_empty() { String::new() } else { format!(" # {}", hints.join(comma())) }
}

/// The cells that are not understood, a line each, of all columns.
fn strange(assessment: &Assessment, columns: &Columns, contents: &[Option<Contents>]) -> String {
    let mut lines: Vec<(String, Vec<&str>, u64, u64)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (column, contents) in columns.list.iter().zip(contents) {
        // What the map says of cells is not of facts.
        let (Meaning::Question(at, _), Some(contents)) = (&column.meaning, contents) else { continue };
        let id = assessment.matcher.questions()[*at].as_str();
        for strange in &contents.strange {
            let at = *known.entry(plain(&strange.text)).or_insert(lines.len());
            match lines.get_mut(at) {
                None => lines.push((strange.text.clone(), vec![id], strange.count, strange.first)),
                Some((_, ids, count, first)) => {
                    if ids.last() != Some(&id) {
                        ids.push(id);
                    }
                    (*count, *first) = (*count + strange.count, strange.first.min(*first));
                }
            }
        }
    }
    let mut text = String::new();
    for (cell, ids, cells, first) in lines.iter().take(LISTED) {
        let shown = ids.iter().copied().take(3).collect::<Vec<_>>().join(comma());
        let shown = if ids.len() > 3 { say::ids_and_more(&shown, ids.len() - 3) } else { shown };
        text.push_str(&say::strange(&key(cell.trim()), *cells, &shown, *first));
    }
    if lines.len() > LISTED {
        text.push_str(&say::more(lines.len() - LISTED));
    }
    text
}

pub(super) fn key(text: &str) -> String {
    let mut out = String::new();
    let _ = out.key(TomlKeyBuilder::new(&clean(text)).as_default());
    out
}

fn string(text: &str) -> String {
    let mut out = String::new();
    let _ = out.value(TomlStringBuilder::new(text).as_default());
    out
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
