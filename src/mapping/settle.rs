//! What columns are that do not say it by their headers alone: those for options, those of a grid, and those that were
//! renamed. What is not certain is said.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::around::in_brackets;
use super::columns::{Column, Unclear, WhyUnclear};
use super::headers::{Row, Says};
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
            if mapped || group.iter().all(|(_, choice)| choice.is_none_of_ours()) {
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
        let apart =
            self.are_headings(stems.iter().map(|((_, stem), rows)| {
                (*stem, &rows[0].2.says, rows.iter().map(|(_, subject, _)| *subject).collect())
            }));
        let mut unclear = Vec::new();
        for ((bracket, stem), rows) in stems {
            let alike = |column: &&Column| {
                let folded = plain(&column.header);
                in_brackets(&folded).is_some_and(|(before, _)| before == stem)
            };
            let whole = !bracket || list.iter().filter(alike).count() == rows.len();
            let taken = rows.iter().any(|(_, subject, _)| settled.contains(subject));
            let heading = match &rows[0].2.says {
                Says::Heading => true,
                Says::Otherwise => false,
                Says::Unknown(_) => apart,
            };
            let sure = heading && whole && !taken;
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

    /// Whether what stands before questions, of which nothing else is known, can only be headings: there are several that share
    /// no word, and each question stands behind one. Two alone part criteria.
    fn are_headings<'a>(&self, stems: impl Iterator<Item = (&'a str, &'a Says, BTreeSet<Subject>)>) -> bool {
        let stems: Vec<_> = stems.filter(|(_, says, _)| **says != Says::Otherwise).collect();
        let (mut seen, mut behind) = (BTreeMap::new(), BTreeSet::new());
        for (stem, _, subjects) in &stems {
            for subject in subjects {
                if !behind.insert(*subject) {
                    return false;
                }
                if let Subject::Question(at) = subject {
                    seen.entry(self.criterion(*at)).or_insert_with(BTreeSet::new).insert(*stem);
                }
            }
        }
        let unknown: Vec<&Vec<String>> = stems
            .iter()
            .filter_map(|(_, says, _)| if let Says::Unknown(words) = says { Some(words) } else { None })
            .collect();
        let parts = seen.values().all(|stems| stems.len() == 1);
        let enough = stems.len() > 2 || (stems.len() == 2 && parts && seen.len() > 1);
        enough && !share(&unknown)
    }

    /// The criterion of the question with this index.
    fn criterion(&self, question: usize) -> usize {
        let ends = self.criteria.iter().scan(0, |end, count| {
            *end += count;
            Some(*end)
        });
        ends.take_while(|end| *end <= question).count()
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

    /// The columns that have to do with a question or a fact that no column is taken for.
    pub(super) fn doubtful(&self, headers: &[String], looks: &[Look], list: &[Column]) -> Vec<Unclear> {
        let settled: HashSet<Subject> = list.iter().filter_map(|column| column.meaning.subject()).collect();
        let subjects =
            (0..self.questions().len()).map(Subject::Question).chain((0..self.facts().len()).map(Subject::Fact));
        if subjects.into_iter().all(|subject| settled.contains(&subject)) {
            return Vec::new();
        }
        let mut unclear = Vec::new();
        for (at, (header, look)) in headers.iter().zip(looks).enumerate() {
            let subjects: Vec<Subject> = match look {
                Look::Nothing => {
                    let questions = self.questions.doubtful(header);
                    // The text of a fact may be part of a question's.
                    let facts = if questions.is_empty() { self.facts.doubtful(header) } else { BTreeSet::new() };
                    let facts = facts.into_iter().map(Subject::Fact);
                    questions.into_iter().map(Subject::Question).chain(facts).collect()
                }
                Look::Option(subject, _) => vec![*subject],
                _ => continue,
            };
            let open = subjects.into_iter().filter(|subject| !settled.contains(subject));
            unclear.extend(open.map(|subject| Unclear { column: at + 1, subject, why: WhyUnclear::Within }));
        }
        unclear
    }
}

/// Whether all of these have a word in common, or begin or end alike where words stand together. One alone has all in common
/// with itself only.
fn share(stems: &[&Vec<String>]) -> bool {
    let Some((first, others)) = stems.split_first().filter(|(_, others)| !others.is_empty()) else { return false };
    let is_word = |word: &&String| others.iter().all(|words| words.contains(word));
    let alike = |word: &String| -> bool {
        let count = word.chars().count();
        let begins = |length: usize, word: &str| word.chars().take(length).collect::<String>();
        let ends = |length: usize| word.chars().skip(count - length).collect::<String>();
        let has = |part: String| others.iter().all(|words| words.iter().any(|word| word.contains(&part)));
        count > 1 && !word.is_ascii() && (has(begins(2, word)) || has(ends(2)))
    };
    first.iter().any(|word| is_word(&word) || alike(word))
}

/// What a column for an option means; none is no option of ours.
fn of_option(subject: Subject, answer: Option<Answer>) -> Meaning {
    match (subject, answer) {
        (Subject::Question(at), Some(answer)) => Meaning::QuestionOption(at, answer),
        (Subject::Fact(at), Some(Answer::Option(option))) => Meaning::FactOption(at, usize::from(option)),
        _ => Meaning::Metadata,
    }
}
