//! By which scale the numbers of a table are read, and what is said of it.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, bail};

use super::against;
use super::assessment::Assessment;
use super::explain;
use super::noted;
use super::passed_over;
use super::scales::{described, option};
use super::source::Source;
use crate::batch::Gathered;
use crate::cli::error::{Usage, told};
use crate::cli::output;
use crate::mapping::passed_over::{Kind, Notes, PassedOver, not_answered};
use crate::mapping::{Cells, Doubt, Evidence, Habits, Meaning, Place, Scale, decide, plain};
use crate::template::METADATA;
use crate::text::excerpt;
use crate::words::batch_rows;
use crate::words::batch_scale as say;
use crate::words::lists::{and_more, comma};

/// How wide a header and the text of an option may be, and how many different numbers are listed.
const WIDTH: usize = 48;
const LISTED: usize = 20;
/// Numbers by which programs for statistics tell that there is no answer, beside those below 0.
const CODES: [i64; 12] = [77, 88, 96, 97, 98, 99, 777, 888, 997, 998, 999, 9999];
/// What R writes for missing values, plain.
const NA: &str = "na";
/// How many rows of headings are no header any more.
const HEADINGS: u64 = 8;

/// What the cells of `source` mean, once all of its rows were looked at. Where numbers are found to be no points, it is said.
pub(super) fn settle(source: &mut Source, assessment: &Assessment) -> Result<(Cells, PassedOver)> {
    let Found { cells, evidence, passed_over, named, scale } = Found::of(source, assessment)?;
    match named.map_or(scale, Ok)? {
        // It says nothing of numbers to which the map gives another meaning.
        Scale::Points if named.is_none() => Ok((cells, passed_over)),
        scale => {
            if named.is_none() {
                let (name, read, numbers) = (&source.name, described(&cells, scale), numbers(&evidence));
                output::note(&say::note(name, &read, &numbers));
            }
            Ok((cells.on(scale), passed_over))
        }
    }
}

/// What the numbers of `source` are read as, or why they cannot be, in lines; what its cells mean, as points where that is not
/// known; and the rows that are passed over.
pub(super) fn explained(source: &mut Source, assessment: &Assessment) -> Result<(String, Cells, PassedOver)> {
    let Found { cells, evidence, passed_over, named, scale } = Found::of(source, assessment)?;
    let numbers = numbers(&evidence);
    let scale = named.map_or(scale, Ok);
    let text = match &scale {
        _ if numbers.is_empty() => String::new(),
        Ok(scale) => say::read_as(&described(&cells, *scale), &numbers),
        Err(error) => format!("{}\n", told(error)),
    };
    // What a map gives another meaning is no number of a scale that nobody named.
    let cells = if named.is_none() && matches!(scale, Ok(Scale::Points) | Err(_)) { cells } else { cells.on(scale?) };
    Ok((text, cells, passed_over))
}

/// What was found in all rows of a table.
struct Found {
    cells: Cells,
    evidence: Evidence,
    passed_over: PassedOver,
    /// The scale that the user names: what the command line says goes before what the map says.
    named: Option<Scale>,
    /// The scale that they are on, or why that cannot be told.
    scale: Result<Scale>,
}

impl Found {
    fn of(source: &mut Source, assessment: &Assessment) -> Result<Self> {
        let cells = assessment.cells(&source.columns);
        let named = source.reading.scale.or(assessment.scale()).map(|named| named.scale(cells.most_options()));
        let named = named.transpose().map_err(|why| Usage(say::scale_is_none(&why)))?;
        let gathered = source.gather(&cells, assessment)?;
        refuse_long(source, &gathered.notes, &gathered.passed_over)?;
        refuse_unlike(source, &gathered)?;
        let Gathered { evidence, versions, mut passed_over, notes, remarks, .. } = gathered;
        if gathered.elsewhere.weights {
            output::note(&batch_rows::note(&source.name, say::weights()));
        }
        if gathered.blocks {
            source.refuse_sums(&mut passed_over, assessment)?;
        }
        noted::refuse_corrected(source, &mut passed_over, assessment)?;
        // Words go without saying; a number could be an answer elsewhere.
        let numbers = not_answered(&source.columns).filter(|text| text.parse::<i64>().is_ok());
        let numbers: Vec<String> = numbers.map(|number| format!("`{number}`")).collect();
        if !numbers.is_empty() {
            output::note(&say::not_answered(&source.name, &numbers.join(comma())));
        }
        if let Some((header, why)) = &notes.untimed {
            return Err(Usage(passed_over::untimed(&source.name, &source.latest_of(), header, why)).into());
        }
        output::note(&passed_over::notes(&source.name, &notes, &source.latest_of()));
        refuse_passed_over(source, &notes, &passed_over)?;
        if let Some((column, id)) = assessment.turned(&source.columns).filter(|_| !evidence.numbers().is_empty()) {
            bail!(explain::turned(&source.name, column, &source.columns, id));
        }
        if source.sets {
            let doubted = doubted(source, &cells, &evidence, false);
            let cells = cells.doubting(doubted);
            return Ok(Self { cells, evidence, passed_over, named: None, scale: Ok(Scale::Points) });
        }
        let habits = cells.habits(&evidence);
        output::note(&habits_said(source, assessment, &habits, &evidence));
        let (cells, evidence) = match habits.word {
            Some(_) => (cells.with(habits), evidence.without_words()),
            None => (cells.with(habits), evidence),
        };
        let told = (&evidence, &notes, &remarks[..], &gathered.elsewhere);
        let objections = against::objections(source, &cells, told, &mut passed_over, assessment)?;
        output::note(&explain::joined(&source.name, assessment, &source.columns));
        let doubted = doubted(source, &cells, &evidence, objections.nothing_of_r);
        output::note(&na_said(source, assessment, &evidence, &doubted));
        let cells = cells.doubting(doubted);
        let known = is_template(source, assessment) || (versions && is_own(source, assessment));
        let labelled = objections.labelled(&evidence);
        let scale = match decide(&cells, &labelled, known) {
            _ if named.is_some() => Ok(Scale::Points),
            Ok(scale) => {
                let contradicted = against::refuse_contradicted(source, &cells, &objections, scale, &mut passed_over);
                let label = || against::label(source, assessment, &cells, &objections, scale).filter(|_| !contradicted);
                let other = || against::other_table(source, &cells, &evidence, &objections, scale);
                let turned = || against::legend(source, &cells, &evidence, &objections, scale);
                let header = || against::header(source, assessment, &cells, &evidence, scale);
                let limit = || noted::limit(source, &cells, &evidence, scale);
                label()
                    .or_else(other)
                    .or_else(turned)
                    .or_else(header)
                    .or_else(limit)
                    .filter(|_| !known)
                    .map_or(Ok(scale), |words| Err(anyhow!(words)))
            }
            Err(doubt) => {
                let scale = decide(&cells, &evidence, known).unwrap_or(Scale::Points);
                let words = against::label(source, assessment, &cells, &objections, scale);
                Err(anyhow!(words.unwrap_or_else(|| reason((source, assessment), &cells, &labelled, &doubt))))
            }
        };
        if let Some(scale) = named.or(scale.as_ref().ok().copied()) {
            output::note(&codes_said(source, &cells, &evidence, scale));
        }
        Ok(Self { cells, evidence, passed_over, named, scale })
    }
}

/// How many rows of kinds are passed over.
fn passed(notes: &Notes, of: impl Fn(Kind) -> bool) -> u64 {
    notes.groups.iter().filter(|group| of(group.kind)).map(|group| group.rows).sum()
}

/// Refuses a table most rows of which have the text of a question in place of an answer.
fn refuse_long(source: &Source, notes: &Notes, passed_over: &PassedOver) -> Result<()> {
    let headings = passed(notes, |kind| kind == Kind::Heading);
    if headings >= HEADINGS && 2 * headings >= passed_over.rows() {
        bail!(say::one_answer_a_row(&source.name, headings));
    }
    Ok(())
}

/// Refuses a table whose rows are not those of one table of answers, each with its own.
fn refuse_unlike(source: &Source, gathered: &Gathered) -> Result<()> {
    if let Some(row) = gathered.other_table {
        bail!(say::other_table(&source.name, row));
    }
    if gathered.frequencies {
        bail!(say::frequencies(&source.name));
    }
    if let Some(column) = gathered.elsewhere.moved_down {
        bail!(say::moved_down(&source.name, &excerpt(&source.columns.list[column].header, WIDTH), column + 1));
    }
    Ok(())
}

/// Refuses a table of which all rows are passed over, unless the user wants it so.
fn refuse_passed_over(source: &Source, notes: &Notes, passed_over: &PassedOver) -> Result<()> {
    if passed(notes, |_| true) == passed_over.rows() && passed(notes, |kind| kind != Kind::Unwanted) > 0 {
        bail!(say::all_passed_over(&source.name));
    }
    Ok(())
}

/// What is to be said of how a table writes its answers.
fn habits_said(source: &Source, assessment: &Assessment, habits: &Habits, evidence: &Evidence) -> String {
    let mut said = String::new();
    for word in not_answered(&source.columns).filter(|word| !assessment.says_of(word)) {
        let cells =
            evidence.not_applicable().filter(|(of, ..)| *of == plain(word)).map(|(.., count)| count).sum::<u64>();
        if cells > 0 {
            said.push_str(&say::not_shown(&source.name, cells, word));
        }
    }
    let mut open: BTreeMap<&str, u64> = BTreeMap::new();
    habits.open.iter().for_each(|(_, word, count)| *open.entry(word).or_default() += count);
    for (word, cells) in open {
        said.push_str(&say::missing(&source.name, cells, word));
    }
    said + &habits.word.map(|word| say::worded(&source.name, word)).unwrap_or_default()
}

/// What is to be said of `NA` that is read as not applicable, and that some programs write for missing answers.
fn na_said(source: &Source, assessment: &Assessment, evidence: &Evidence, doubted: &[&str]) -> String {
    let read = evidence.not_applicable().filter(|(word, ..)| *word == NA && !doubted.contains(word));
    match read.map(|(.., count)| count).sum::<u64>() {
        0 => String::new(),
        _ if assessment.says_of(NA) => String::new(),
        cells => say::na(&source.name, cells),
    }
}

/// What is to be said of numbers that are no answers, and that programs write where there is none.
fn codes_said(source: &Source, cells: &Cells, evidence: &Evidence, scale: Scale) -> String {
    let is_answer = |number: i64| (0..cells.count()).any(|question| cells.option(question, scale, number).is_some());
    let is_code = |number: i64| number < 0 || CODES.contains(&number);
    let codes = evidence.numbers().into_iter().filter(|(number, _)| is_code(*number) && !is_answer(*number));
    codes.take(LISTED).map(|(number, cells)| say::no_answer(&source.name, cells, number)).collect()
}

/// Words for not applicable that may stand for missing answers: they also stand where a question always applies, or the table
/// is one that R wrote, whose rows have names, or whose metadata has it, too.
fn doubted(source: &Source, cells: &Cells, evidence: &Evidence, nothing_of_r: bool) -> Vec<&'static str> {
    let of_r = nothing_of_r || source.columns.list.first().is_some_and(|first| first.header.trim().is_empty());
    let mut words: Vec<&'static str> = evidence.not_applicable().map(|(word, ..)| word).collect();
    words.sort_unstable();
    words.dedup();
    words.retain(|word| {
        let always = evidence.not_applicable().filter(|(of, at, _)| of == word && !cells.may_not_apply(*at));
        (of_r && *word == NA) || always.map(|(.., count)| count).sum::<u64>() > 1
    });
    words
}

/// Whether the columns are those that `cxm template` writes, in their order, and points what they ask for.
fn is_template(source: &Source, assessment: &Assessment) -> bool {
    // Several of them as one table begin with the names of their files.
    let list = source.columns.list.iter().skip_while(|column| column.header == "file");
    let (facts, questions) = (assessment.matcher.facts().len(), assessment.matcher.questions().len());
    let wanted = (0..facts).map(|at| (true, at)).chain((0..questions).map(|at| (false, at)));
    let (head, rest): (Vec<_>, Vec<_>) = list.enumerate().partition(|(at, _)| *at < METADATA.len());
    let head = head.into_iter().map(|(_, column)| column.header.as_str());
    let rest = rest.into_iter().map(|(_, column)| match column.meaning {
        Meaning::Fact(at, _) => Some((true, at)),
        Meaning::Question(at, _) => Some((false, at)),
        Meaning::QuestionOption(..) | Meaning::FactOption(..) | Meaning::Metadata => None,
    });
    head.eq(METADATA) && rest.eq(wanted.map(Some))
}

/// Whether questions stand under their very ids, as in tables of our own: then a version is that of the assessment, and no
/// other's.
fn is_own(source: &Source, assessment: &Assessment) -> bool {
    source.columns.list.iter().all(|column| match column.meaning {
        Meaning::Question(at, _) => column.header.trim() == assessment.matcher.questions()[at],
        Meaning::QuestionOption(..) => false,
        Meaning::Fact(..) | Meaning::FactOption(..) | Meaning::Metadata => true,
    })
}

/// The numbers that were found, and in how many cells.
fn numbers(evidence: &Evidence) -> String {
    let numbers = evidence.numbers();
    let listed = numbers.iter().take(LISTED).map(|(number, cells)| say::number_in(*number, *cells));
    let listed = listed.collect::<Vec<String>>().join(comma());
    match numbers.len().saturating_sub(LISTED) {
        0 => listed,
        more => and_more(&listed, more),
    }
}

/// Why the numbers of a table cannot be read, and what to do about it.
fn reason((source, assessment): (&Source, &Assessment), cells: &Cells, evidence: &Evidence, doubt: &Doubt) -> String {
    let name = &source.name;
    let cell = |at: &Place| say::cell(at.row, &header(source, at.question), at.number);
    let line = |scale: Scale, what: String| format!("  {:<14}  {what}", option(cells, scale));
    let plain = |scale: Scale| line(scale, described(cells, scale));
    let means = |scale: Scale, at: &Place| line(scale, would_be(assessment, cells, (scale, at), 0));
    let why = match doubt {
        Doubt::Several(scales, at) => {
            let lines =
                scales.iter().map(|(scale, other)| line(*scale, would_be(assessment, cells, (*scale, at), *other)));
            say::several(name, &cell(at), &lines.collect::<Vec<_>>().join("\n"))
        }
        Doubt::None(against) => {
            let lines = against.iter().map(|(scale, at)| line(*scale, say::but(&described(cells, *scale), &cell(at))));
            say::none(name, &lines.collect::<Vec<_>>().join("\n"))
        }
        Doubt::Short(scale, at) => say::short(name, &described(cells, *scale), &cell(at), &means(*scale, at)),
        Doubt::Marks(at) => {
            let lines = [Scale::Points, Scale::From(0)].map(|scale| means(scale, at));
            say::marks(name, &cell(at), &lines.join("\n"))
        }
        Doubt::Beyond(at, all) => say::beyond(name, *all, &cell(at), &plain(Scale::Points)),
        Doubt::Shares { question, row } => say::shares(name, *row, &header(source, *question), &plain(Scale::Points)),
    };
    match numbers(evidence) {
        none if none.is_empty() => say::how_to_mend_it(&why),
        found => say::how_to_mend(&why, &found),
    }
}

/// What a number would be on this scale, but for so many others.
fn would_be(assessment: &Assessment, cells: &Cells, (scale, at): (Scale, &Place), others: u64) -> String {
    let option = cells.option(at.question, scale, at.number);
    let text = option.map(|option| excerpt(assessment.option(at.question, option), WIDTH));
    let (scale, number) = (described(cells, scale), at.number);
    match (text, others) {
        (Some(text), 0) => say::would_be(&scale, number, &text),
        (None, 0) => say::would_be_none(&scale, number),
        (Some(text), others) => say::would_be_but_for(&scale, others, number, &text),
        (None, others) => say::would_be_none_but_for(&scale, others, number),
    }
}

fn header(source: &Source, question: usize) -> String {
    source.columns.question(question).map(|column| excerpt(&column.header, WIDTH)).unwrap_or_default()
}
