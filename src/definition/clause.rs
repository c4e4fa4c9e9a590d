//! What levels ask for: one clause, and all clauses of a level with those of the levels below it.
//!
//! Everything that lists the kinds of clauses is a `match` on [`Clause`]. Whether one holds is for `score`, which knows
//! how an organisation stands; nothing here does.

use std::cmp::Ordering;

use crate::diagnostic::Findings;
use crate::document::{Cursor, Fields, Node, read_score};
use crate::exact::Score;

/// Something that a level can ask for. In a definition `C` says what is meant: which criteria, or the level whose questions
/// are; in a goal it is the index of one.
///
/// Another kind of clause is one more variant, and what the compiler then asks for: here its key and how it is raised;
/// in `score::standing` whether it holds and by how much it fails; in `check::wording` how messages call it, in `report`
/// how results do; in `check::reason` and `plan::targets` how it is decided and attained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause<C> {
    /// At least so many criteria are in place; fewer in proportion where some are not applicable.
    CriteriaInPlace(usize),
    /// The overall score is at least this.
    Overall(Score),
    /// The criterion scores at least this, if it is applicable.
    Criterion(C, Score),
    /// Every applicable question that belongs to this level scores at least this.
    Questions(C, Score),
}

/// What a clause of a definition means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every one.
    Every,
    /// The one with this id.
    Named(String),
}

/// The strongest clause of each kind: what a level asks for, together with all levels below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// How many of all criteria are in place; see [`Goal::needed_in_place`].
    pub criteria_in_place: usize,
    /// What the overall score is at least.
    pub overall: Score,
    /// What each applicable criterion scores at least.
    pub criteria: Vec<Score>,
    /// What each applicable question scores at least that belongs to a level, for the indices of these levels; lowest
    /// first.
    pub questions: Vec<(usize, Score)>,
}

impl Clause<Scope> {
    /// Reads the clauses of the level with this id.
    pub(super) fn read(node: &Node, level: &str, findings: &mut Findings) -> Vec<Self> {
        let mut fields = Fields::new(node, crate::words::definition::requires(), findings);
        let mut clauses = Vec::new();
        let count = fields.optional_integer("criteria_in_place", 1..=100, findings);
        clauses.extend(count.map(|count| Self::CriteriaInPlace(usize::try_from(count).expect("it is at most 100"))));
        clauses.extend(fields.score("overall", findings).map(Self::Overall));
        let every = fields.score("every_criterion", findings);
        clauses.extend(every.map(|score| Self::Criterion(Scope::Every, score)));
        let questions = fields.score("questions", findings);
        clauses.extend(questions.map(|score| Self::Questions(Scope::Named(level.to_owned()), score)));
        for entry in fields.table("criteria", findings) {
            let score = read_score(&entry.node, findings);
            clauses.extend(score.map(|score| Self::Criterion(Scope::Named(entry.key.to_string()), score)));
        }
        fields.finish(findings);
        clauses
    }

    /// Where it stands, below the `requires` of its level.
    pub(crate) fn place<'a>(&self, requires: Cursor<'a>) -> Cursor<'a> {
        match self {
            Self::CriteriaInPlace(_) => requires.key("criteria_in_place"),
            Self::Overall(_) => requires.key("overall"),
            Self::Criterion(Scope::Every, _) => requires.key("every_criterion"),
            Self::Questions(..) => requires.key("questions"),
            Self::Criterion(Scope::Named(id), _) => requires.key("criteria").key(id),
        }
    }

    /// What must hold, criterion by criterion; nothing where it names none of the criteria or levels, whose ids these are.
    pub(super) fn pieces<'a>(
        &self,
        criteria: impl Iterator<Item = &'a str>,
        levels: impl Iterator<Item = &'a str>,
    ) -> Vec<Clause<usize>> {
        let meant = |scope: &Scope, name: &str| match scope {
            Scope::Every => true,
            Scope::Named(id) => name == id,
        };
        match self {
            Self::CriteriaInPlace(count) => vec![Clause::CriteriaInPlace(*count)],
            Self::Overall(score) => vec![Clause::Overall(*score)],
            Self::Criterion(scope, score) => {
                let meant = criteria.enumerate().filter(|(_, id)| meant(scope, id));
                meant.map(|(at, _)| Clause::Criterion(at, *score)).collect()
            }
            Self::Questions(scope, score) => {
                let meant = levels.enumerate().filter(|(_, id)| meant(scope, id));
                meant.map(|(at, _)| Clause::Questions(at, *score)).collect()
            }
        }
    }
}

impl Goal {
    /// Asks for nothing of so many criteria.
    pub fn nothing(criteria: usize) -> Self {
        Self { criteria_in_place: 0, overall: Score::ZERO, criteria: vec![Score::ZERO; criteria], questions: vec![] }
    }

    /// What each question of a level scores at least.
    pub fn of_questions(&self, level: usize) -> Score {
        self.questions.iter().find(|(of, _)| *of == level).map_or(Score::ZERO, |(_, score)| *score)
    }

    /// Asks for `clause` too.
    pub fn raise(&mut self, clause: &Clause<usize>) {
        match *clause {
            Clause::CriteriaInPlace(count) => self.criteria_in_place = self.criteria_in_place.max(count),
            Clause::Overall(score) => self.overall = self.overall.max(score),
            Clause::Criterion(at, score) => self.criteria[at] = self.criteria[at].max(score),
            Clause::Questions(level, score) => match self.questions.binary_search_by_key(&level, |(of, _)| *of) {
                Ok(at) => self.questions[at].1 = self.questions[at].1.max(score),
                Err(at) if score > Score::ZERO => self.questions.insert(at, (level, score)),
                Err(_) => {}
            },
        }
    }

    /// What it asks for, beside what `clause` does.
    pub fn compare(&self, clause: &Clause<usize>) -> Ordering {
        match clause {
            Clause::CriteriaInPlace(count) => self.criteria_in_place.cmp(count),
            Clause::Overall(score) => self.overall.cmp(score),
            Clause::Criterion(at, score) => self.criteria[*at].cmp(score),
            Clause::Questions(level, score) => self.of_questions(*level).cmp(score),
        }
    }

    /// All that it asks for, where that is more than nothing.
    pub fn clauses(&self) -> impl Iterator<Item = Clause<usize>> {
        let Self { criteria_in_place, overall, criteria, questions } = self;
        let nothing = Self::nothing(criteria.len());
        let all = [Clause::CriteriaInPlace(*criteria_in_place), Clause::Overall(*overall)];
        let criteria = criteria.iter().enumerate().map(|(at, score)| Clause::Criterion(at, *score));
        let questions = questions.iter().map(|(level, score)| Clause::Questions(*level, *score));
        all.into_iter().chain(criteria).chain(questions).filter(move |clause| nothing.compare(clause).is_lt())
    }

    /// All that it asks for beyond `lower`.
    pub fn beyond(&self, lower: &Self) -> impl Iterator<Item = Clause<usize>> {
        self.clauses().filter(|clause| lower.compare(clause).is_lt())
    }

    /// How many criteria must be in place when `applicable` of all are: the same part of them, rounded up.
    pub fn needed_in_place(&self, applicable: usize) -> usize {
        in_proportion(self.criteria_in_place, applicable, self.criteria.len())
    }
}

/// What `count` of `all` criteria are when `applicable` of them are: the same part, rounded up.
pub fn in_proportion(count: usize, applicable: usize, all: usize) -> usize {
    (count * applicable).div_ceil(all.max(1))
}
