//! Files of one answer set each as CSV: a row a file.

use std::collections::HashSet;

use crate::answers::{Answer, AnswerSet};
use crate::definition::Definition;
use crate::table::refused;

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

    /// The table: the file, all metadata, and all questions of `definition`, to which the sets belong.
    pub fn into_csv(self, definition: &Definition) -> Vec<u8> {
        let mut out = Vec::new();
        let questions = || definition.questions().map(|(_, question)| question);
        // A file may have metadata of its own called `file`; columns with the same name are told apart where they are
        // written. One that is called like a question stays metadata: no answer stands there.
        out.extend_from_slice(b"file");
        for key in &self.metadata {
            out.push(b',');
            let question = questions().any(|question| question.id == *key);
            refused::quote(&mut out, if question { format!("metadata {key}") } else { key.clone() }.as_bytes());
        }
        for question in questions() {
            out.push(b',');
            refused::quote(&mut out, question.id.as_bytes());
        }
        out.push(b'\n');
        for row in &self.rows {
            match row {
                Row::Refused(file, reason) => refused::write(&mut out, reason, file.as_bytes()),
                Row::Set(file, set) => {
                    refused::quote(&mut out, file.as_bytes());
                    for key in &self.metadata {
                        out.push(b',');
                        refused::quote(&mut out, set.metadata(key).unwrap_or_default().as_bytes());
                    }
                    for (answer, question) in set.answers.iter().zip(questions()) {
                        out.push(b',');
                        match answer {
                            Answer::Unanswered => {}
                            Answer::NotApplicable => out.extend_from_slice(b"n/a"),
                            Answer::Option(option) => {
                                let points = question.options.get(usize::from(*option)).map(|option| option.points);
                                out.extend_from_slice(points.unwrap_or_default().to_string().as_bytes());
                            }
                        }
                    }
                    out.push(b'\n');
                }
            }
        }
        out
    }
}
