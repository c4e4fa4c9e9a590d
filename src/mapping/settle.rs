//! What columns are that do not say it by their headers alone: those for options, those of a grid, and those that were
//! renamed. What is not certain is said.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::around::in_brackets;
use super::columns::{Column, Unclear, WhyUnclear};
use super::headers::Row;
use super::likeness::plain;
use super::matcher::{Look, Matcher};
use super::meaning::{Around, Meaning, Subject, Why};
use super::options::Choice;
use crate::answers::Answer;

impl Matcher {
    /// Takes the columns for options of each question and fact where that is certain; and says where it is not.
    pub(super) fn take_options(&self, looks: &[Look], list: &mut [Column]) -> Vec<Unclear> {
        let mut groups: BTreeMap<Subject, Vec<(usize, Choice)>> = BTreeMap::new();
        for (at, look) in looks.iter().enumerate() {
            if let Look::Option(subject, choice) = look {
                groups.entry(*subject).or_default().push((at, *choice));
            }
        }
        let mut unclear = Vec::new();
        for (subject, group) in groups {
            let whole = list.iter().position(|column| column.meaning.subject() == Some(subject));
            let mapped = whole.is_some_and(|at| list[at].meaning.why() == Some(&Why::Map));
            // What goes on with something else beside the question itself is about something else.
            if mapped || group.iter().all(|(_, choice)| *choice == Choice::Other) {
                continue;
            }
            let choices: Vec<Choice> = group.iter().map(|(_, choice)| *choice).collect();
            match (self.options.all(subject, &choices), whole, subject) {
                (Some(answers), None, _) | (Some(answers), _, Subject::Fact(_)) => {
                    // Kobo has all options of a fact in one column as well.
                    whole.into_iter().for_each(|at| list[at].meaning = Meaning::Metadata);
                    for ((at, _), answer) in group.iter().zip(answers) {
                        list[*at].meaning = of_option(subject, answer);
                        list[*at].around = Some(Around::Option);
                    }
                }
                _ => {
                    let why = match choices.iter().all(|choice| matches!(choice, Choice::Number(_))) {
                        true => WhyUnclear::Again,
                        false => WhyUnclear::Options,
                    };
                    // The first may look like the whole.
                    whole.into_iter().for_each(|at| list[at].meaning = Meaning::Metadata);
                    let columns = whole.into_iter().chain(group.iter().map(|(at, _)| *at));
                    unclear.extend(columns.map(|at| Unclear { column: at + 1, subject, why }));
                }
            }
        }
        unclear
    }

    /// Takes what stands behind a group or in the row of a grid, unless something else is that question or fact. In brackets
    /// all that is asked alike must be of this assessment, each once.
    pub(super) fn take_rows(&self, looks: &[Look], list: &mut [Column]) -> Vec<Unclear> {
        let settled: HashSet<Subject> = list.iter().filter_map(|column| column.meaning.subject()).collect();
        type OfStem<'a> = Vec<(usize, Subject, &'a Row)>;
        let mut stems: BTreeMap<(bool, &str), OfStem<'_>> = BTreeMap::new();
        for (at, look) in looks.iter().enumerate() {
            if let Look::Row(subject, row) = look {
                stems.entry((row.bracket, &row.stem)).or_default().push((at, *subject, row));
            }
        }
        let mut unclear = Vec::new();
        for ((bracket, stem), rows) in stems {
            let alike = |column: &&Column| {
                let folded = plain(&column.header);
                in_brackets(&folded).is_some_and(|(before, _)| before == stem)
            };
            let whole = !bracket || list.iter().filter(alike).count() == rows.len();
            let taken = rows.iter().any(|(_, subject, _)| settled.contains(subject));
            let sure = !rows[0].2.otherwise && whole && !taken;
            for (at, subject, row) in rows {
                if sure {
                    list[at].meaning = Meaning::of(subject, row.found.why.clone());
                    list[at].around = Some(Around::Row);
                } else {
                    unclear.push(Unclear { column: at + 1, subject, why: WhyUnclear::Row });
                }
            }
        }
        unclear
    }

    /// Takes what looks like an equal header that was renamed for its question or fact again; says so where there is no
    /// other of it.
    pub(super) fn take_again(&self, looks: &[Look], list: &mut [Column], unclear: &mut Vec<Unclear>) {
        let settled: HashSet<Subject> = list.iter().filter_map(|column| column.meaning.subject()).collect();
        for (at, look) in looks.iter().enumerate() {
            match look {
                Look::Again(subject) if settled.contains(subject) => {
                    list[at].meaning = Meaning::of(*subject, Why::Again);
                }
                Look::Again(subject @ Subject::Question(_)) => {
                    unclear.push(Unclear { column: at + 1, subject: *subject, why: WhyUnclear::Again });
                }
                _ => {}
            }
        }
    }

    /// The columns that have to do with a question that no column is taken for.
    pub(super) fn doubtful(&self, headers: &[String], looks: &[Look], list: &[Column]) -> Vec<Unclear> {
        let settled: HashSet<Subject> = list.iter().filter_map(|column| column.meaning.subject()).collect();
        let open = |at: &usize| !settled.contains(&Subject::Question(*at));
        if !(0..self.questions().len()).any(|at| open(&at)) {
            return Vec::new();
        }
        let mut unclear = Vec::new();
        for (at, (header, look)) in headers.iter().zip(looks).enumerate() {
            let questions = match look {
                Look::Nothing => self.questions.doubtful(header),
                Look::Option(Subject::Question(question), _) => BTreeSet::from([*question]),
                _ => continue,
            };
            let of = |question: usize| Unclear {
                column: at + 1,
                subject: Subject::Question(question),
                why: WhyUnclear::Within,
            };
            unclear.extend(questions.into_iter().filter(open).map(of));
        }
        unclear
    }
}

/// What a column for an option means; none is no option of ours.
fn of_option(subject: Subject, answer: Option<Answer>) -> Meaning {
    match (subject, answer) {
        (Subject::Question(at), Some(answer)) => Meaning::QuestionOption(at, answer),
        (Subject::Fact(at), Some(Answer::Option(option))) => Meaning::FactOption(at, usize::from(option)),
        _ => Meaning::Metadata,
    }
}
