//! A form of ours that came back: what its lines say, as the row that its hidden sheet was to gather.
//!
//! The hidden sheet is worked out by formulas. Programs may leave what they gave before, they cut an answer to its first word, and
//! they follow cells, not questions, where lines were sorted or pasted elsewhere. So what can be seen counts, line by line, as long as
//! it asks what the form asked that was sent.

mod line;

use std::collections::HashSet;

use rust_xlsxwriter::ColNum;
use semver::Version;

use self::line::{Line, SHOWN, lines, name};
use super::assessment::Assessment;
use crate::mapping::{Matcher, plain, says_what_numbers_mean};
use crate::report::words;
use crate::table::xlsx::SheetRows;
use crate::table::{Covered, Unseen, write_field};
use crate::template::{ANSWER, METADATA, NUMBER, OPTIONS, QUESTION, label};
use crate::text::{excerpt, fold};
use crate::words::{Lang, batch_form as say, here, mapping_cells, table_sheets};

/// How many reasons are told.
const REASONS: usize = 2;

/// Puts into `own`, the hidden sheet of a form, what stands in that one of the other sheets in which its questions stand; else
/// why it is not certain what was answered. Leaves it as it is where there is none, which it says, or where it is no form. Where another
/// version is accepted, it need not ask in the words of this one.
pub(super) fn fill(
    own: &mut SheetRows,
    seen: &[SheetRows],
    assessment: &Assessment,
    accept_version: bool,
) -> Result<bool, String> {
    let mut gathered = lines(&own.csv, 3).into_iter();
    let (Some(head), gathered, None) = (gathered.next(), gathered.next(), gathered.next()) else { return Ok(true) };
    let Some(ids) = head.cells.strip_prefix(&METADATA.map(str::to_owned)) else { return Ok(true) };
    let facts = ids.iter().take_while(|id| assessment.matcher.facts().contains(id)).count();
    let ids = ids.split_at(facts);
    let mut forms: Vec<Form<'_>> = seen.iter().map(Form::new).collect();
    forms.retain(|form| form.asks(ids.1.len(), &assessment.matcher));
    if forms.iter().any(|form| !form.is_blank()) {
        forms.retain(|form| !form.is_blank());
    }
    let Some((form, others)) = forms.split_first() else { return Ok(false) };
    let row = form.row(ids, assessment, accept_version)?;
    for other in others {
        if other.row(ids, assessment, accept_version).map(|row| row.values) != Ok(row.values.clone()) {
            return Err(say::two_forms(&form.sheet.name, &other.sheet.name));
        }
    }
    // Nobody knows who put there what nobody sees.
    if let Some(gathered) = gathered.filter(|_| own.unworked == 0) {
        // A fact of which several options can hold has no cell of its own.
        let is_fact = |at: &usize| (METADATA.len()..METADATA.len() + ids.0.len()).contains(at);
        let alone = row.cells.iter().zip(&row.values).zip(&head.cells).zip(&gathered.cells);
        let alone = alone.enumerate().filter(|(at, _)| !is_fact(at)).map(|(_, cell)| cell);
        let alone = alone.filter(|(((_, value), _), gathered)| value.is_empty() && !gathered.trim().is_empty());
        let alone: Vec<String> = alone
            .map(|(((cell, _), id), gathered)| say::only_hidden(&name(*cell), &excerpt(gathered, SHOWN), id))
            .collect();
        if !alone.is_empty() {
            return Err(several(&alone));
        }
    }
    own.csv.clear();
    for cells in [&head.cells, &row.values] {
        for (column, cell) in cells.iter().enumerate() {
            own.csv.extend((column > 0).then_some(b','));
            write_field(&mut own.csv, cell.as_bytes());
        }
        own.csv.push(b'\n');
    }
    (own.unseen, own.unworked) = (row.unseen(&form.sheet.unseen), 0);
    Ok(true)
}

/// The first of these reasons, and how many more there are.
fn several(reasons: &[String]) -> String {
    let (told, more) = reasons.split_at(reasons.len().min(REASONS));
    let told = told.join(mapping_cells::between_reasons());
    if more.is_empty() { told } else { mapping_cells::and_more(&told, more.len()) }
}

/// A form, on the sheet with its questions.
struct Form<'s> {
    sheet: &'s SheetRows,
    lines: Vec<Line>,
}

/// What a form says, in the order of its hidden sheet, and in which cells.
#[derive(Default)]
struct Row {
    values: Vec<String>,
    cells: Vec<(u64, ColNum)>,
    /// Further cells of values, by their places.
    more: Vec<(usize, (u64, ColNum))>,
}

impl<'s> Form<'s> {
    fn new(sheet: &'s SheetRows) -> Self {
        Self { sheet, lines: lines(&sheet.csv, usize::MAX) }
    }

    /// Whether half of so many questions have a line, of those of an assessment.
    fn asks(&self, questions: usize, matcher: &Matcher) -> bool {
        let asked = self.lines.iter().filter(|line| line.number().is_some() && line.asks(matcher).is_some());
        let numbers: HashSet<usize> = asked.filter_map(Line::number).collect();
        let found = (1..=questions).filter(|number| numbers.contains(number)).count();
        found > 0 && found * 2 >= questions
    }

    /// Whether no question is answered.
    fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| line.number().is_none() || line.cell(ANSWER).is_empty())
    }

    /// Whether it says that it is for this version, or for none.
    fn is_for(&self, version: &Version) -> bool {
        let title = self.lines.first().and_then(|line| line.cell(NUMBER).split_whitespace().next_back());
        title.and_then(|word| Version::parse(word).ok()).is_none_or(|of| of == *version)
    }

    /// The place of the heads of the columns, and that of the first question.
    fn head(&self) -> (usize, usize) {
        let first = self.lines.iter().position(|line| line.number().is_some()).unwrap_or(self.lines.len());
        let is_head =
            |line: &Line| Lang::ALL.iter().any(|lang| plain(line.cell(ANSWER)) == plain(words::answer(*lang)));
        (self.lines[..first].iter().rposition(is_head).unwrap_or(0), first)
    }

    /// The line that asks for this key of the metadata.
    fn metadata(&self, key: &str) -> Option<&Line> {
        let asks = |line: &&Line| Lang::ALL.iter().any(|lang| plain(line.cell(QUESTION)) == plain(label(*lang, key)));
        self.lines[..self.head().0].iter().find(asks)
    }

    /// The lines of each fact, of which those behind the first are its options, where several can hold.
    fn facts(&self) -> Vec<&[Line]> {
        let (head, first) = self.head();
        let lines = self.lines[head..first].get(1..).unwrap_or_default();
        let facts = lines.chunk_by(|_, line| line.cell(QUESTION).is_empty() && !line.cell(OPTIONS).is_empty());
        facts.filter(|lines| !lines[0].cell(QUESTION).is_empty() && !lines[0].cell(OPTIONS).is_empty()).collect()
    }

    fn questions(&self, number: usize) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.number() == Some(number))
    }

    /// What it says of these facts and questions, if that is certain.
    fn row(
        &self,
        (facts, questions): (&[String], &[String]),
        assessment: &Assessment,
        accept_version: bool,
    ) -> Result<Row, String> {
        let matcher = &assessment.matcher;
        let sent: Vec<Form<'_>> = assessment.sent().iter().map(|sent| Form::new(&sent.sheet)).collect();
        let is_current = !accept_version && self.is_for(&assessment.definition().version);
        let (mut row, mut wrong) = (Row::default(), self.says_otherwise(&sent));
        for key in METADATA {
            let line = self.metadata(key).ok_or_else(|| say::no_line_of(&self.sheet.name, label(here(), key)))?;
            row.put(line, OPTIONS, line.cell(OPTIONS).to_owned());
        }
        let other = |line: &Line, id: &str, alike: bool| {
            let not_as_sent = || say::not_as_sent(&name((line.row, QUESTION)), id);
            line.asks_other(id, matcher).or_else(|| (is_current && !alike).then(not_as_sent))
        };
        let told = self.facts();
        if told.len() != facts.len() {
            return Err(say::other_facts(&self.sheet.name, told.len(), facts.len()));
        }
        for (at, (id, lines)) in facts.iter().zip(told).enumerate() {
            let as_sent = || sent.iter().filter_map(|form| form.facts().get(at).copied());
            let alike =
                as_sent().any(|of| of.len() == lines.len() && of.iter().zip(lines).all(|(of, line)| line.asks_as(of)));
            wrong.extend(other(&lines[0], id, alike));
            let (value, more) = told_by(lines);
            wrong.extend(more);
            let place = row.values.len();
            row.more.extend(lines[1..].iter().map(|line| (place, (line.row, ANSWER))));
            row.put(&lines[0], ANSWER, value);
        }
        for (number, id) in (1..).zip(questions) {
            let mut lines = self.questions(number);
            let (Some(line), None) = (lines.next(), lines.next()) else {
                wrong.push(say::lines_of_question(&self.sheet.name, self.questions(number).count() as u64, number));
                continue;
            };
            let alike = sent.iter().flat_map(|form| form.questions(number)).any(|of| line.asks_as(of));
            wrong.extend(other(line, id, alike));
            wrong.extend(line.answers_beside());
            row.put(line, ANSWER, line.answer());
        }
        wrong.extend(row.not_worked_out());
        if wrong.is_empty() { Ok(row) } else { Err(several(&wrong)) }
    }

    /// That it says of numbers what the form that was sent did not.
    fn says_otherwise(&self, sent: &[Form<'_>]) -> Vec<String> {
        let texts = |form: &Form<'_>| -> HashSet<String> {
            let texts = form.lines.iter().flat_map(|line| [NUMBER, QUESTION].map(|column| fold(line.cell(column))));
            texts.collect()
        };
        let sent: HashSet<String> = sent.iter().flat_map(texts).collect();
        let mut others = Vec::new();
        for line in &self.lines {
            for column in [NUMBER, QUESTION] {
                let text = line.cell(column);
                let says = || text.lines().any(|text| says_what_numbers_mean(text.as_bytes()));
                if !sent.contains(&fold(text)) && says() {
                    others.push(say::says_otherwise(&name((line.row, column)), &excerpt(text, SHOWN)));
                }
            }
        }
        others
    }
}

/// What the lines of a fact tell, and what of it is not certain.
fn told_by(lines: &[Line]) -> (String, Vec<String>) {
    let [_, options @ ..] = lines else { return (String::new(), Vec::new()) };
    if options.is_empty() {
        return (lines[0].cell(ANSWER).to_owned(), Vec::new());
    }
    let (mut told, mut wrong) = (Vec::new(), Vec::new());
    for line in options {
        match line.is_marked() {
            Ok(true) => told.push(line.cell(OPTIONS)),
            Ok(false) => {}
            Err(why) => wrong.push(why),
        }
    }
    // Beside a circle, a cross is none.
    let has = |marks: &[&str]| options.iter().find(|line| marks.contains(&fold(line.cell(ANSWER)).as_str()));
    if let (Some(_), Some(cross)) = (has(&["○", "〇", "◯"]), has(&["x"])) {
        wrong.push(say::two_marks(&name((cross.row, ANSWER))));
    }
    (told.join("; "), wrong)
}

impl Row {
    fn put(&mut self, line: &Line, column: ColNum, value: String) {
        self.values.push(value);
        self.cells.push((line.row, column));
    }

    /// Which of it is a formula that nobody has worked out.
    fn not_worked_out(&self) -> Vec<String> {
        let cells = self.cells.iter().map(|cell| name(*cell)).zip(&self.values);
        let cells = cells.filter(|(cell, value)| **value == table_sheets::without_value(cell));
        cells.map(|(cell, _)| say::not_worked_out(&cell)).collect()
    }

    /// What is said of its cells, as if they stood below the header.
    fn unseen(&self, form: &Unseen) -> Unseen {
        let mut unseen = Unseen::default();
        let more = self.more.iter().map(|(column, cell)| (*column, cell));
        for (column, (row, of_column)) in self.cells.iter().enumerate().chain(more) {
            let is_it = |at: &u64, cell: &usize| at == row && *cell == usize::from(*of_column);
            let has = |cells: &[(u64, usize)]| cells.iter().any(|(at, cell)| is_it(at, cell)).then_some((2, column));
            unseen.struck.extend(has(&form.struck));
            unseen.disguised.extend(has(&form.disguised));
            let covered = form.covered.iter().any(|of| of.row == *row && of.columns.contains(&usize::from(*of_column)));
            unseen.covered.extend(covered.then_some(Covered { row: 2, columns: column..=column, from_above: false }));
            let comments = form.comments.iter().filter(|(at, cell, _)| is_it(at, cell));
            unseen.comments.extend(comments.map(|(.., text)| (2, column, text.clone())));
        }
        unseen
    }
}
