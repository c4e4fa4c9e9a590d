//! What a column is, and why.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The answers to the question with this index.
    Question(usize, Why),
    /// What organisations tell of the fact with this index.
    Fact(usize, Why),
    Metadata,
}

impl Meaning {
    pub(super) fn why(&self) -> Option<&Why> {
        match self {
            Self::Question(_, why) | Self::Fact(_, why) => Some(why),
            Self::Metadata => None,
        }
    }

    /// Whether both are of the same question or fact.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Question(one, _), Self::Question(other, _)) | (Self::Fact(one, _), Self::Fact(other, _)) => {
                one == other
            }
            _ => false,
        }
    }
}

/// Why a column is a question's or a fact's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The header is its id.
    Id,
    /// The header is its text in this language.
    Text(String),
    Map,
}
