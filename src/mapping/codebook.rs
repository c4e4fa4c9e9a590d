//! What a codebook or a legend beside a table says: which number stands for which option, and which end of the scale is good.

use std::collections::{BTreeMap, BTreeSet};

use super::attributes::Attributes;
use super::evidence::Sight;
use super::legend::{Legend, legend, pairs, turns_round};
use super::likeness::plain;
use super::number::Number;
use super::range::{behind, range};
use super::said::{coded, headed, quoted};
use super::telling::begins_legend;
use super::{Cells, Columns, Label, Matcher};
use crate::answers::Answer;
use crate::table::HeaderWords as _;
use crate::words::lists::comma;

/// How many cells a row of a codebook has at most; and how many numbers at least one that stands above the texts of options.
const WIDE: usize = 12;
const HEADS: usize = 3;
/// How many texts are looked up among the options of a question, over all sheets.
pub(crate) const MOST_LOOKUPS: usize = 1 << 24;

/// What a sheet says that may be a codebook, or rows and columns beside a table, row by row.
pub(crate) struct Codebook<'a> {
    cells: &'a Cells,
    matcher: &'a Matcher,
    /// The plain headers of the table that are of no question.
    others: &'a BTreeSet<String>,
    /// The columns that have a number above, and that.
    heads: Vec<(usize, i64)>,
    /// Numbers one below the other that follow one another, each with a text beside it, and the row of the first.
    codes: Vec<(i64, String)>,
    begin: u64,
    /// The numbers of a list in one cell, to which a list of texts belongs that follows.
    levels: Vec<i64>,
    attributes: Attributes,
    /// Whether the last row that named a column named one of no question.
    of_other: bool,
    found: Codes,
    /// How many texts may still be looked up.
    left: &'a mut usize,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Codes {
    pub(crate) labels: Vec<Label>,
    pub(crate) legends: Vec<Told>,
    /// The legends of the numbers of one question, by its index.
    pub(crate) own: Vec<(usize, Told)>,
}

/// A legend, where it stands, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) legend: Legend,
    pub(crate) row: u64,
    pub(crate) text: String,
}

/// What the header of a question says of the ends of its scale.
pub(crate) fn of_header(header: &str) -> Option<Legend> {
    behind(&plain(header)).map(|(_, legend)| legend)
}

/// The headers of columns of a table that are of no question, plain, whose codes are none of questions.
pub(crate) fn other_headers(columns: &Columns) -> BTreeSet<String> {
    let list = &columns.list;
    let begins = |at: usize| list.get(at + 1).is_some_and(|next| begins_legend(&list[at], next));
    let is_legend = |at: usize| begins(at) || at.checked_sub(1).is_some_and(begins);
    let others = (0..list.len()).filter(|at| list[*at].is_carried() && !is_legend(*at));
    others.map(|at| plain(&list[at].header)).filter(|header| !header.is_empty()).collect()
}

impl<'a> Codebook<'a> {
    /// Of one sheet, of which so many texts may be looked up, those of the sheets before left out.
    pub(crate) fn new(
        cells: &'a Cells,
        matcher: &'a Matcher,
        others: &'a BTreeSet<String>,
        left: &'a mut usize,
    ) -> Self {
        let (heads, codes, found) = (Vec::new(), Vec::new(), Codes::default());
        let (levels, attributes) = (Vec::new(), Attributes::default());
        Self { cells, matcher, others, heads, codes, begin: 0, levels, attributes, of_other: false, found, left }
    }

    /// Takes a row, of which `number` is its own: a number and the text of an option stand side by side in it, or in one cell, or
    /// one below the other; or a cell has several, or says which number is good.
    pub(crate) fn row<'r>(&mut self, number: u64, texts: impl Iterator<Item = &'r str>) {
        // What stands above or below each question is said once; numbers are told apart by their columns.
        let mut known = BTreeSet::new();
        let mut is_new = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) || known.insert(text.to_owned());
        let filled = texts.enumerate().filter(|(_, text)| !text.trim().is_empty());
        let filled: Vec<(usize, &str)> = filled.filter(|(_, text)| is_new(text.trim())).collect();
        if filled.is_empty() || filled.len() > WIDE {
            return self.end_codes();
        }
        let named: Vec<usize> = filled.iter().filter_map(|(_, text)| self.matcher.names(&[text])[0]).collect();
        let names_other = filled.iter().any(|(_, text)| self.others.contains(&plain(text)));
        self.of_other = if named.is_empty() { self.of_other || names_other } else { false };
        let mut asked = named.iter().filter(|of| **of < self.cells.count()).collect::<BTreeSet<_>>().into_iter();
        let question = asked.next().copied().filter(|_| asked.next().is_none());
        match self.attributes.of(&filled).filter(|_| !self.of_other) {
            Some((legend, text)) if legend.turned => self.found.legends.push(Told { legend, row: number, text }),
            Some((legend, text)) => {
                let told = Told { legend, row: number, text };
                self.found.own.extend(question.map(|question| (question, told)));
            }
            None => {}
        }
        if filled.len() > 1 && named.is_empty() {
            self.attributes.head(&filled);
        }
        let whole = |(at, text): &(usize, &str)| match self.cells.sight(0, text) {
            Sight::Number(Number::Whole(number)) => Some((*at, number)),
            _ => None,
        };
        let numbers: Vec<(usize, i64)> = filled.iter().filter_map(whole).collect();
        if numbers.len() >= HEADS {
            self.joined(number, &filled);
            self.heads = numbers;
            return self.end_codes();
        }
        let folded: Vec<String> = filled.iter().map(|(_, text)| plain(text)).collect();
        let columns: Vec<(usize, String)> =
            filled.iter().zip(&folded).map(|((at, _), text)| (*at, text.clone())).collect();
        let heads = if named.is_empty() { headed(&columns) } else { Vec::new() };
        if !heads.is_empty() {
            self.heads = heads;
            return self.end_codes();
        }
        let said: Vec<Vec<(i64, &str)>> = folded.iter().map(|text| pairs(text)).collect();
        let legends = folded.iter().zip(&said).zip(&filled).map(|((text, pairs), (_, raw))| {
            // By which numbers it is right is not said. A comment may begin with a line that says whose it is.
            let turns = || turns_round(text) || raw.lines().skip(1).any(|line| turns_round(&plain(line)));
            let turned = || turns().then_some(Legend::TURNED);
            legend(pairs).or_else(|| range(text)).or_else(turned)
        });
        let legends = legends.collect();
        self.legends((number, &filled), &numbers, legends, &named, question);
        self.across(number, &filled);
        let lookups = filled.len() * self.cells.count();
        let Some(left) = self.left.checked_sub(lookups) else { return };
        *self.left = left;
        for ((at, _), pairs) in filled.iter().zip(&said).filter(|(_, pairs)| pairs.len() > 1) {
            self.in_one(number, *at, pairs, &named);
        }
        filled.iter().for_each(|(at, text)| self.listed(number, *at, text, &named));
        let asked = filled.iter().flat_map(|(_, text)| self.cells.with_option(text));
        let asked: BTreeSet<usize> = asked.chain(named.iter().copied().filter(|of| *of < self.cells.count())).collect();
        let questions = asked.into_iter().filter(|question| named.is_empty() || named.contains(question));
        let of = |question| match numbers.is_empty() && !named.is_empty() && !self.heads.is_empty() {
            true => self.below(question, &filled, number),
            false => labels(self.cells, question, &filled, number),
        };
        let found: Vec<Label> = questions.flat_map(of).collect();
        self.found.labels.extend(found);
    }

    /// The options of the questions that are named, or of any, which the lines of a cell have with a number or a letter each; or a list
    /// in quotes, by the numbers of the one before.
    fn listed(&mut self, row: u64, at: usize, text: &str, named: &[usize]) {
        let label = |question, number, option| Label { question, number, option, columns: (at, at), row, count: 1 };
        let is_meant = |question: &usize| named.is_empty() || named.contains(question);
        let mut found = Vec::new();
        for line in text.lines() {
            let folded = plain(line);
            let Some((number, rest)) = coded(&folded) else { continue };
            let asked = self.cells.with_option(rest);
            // A text that is cut stands for an option where the question is named.
            let asked = if asked.is_empty() { named.to_vec() } else { asked };
            for question in asked.into_iter().filter(is_meant).filter(|of| *of < self.cells.count()) {
                found.extend(option(self.cells, question, rest).map(|option| label(question, number, option)));
            }
        }
        let list = quoted(text);
        let numbers: Vec<i64> = list.iter().filter_map(|text| text.trim().parse().ok()).collect();
        if numbers.len() == list.len() {
            self.levels = if list.is_empty() { std::mem::take(&mut self.levels) } else { numbers };
        } else if self.levels.len() == list.len() {
            let asked: BTreeSet<usize> = self.cells.with_option(list[0]).into_iter().collect();
            for question in asked {
                let options = list.iter().zip(&self.levels);
                found.extend(
                    options.filter_map(|(text, number)| {
                        Some(label(question, *number, option(self.cells, question, text)?))
                    }),
                );
            }
        }
        self.found.labels.extend(found);
    }

    /// Takes from a row what it says of the ends of a scale.
    fn legends(
        &mut self,
        (row, filled): (u64, &[(usize, &str)]),
        numbers: &[(usize, i64)],
        legends: Vec<Option<Legend>>,
        named: &[usize],
        question: Option<usize>,
    ) {
        if self.of_other {
            return self.end_codes();
        }
        let whole = legends.iter().flatten().any(|legend| legend.greatest.is_some());
        let told = filled.iter().zip(legends);
        let told = told.filter_map(|((_, text), legend)| Some(Told { legend: legend?, row, text: (*text).to_owned() }));
        let told: Vec<Told> = told.collect();
        self.found.own.extend(question.iter().flat_map(|question| told.iter().map(|told| (*question, told.clone()))));
        self.found.legends.extend(told);
        // Its ends may stand in a cell each.
        if !whole {
            self.joined(row, filled);
        }
        let [(at, number)] = numbers else { return self.end_codes() };
        // The name of what it belongs to may stand before it.
        let is_text = |text: &str| self.matcher.names(&[text])[0].is_none() && !self.others.contains(&plain(text));
        let beside = filled.iter().find(|(other, text)| other.abs_diff(*at) == 1 && is_text(text));
        // What the text of an option says of its question is known.
        let is_option = |text: &str| {
            let of = |question: &usize| *question < self.cells.count() && option(self.cells, *question, text).is_some();
            named.iter().any(of) || !self.cells.with_option(text).is_empty()
        };
        let Some((_, text)) = beside.filter(|(_, text)| !is_option(text)) else { return self.end_codes() };
        let follows = self.codes.last().is_none_or(|(last, _)| match self.codes.len() {
            // The ends may stand alone.
            1 => last != number,
            len => number - last == last - self.codes[len - 2].0,
        });
        if !follows {
            self.end_codes();
        }
        if self.codes.is_empty() {
            self.begin = row;
        }
        self.codes.push((*number, (*text).to_owned()));
    }

    /// Takes what the cells of a row say together.
    fn joined(&mut self, row: u64, filled: &[(usize, &str)]) {
        if filled.len() > 1 && !self.of_other {
            let text = filled.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(", ");
            let told = legend(&pairs(&plain(&text))).filter(|legend| legend.greatest.is_some());
            self.found.legends.extend(told.map(|legend| Told { legend, row, text }));
        }
    }

    /// Takes from a row what stands below numbers.
    fn across(&mut self, row: u64, filled: &[(usize, &str)]) {
        let heads = std::mem::take(&mut self.heads);
        let under = |at: usize| filled.iter().find(|(of, _)| *of == at).map(|(_, text)| plain(text));
        let said: Vec<(i64, String)> = heads.iter().filter_map(|(at, number)| Some((*number, under(*at)?))).collect();
        let pairs: Vec<(i64, &str)> = said.iter().map(|(number, text)| (*number, text.as_str())).collect();
        let text = || said.iter().map(|(number, text)| format!("{number} = {text}")).collect::<Vec<_>>().join(comma());
        let told = legend(&pairs).filter(|_| pairs.len() > 1 && !self.of_other);
        self.found.legends.extend(told.map(|legend| Told { legend, row, text: text() }));
        // Options of questions stand below them, row by row.
        if told.is_none() {
            self.heads = heads;
        }
    }

    /// Ends numbers that stand one below the other.
    fn end_codes(&mut self) {
        let codes = std::mem::take(&mut self.codes);
        let folded: Vec<(i64, String)> = codes.iter().map(|(number, text)| (*number, plain(text))).collect();
        let pairs: Vec<(i64, &str)> = folded.iter().map(|(number, text)| (*number, text.as_str())).collect();
        let text = || codes.iter().map(|(number, text)| format!("{number} = {text}")).collect::<Vec<_>>().join(comma());
        let told = legend(&pairs).filter(|_| codes.len() > 1);
        self.found.legends.extend(told.map(|legend| Told { legend, row: self.begin, text: text() }));
    }

    /// The options of the questions that are named, or of any, which one cell has with their numbers.
    fn in_one(&mut self, row: u64, at: usize, pairs: &[(i64, &str)], named: &[usize]) {
        let trimmed = |words: &str| words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let words: Vec<(i64, String)> = pairs.iter().map(|(number, words)| (*number, trimmed(words))).collect();
        let asked: BTreeSet<usize> = self.cells.with_option(&words[0].1).into_iter().collect();
        for question in asked.into_iter().filter(|question| named.is_empty() || named.contains(question)) {
            for (number, words) in &words {
                if let Ok(Answer::Option(option)) = self.cells.read(question, words) {
                    let label = Label { question, number: *number, option, columns: (at, at), row, count: 1 };
                    self.found.labels.push(label);
                }
            }
        }
    }

    /// What the sheet says of questions of which it names each option once, by numbers that follow one another: others count how
    /// often options were given.
    pub(crate) fn finish(mut self) -> Codes {
        self.end_codes();
        let mut questions: BTreeMap<usize, Vec<Label>> = BTreeMap::new();
        // What is read in two ways is said once.
        let mut known = BTreeSet::new();
        let is_new = |of: &Label| known.insert((of.question, of.row, of.columns.1, of.number, of.option));
        let labels = std::mem::take(&mut self.found.labels);
        let labels: Vec<Label> = labels.into_iter().filter(is_new).collect();
        labels.into_iter().for_each(|label| questions.entry(label.question).or_default().push(label));
        let is_whole = |question: usize, labels: &[Label]| {
            let options: BTreeSet<u8> = labels.iter().map(|label| label.option).collect();
            let numbers: BTreeSet<i64> = labels.iter().map(|label| label.number).collect();
            let first = numbers.first().copied().unwrap_or_default();
            let count = self.cells.numbers(question).len();
            let follow = numbers.iter().copied().eq((first..).take(count));
            labels.len() == count && options.len() == count && follow && matches!(first, 0 | 1)
        };
        let whole = questions.into_iter().filter(|(question, labels)| is_whole(*question, labels));
        Codes { labels: whole.flat_map(|(_, labels)| labels).collect(), ..self.found }
    }

    /// The texts of options of a question that stand below numbers.
    fn below(&self, question: usize, filled: &[(usize, &str)], row: u64) -> Vec<Label> {
        let under =
            filled.iter().filter_map(|(at, text)| Some((self.heads.iter().find(|(of, _)| of == at)?.1, at, text)));
        under
            .filter_map(|(number, at, text)| match self.cells.read(question, text) {
                Ok(Answer::Option(option)) => {
                    Some(Label { question, number, option, columns: (*at, *at), row, count: 1 })
                }
                _ => None,
            })
            .collect()
    }
}

/// The option of a question that a text is, or begins as.
fn option(cells: &Cells, question: usize, text: &str) -> Option<u8> {
    match cells.read(question, text) {
        Ok(Answer::Option(option)) => Some(option),
        Ok(_) => None,
        Err(_) => cells.begun(question, text),
    }
}

/// The texts of options of a question that stand beside numbers, in the same cell or the next.
fn labels(cells: &Cells, question: usize, filled: &[(usize, &str)], row: u64) -> Vec<Label> {
    let label = |number, option, columns| Label { question, number, option, columns, row, count: 1 };
    let sights: Vec<(usize, &str, Sight)> =
        filled.iter().map(|(at, text)| (*at, *text, cells.sight(question, text))).collect();
    let number = |at: usize| {
        sights.iter().find_map(|(other, _, sight)| match sight {
            Sight::Number(Number::Whole(number)) if other.abs_diff(at) == 1 => Some((*other, *number)),
            _ => None,
        })
    };
    let of = |(at, text, sight): &(usize, &str, Sight)| match sight {
        Sight::Numbered(number, option) => Some(label(*number, *option, (*at, *at))),
        Sight::Nothing | Sight::Lettered(..) | Sight::Strange => {
            let (other, number) = number(*at)?;
            Some(label(number, option(cells, question, text)?, (other, *at)))
        }
        _ => None,
    };
    sights.iter().filter_map(of).collect()
}
