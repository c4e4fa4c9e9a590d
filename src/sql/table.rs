//! The table of answers: which of its columns holds the cells of which question or fact, which of its rows are wanted, and
//! what it is called where a row is an answer.

use std::collections::BTreeMap;

use super::names::{cell_of, folded, name};
use super::reading::{self, Reading};
use super::request::{Refusal, Request};
use super::tree::Expr;
use crate::definition::Definition;
use crate::mapping::Meaning;
use crate::mapping::passed_over::Condition;
use crate::words::sql_refusals as say;

#[derive(Debug)]
pub(super) struct Table {
    /// The columns of questions and facts, by their ids; in a table of single answers, what their questions are called there.
    columns: BTreeMap<String, String>,
    /// The columns that are carried along under the name of what they tell.
    pub(super) named: Vec<(String, &'static str)>,
    /// The columns that tell nothing of a question or fact, as a map says.
    pub(super) others: Vec<String>,
    /// What holds of every row that is wanted.
    pub(super) wanted: Option<Expr>,
    /// Whether it has a row for each answer.
    is_long: bool,
}

impl Table {
    pub(super) fn new(definition: &Definition, reading: &Reading, request: &Request<'_>) -> Result<Self, Refusal> {
        let questions: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
        let (mut columns, mut others) = (BTreeMap::new(), Vec::new());
        let named = |header: &String| request.map.names.iter().any(|(named, _)| named == header);
        for (header, meaning) in &request.map.columns {
            refuse_number(header)?;
            let id = match meaning {
                Meaning::Question(at, _) => questions[*at],
                Meaning::Fact(at, _) => &definition.profile[*at].id,
                Meaning::Metadata if named(header) => continue,
                Meaning::Metadata => {
                    others.push(header.clone());
                    continue;
                }
                Meaning::QuestionOption(..) | Meaning::FactOption(..) => {
                    return Err(Refusal(say::one_of_several(header)));
                }
            };
            if let Some(known) = columns.insert(id.to_owned(), header.clone()) {
                return Err(Refusal(say::two_columns(&known, header, id)));
            }
        }
        let mut table =
            Self { columns, named: request.map.names.clone(), others, wanted: None, is_long: request.long.is_some() };
        let held = || super::request::ids(definition).filter(|id| !request.absent.iter().any(|absent| absent == id));
        if let Some(id) = held().find(|id| !table.columns.contains_key(*id) && table.is_another(id)) {
            return Err(Refusal(say::called_otherwise(id)));
        }
        let held = held().filter(|_| !table.is_long);
        let headers = held.map(|id| table.name(id)).chain(table.named.iter().map(|(header, _)| header.as_str()));
        headers.into_iter().try_for_each(|header| super::names::refuse(request.dialect, header))?;
        let conditions = request.map.conditions.iter().map(|text| {
            let (header, holds) = table.condition(definition, reading, text)?;
            super::names::refuse(request.dialect, &header).map(|()| holds)
        });
        table.wanted = Expr::one_or(conditions.collect::<Result<_, _>>()?, Expr::All);
        Ok(table)
    }

    /// What a question or fact is called in the table.
    pub(super) fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.columns.get(id).map_or(id, String::as_str)
    }

    /// Whether the map says that what is called as a question or fact is something else.
    pub(super) fn is_another(&self, id: &str) -> bool {
        let named = self.named.iter().map(|(header, _)| header);
        let mut headers = self.columns.values().chain(&self.others).chain(named);
        headers.any(|header| header.eq_ignore_ascii_case(id) && self.columns.get(id) != Some(header))
    }

    /// Whether a header is that of a fact: most engines take names for the same whatever their case.
    pub(super) fn is_of(&self, id: &str, header: &str) -> bool {
        let is = |name: &str| name.eq_ignore_ascii_case(header);
        is(self.name(id)) || is(id) && !self.is_another(id)
    }

    /// The column of a question or fact, where a row is a respondent's.
    pub(super) fn column(&self, id: &str) -> String {
        if self.is_long { name("answer", id) } else { self.name(id).to_owned() }
    }

    pub(super) fn cell(&self, id: &str) -> Expr {
        cell_of(&self.column(id))
    }

    /// A condition on rows, as `batch` understands it: a fact tells the same however it is spelled.
    fn condition(&self, definition: &Definition, reading: &Reading, text: &str) -> Result<(String, Expr), Refusal> {
        let mut readings = Condition::readings(text);
        let (column, equal, value) = readings.next().expect("a map is read with conditions that are some");
        if readings.next().is_some() {
            return Err(Refusal(say::two_equals(text)));
        }
        refuse_number(column)?;
        let known = self.named.iter().find(|(_, known)| *known == column);
        let header = known.map_or(column, |(header, _)| header);
        let is_of = |id: &str| self.is_of(id, header);
        let fact = definition.profile.iter().position(|fact| is_of(&fact.id));
        let values = match fact {
            Some(at) if definition.profile[at].many || self.is_long => {
                return Err(Refusal(say::by_fact(column, text)));
            }
            Some(at) => reading.alike(at, value),
            None => reading::alike(value),
        };
        let header = fact.map_or(header, |at| self.name(&definition.profile[at].id)).to_owned();
        let holds = folded(&header).among(values.into_iter().collect());
        Ok((header, if equal { holds } else { holds.not() }))
    }
}

fn refuse_number(header: &str) -> Result<(), Refusal> {
    match crate::mapping::map::column_number(header) {
        None => Ok(()),
        Some(_) => Err(Refusal(say::by_number(header))),
    }
}
