//! Files of one answer set each as CSV: a row a file.
//!
//! Which columns there are is known when all files are read. Until then a record is kept of each: why it is refused, its name,
//! facts and answers, and its metadata, a key before each value.

use std::collections::HashSet;
use std::io::{self, Read};

use csv::StringRecord;

use crate::answers::{Answer, AnswerSet};
use crate::definition::{Definition, Question};
use crate::table::{Refused, write_field};

/// The name of a file, and the answer set in it; else why there is none.
pub type NamedSet = (String, Result<AnswerSet, String>);

/// What is kept of files, in their order.
#[derive(Debug, Default)]
pub struct KeptSets {
    pub records: Vec<u8>,
    /// The keys of their metadata, by the first file that has each.
    pub keys: Keys,
}

/// Keys of metadata, none of them twice.
#[derive(Debug, Default)]
pub struct Keys {
    pub list: Vec<String>,
    known: HashSet<String>,
}

impl Keys {
    pub fn add(&mut self, key: &str) {
        if !self.known.contains(key) {
            self.known.insert(key.to_owned());
            self.list.push(key.to_owned());
        }
    }
}

impl KeptSets {
    /// Adds a file, whose answer set belongs to `definition`.
    pub fn add(&mut self, (file, set): &NamedSet, definition: &Definition) {
        let set = match set {
            Ok(set) => set,
            Err(reason) => return line(&mut self.records, [reason, file]),
        };
        set.metadata.iter().for_each(|(key, _)| self.keys.add(key));
        let facts = definition.profile.iter().enumerate().map(|(at, fact)| {
            let told = set.profile.told(at).map(|option| fact.options[option].id.as_str());
            told.collect::<Vec<_>>().join(";")
        });
        let asked = |question: &Question| definition.applies(&question.condition, &set.profile).counts();
        let questions = definition.questions().map(|(_, question)| question);
        let answers = set.answers.iter().zip(questions).map(|(answer, question)| match answer {
            // Not the organisation said so, but what it told.
            Answer::NotApplicable if !asked(question) => String::new(),
            Answer::Unanswered => String::new(),
            Answer::NotApplicable => "n/a".to_owned(),
            Answer::Option(option) => question.options[usize::from(*option)].points.to_string(),
        });
        let metadata = set.metadata.iter().flat_map(|(key, value)| [key, value]).cloned();
        line(&mut self.records, [String::new(), file.clone()].into_iter().chain(facts).chain(answers).chain(metadata));
    }
}

/// CSV for the kept records that it reads: the file, all metadata, and all facts and questions of a definition.
#[derive(Debug)]
pub struct SetsCsv<R> {
    kept: csv::Reader<R>,
    record: StringRecord,
    keys: Vec<String>,
    /// How many facts and questions there are.
    asked: usize,
    /// How many files were read, and those without an answer set.
    read: u64,
    refused: Refused,
    out: Vec<u8>,
    given: usize,
}

impl<R: Read> SetsCsv<R> {
    /// Reads what is kept of files with these keys, whose answer sets belong to `definition`.
    pub fn new(kept: R, keys: &[String], definition: &Definition) -> Self {
        let questions = definition.questions().map(|(_, question)| &question.id);
        let ids: Vec<&String> = definition.profile.iter().map(|fact| &fact.id).chain(questions).collect();
        // A file may have metadata of its own called `file`; columns with the same name are told apart where they are
        // written. One that is called like a question or a fact stays metadata: no answer stands there.
        let metadata = keys.iter().map(|key| if ids.contains(&key) { format!("metadata {key}") } else { key.clone() });
        let mut out = Vec::new();
        line(&mut out, ["file".to_owned()].into_iter().chain(metadata).chain(ids.iter().copied().cloned()));
        let kept =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(64 << 10).from_reader(kept);
        let (record, keys, asked) = (StringRecord::new(), keys.to_vec(), ids.len());
        Self { kept, record, keys, asked, read: 0, refused: Refused::default(), out, given: 0 }
    }

    /// The files without an answer set, by their numbers.
    pub fn refused(&self) -> Refused {
        self.refused.clone()
    }

    /// Takes the next file; false where there is none.
    fn row(&mut self) -> io::Result<bool> {
        if !self.kept.read_record(&mut self.record)? {
            return Ok(false);
        }
        self.read += 1;
        let mut cells = self.record.iter();
        let (reason, file) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        if !reason.is_empty() {
            self.refused.add(self.read, reason.to_owned(), file.as_bytes());
            self.out.push(b'\n');
            return Ok(true);
        }
        let asked = cells.clone().take(self.asked);
        let of = cells.skip(self.asked);
        let value = |key: &String| {
            let mut keys = of.clone().step_by(2).zip(of.clone().skip(1).step_by(2));
            keys.find(|(of, _)| of == key).map(|(_, value)| value).unwrap_or_default()
        };
        line(&mut self.out, [file].into_iter().chain(self.keys.iter().map(value)).chain(asked));
        Ok(true)
    }
}

impl<R: Read> Read for SetsCsv<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.out.len() {
            self.out.clear();
            self.given = 0;
            let weight = self.refused.weight();
            while self.out.len() < buffer.len() && !self.refused.is_heavy_since(weight) && self.row()? {}
        }
        let length = buffer.len().min(self.out.len() - self.given);
        buffer[..length].copy_from_slice(&self.out[self.given..self.given + length]);
        self.given += length;
        Ok(length)
    }
}

fn line(out: &mut Vec<u8>, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write_field(out, cell.as_ref().as_bytes());
    }
    out.push(b'\n');
}
