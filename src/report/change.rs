//! By how much a score changed.

use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::exact::Score;

/// The difference of two scores, in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change(i32);

impl Change {
    /// From one score to another; none where one of them is not certain, or there is none.
    pub fn between(from: (Option<Score>, Option<Score>), to: (Option<Score>, Option<Score>)) -> Option<Self> {
        let certain = |(low, high): (Option<Score>, Option<Score>)| low.filter(|_| low == high);
        Some(Self(i32::from(certain(to)?.tenths()) - i32::from(certain(from)?.tenths())))
    }
}

impl fmt::Display for Change {
    /// With its sign, a true minus.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.0 {
            0 => "±",
            1.. => "+",
            _ => "−",
        };
        let tenths = self.0.unsigned_abs();
        f.pad(&format!("{sign}{}.{}", tenths / 10, tenths % 10))
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

impl JsonSchema for Change {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Change".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": -100, "maximum": 100 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_have_a_sign_and_are_certain() {
        let score = |tenths| Score::from_tenths(tenths);
        let change =
            |from, to| Change::between((score(from), score(from)), (score(to), score(to))).unwrap().to_string();
        assert_eq!([change(0, 55), change(55, 0), change(7, 7)], ["+5.5", "−5.5", "±0.0"]);
        assert_eq!(Change::between((score(1), score(2)), (score(3), score(3))), None);
        assert_eq!(Change::between((None, None), (score(3), score(3))), None);
    }
}
