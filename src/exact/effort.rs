//! What an action costs: a number with at most one decimal.

use std::fmt;
use std::iter::Sum;

/// An effort in tenths of its unit, so that sums are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Effort(u32);

impl Effort {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many tenths of a unit.
    pub const fn from_tenths(tenths: u32) -> Self {
        Self(tenths)
    }

    /// So many units.
    pub const fn whole(units: u32) -> Self {
        Self(units.saturating_mul(10))
    }

    /// The effort that a number such as `3` or `0.5` is; none of anything else, of a second decimal other than 0, and of
    /// what is too large.
    pub fn parse(text: &str) -> Option<Self> {
        let (units, tenths) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let tenth = tenths.trim_end_matches('0');
        if !digits(units) || !digits(tenths) || tenth.len() > 1 {
            return None;
        }
        let tenth = if tenth.is_empty() { 0 } else { tenth.parse().ok()? };
        units.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenth).map(Self)
    }

    /// The effort in tenths.
    pub fn tenths(self) -> u32 {
        self.0
    }
}

impl std::ops::Add for Effort {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Mul<u32> for Effort {
    type Output = Self;

    /// The same effort in a unit of which so many are one of this.
    fn mul(self, factor: u32) -> Self {
        Self(self.0.saturating_mul(factor))
    }
}

impl std::ops::Div<u32> for Effort {
    type Output = Self;

    /// The same effort in a unit that is so many of this, cut to tenths.
    fn div(self, factor: u32) -> Self {
        Self(self.0 / factor)
    }
}

impl std::ops::AddAssign for Effort {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Effort {
    fn sum<I: Iterator<Item = Self>>(efforts: I) -> Self {
        efforts.fold(Self::ZERO, |sum, effort| sum + effort)
    }
}

impl fmt::Display for Effort {
    /// A decimal only where there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => f.pad(&(self.0 / 10).to_string()),
            tenth => f.pad(&format!("{}.{tenth}", self.0 / 10)),
        }
    }
}

impl serde::Serialize for Effort {
    /// A whole number where it is one. The division is for show: the nearest double of every tenth prints as that tenth.
    #[allow(clippy::float_arithmetic)]
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 % 10 {
            0 => serializer.serialize_u32(self.0 / 10),
            _ => serializer.serialize_f64(f64::from(self.0) / 10.0),
        }
    }
}

impl schemars::JsonSchema for Effort {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Effort".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "multipleOf": 0.1 })
    }
}
