//! The kinds of things that a definition is made of, and what messages call them.

use std::borrow::Cow;

use crate::words::definition as say;

/// A kind of thing that has an id.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'a> {
    Source,
    Pillar,
    Group,
    Level,
    Fact,
    Criterion,
    Challenge,
    Action,
    Benchmark,
    Question,
    /// An option of the fact with this id.
    OptionOf(&'a str),
}

impl Kind<'_> {
    /// As in "there is no level".
    pub(super) fn noun(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Source => say::source(),
            Self::Pillar => say::pillar(),
            Self::Group => say::group(),
            Self::Level => say::level(),
            Self::Fact => say::fact(),
            Self::Criterion => say::criterion(),
            Self::Challenge => say::challenge(),
            Self::Action => say::action(),
            Self::Benchmark => say::benchmark(),
            Self::Question => say::question(),
            Self::OptionOf(fact) => return Cow::Owned(say::option_of(fact)),
        })
    }

    /// As in "a level needs the key".
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Source => say::a_source(),
            Self::Pillar => say::a_pillar(),
            Self::Group => say::a_group(),
            Self::Level => say::a_level(),
            Self::Fact => say::a_fact(),
            Self::Criterion => say::a_criterion(),
            Self::Challenge => say::a_challenge(),
            Self::Action => say::an_action(),
            Self::Benchmark => say::a_benchmark(),
            Self::Question => say::a_question(),
            Self::OptionOf(_) => say::an_option_of_a_fact(),
        }
    }
}
