//! How many respondents chose each answer to a question, and the one answer that is made of theirs.

use crate::answers::{Code, NOT_APPLICABLE, UNANSWERED};
use crate::definition::Question;

/// What becomes of different answers to one question. Each is an option of the question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MergeWith {
    /// The one in the middle; of two, the lower.
    #[default]
    Median,
    /// The highest option whose points are no more than the mean.
    Mean,
    Min,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    options: Vec<u64>,
    not_applicable: u64,
}

impl Counts {
    /// So many chose each option, and so many n/a.
    pub(super) fn new(options: Vec<u64>, not_applicable: u64) -> Self {
        Self { options, not_applicable }
    }

    /// The options that were chosen, lowest first, and by how many.
    pub(super) fn chosen(&self) -> Vec<(u8, u64)> {
        (0u8..).zip(self.options.iter().copied()).filter(|(_, count)| *count > 0).collect()
    }

    /// The mean in tenths of a point; none where no option was chosen.
    pub(super) fn mean(&self, question: &Question) -> Option<u64> {
        (self.points(question) * 10).checked_div(self.answered())
    }

    /// How many chose an option with each of `points`, which are sorted.
    pub(super) fn by_points(&self, question: &Question, points: &[u32]) -> Vec<u64> {
        let mut by_points = vec![0; points.len()];
        for (option, count) in question.options.iter().zip(&self.options) {
            by_points[points.binary_search(&option.points).expect("all points that there are were given")] += count;
        }
        by_points
    }

    /// One answer of all. It is n/a if more say so than choose an option.
    pub(super) fn merged(&self, question: &Question, with: MergeWith) -> Code {
        let answered = self.answered();
        if self.not_applicable > answered {
            return NOT_APPLICABLE;
        }
        if answered == 0 {
            return UNANSWERED;
        }
        let merged = match with {
            MergeWith::Median => self.nth((answered - 1) / 2),
            MergeWith::Min => self.nth(0),
            MergeWith::Mean => {
                let sum = self.points(question);
                let options = (0u8..).zip(&question.options);
                options.filter(|(_, option)| u64::from(option.points) * answered <= sum).last().map(|(at, _)| at)
            }
        };
        merged.expect("an option was chosen, and no mean is below the lowest")
    }

    /// The option that comes at this place, from 0, when all choices are sorted.
    fn nth(&self, place: u64) -> Option<u8> {
        let mut before = 0;
        let reaches = |(_, count): &(u8, &u64)| {
            before += **count;
            before > place
        };
        (0u8..).zip(&self.options).find(reaches).map(|(option, _)| option)
    }

    fn answered(&self) -> u64 {
        self.options.iter().sum()
    }

    /// The points of all choices together.
    fn points(&self, question: &Question) -> u64 {
        question.options.iter().zip(&self.options).map(|(option, count)| u64::from(option.points) * count).sum()
    }
}
