//! Averages, counts and totals below the last respondent, or above the first: what such a row looks like.
//!
//! It has figures, perhaps a word for what it is, and nothing else that a respondent would tell. Where the figures could be
//! answers too, it is not decided here: the row is refused by name.

use super::programs;
use super::words::{
    is_code, is_dated, is_day, is_figure, is_key, is_label, is_nobody, is_nobodys, is_percentile, is_quantile,
    is_total, is_word,
};
use crate::definition::Definition;
use crate::mapping::{Cells, Column, Columns, Meaning, plain};
use crate::table::Record;

/// How many rows are looked at that may be figures at the foot.
pub(super) const ROWS: usize = 20;
/// How many rows beside them are looked at to tell what respondents say of themselves.
pub(crate) const BESIDE: usize = 8;

/// What a row at the end of a table looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A respondent, or anything else.
    Other,
    /// No cell of it says anything.
    Blank,
    /// A row of figures, which no respondent can have given.
    Figures,
    /// Figures that could be answers too, and a word for them in this column.
    Either(usize),
    /// Numbers that could be answers, and at most a name that could be a word for figures.
    Nameless,
    /// Numbers that are what all others sum up to.
    Repeats,
}

impl Look {
    /// Whether a word tells that they are figures: so it does wherever they stand.
    pub(crate) fn is_named(self) -> bool {
        matches!(self, Self::Figures | Self::Either(_))
    }
}

/// What a row looks like, were it at the edge of a table. What stands in the column `aside` says which table it is, those of `people`
/// have names of people, those that are marks say what became of a response, and `may_be_word` tells quickly which cells may have a word
/// for figures.
pub(super) fn look(
    record: &Record,
    columns: &Columns,
    cells: &Cells,
    definition: &Definition,
    (aside, people, is_mark, may_be_word): (Option<usize>, &[usize], impl Fn(usize) -> bool, impl Fn(&[u8]) -> bool),
) -> Look {
    if record.fields().skip(columns.list.len()).any(|cell| !cell.is_empty()) {
        return Look::Other;
    }
    let mut signs = Signs::default();
    for (at, (column, cell)) in columns.list.iter().zip(record.fields()).enumerate() {
        if cell.is_empty() {
            continue;
        }
        let Ok(text) = std::str::from_utf8(cell) else { return Look::Other };
        let folded = plain(text);
        let carried = column.is_carried();
        let says_nothing = matches!(folded.as_str(), "" | "-" | "–" | "—") || (carried && tells_nothing(cell));
        let begins = || folded == "*" && column.is_carried() && programs::begins_record(&plain(&column.header));
        // What became of a response names nobody.
        let says_what_became = || carried && is_word(&folded) && is_mark(at);
        if says_nothing || aside == Some(at) || begins() || says_what_became() {
            continue;
        }
        let can_answer = || match column.meaning {
            Meaning::Question(question, _) => could_answer(cells, definition, question, &folded),
            Meaning::QuestionOption(question, answer) => cells.is_chosen(question, answer, text).is_ok(),
            Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::Metadata => true,
        };
        // Most rows tell of somebody, and need no longer look.
        let may_be_nobody = || {
            columns.list.iter().zip(record.fields()).any(|(column, cell)| {
                column.is_carried() && may_be_word(cell) && is_nobody(&plain(&String::from_utf8_lossy(cell)))
            })
        };
        if !signs.take(at, carried, &folded, can_answer, may_be_nobody) {
            return of_people(record, columns, people);
        }
    }
    match signs.word {
        None if is_blank(record) => Look::Blank,
        _ => match signs.look(tellable(columns, aside)) {
            Look::Other => of_people(record, columns, people),
            look => look,
        },
    }
}

/// What a row looks like that tells of somebody: of nobody where a column of people has a word for aims or figures, and the row answers.
fn of_people(record: &Record, columns: &Columns, people: &[usize]) -> Look {
    let is_nobodys = |at: &usize| is_nobodys(&plain(&String::from_utf8_lossy(record.field(*at))));
    let is_answer = |(column, cell): (&Column, &[u8])| !column.is_carried() && !cell.trim_ascii().is_empty();
    let answers = || columns.list.iter().zip(record.fields()).any(is_answer);
    people.iter().copied().find(is_nobodys).filter(|_| answers()).map_or(Look::Other, Look::Either)
}

/// What the cells of a row say together.
#[derive(Debug, Default)]
struct Signs {
    /// The column with a word for figures, and whether it can be nobody's name, is one where but a day stands beside it, or shows
    /// the right answers whatever does.
    word: Option<usize>,
    total: bool,
    dated: bool,
    key: bool,
    /// Whether it stands for any name, as where names are hidden.
    filler: bool,
    /// Whether there are figures at all, among answers, and such as can be none; and whether answers are texts.
    figures: bool,
    answers: bool,
    impossible: bool,
    texts: bool,
    /// A name beside it; how many codes and whole numbers may be somebody's own, and whether any is a code.
    label: bool,
    own: usize,
    code: bool,
    /// Whether the first cell may name a percentile by a code.
    quantile: bool,
    /// Whether there is a day, and more than that.
    day: bool,
    more: bool,
}

impl Signs {
    /// Takes a cell that says something; false where the row can be no figures.
    fn take(
        &mut self,
        at: usize,
        carried: bool,
        folded: &str,
        can_answer: impl Fn() -> bool,
        may_be_nobody: impl Fn() -> bool,
    ) -> bool {
        if carried && is_key(folded) {
            (self.word, self.key) = (Some(at), true);
        } else if at == 0 && self.word.is_none() && is_percentile(folded) {
            self.word = Some(at);
        } else if is_figure(folded) {
            self.figures = true;
            self.answers |= !carried;
            self.impossible |= !can_answer();
            self.own += usize::from(carried && folded != "0" && !folded.contains(['.', ',']));
        } else if self.word.is_none() && (carried || at == 0) && is_word(folded) {
            self.figures |= folded.bytes().any(|byte| byte.is_ascii_digit());
            (self.word, self.total, self.dated) = (Some(at), is_total(folded), is_dated(folded));
            self.filler = folded == "xxx";
        } else if carried && !self.label && is_label(folded) && !is_day(folded) {
            self.label = true;
        } else if carried && self.own == 0 && is_code(folded) {
            (self.own, self.code, self.quantile) = (1, true, at == 0 && is_quantile(folded));
        } else if carried {
            let is_day = is_day(folded);
            let met = self.day || self.more;
            (self.day, self.more) = (self.day | is_day, self.more | !is_day);
            return met || may_be_nobody();
        } else if can_answer() {
            self.texts = true;
        } else {
            return false;
        }
        true
    }

    /// What the row looks like, where so many columns may tell of who answers.
    fn look(&self, tellable: usize) -> Look {
        let Self { word, figures, answers, texts, label, own, code, .. } = *self;
        let alone = !(self.more || label || own > 0);
        match word {
            Some(at) if self.key && (figures || texts) => Look::Either(at),
            Some(at) if self.dated && self.day && alone && (answers || texts) => Look::Either(at),
            _ if self.day || self.more => Look::Other,
            None if answers && !texts && own == 0 => Look::Nameless,
            // What is one respondent's own is less than others tell only where these tell more; of numbers, however many, it
            // depends on what others have there.
            None if self.quantile && answers && !(texts || label) => Look::Nameless,
            None if (answers || texts) && tellable > 1 && (own + usize::from(label) < 2 || !(label || code)) => {
                Look::Nameless
            }
            None => Look::Other,
            // Without a figure or an answer it is a respondent who has answered nothing.
            Some(_) if self.filler && own > 0 => Look::Other,
            Some(_) if !(figures || texts) || code || (label && !self.total) => Look::Other,
            // The most frequent answers, or the right ones.
            Some(at) if texts => Look::Either(at),
            Some(_) if self.impossible || !answers => Look::Figures,
            Some(at) => Look::Either(at),
        }
    }
}

/// How many columns may tell of who answers.
fn tellable(columns: &Columns, aside: Option<usize>) -> usize {
    columns.list.iter().filter(|column| column.is_carried()).count() - usize::from(aside.is_some())
}

/// Where in a block of whole records the rows begin that may be at the foot, and some respondents beside them; `look` tells
/// how a row looks, and whether it answers anything. It is not looked at what stands in quotes: whoever reads the block has
/// to look at each row from there on.
pub(super) fn begins(bytes: &[u8], delimiter: u8, look: impl Fn(&Record) -> (Look, bool)) -> usize {
    let mut record = Record::default();
    let (mut begin, mut rest, mut figures, mut beside, mut inside) = (bytes.len(), bytes, 0, 0, false);
    loop {
        let (start, line) = last_line(rest);
        if line.is_empty() || record.read(line, 0, delimiter) < line.len() {
            return begin;
        }
        let (look, answers) = look(&record);
        inside |= look == Look::Other;
        match look {
            Look::Blank => {}
            Look::Nameless | Look::Other if inside => beside += usize::from(answers),
            _ => figures += usize::from(!inside),
        }
        if figures > ROWS || beside > BESIDE {
            return begin;
        }
        (begin, rest) = (start, &rest[..start]);
    }
}

/// Whether the last of whole records, which stands in one line, looks like anything but a row at the foot.
pub(super) fn ends_inside(bytes: &[u8], delimiter: u8, look: impl Fn(&Record) -> Look) -> bool {
    let mut record = Record::default();
    let (_, line) = last_line(bytes);
    // Behind a line end within quotes, one quote is left over.
    let whole = memchr::memchr_iter(b'"', line).count().is_multiple_of(2);
    whole && !line.is_empty() && record.read(line, 0, delimiter) == line.len() && look(&record) == Look::Other
}

/// The last line that is not empty and where it begins, without the line end.
fn last_line(bytes: &[u8]) -> (usize, &[u8]) {
    let ended = bytes.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
    let start = memchr::memrchr2(b'\n', b'\r', &bytes[..ended]).map_or(0, |end| end + 1);
    (start, &bytes[start..ended])
}

/// Whether a figure could answer a question: by its points, or by the number of an option.
fn could_answer(cells: &Cells, definition: &Definition, question: usize, figure: &str) -> bool {
    let options = definition.question(question).map_or(0, |(_, question)| question.options.len());
    figure.parse::<usize>().is_ok_and(|number| number <= options) || cells.read(question, figure).is_ok()
}

/// Whether a cell that is carried along says nothing, as people and programs write it where there is nothing to say.
pub(super) fn tells_nothing(cell: &[u8]) -> bool {
    let cell = cell.trim_ascii();
    // Most cells are longer.
    cell.is_empty()
        || (cell.len() <= 4
            && std::str::from_utf8(cell).is_ok_and(|text| {
                matches!(
                    plain(text).as_str(),
                    "" | "-" | "--" | "–" | "—" | "?" | "…" | "..." | "n/a" | "na" | "nan" | "null"
                )
            }))
}

/// Whether no cell of a row says anything.
pub(crate) fn is_blank(record: &Record) -> bool {
    // Most cells of a blank row hold nothing at all.
    record.fields().all(|cell| cell.trim_ascii().is_empty() || plain(&String::from_utf8_lossy(cell)).is_empty())
}
