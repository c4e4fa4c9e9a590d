//! How others are distributed over the levels.

use schemars::JsonSchema;
use serde::Serialize;

use crate::definition;
use crate::exact::{Score, wilson};

/// How others are distributed over the levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Benchmark {
    /// Its id.
    pub id: String,
    /// Whom it describes.
    pub name: String,
    /// How many respondents there were.
    pub n: Option<u32>,
    /// When they were asked.
    pub year: Option<u32>,
    /// How it was found.
    pub method: Option<String>,
    /// The share of each level in per cent, lowest level first.
    pub shares: Vec<Share>,
    /// The id of its source.
    pub source: Option<String>,
}

/// The share of one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// The level's id.
    pub level: String,
    /// Per cent.
    pub percent: Score,
    /// The lower end of its 95 % interval (Wilson) in whole per cent; none without `n`.
    pub low: Option<u8>,
    /// The upper end.
    pub high: Option<u8>,
}

impl Benchmark {
    /// The share of the level with this id.
    pub fn share(&self, level: &str) -> Option<&Share> {
        self.shares.iter().find(|share| share.level == level)
    }
}

impl From<&definition::Benchmark> for Benchmark {
    fn from(benchmark: &definition::Benchmark) -> Self {
        let share = |share: &definition::Share| {
            let (low, high) = benchmark.n.map(|n| wilson(share.percent, n)).unzip();
            Share { level: share.level.clone(), percent: share.percent, low, high }
        };
        Self {
            id: benchmark.id.clone(),
            name: benchmark.name.clone(),
            n: benchmark.n,
            year: benchmark.year,
            method: benchmark.method.clone(),
            shares: benchmark.shares.iter().map(share).collect(),
            source: benchmark.source.clone(),
        }
    }
}
