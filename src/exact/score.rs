//! A score as it is shown, and as it is compared.

use std::fmt;

/// A score from 0 to 100 with one decimal: the exact score, cut and not rounded.
///
/// Thresholds have at most one decimal, so an exact score reaches a threshold if and only if the cut one does.
/// What is shown is therefore what decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// All there is.
    pub const FULL: Self = Self(1_000);
    /// A tenth of it.
    pub const TEN: Self = Self(100);
    /// From where a criterion counts as in place unless it says otherwise: 75.
    pub const DEFAULT_IN_PLACE: Self = Self(750);

    /// A score of so many tenths; none beyond 1000.
    pub fn from_tenths(tenths: u16) -> Option<Self> {
        (tenths <= Self::FULL.0).then_some(Self(tenths))
    }

    /// The score of `value` out of `full`, cut to tenths. A value beyond `full` counts as full, as does 0 of 0.
    pub fn of(value: u128, full: u128) -> Self {
        let tenths = (value * u128::from(Self::FULL.0)).checked_div(full).unwrap_or(u128::MAX);
        Self(u16::try_from(tenths).map_or(Self::FULL.0, |tenths| tenths.min(Self::FULL.0)))
    }

    /// The least value out of `full` that has at least this score: [`Score::of`] the other way round.
    pub fn least(self, full: u64) -> u64 {
        u64::try_from(self.least128(full.into())).expect("no more than `full`")
    }

    /// As [`Score::least`], for wider numbers.
    pub fn least128(self, full: u128) -> u128 {
        (full * u128::from(self.0)).div_ceil(u128::from(Self::FULL.0))
    }

    /// The score in tenths, 0 to 1000.
    pub fn tenths(self) -> u16 {
        self.0
    }

    /// By how much it falls short of `other`; zero if it does not.
    #[must_use]
    pub fn short_of(self, other: Self) -> Self {
        Self(other.0.saturating_sub(self.0))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{}", self.0 / 10, self.0 % 10))
    }
}

impl serde::Serialize for Score {
    /// A number with one decimal. The division is for show: the nearest double of every tenth prints as that tenth.
    #[allow(clippy::float_arithmetic)]
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

impl schemars::JsonSchema for Score {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 100 })
    }
}
