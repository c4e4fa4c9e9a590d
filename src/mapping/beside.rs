//! What stands right above or below the headers of questions, and makes other questions of them.

use super::columns::Columns;
use super::dressed::undressed;
use super::habits::worded;
use super::legend::{legend, pairs, turns_round};
use super::likeness::{numbered, plain};
use super::matcher::{Look, Matcher};
use super::meaning::{Meaning, Why};
use super::neutral::is_of;
use super::options::Choice;
use super::otherwise::{gives_direction, gives_numbers, titles_otherwise};
use super::passed_over::is_day;
use super::range::range;

/// Words below the header of a question for its answer, and for what is remarked beside it.
const ANSWERS: &str = "score rating points value level answer response punkte wert bewertung antwort points réponse valeur puntos \
    respuesta 点数 評価 スコア 得点 レベル 回答";
const REMARKS: &str = "evidence comment comments note notes remark remarks reason reasons rationale justification kommentar bemerkung \
    bemerkungen begründung nachweis anmerkung commentaire justification preuve remarque comentario evidencia コメント 根拠 備考 理由 メモ";

/// The highest number of the scales that are usual.
const LONGEST: u32 = 10;

impl Matcher {
    /// The cell above or below the header that asks for something else than the questions of its table, or says which number
    /// means what. Questions that the user's map names are asked as it says.
    pub fn asked_beside<'a>(
        &self,
        columns: &Columns,
        above: &'a [Vec<String>],
        below: &'a [String],
    ) -> Option<&'a str> {
        let asks = |at: usize| {
            let column = columns.list.get(at).filter(|column| !column.is_carried())?;
            (column.meaning.why() != Some(&Why::Map)).then_some(&column.meaning)
        };
        if !(0..columns.list.len()).any(|at| asks(at).is_some()) {
            return None;
        }
        let titled = above.iter().flat_map(|row| {
            let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
            // A title, or the day of an export behind a word for it.
            let says = move |at: usize, cell: &str| match at {
                0 => filled == 1,
                1 => filled == 2 && !row[0].trim().is_empty() && is_day(&plain(cell)),
                _ => false,
            };
            row.iter().enumerate().map(move |(at, cell)| (at, cell, says(at, cell)))
        });
        let mut titled = titled.filter(|(at, cell, title)| {
            let over = asks(*at).filter(|_| !title);
            let otherwise = || *title && titles_otherwise(&plain(cell));
            over.is_some_and(|meaning| self.asks_more(meaning, cell)) || self.legend(cell) || otherwise()
        });
        let polar = || above.iter().find_map(|row| polar(row, |at| asks(at).is_some()));
        titled.next().map(|(_, cell, _)| cell.as_str()).or_else(polar).or_else(|| {
            let cells = || below.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
            let under = || {
                cells()
                    .filter(|(at, _)| !remarked(columns, below, *at))
                    .filter_map(|(at, cell)| Some((asks(at)?, cell)))
            };
            let is_choice = |meaning: &Meaning, cell: &str| {
                meaning.subject().is_some_and(|of| self.options.choice(of, cell).is_some())
            };
            // A row that answers nothing may say it of some questions.
            let turned = under().find(|(_, cell)| turns_round(&plain(cell)));
            if let Some((_, cell)) = turned.filter(|_| !under().any(|(meaning, cell)| is_choice(meaning, cell))) {
                return Some(cell.as_str());
            }
            let more = || under().find(|(meaning, cell)| self.asks_more(meaning, cell)).map(|(_, cell)| cell.as_str());
            // Two columns of one question, of which the second has no header of its own.
            let pair = under_pair(columns, below, is_choice);
            if pair.is_some() {
                return pair;
            }
            // One who answers, beside whom something is remarked.
            let answers = under().any(|(meaning, cell)| !self.asks_more(meaning, cell));
            // A remark that stands beside no question.
            let remark =
                || cells().map(|(_, cell)| cell.as_str()).find(|cell| under().next().is_none() && self.legend(cell));
            if answers { None } else { more().or_else(remark) }
        })
    }

    /// How many rows above the header answer its questions: it may have been sorted among the others.
    pub fn answered_above(&self, columns: &Columns, above: &[Vec<String>]) -> usize {
        let answers = |row: &&Vec<String>| {
            let asked = columns.list.iter().zip(*row).filter_map(|(column, cell)| {
                let is_question = matches!(column.meaning, Meaning::Question(..));
                Some((column.meaning.subject().filter(|_| is_question)?, cell.trim()))
            });
            let asked: Vec<_> = asked.filter(|(_, cell)| !cell.is_empty()).collect();
            let choices = asked.iter().map(|(of, cell)| self.options.choice(*of, cell));
            let number = |choice| if let Some(Choice::Number(number)) = choice { Some(number) } else { None };
            let numbers: Vec<Option<u32>> = choices.clone().map(number).collect();
            // Columns are numbered, too.
            let rise = |pair: &[Option<u32>]| pair[0].zip(pair[1]).is_some_and(|(one, next)| next == one + 1);
            asked.len() > 1
                && choices.clone().all(|choice| choice.is_some())
                && numbers.iter().flatten().all(|number| *number <= LONGEST)
                && !numbers.windows(2).all(rise)
        };
        above.iter().filter(answers).count()
    }

    /// Whether a cell above or below the header of a question makes another one of it.
    fn asks_more(&self, meaning: &Meaning, cell: &str) -> bool {
        let folded = plain(cell);
        let is_choice = |text: &str| meaning.subject().is_some_and(|of| self.options.choice(of, text).is_some());
        let is_option = is_choice(cell)
            || numbered(&folded).is_some_and(|(_, text)| is_choice(text))
            || undressed(&folded).is_some_and(|dress| is_choice(&dress.text));
        let is_name = matches!(self.look(cell, &folded), Look::Sure(..) | Look::Option(..));
        // A number with a word beside it is an answer as some forms write it.
        let is_answer = is_option || is_name || worded(&folded).is_some();
        // How far a scale goes is compared with the numbers.
        let is_answer = is_answer || range(&folded).is_some();
        !folded.is_empty() && !is_answer && self.questions.says_more(&folded)
    }

    /// Whether a cell says what all numbers of a table mean, or asks something of all of it.
    fn legend(&self, cell: &str) -> bool {
        let folded = plain(cell);
        // On which numbers it is right is known when all rows were looked at.
        if let Some(legend) = legend(&pairs(&folded)).filter(|legend| legend.greatest.is_some() || legend.turned) {
            return legend.turned;
        }
        if turns_round(&folded) {
            return true;
        }
        let rest = self.questions.without_names(&folded);
        let asks = folded.ends_with(['?', 'か']) || folded.ends_with("か。");
        gives_numbers(&rest) || gives_direction(&rest) || (asks && self.questions.says_more(&folded))
    }
}

/// The sign by which the numbers of some questions count the other way round, in a row that has nothing but signs over questions.
fn polar(row: &[String], asks: impl Fn(usize) -> bool) -> Option<&str> {
    const MINUS: [&str; 5] = ["-1", "-", "−1", "−", "(-)"];
    const PLUS: [&str; 6] = ["1", "+1", "+", "(+)", "1.0", "+1.0"];
    let signs = row.iter().enumerate().filter(|(at, cell)| asks(*at) && !cell.trim().is_empty());
    let mut signs = signs.map(|(_, cell)| cell.trim());
    let minus = signs.clone().find(|sign| MINUS.contains(sign))?;
    (signs.clone().any(|sign| PLUS.contains(&sign)) && signs.all(|sign| [&MINUS[..], &PLUS].concat().contains(&sign)))
        .then_some(minus)
}

/// The first of two texts that stand below the header of a question and below none, right beside it: the columns are two of the
/// same question, of which each says what it has.
fn under_pair<'a>(
    columns: &Columns,
    below: &'a [String],
    is_answer: impl Fn(&Meaning, &str) -> bool,
) -> Option<&'a str> {
    let is_word = |cell: &str| cell.chars().any(char::is_alphabetic);
    let pairs = columns.list.windows(2).zip(below.windows(2));
    let mut pairs = pairs.filter(|(columns, cells)| {
        let asks = matches!(columns[0].meaning, Meaning::Question(..));
        let nameless = columns[1].is_carried() && columns[1].header.trim().is_empty();
        let words = || cells.iter().all(|cell| is_word(cell) && !is_answer(&columns[0].meaning, cell));
        asks && nameless && words() && !are_remarked(&cells[0], &cells[1])
    });
    pairs.next().map(|(_, cells)| cells[0].as_str())
}

/// Whether the column of a question has its answers, and the next one, without a header, what is remarked of them.
fn remarked(columns: &Columns, below: &[String], at: usize) -> bool {
    let (next, beside) = (columns.list.get(at + 1), below.get(at + 1));
    let nameless = next.is_some_and(|column| column.is_carried() && column.header.trim().is_empty());
    nameless && beside.is_some_and(|beside| are_remarked(&below[at], beside))
}

/// Whether a column with this header has what is remarked.
pub(crate) fn is_remark(header: &str) -> bool {
    is_of(REMARKS, &plain(header))
}

/// Whether these are words for an answer, and for what is remarked of it.
fn are_remarked(answer: &str, remark: &str) -> bool {
    is_of(ANSWERS, &plain(answer)) && is_remark(remark)
}
