//! What the system says of files, in the language of the process.

use std::io;

use crate::words::system as say;

/// An error of the system in words; one that has words of its own keeps them.
pub fn system(error: &io::Error) -> String {
    let said = error.to_string();
    match error.get_ref() {
        Some(_) => said,
        None => say::error(&format!("{:?}", error.kind()), &said),
    }
}
