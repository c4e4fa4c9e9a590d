//! Rows that are perhaps of the same respondent: they share what is one respondent's own.
//!
//! Which of them counts is not known here, and none is passed over for it: how many there are is said.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use crate::mapping::{Columns, plain};

/// Columns of what is one respondent's own.
const OWN: [&str; 114] = [
    "id",
    "case",
    "case id",
    "participant id",
    "participant_id",
    "user id",
    "username",
    "uuid",
    "pid",
    "社員番号",
    "回答id",
    "respondentid",
    "email",
    "e-mail",
    "email address",
    "e-mail address",
    "your email",
    "your email address",
    "mail",
    "recipientemail",
    "recipient email",
    "respondent email",
    "contact id",
    "メール",
    "メールアドレス",
    "eメール",
    "e-mailアドレス",
    "responseid",
    "response id",
    "respondent id",
    "respondent_id",
    "submission id",
    "record id",
    "record_id",
    "_uuid",
    "instanceid",
    "meta/instanceid",
    "key",
    "token",
    "回答者id",
    "sample id",
    "sampleid",
    "sample_id",
    "サンプルid",
    "レコード番号",
    "record number",
    "recordid",
    "record no",
    "respid",
    "resp_id",
    "resp id",
    "participantid",
    "participant",
    "userid",
    "user_id",
    "employee id",
    "employee_id",
    "employee number",
    "member id",
    "panel id",
    "panelistid",
    "external reference",
    "externaldatareference",
    "受付番号",
    "回答番号",
    "会員id",
    "モニターid",
    "response_id",
    "e-mail-adresse",
    "e-mail adresse",
    "emailadresse",
    "adresse e-mail",
    "adresse email",
    "courriel",
    "correo electrónico",
    "work email",
    "work e-mail",
    "what is your email address?",
    "personalnummer",
    "mitarbeiternummer",
    "staff id",
    "staff number",
    "matricule",
    "caseid",
    "case_id",
    "lfdn",
    "interview_number",
    "submissionid",
    "submission_id",
    "submission_uuid",
    "_id",
    "entry id",
    "entryid",
    "entry_id",
    "subject_id",
    "subject id",
    "subjectid",
    "responder",
    "respondent/id",
    "respondent.id",
    "user/id",
    "user.id",
    "participant/id",
    "contact/id",
    "hidden/email",
    "user/email",
    "user.email",
    "contact/email",
    "contact.email",
    "respondent/email",
    "submittedby",
    "submitted by",
    "createdby/email",
    "upn",
];
/// How many values of a column are remembered: behind them, rows are no longer compared.
const MAX_VALUES: usize = 1 << 18;

/// How often each value of each such column was seen.
#[derive(Debug)]
pub(super) struct Repeats {
    /// The places of the columns among those that are carried along, and the values, as hashes.
    columns: Vec<(usize, Counts)>,
}

/// How often each hash was seen.
type Counts = HashMap<u64, u32, BuildHasherDefault<Plain>>;

/// Hashes are as they are.
#[derive(Debug, Default)]
struct Plain(u64);

impl std::hash::Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("only whole hashes are hashed");
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Repeats {
    /// Looks at all such columns but `decided`, of which the user has said what is to become of them.
    pub(super) fn new(columns: &Columns, decided: &[usize]) -> Self {
        let carried = columns.list.iter().filter(|column| column.is_carried()).enumerate();
        let own =
            carried.filter(|(place, column)| !decided.contains(place) && OWN.contains(&plain(&column.header).as_str()));
        Self { columns: own.map(|(place, _)| (place, HashMap::default())).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    pub(super) fn add<'r>(&mut self, cell: impl Fn(usize) -> &'r [u8]) {
        for (place, values) in &mut self.columns {
            let text = cell(*place).trim_ascii();
            if text.is_empty() {
                continue;
            }
            let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(text.to_ascii_lowercase());
            let full = values.len() >= MAX_VALUES;
            match values.get_mut(&hash) {
                Some(count) => *count += 1,
                None if full => {}
                None => drop(values.insert(hash, 1)),
            }
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for ((_, values), (_, others)) in self.columns.iter_mut().zip(other.columns) {
            others.into_iter().for_each(|(hash, count)| *values.entry(hash).or_default() += count);
        }
    }

    /// The place of each column in which rows share a value, how many rows, and how many values.
    pub(super) fn shared(&self) -> impl Iterator<Item = (usize, u64, usize)> {
        self.columns.iter().filter_map(|(place, values)| {
            let counts: Vec<u64> = values.values().filter(|count| **count > 1).map(|count| u64::from(*count)).collect();
            (!counts.is_empty()).then(|| (*place, counts.iter().sum(), counts.len()))
        })
    }
}
