//! What columns are taken for, and why they are refused.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::assessment::Assessment;
use crate::answers::Answer;
use crate::mapping::{Around, Column, Columns, Contents, Matcher, Meaning, Refusal, Unclear, Why, WhyUnclear};
use crate::table::Unseen;
use crate::text::{count, excerpt, pad};

/// How wide a header may be, and how many columns are listed.
const WIDTH: usize = 48;
const LISTED: usize = 200;
/// How many cells that are not understood are shown of a column, and how wide.
const EXAMPLES: usize = 3;
const CELL: usize = 24;
/// How many questions without a column are named.
const NAMED: usize = 10;
/// How wide the text of an option may be.
const OPTION: usize = 40;

/// What each column is taken for, and which questions have none; `place` says where they stand.
pub(super) fn columns(
    assessment: &Assessment,
    columns: &Columns,
    contents: &[Option<Contents>],
    delimiter: u8,
    place: &str,
) -> String {
    let mut text = format!("{} columns, separated by {}{place}\n", columns.list.len(), delimiter_name(delimiter));
    text.push_str(&list(assessment, &columns.list, contents));
    let questions = assessment.matcher.questions();
    let unanswered = columns.unanswered(questions.len());
    let _ = writeln!(text, "{} of {} questions have a column", questions.len() - unanswered.len(), questions.len());
    if !unanswered.is_empty() {
        let ids: Vec<&str> = unanswered.iter().map(|at| questions[*at].as_str()).collect();
        let _ = writeln!(text, "open in every row: {}", ids.join(", "));
    }
    text
}

fn list(assessment: &Assessment, columns: &[Column], contents: &[Option<Contents>]) -> String {
    let width = columns.len().to_string().len();
    let mut text = String::new();
    for (number, column) in columns.iter().enumerate().take(LISTED) {
        let header = excerpt(&column.header, WIDTH);
        let meaning = meaning(assessment, column);
        let cells = contents.get(number).and_then(Option::as_ref).map(cells).unwrap_or_default();
        let _ = writeln!(text, "  {:>width$}  {}  {meaning}{cells}", number + 1, pad(&header, WIDTH));
    }
    if columns.len() > LISTED {
        let _ = writeln!(text, "  … and {} more", columns.len() - LISTED);
    }
    text
}

/// How many different cells a column has, and which of them are not understood.
fn cells(contents: &Contents) -> String {
    let Contents { understood, strange, more, .. } = contents;
    let all = match understood + strange.len() {
        0 => "; empty".to_owned(),
        all if *more => format!("; more than {}", count(all, "different cell")),
        all => format!("; {}", count(all, "different cell")),
    };
    let shown = strange.iter().take(EXAMPLES);
    let shown = shown.map(|cell| format!("`{}` ({})", excerpt(&cell.text, CELL), count(cell.count, "row")));
    let mut shown: Vec<String> = shown.collect();
    if strange.len() > EXAMPLES {
        shown.push(format!("and {} more", strange.len() - EXAMPLES));
    }
    if shown.is_empty() { all } else { format!("{all}, not understood: {}", shown.join(", ")) }
}

fn meaning(assessment: &Assessment, column: &Column) -> String {
    let definition = assessment.definition();
    match &column.meaning {
        Meaning::Question(at, why) => {
            format!("{} ({})", assessment.matcher.questions()[*at], because(why, column.around))
        }
        Meaning::QuestionOption(at, answer) => {
            let (_, question) = definition.question(*at).expect("it is one of the definition");
            let option = match answer {
                Answer::Option(option) => excerpt(&question.options[usize::from(*option)].text, OPTION),
                _ => "not applicable".to_owned(),
            };
            format!("{} (one option: {option})", question.id)
        }
        Meaning::Fact(at, why) => {
            format!("fact {} ({})", assessment.matcher.facts()[*at], because(why, column.around))
        }
        Meaning::FactOption(at, option) => {
            let fact = &definition.profile[*at];
            format!("fact {} (one option: {})", fact.id, fact.options[*option].id)
        }
        Meaning::Metadata if column.name.is_some() => format!("metadata, {} (the map)", column.name()),
        Meaning::Metadata => match assessment.matcher.near(&column.header) {
            None => "metadata".to_owned(),
            Some(near) => format!("metadata; did you mean `{near}`?"),
        },
    }
}

fn because(why: &Why, around: Option<Around>) -> String {
    let why = match why {
        Why::Id => "its id".to_owned(),
        Why::Text(language) => format!("its text, {language}"),
        Why::Place => "its place, by the codes of LimeSurvey".to_owned(),
        Why::Again => "the same again".to_owned(),
        Why::Map => "the map".to_owned(),
    };
    let around = match around {
        None | Some(Around::Option) => return why,
        Some(Around::Help) => "without the lines below",
        Some(Around::Code) => "without the code before it",
        Some(Around::Path) => "without the groups before it",
        Some(Around::Spelling) => "by its letters",
        Some(Around::Cut) => "by its beginning",
        Some(Around::Row) => "without what is asked of several",
    };
    format!("{why}, {around}")
}

/// Says which facts no column tells on which questions depend, where others are told.
pub(super) fn untold(name: &str, assessment: &Assessment, columns: &Columns) -> String {
    let told: HashSet<usize> = columns
        .list
        .iter()
        .filter_map(|column| match column.meaning {
            Meaning::Fact(at, _) | Meaning::FactOption(at, _) => Some(at),
            Meaning::Question(..) | Meaning::QuestionOption(..) | Meaning::Metadata => None,
        })
        .collect();
    let questions = || assessment.definition().questions().map(|(_, question)| question);
    let decides = |id: &String| questions().any(|question| question.condition.all().any(|holds| holds.fact == *id));
    let facts = assessment.matcher.facts().iter().enumerate();
    let facts = facts.filter(|(at, id)| !told.contains(at) && decides(id)).map(|(_, id)| id.as_str());
    let untold: Vec<&str> = facts.collect();
    if told.is_empty() || untold.is_empty() {
        return String::new();
    }
    let (facts, them) = if untold.len() == 1 { ("fact has", "it") } else { ("facts have", "them") };
    format!(
        "note: {name}: {} {facts} no column, and questions that depend on {them} count as open: {}\n",
        untold.len(),
        untold.join(", ")
    )
}

/// Says which questions no column answers, and which column was perhaps meant to; nothing where there are none.
pub(super) fn unanswered(name: &str, assessment: &Assessment, columns: &Columns) -> String {
    let questions = assessment.matcher.questions();
    let open = columns.unanswered(questions.len());
    if open.is_empty() {
        return String::new();
    }
    let metadata = columns.list.iter().filter(|column| column.meaning == Meaning::Metadata).take(LISTED);
    let near: Vec<(&str, &str)> = metadata
        .filter_map(|column| Some((assessment.matcher.near(&column.header)?, column.header.as_str())))
        .collect();
    let question = |at: &usize| {
        let id = questions[*at].as_str();
        let meant = near.iter().find(|(question, _)| *question == id);
        meant.map_or(id.to_owned(), |(_, header)| format!("{id} (did you mean column `{}`?)", excerpt(header, WIDTH)))
    };
    let mut list: Vec<String> = open.iter().take(NAMED).map(question).collect();
    if open.len() > NAMED {
        list.push(format!("and {} more", open.len() - NAMED));
    }
    let have = if open.len() == 1 { "has no column and is" } else { "have no column and are" };
    format!(
        "note: {name}: {} of {} questions {have} open in every row: {}\n",
        open.len(),
        questions.len(),
        list.join(", ")
    )
}

/// Why the columns of an input cannot be used, with the list.
fn refusal(name: &str, assessment: &Assessment, refusal: &Refusal, delimiter: u8) -> String {
    match refusal {
        Refusal::NoQuestion(columns) => format!(
            "{name}: no column matches a question of `{}`\n{}A column is matched by the id of a question or by its text: \
             see `cxm show`; or name another assessment with -a, or say with --map what the \
             columns are. Cells were taken to be separated by {}.",
            assessment.languages[0].id,
            list(assessment, columns, &[]),
            delimiter_name(delimiter)
        ),
        Refusal::Twice(questions) => {
            let list: Vec<String> = questions
                .iter()
                .map(|(id, columns)| {
                    let columns: Vec<String> = columns.iter().map(ToString::to_string).collect();
                    format!("  {id}: columns {}", columns.join(", "))
                })
                .collect();
            let (id, number) = questions
                .first()
                .and_then(|(id, columns)| Some((id.as_str(), columns.last()?)))
                .unwrap_or((Default::default(), &1));
            format!(
                "{name}: more than one column matches a question or a fact\n{}\nSay with --map which of them is meant, by its header or \
                 its number: \"#{number}\" = \"{id}\" under [columns] takes column {number} and carries the others along.",
                list.join("\n")
            )
        }
        Refusal::Unclear(unclear, columns) => {
            let line = |unclear: &Unclear| {
                let (header, id) = (&columns[unclear.column - 1].header, assessment.matcher.id(unclear.subject));
                format!("  column {} `{}`: {id}? {}", unclear.column, excerpt(header, WIDTH), why_unclear(unclear.why))
            };
            let mut list: Vec<String> = unclear.iter().take(NAMED).map(line).collect();
            if unclear.len() > NAMED {
                list.push(format!("  … and {} more", unclear.len() - NAMED));
            }
            let (number, id) =
                unclear.first().map_or((1, ""), |unclear| (unclear.column, assessment.matcher.id(unclear.subject)));
            format!(
                "{name}: columns may be of questions or facts that no other column is of, and are not certain to be\n{}\nSay with --map \
                 what they are: \"#{number}\" = \"{id}\" under [columns] takes column {number} for it, and \"#{number}\" = \"\" \
                 carries it along.",
                list.join("\n")
            )
        }
        Refusal::NoColumn(headers, columns) => {
            let headers: Vec<String> = headers.iter().map(|header| excerpt(header, WIDTH)).collect();
            let columns = list(assessment, columns, &[]);
            format!("{name}: the map names columns that are not there: `{}`\n{columns}", headers.join("`, `"))
        }
    }
}

/// Why the columns of a table cannot be used, in words; and the columns that may be of a question or fact, by number, with the id
/// of each that they may be of, and all columns as far as they are known.
#[derive(Debug)]
pub(super) struct Unmatched {
    words: String,
    pub(super) doubtful: Vec<(usize, String)>,
    pub(super) columns: Vec<Column>,
}

impl Unmatched {
    pub(super) fn new(name: &str, assessment: &Assessment, refused: Refusal, delimiter: u8) -> Self {
        let words = refusal(name, assessment, &refused, delimiter);
        let (doubtful, columns) = match refused {
            Refusal::Unclear(unclear, columns) => {
                let of = |unclear: Unclear| (unclear.column, assessment.matcher.id(unclear.subject).to_owned());
                (unclear.into_iter().map(of).collect(), columns)
            }
            Refusal::Twice(questions) => {
                let of = |(id, columns): (String, Vec<usize>)| {
                    columns.into_iter().map(move |column| (column, id.clone())).collect::<Vec<_>>()
                };
                (questions.into_iter().flat_map(of).collect(), Vec::new())
            }
            Refusal::NoQuestion(_) | Refusal::NoColumn(..) => (Vec::new(), Vec::new()),
        };
        Self { words, doubtful, columns }
    }
}

impl std::fmt::Display for Unmatched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for Unmatched {}

/// Why the columns cannot be used beside which a cell says something of all of them.
pub(super) fn beside(name: &str, cell: &str, columns: &Columns, matcher: &Matcher) -> String {
    let is_question = |column: &&Column| !column.is_carried();
    let at = columns.list.iter().position(|column| !column.is_carried()).map_or(1, |at| at + 1);
    let id = columns
        .list
        .iter()
        .find(is_question)
        .and_then(|column| column.meaning.subject())
        .map_or("", |of| matcher.id(of));
    format!(
        "{name}: `{}` stands beside the headers of questions: it may ask for something else than the answers, or for them the \
         other way round\nDelete that row if it does not, or say with --map what the columns are: \"#{at}\" = \"{id}\" under \
         [columns] takes column {at} for the answer; and [cells] what numbers mean.",
        excerpt(cell, WIDTH)
    )
}

/// Rows above the header in this row that answer its questions.
pub(super) fn answered_above(name: &str, rows: u64, header: u64) -> String {
    let have = if rows == 1 { "has" } else { "have" };
    format!(
        "{name}: {} above the header, which is row {header}, {have} answers to its questions: it may have been sorted among \
         the respondents\nMove it to the top, or delete what stands above it and is no respondent.",
        count(rows, "row")
    )
}

fn why_unclear(why: WhyUnclear) -> &'static str {
    match why {
        WhyUnclear::Options => {
            "it is for one option, and the columns for the others are missing, too many, or of no option of ours"
        }
        WhyUnclear::Again => "it looks like a header that was there before, and renamed",
        WhyUnclear::Row => "what stands before it may ask for something else, or not of questions alone",
        WhyUnclear::Within => "its header begins like it or has it in it, and says more",
    }
}

/// What is to be said of metadata below the header, which is in this row, that is merged with what stands above it.
pub(super) fn merged(name: &str, unseen: &Unseen, columns: &Columns, header: u64) -> Option<String> {
    let is_metadata = |at: usize| columns.list.get(at).is_some_and(|column| column.meaning == Meaning::Metadata);
    let below = unseen.covered.iter().filter(|cells| cells.from_above && cells.row > header);
    let mut rows: Vec<u64> =
        below.filter(|cells| cells.columns.clone().any(is_metadata)).map(|cells| cells.row).collect();
    rows.dedup();
    let (first, rows) = (rows.first()?, count(rows.len().try_into().unwrap_or(u64::MAX), "row"));
    Some(format!(
        "note: {name}: in {rows}, from row {first} on, metadata is one cell with what stands above: it is read as empty\n"
    ))
}

fn delimiter_name(delimiter: u8) -> String {
    match delimiter {
        b'\t' => "tabs".to_owned(),
        b',' => "commas".to_owned(),
        b';' => "semicolons".to_owned(),
        other => format!("`{}`", char::from(other)),
    }
}
