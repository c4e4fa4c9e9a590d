//! Respondents of one organisation, made into one answer set; and where they disagree.
//!
//! What is kept of an organisation is how many chose each option, so memory depends on organisations and not on rows. Names
//! that differ in case, width or white space are one name, shown as it is first spelled.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use super::Segments;
use super::krippendorff;
use crate::answers::{Code, NOT_APPLICABLE, UNANSWERED};
use crate::batch::Job;
use crate::batch::{Cell, Form, Layout, Row};
use crate::definition::Definition;
use crate::mapping::plain;
use crate::mapping::{Column, Columns, Meaning};

/// For how many organisations the first action is found where results do not show it.
const PLANNED: usize = 2_000;

/// What becomes of different answers to one question. Either is an option of the question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MergeWith {
    /// The one in the middle; of two, the lower.
    #[default]
    Median,
    /// The highest option whose points are no more than the mean.
    Mean,
    /// The lowest.
    Min,
}

/// Organisations by name, each spelling apart until all are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    by: HashMap<Vec<u8>, Group>,
}

/// What the respondents of one organisation chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Group {
    /// The place of its first row: the block, and the row within.
    first: (u64, u64),
    respondents: u64,
    chosen: Chosen,
    roles: BTreeMap<Vec<u8>, Chosen>,
}

/// For each question, how many chose each option, and how many n/a.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Chosen {
    options: Vec<Vec<u64>>,
    not_applicable: Vec<u64>,
}

/// A question on which colleagues disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The index of the question.
    pub question: usize,
    /// The points of the lowest and of the highest answer.
    pub points: (u32, u32),
    /// What lies between them in tenths of the overall score.
    pub effect: u16,
    /// Whether it decides the level.
    pub decides_level: bool,
    /// For each role, where there are roles, its name and its mean in tenths of a point.
    pub roles: Vec<(String, u64)>,
}

/// An organisation, merged.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// How many respondents it has.
    pub respondents: u64,
    /// Krippendorff's alpha, where it is defined.
    pub alpha: Option<f64>,
    /// What to talk about, most important first.
    pub agenda: Vec<Disagreement>,
}

/// All organisations: their result rows, and what to talk about.
#[derive(Debug)]
pub struct Merged {
    /// How rows are written.
    pub layout: Layout,
    /// The rows.
    pub rows: Vec<u8>,
    /// In the order of the input.
    pub organisations: Vec<Organisation>,
    /// All organisations summed up.
    pub segments: Segments,
    /// The organisations in which nothing applies.
    pub nothing_applicable: Vec<String>,
}

impl Organisation {
    /// Adds what is no score to the object that `rows` end with.
    fn add_json(&self, definition: &Definition, rows: &mut Vec<u8>) {
        let questions: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
        let tenths = |tenths: u64| u32::try_from(tenths).map_or(Value::Null, |tenths| json!(f64::from(tenths) / 10.0));
        let item = |item: &Disagreement| {
            let roles: Map<String, Value> =
                item.roles.iter().map(|(role, mean)| (role.clone(), tenths(*mean))).collect();
            json!({
                "question": questions[item.question],
                "low": item.points.0,
                "high": item.points.1,
                "effect": tenths(item.effect.into()),
                "decides_level": item.decides_level,
                "roles": roles,
            })
        };
        let agenda: Vec<Value> = self.agenda.iter().map(item).collect();
        let agreement = self.alpha.map(|alpha| (alpha * 100.0).round() / 100.0);
        let more = json!({ "respondents": self.respondents, "agreement": agreement, "agenda": agenda }).to_string();
        rows.truncate(rows.trim_ascii_end().len() - 1);
        rows.push(b',');
        rows.extend_from_slice(&more.as_bytes()[1..]);
        rows.push(b'\n');
    }
}

impl Chosen {
    fn add(&mut self, definition: &Definition, codes: &[Code]) {
        if self.options.is_empty() {
            self.options = definition.questions().map(|(_, question)| vec![0; question.options.len()]).collect();
            self.not_applicable = vec![0; codes.len()];
        }
        for ((code, options), not_applicable) in codes.iter().zip(&mut self.options).zip(&mut self.not_applicable) {
            match *code {
                NOT_APPLICABLE => *not_applicable += 1,
                code => {
                    if let Some(count) = options.get_mut(usize::from(code)) {
                        *count += 1;
                    }
                }
            }
        }
    }

    fn merge(&mut self, other: Self) {
        if self.options.is_empty() {
            *self = other;
            return;
        }
        self.options.iter_mut().flatten().zip(other.options.iter().flatten()).for_each(|(own, other)| *own += other);
        self.not_applicable.iter_mut().zip(&other.not_applicable).for_each(|(own, other)| *own += other);
    }

    /// One answer set of all. A question is n/a if more say so than choose an option.
    fn codes(&self, definition: &Definition, with: MergeWith) -> Vec<Code> {
        let questions = definition.questions().zip(&self.options).zip(&self.not_applicable);
        let code =
            |(((_, question), options), not_applicable): (((usize, &crate::definition::Question), &Vec<u64>), &u64)| {
                let answered: u64 = options.iter().sum();
                if *not_applicable > answered {
                    return NOT_APPLICABLE;
                }
                if answered == 0 {
                    return UNANSWERED;
                }
                let points = || (0u8..).zip(&question.options).map(|(at, option)| (at, u64::from(option.points)));
                let mut before = 0;
                let mut nth = |wanted: u64| {
                    let found = (0u8..).zip(options).find(|(_, count)| {
                        before += **count;
                        before > wanted
                    });
                    found.map_or(UNANSWERED, |(at, _)| at)
                };
                match with {
                    MergeWith::Median => nth((answered - 1) / 2),
                    MergeWith::Min => nth(0),
                    MergeWith::Mean => {
                        let sum: u64 = points().zip(options).map(|((_, points), count)| points * count).sum();
                        points().filter(|(_, points)| points * answered <= sum).last().map_or(UNANSWERED, |(at, _)| at)
                    }
                }
            };
        questions.map(code).collect()
    }
}

impl Group {
    /// Adds other respondents of the same organisation.
    fn merge(&mut self, other: Self) {
        self.first = self.first.min(other.first);
        self.respondents += other.respondents;
        self.chosen.merge(other.chosen);
        for (role, chosen) in other.roles {
            self.roles.entry(role).or_default().merge(chosen);
        }
    }
}

impl Groups {
    /// Adds a row of the organisation of this name, and of this role if there are roles.
    pub(crate) fn add(&mut self, job: &Job<'_>, place: (u64, u64), name: &[u8], role: Option<&[u8]>, codes: &[Code]) {
        if !self.by.contains_key(name) {
            self.by.insert(name.to_vec(), Group { first: place, ..Group::default() });
        }
        if let Some(group) = self.by.get_mut(name) {
            group.first = group.first.min(place);
            group.respondents += 1;
            group.chosen.add(job.definition, codes);
            if let Some(role) = role.filter(|role| !role.is_empty()) {
                group.roles.entry(role.to_vec()).or_default().add(job.definition, codes);
            }
        }
    }

    /// Adds what another worker has.
    pub(crate) fn merge(&mut self, other: Self) {
        for (name, group) in other.by {
            match self.by.entry(name) {
                Entry::Occupied(mut own) => own.get_mut().merge(group),
                Entry::Vacant(own) => drop(own.insert(group)),
            }
        }
    }

    /// One group for all spellings of a name, in the order of the input.
    fn into_sorted(self) -> Vec<(String, Group)> {
        let mut spellings: Vec<(Vec<u8>, Group)> = self.by.into_iter().collect();
        spellings.sort_by_key(|(_, group)| group.first);
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut groups: Vec<(String, Group)> = Vec::new();
        for (name, group) in spellings {
            let name = String::from_utf8_lossy(&name);
            match known.entry(plain(&name)) {
                Entry::Occupied(at) => groups[*at.get()].1.merge(group),
                Entry::Vacant(at) => {
                    at.insert(groups.len());
                    groups.push((name.trim().to_owned(), group));
                }
            }
        }
        groups
    }

    /// A row for each organisation, named under `header`.
    pub fn merged(self, job: &Job<'_>, header: &str, with: MergeWith, form: Form) -> Merged {
        // In JSON the figures are no metadata: they are numbers beside it.
        let names: &[&str] = if form == Form::Json { &[header] } else { &[header, "respondents", "agreement"] };
        let column = |name: &&str| Column { header: (*name).to_owned(), meaning: Meaning::Metadata };
        let columns = Columns { list: names.iter().map(column).collect() };
        let layout = Layout::new(job.definition, &job.scorer, &columns, form, job.layout.extras());
        let groups = self.into_sorted();
        let mut merged = Merged {
            layout,
            rows: Vec::new(),
            organisations: Vec::new(),
            segments: Segments::new(job),
            nothing_applicable: Vec::new(),
        };
        let mut first_actions = super::FirstActions::default();
        let mut scored = job.scorer.scored();
        for (number, (name, group)) in groups.into_iter().enumerate() {
            let shown = crate::text::clean(&name).into_owned();
            let codes = group.chosen.codes(job.definition, with);
            if !job.scorer.score(&codes, &mut scored) {
                merged.nothing_applicable.push(shown);
                continue;
            }
            let plans = job.wants.extras.actions > 0 || number < PLANNED;
            let actions = plans.then(|| first_actions.of(job, &codes, scored.low.level));
            merged.segments.all.add(job, &codes, &scored, actions);
            let actions = actions.unwrap_or_default();
            let alpha = krippendorff(&by_points(job.definition, &group.chosen));
            let respondents = group.respondents.to_string();
            let agreement = alpha.map(|alpha| format!("{alpha:.2}")).unwrap_or_default();
            let metadata = [name.as_bytes(), respondents.as_bytes(), agreement.as_bytes()].map(Cell::Any);
            let metadata = metadata.into_iter().take(names.len());
            let percentiles = job.wants.percentiles.as_deref().unwrap_or_default();
            let percentile = percentiles.get(usize::from(scored.low.overall)).copied().unwrap_or_default();
            merged.layout.write(&mut merged.rows, Row { metadata, scored: &scored, percentile, actions });
            let agenda = agenda(job, &group, &codes);
            let organisation = Organisation { name: shown, respondents: group.respondents, alpha, agenda };
            if form == Form::Json {
                organisation.add_json(job.definition, &mut merged.rows);
            }
            merged.organisations.push(organisation);
        }
        merged
    }
}

/// For each question, how many chose each of all points that there are.
fn by_points(definition: &Definition, chosen: &Chosen) -> Vec<Vec<u64>> {
    let options = || definition.questions().flat_map(|(_, question)| &question.options).map(|option| option.points);
    let mut points: Vec<u32> = options().collect();
    points.sort_unstable();
    points.dedup();
    let unit = |((_, question), counts): ((usize, &crate::definition::Question), &Vec<u64>)| {
        let mut unit = vec![0; points.len()];
        for (option, count) in question.options.iter().zip(counts) {
            if let Ok(at) = points.binary_search(&option.points) {
                unit[at] += count;
            }
        }
        unit
    };
    definition.questions().zip(&chosen.options).map(unit).collect()
}

/// The questions on which the respondents differ: first those that decide the level, then by what they are worth.
fn agenda(job: &Job<'_>, group: &Group, codes: &[Code]) -> Vec<Disagreement> {
    let mut agenda = Vec::new();
    let mut settled = codes.to_vec();
    let mut scored = job.scorer.scored();
    for (at, (_, question)) in job.definition.questions().enumerate() {
        let options = &group.chosen.options[at];
        let chosen = || (0u8..).zip(options).filter(|(_, count)| **count > 0).map(|(option, _)| option);
        let (Some(low), Some(high)) = (chosen().min(), chosen().max()) else { continue };
        if low == high {
            continue;
        }
        let mut with = |option: Code| {
            settled[at] = option;
            job.scorer.score(&settled, &mut scored).then_some(scored.low)
        };
        let ends = with(low).zip(with(high));
        settled[at] = codes[at];
        let Some((worst, best)) = ends else { continue };
        let points = |option: Code| question.options[usize::from(option)].points;
        agenda.push(Disagreement {
            question: at,
            points: (points(low), points(high)),
            effect: best.overall.saturating_sub(worst.overall),
            decides_level: best.level != worst.level,
            roles: roles(group, at, question),
        });
    }
    agenda.sort_by_key(|item| std::cmp::Reverse((item.decides_level, item.effect)));
    agenda
}

fn roles(group: &Group, at: usize, question: &crate::definition::Question) -> Vec<(String, u64)> {
    let mean = |(role, chosen): (&Vec<u8>, &Chosen)| {
        let options = &chosen.options[at];
        let sum: u64 =
            question.options.iter().zip(options).map(|(option, count)| u64::from(option.points) * count).sum();
        let mean = (sum * 10).checked_div(options.iter().sum())?;
        Some((crate::text::clean(&String::from_utf8_lossy(role)).into_owned(), mean))
    };
    group.roles.iter().filter_map(mean).collect()
}
