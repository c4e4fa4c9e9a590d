//! By how much a score changed.

use std::fmt;

use serde::{Serialize, Serializer};

use super::model::{Criterion, CriterionScore, Report};
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

impl Report {
    /// A criterion the previous time.
    pub fn before(&self, criterion: &Criterion) -> Option<&CriterionScore> {
        self.previous.as_ref()?.criteria.iter().find(|before| before.id == criterion.id)
    }

    /// By how much a criterion's score changed since the previous time.
    pub fn change(&self, criterion: &Criterion) -> Option<Change> {
        let before = self.before(criterion)?;
        Change::between((before.low, before.high), (criterion.low, criterion.high))
    }

    /// By how much the overall score changed since the previous time.
    pub fn overall_change(&self) -> Option<Change> {
        let (before, now) = (self.previous.as_ref()?.overall, self.overall);
        Change::between((Some(before.low), Some(before.high)), (Some(now.low), Some(now.high)))
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
