//! Respondents of one organisation, made into one answer set; and where they disagree.
//!
//! What is kept of an organisation is what its respondents chose, as answers or as counts, so memory depends on organisations
//! and hardly on rows. Names that differ in case, width or white space are one name, shown as it is first spelled. How it is
//! shown is not decided here.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::agenda::{Disagreement, agenda};
use super::chosen::Chosen;
use super::counts::Counts;
use super::{Coefficient, Fits, MergeWith, Segments, TooManySegments, Wanted, agreement, sample, sample_size};
use crate::answers::{Answer, Code, answer_of};
use crate::definition::{Definition, Profile};
use crate::mapping::plain;
use crate::score::{Scored, Scorer};
use crate::text::clean;

/// The most organisations, in each of their spellings. Two respondents with a role each take about a kilobyte.
pub const MAX_ORGANISATIONS: usize = 2_000_000;

/// Organisations by name, each spelling apart until all are known.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    by: HashMap<Vec<u8>, Group>,
}

/// What the respondents of one organisation chose: of each question, alone and by role.
#[derive(Clone, Debug)]
struct Group {
    /// The place of its first row: the block, and the row within.
    first: (u64, u64),
    respondents: u64,
    chosen: Chosen,
    roles: HashMap<Vec<u8>, Chosen>,
    /// All that any of them told.
    told: Profile,
}

/// A fact on which colleagues differ, of which one option holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The index of the fact.
    pub fact: usize,
    /// The indices of the options that were told.
    pub options: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    pub name: String,
    pub respondents: u64,
    /// Krippendorff's alpha.
    pub alpha: Coefficient,
    /// What to talk about, most important first.
    pub agenda: Vec<Disagreement>,
    /// The result of its one answer set.
    pub scored: Scored,
    /// The first actions of its plan, where they were found.
    pub actions: Vec<usize>,
    /// The facts on which its respondents differ; they count as not told.
    pub disputed: Vec<Dispute>,
    /// What it tells and answers as one.
    pub profile: Profile,
    /// See `profile`.
    pub answers: Vec<Answer>,
}

/// What all organisations say together.
#[derive(Debug)]
pub struct Merged {
    pub segments: Segments,
    /// The names of those in which nothing applies.
    pub nothing_applicable: Vec<String>,
}

impl Group {
    fn new(first: (u64, u64)) -> Self {
        let (chosen, roles, told) = (Chosen::default(), HashMap::new(), Profile::default());
        Self { first, respondents: 0, chosen, roles, told }
    }

    /// What they told together; and the facts of which one option holds and on which they differ, which count as not told.
    fn profile(&self, definition: &Definition) -> (Profile, Vec<Dispute>) {
        let (mut profile, mut disputed) = (self.told.clone(), Vec::new());
        for (at, fact) in definition.profile.iter().enumerate() {
            if !fact.many && profile.told(at).count() > 1 {
                disputed.push(Dispute { fact: at, options: profile.told(at).collect() });
                profile.forget(at);
            }
        }
        (profile, disputed)
    }

    /// Adds other respondents of the same organisation.
    fn merge(&mut self, definition: &Definition, other: Self) {
        self.first = self.first.min(other.first);
        self.respondents += other.respondents;
        self.told.add(&other.told);
        self.chosen.merge(definition, other.chosen);
        for (role, chosen) in other.roles {
            self.roles.entry(role).or_default().merge(definition, chosen);
        }
    }
}

impl Groups {
    /// Adds a row of the organisation of this name, and of this role if there are roles.
    pub(crate) fn add(
        &mut self,
        definition: &Definition,
        place: (u64, u64),
        name: &[u8],
        role: Option<&[u8]>,
        codes: &[Code],
        told: &Profile,
    ) -> Result<(), TooManySegments> {
        if !self.by.contains_key(name) {
            self.by.insert(name.to_vec(), Group::new(place));
            self.check()?;
        }
        let group = self.by.get_mut(name).expect("it was put there if it was not");
        group.first = group.first.min(place);
        group.respondents += 1;
        group.told.add(told);
        group.chosen.add(definition, codes);
        if let Some(role) = role.filter(|role| !role.is_empty()) {
            group.roles.entry(role.to_vec()).or_default().add(definition, codes);
        }
        Ok(())
    }

    pub(crate) fn merge(&mut self, definition: &Definition, other: Self) -> Result<(), TooManySegments> {
        for (name, group) in other.by {
            match self.by.entry(name) {
                Entry::Occupied(mut own) => own.get_mut().merge(definition, group),
                Entry::Vacant(own) => drop(own.insert(group)),
            }
        }
        self.check()
    }

    fn check(&self) -> Result<(), TooManySegments> {
        if self.by.len() > MAX_ORGANISATIONS { Err(TooManySegments(MAX_ORGANISATIONS)) } else { Ok(()) }
    }

    /// One group for all spellings of a name, in the order of the input.
    pub fn sorted(self, definition: &Definition) -> Sorted {
        let mut spellings: Vec<(Vec<u8>, Group)> = self.by.into_iter().collect();
        spellings.sort_by_key(|(_, group)| group.first);
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut groups: Vec<(String, Group)> = Vec::new();
        for (name, group) in spellings {
            let name = String::from_utf8_lossy(&name);
            match known.entry(plain(&name)) {
                Entry::Occupied(at) => groups[*at.get()].1.merge(definition, group),
                Entry::Vacant(at) => {
                    at.insert(groups.len());
                    groups.push((clean(name.trim()).into_owned(), group));
                }
            }
        }
        Sorted(groups)
    }
}

/// Organisations in the order of the input.
#[derive(Debug)]
pub struct Sorted(Vec<(String, Group)>);

impl Sorted {
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Gives each organisation with one answer set, and so many first actions of its plan.
    pub fn merged<E>(
        self,
        (definition, scorer): (&Definition, &Scorer),
        with: MergeWith,
        actions: usize,
        mut take: impl FnMut(Organisation) -> Result<(), E>,
    ) -> Result<Merged, E> {
        let mut merged = Merged { segments: Segments::new(definition, scorer), nothing_applicable: Vec::new() };
        let mut fits = Fits::new(definition);
        let mut scored = Scored::default();
        // Where results do not show first actions, those of a sample will do.
        let all = u64::try_from(self.count()).expect("they are counted in 64 bits");
        let sample: Vec<u64> = sample(all, sample_size(scorer.scheme())).collect();
        for (number, (name, group)) in (0u64..).zip(self.0) {
            let chosen = group.chosen.counts(definition);
            let roles = group.roles.iter().map(|(role, chosen)| (role.clone(), chosen.counts(definition))).collect();
            let questions = definition.questions().zip(&chosen);
            let mut codes: Vec<Code> = questions.map(|((_, question), counts)| counts.merged(question, with)).collect();
            let (profile, disputed) = group.profile(definition);
            let fit = fits.of(&profile);
            fit.drop_unasked(&mut codes);
            if !scorer.score(&codes, &mut scored) {
                merged.nothing_applicable.push(name);
                continue;
            }
            let wanted = match actions {
                0 => sample.binary_search(&number).is_ok().then_some(Wanted::OfSample(sample.len())),
                count => Some(Wanted::All(count)),
            };
            let follows = fit.follows(wanted, &codes);
            merged.segments.all.add(scorer, &scored, follows);
            merged.segments.all.add_answers(definition, scorer, &codes);
            take(Organisation {
                name,
                respondents: group.respondents,
                alpha: agreement(&by_points(definition, &chosen)),
                agenda: agenda(definition, scorer, &chosen, &roles, &codes),
                scored: scored.clone(),
                actions: follows.actions.map(<[usize]>::to_vec).unwrap_or_default(),
                disputed,
                answers: codes.iter().map(|code| answer_of(*code)).collect(),
                profile,
            })?;
        }
        Ok(merged)
    }
}

/// For each question, how many chose each of all points that there are.
fn by_points(definition: &Definition, chosen: &[Counts]) -> Vec<Vec<u64>> {
    let options = definition.questions().flat_map(|(_, question)| &question.options);
    let mut points: Vec<u32> = options.map(|option| option.points).collect();
    points.sort_unstable();
    points.dedup();
    definition.questions().zip(chosen).map(|((_, question), counts)| counts.by_points(question, &points)).collect()
}
