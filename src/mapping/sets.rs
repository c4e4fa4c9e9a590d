//! Files of one answer set each as CSV: a row a file.

use std::collections::HashSet;

use crate::answers::{Answer, AnswerSet};
use crate::definition::Definition;
use crate::table::{Refused, write_field};

/// Collects answer sets into a table.
#[derive(Debug, Default)]
pub struct Sets {
    rows: Vec<Row>,
    metadata: Vec<String>,
    known: HashSet<String>,
}

#[derive(Debug)]
enum Row {
    Set(String, AnswerSet),
    Refused(String, String),
}

impl Sets {
    /// Adds the set that was read from the file of this name.
    pub fn add(&mut self, file: &str, set: AnswerSet) {
        for (key, _) in &set.metadata {
            if self.known.insert(key.clone()) {
                self.metadata.push(key.clone());
            }
        }
        self.rows.push(Row::Set(file.to_owned(), set));
    }

    /// Adds a file that could not be read, with the reason.
    pub fn refuse(&mut self, file: &str, reason: String) {
        self.rows.push(Row::Refused(file.to_owned(), reason));
    }

    /// The table as CSV: the file, all metadata, and all questions of `definition`, to which the sets belong; and the files
    /// that could not be read.
    pub fn into_csv(self, definition: &Definition) -> (Vec<u8>, Refused) {
        let questions = || definition.questions().map(|(_, question)| question);
        // A file may have metadata of its own called `file`; columns with the same name are told apart where they are
        // written. One that is called like a question stays metadata: no answer stands there.
        let metadata = self.metadata.iter().map(|key| {
            let question = questions().any(|question| question.id == *key);
            if question { format!("metadata {key}") } else { key.clone() }
        });
        let ids = questions().map(|question| question.id.clone());
        let refused = Refused::default();
        let mut out = Vec::new();
        line(&mut out, std::iter::once("file".to_owned()).chain(metadata).chain(ids));
        for (number, row) in (1..).zip(self.rows) {
            match row {
                Row::Refused(file, reason) => {
                    refused.add(number, reason, file.as_bytes());
                    out.push(b'\n');
                }
                Row::Set(file, set) => {
                    let metadata = self.metadata.iter().map(|key| set.metadata(key).unwrap_or_default().to_owned());
                    let answers = set.answers.iter().zip(questions()).map(|(answer, question)| match answer {
                        Answer::Unanswered => String::new(),
                        Answer::NotApplicable => "n/a".to_owned(),
                        Answer::Option(option) => question.options[usize::from(*option)].points.to_string(),
                    });
                    line(&mut out, std::iter::once(file).chain(metadata).chain(answers));
                }
            }
        }
        (out, refused)
    }
}

fn line(out: &mut Vec<u8>, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write_field(out, cell.as_bytes());
    }
    out.push(b'\n');
}
