//! What columns are taken for, and why they are refused.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

use super::assessment::Assessment;
use crate::answers::Answer;
use crate::mapping::{Around, Column, Columns, Contents, Matcher, Meaning, Refusal, Unclear, Why, WhyUnclear, plain};
use crate::table::Unseen;
use crate::text::{excerpt, pad};
use crate::words::batch_columns as say;
use crate::words::lists::{and_more, comma};

/// How wide a header may be, and how many columns are listed.
const WIDTH: usize = 48;
const LISTED: usize = 200;
/// How many cells that are not understood are shown of a column, and how wide.
const EXAMPLES: usize = 3;
const CELL: usize = 24;
/// How many questions without a column are named.
const NAMED: usize = 10;
/// In so many rows it is the sheet that shows something else than numbers.
const DISGUISED: usize = 3;
/// How wide the text of an option may be.
const OPTION: usize = 40;

/// What each column is taken for, and which questions have none, below a `head`.
pub(super) fn columns(assessment: &Assessment, columns: &Columns, contents: &[Option<Contents>], head: &str) -> String {
    let mut text = format!("{head}\n{}", list(assessment, &columns.list, contents));
    let questions = assessment.matcher.questions();
    let unanswered = columns.unanswered(questions.len());
    text.push_str(&say::coverage(questions.len() - unanswered.len(), questions.len()));
    if !unanswered.is_empty() {
        let ids: Vec<&str> = unanswered.iter().map(|at| questions[*at].as_str()).collect();
        text.push_str(&say::open(&ids.join(comma())));
    }
    text
}

fn list(assessment: &Assessment, columns: &[Column], contents: &[Option<Contents>]) -> String {
    let width = columns.len().to_string().len();
    let mut text = String::new();
    for (number, column) in columns.iter().enumerate().take(LISTED) {
        let header = excerpt(&column.header, WIDTH);
        let mut meaning = meaning(assessment, column);
        if let Some(Some(contents)) = contents.get(number) {
            meaning = with_cells(&meaning, contents);
        }
        let _ = writeln!(text, "  {:>width$}  {}  {meaning}", number + 1, pad(&header, WIDTH));
    }
    if columns.len() > LISTED {
        text.push_str(&say::more_columns(columns.len() - LISTED));
    }
    text
}

/// What a column means, how many different cells it has, and which of them are not understood.
fn with_cells(meaning: &str, contents: &Contents) -> String {
    let Contents { understood, strange, more, .. } = contents;
    let all = match understood + strange.len() {
        0 => say::empty(meaning),
        all if *more => say::more_than(meaning, all),
        all => say::different(meaning, all),
    };
    let shown = strange.iter().take(EXAMPLES).map(|cell| say::cell_in(&excerpt(&cell.text, CELL), cell.count));
    match strange.len() {
        0 => all,
        strange => say::not_understood(&all, &listed(shown, strange)),
    }
}

/// Those that are shown of so many.
pub(super) fn listed(shown: impl Iterator<Item = String>, all: usize) -> String {
    let shown: Vec<String> = shown.collect();
    let (list, more) = (shown.join(comma()), all - shown.len());
    if more > 0 { and_more(&list, more) } else { list }
}

fn meaning(assessment: &Assessment, column: &Column) -> String {
    let definition = assessment.definition();
    match &column.meaning {
        Meaning::Question(at, why) => say::question(&assessment.matcher.questions()[*at], &because(why, column.around)),
        Meaning::QuestionOption(at, answer) => {
            let option = match answer {
                Answer::Option(option) => excerpt(assessment.option(*at, *option), OPTION),
                _ => say::not_applicable().to_owned(),
            };
            say::question_option(&assessment.matcher.questions()[*at], &option)
        }
        Meaning::Fact(at, why) => say::fact(&assessment.matcher.facts()[*at], &because(why, column.around)),
        Meaning::FactOption(at, option) => {
            let fact = &definition.profile[*at];
            say::fact_option(&fact.id, &fact.options[*option].id)
        }
        Meaning::Metadata if column.name.is_some() => say::named(column.name()),
        Meaning::Metadata => match assessment.matcher.near(&column.header) {
            None => say::metadata().to_owned(),
            Some(near) => say::metadata_near(near),
        },
    }
}

fn because(why: &Why, around: Option<Around>) -> String {
    let why = match why {
        Why::Id => say::its_id().to_owned(),
        Why::Text(language) => say::its_text(language),
        Why::Place => say::its_place().to_owned(),
        Why::Again => say::again().to_owned(),
        Why::Map => say::the_map().to_owned(),
    };
    let way = match around {
        None | Some(Around::Option) => return why,
        Some(Around::Help) => say::without_help(),
        Some(Around::Code) => say::without_code(),
        Some(Around::Path) => say::without_path(),
        Some(Around::Spelling) => say::by_letters(),
        Some(Around::Both) => say::in_two_languages(),
        Some(Around::Cut) => say::by_beginning(),
        Some(Around::Row) => say::without_stem(),
    };
    say::in_a_way(&why, way)
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
    say::untold(name, untold.len(), &untold.join(comma()))
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
        meant.map_or(id.to_owned(), |(_, header)| say::near_column(id, &excerpt(header, WIDTH)))
    };
    let list = listed(open.iter().take(NAMED).map(question), open.len());
    say::unanswered(name, open.len(), questions.len(), &list)
}

/// Says which questions stand in several columns that are read as one; nothing where none do.
pub(super) fn joined(name: &str, assessment: &Assessment, columns: &Columns) -> String {
    let joined = columns.joined();
    let ids = joined.iter().take(NAMED).map(|(question, _)| assessment.matcher.questions()[*question].clone());
    if joined.is_empty() { String::new() } else { say::joined(name, joined.len(), &listed(ids, joined.len())) }
}

/// Says that nothing but codes in their order tells which column is which question; nothing where more does.
pub(super) fn by_codes(name: &str, columns: &Columns) -> String {
    let told = columns.list.iter().any(|column| matches!(column.meaning, Meaning::Question(_, Why::Place)));
    if told { say::by_codes(name) } else { String::new() }
}

/// Why the columns of an input cannot be used, with the list.
fn refusal(name: &str, assessment: &Assessment, refusal: &Refusal, delimiter: u8) -> String {
    match refusal {
        Refusal::NoQuestion(columns) => say::no_question(
            name,
            &list(assessment, columns, &[]),
            &assessment.languages[0].id,
            &delimiter_name(delimiter),
        ),
        Refusal::Twice(twice, columns) => {
            let list: Vec<String> = twice
                .iter()
                .map(|(id, columns)| {
                    let columns: Vec<String> = columns.iter().map(ToString::to_string).collect();
                    say::columns_of(id, &columns.join(comma()))
                })
                .collect();
            let text = say::twice(name, &list.join("\n"));
            let missing = left_out(assessment, columns);
            let slip = say::may_be_a_slip(&listed(missing.iter().take(NAMED).cloned(), missing.len()));
            text + if missing.is_empty() { "" } else { &slip }
        }
        Refusal::Unclear(unclear, columns) if is_in_one_cell(unclear, columns) => {
            let column = unclear[0].column;
            say::in_one_cell(name, column, unclear.len(), &excerpt(&columns[column - 1].header, WIDTH))
        }
        Refusal::Unclear(unclear, columns) => {
            let line = |unclear: &Unclear| {
                let (header, id) = (&columns[unclear.column - 1].header, assessment.matcher.id(unclear.subject));
                say::unclear_column(unclear.column, &excerpt(header, WIDTH), id, why_unclear(unclear.why))
            };
            let mut list: Vec<String> = unclear.iter().take(NAMED).map(line).collect();
            if unclear.len() > NAMED {
                list.push(say::unclear_more(unclear.len() - NAMED));
            }
            let (number, id) =
                unclear.first().map_or((1, ""), |unclear| (unclear.column, assessment.matcher.id(unclear.subject)));
            say::unclear(name, &list.join("\n"), number, id)
        }
        Refusal::NoColumn(headers, columns) => {
            let number =
                headers.iter().find_map(|header| meant_number(header)).filter(|number| *number <= columns.len());
            let headers: Vec<String> = headers.iter().map(|header| format!("`{}`", excerpt(header, WIDTH))).collect();
            let text = say::no_such_columns(name, &headers.join(comma()), &list(assessment, columns, &[]));
            text + &number.map_or(String::new(), say::by_its_number)
        }
    }
}

/// Whether one cell has the headers of all questions that there are.
fn is_in_one_cell(unclear: &[Unclear], columns: &[Column]) -> bool {
    let column = unclear[0].column;
    let parted = columns[column - 1].header.contains([',', ';', '\t', '|']);
    parted && unclear.len() > 1 && unclear.iter().all(|unclear| unclear.column == column)
}

/// The questions without a column of the criteria that have one for most of theirs.
fn left_out(assessment: &Assessment, columns: &[Column]) -> Vec<String> {
    let answered: HashSet<usize> = columns.iter().filter_map(|column| column.meaning.question()).collect();
    let mut questions = assessment.matcher.questions().iter().enumerate();
    let criteria = assessment.definition().criteria.iter().flat_map(|criterion| {
        let own: Vec<_> = questions.by_ref().take(criterion.questions.len()).collect();
        let all = own.len();
        let missing: Vec<&String> =
            own.into_iter().filter(|(at, _)| !answered.contains(at)).map(|(_, id)| id).collect();
        if 2 * missing.len() < all { missing } else { Vec::new() }
    });
    criteria.map(|id| format!("`{id}`")).collect()
}

/// The number of the column that is meant by what is the header of none, such as `6` or `column 6`.
fn meant_number(header: &str) -> Option<usize> {
    let header = plain(header);
    let number: String = header.chars().filter(char::is_ascii_digit).collect();
    let around = header.replace(&number, "").replace([' ', '.'], "");
    let is_column = ["", "column", "col", "no", "列", "列目", "番目", "第列"].contains(&around.as_str());
    number.parse().ok().filter(|_| is_column)
}

/// Why the columns of a table cannot be used, in words; and the columns that may be of a question or fact, by number, with the id
/// of each that they may be of, and all columns as far as they are known.
#[derive(Debug)]
pub(super) struct Unmatched {
    pub(super) why: String,
    /// What to write in a map.
    how: String,
    pub(super) doubtful: Vec<(usize, String)>,
    pub(super) columns: Vec<Column>,
}

impl Unmatched {
    pub(super) fn new(name: &str, assessment: &Assessment, refused: Refusal, delimiter: u8) -> Self {
        let why = refusal(name, assessment, &refused, delimiter);
        let mut how = String::new();
        let (doubtful, columns) = match refused {
            Refusal::Unclear(unclear, columns) => {
                let of = |unclear: Unclear| (unclear.column, assessment.matcher.id(unclear.subject).to_owned());
                (unclear.into_iter().map(of).collect(), columns)
            }
            Refusal::Twice(twice, columns) => {
                let last = twice.first().and_then(|(id, columns)| Some((id, columns.last()?)));
                how.extend(last.map(|(id, number)| say::which_counts(*number, id)));
                let of = |(id, columns): (String, Vec<usize>)| {
                    columns.into_iter().map(move |column| (column, id.clone())).collect::<Vec<_>>()
                };
                (twice.into_iter().flat_map(of).collect(), columns)
            }
            Refusal::NoQuestion(_) | Refusal::NoColumn(..) => (Vec::new(), Vec::new()),
        };
        Self { why, how, doubtful, columns }
    }
}

/// Why columns of the same question are not read as one: in so many rows, from `first` on, more than one of them is filled.
pub(super) fn not_joined(
    name: &str,
    assessment: &Assessment,
    (columns, delimiter): (&Columns, u8),
    (rows, first): (u64, u64),
) -> Unmatched {
    let id = |(question, columns): (usize, Vec<usize>)| (assessment.matcher.questions()[question].clone(), columns);
    let twice = columns.joined().into_iter().map(id).collect();
    let unmatched = Unmatched::new(name, assessment, Refusal::Twice(twice, columns.list.clone()), delimiter);
    Unmatched { why: unmatched.why + &say::filled_twice(rows, first), ..unmatched }
}

impl std::fmt::Display for Unmatched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.why, self.how)
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
    say::beside(name, &excerpt(cell, WIDTH), at, id)
}

fn why_unclear(why: WhyUnclear) -> &'static str {
    match why {
        WhyUnclear::Options => say::options_differ(),
        WhyUnclear::Again => say::looks_renamed(),
        WhyUnclear::Row => say::stem_may_ask(),
        WhyUnclear::Within => say::says_more(),
    }
}

/// What is to be said of metadata below the header, which is in this row, that is merged with what stands above it.
pub(super) fn merged(name: &str, unseen: &Unseen, columns: &Columns, header: u64) -> Option<String> {
    let is_metadata = |at: usize| columns.list.get(at).is_some_and(|column| column.meaning == Meaning::Metadata);
    let below = unseen.covered.iter().filter(|cells| cells.from_above && cells.row > header);
    let mut rows: Vec<u64> =
        below.filter(|cells| cells.columns.clone().any(is_metadata)).map(|cells| cells.row).collect();
    rows.dedup();
    Some(say::metadata_merged(name, rows.len(), *rows.first()?))
}

/// That numbers of a column, which is this question by the map, may run the other way round.
pub(super) fn turned(name: &str, column: usize, columns: &Columns, id: &str) -> String {
    say::turned(name, column + 1, &excerpt(&columns.list[column].header, WIDTH), id)
}

/// What is to be said of columns with answers that the sheet does not show.
pub(super) fn hidden(name: &str, unseen: &Unseen, columns: &Columns) -> Option<String> {
    let asked = |at: &&usize| columns.list.get(**at).is_some_and(|column| !column.is_carried());
    let hidden = unseen.hidden_columns.iter().filter(asked);
    let headers: Vec<String> = hidden.map(|at| format!("`{}`", excerpt(&columns.list[*at].header, WIDTH))).collect();
    let shown = listed(headers.iter().take(NAMED).cloned(), headers.len());
    (!headers.is_empty()).then(|| say::hidden_columns(name, headers.len(), &shown))
}

/// Why a sheet below this row is refused whose formats show something else than the numbers in several rows.
pub(super) fn disguised(name: &str, unseen: &Unseen, columns: &Columns, header: u64) -> Option<String> {
    let asks = |at: usize| columns.list.get(at).is_some_and(|column| column.meaning != Meaning::Metadata);
    let cells = || unseen.disguised.iter().filter(|(row, at)| *row > header && asks(*at));
    let rows: BTreeSet<u64> = cells().map(|(row, _)| *row).collect();
    let places: BTreeSet<usize> = cells().map(|(_, at)| *at).collect();
    let headers = places.iter().map(|at| format!("`{}`", excerpt(&columns.list[*at].header, WIDTH)));
    let headers = listed(headers.take(NAMED), places.len());
    let first = rows.first().filter(|_| rows.len() >= DISGUISED)?;
    Some(say::disguised(name, rows.len(), *first, &headers))
}

/// What messages call a delimiter.
pub(super) fn delimiter_name(delimiter: u8) -> String {
    match delimiter {
        b'\t' => say::tabs().to_owned(),
        b',' => say::commas().to_owned(),
        b';' => say::semicolons().to_owned(),
        other => format!("`{}`", char::from(other)),
    }
}
