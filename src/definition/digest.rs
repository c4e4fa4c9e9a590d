//! What a text is told from all others by. What is looked up by it is not known here.

use sha2::{Digest as _, Sha256};

/// What identifies the text of a definition: `sha256:` and 64 hexadecimal digits.
pub fn digest(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().fold("sha256:".to_owned(), |digest, byte| digest + &format!("{byte:02x}"))
}
