//! What is to be done with every row of an input: made once, shared by all workers.

use crate::definition::{Definition, Profile};
use crate::mapping::Cells;
use crate::mapping::Columns;
use crate::mapping::Quick;
use crate::mapping::passed_over::{PassedOver, Place};
use crate::population::{Wanted, sample, sample_size};
use crate::score::{Scheme, Scorer};

/// What is to be done with every row.
#[derive(Debug)]
pub struct Job<'a> {
    pub definition: &'a Definition,
    pub scorer: Scorer,
    pub cells: Cells,
    /// What cells say that need no closer look, to begin with: workers learn more.
    pub(crate) quick: Vec<Quick>,
    pub columns: Columns,
    pub delimiter: u8,
    pub wants: Wants,
    pub passed_over: PassedOver,
    /// The rows whose first actions stand for those of all where no row shows them.
    sample: Vec<Place>,
}

#[derive(Clone, Debug, Default)]
pub struct Wants {
    /// So many first actions of each row.
    pub actions: usize,
    /// Whether all rows are summed up.
    pub summary: bool,
    /// And by the values of this column as well.
    pub by: Option<usize>,
    /// The column that names the organisation whose respondents are merged, and the one that tells their roles.
    pub merge: Option<usize>,
    /// See `merge`.
    pub role: Option<usize>,
    /// The columns that name a row, where the answers of each are wanted as well as its result.
    pub each: Option<Vec<usize>>,
    /// The column that names the version that was answered, where rows to some versions are refused.
    pub version: Option<usize>,
    /// Whether those to another major version are not among them for that alone.
    pub accept_major: bool,
}

impl Wants {
    /// Whether answers themselves are wanted, and not only scores.
    pub(super) fn answers(&self) -> bool {
        self.merge.is_some() || self.each.is_some()
    }
}

impl<'a> Job<'a> {
    /// Compiles `definition` for an input with these columns.
    pub fn new(definition: &'a Definition, cells: Cells, columns: Columns, delimiter: u8, wants: Wants) -> Self {
        let scorer = Scorer::new(Scheme::compile(definition, &Profile::default()));
        let (quick, passed_over) = (cells.quick(delimiter), PassedOver::default());
        // How many rows there are is not known yet.
        let sample = (1..=sample_size(scorer.scheme())).map(|line| (0, line)).collect();
        Self { definition, scorer, quick, cells, columns, delimiter, wants, passed_over, sample }
    }

    /// The same of an input whose rows were looked at, without those that are no respondents.
    #[must_use]
    pub fn without(self, passed_over: PassedOver) -> Self {
        let sample = passed_over.places(sample(passed_over.rows(), sample_size(self.scorer.scheme())));
        Self { passed_over, sample, ..self }
    }

    /// The rows of the sample that are in the block with this ticket.
    pub(super) fn sample(&self, ticket: u64) -> &[Place] {
        let wanted = self.wants.summary && self.wants.actions == 0;
        let sample = if wanted { self.sample.as_slice() } else { &[] };
        let [begin, end] = [ticket, ticket + 1].map(|ticket| sample.partition_point(|(block, _)| *block < ticket));
        &sample[begin..end]
    }

    /// Which first actions of a row are to be found, which is this line of a block: plans take long. `sample` are the rows of
    /// it in which they are, from this one on.
    #[inline]
    pub(super) fn first_actions(&self, sample: &mut &[Place], line: u64) -> Option<Wanted> {
        while let [(_, next), others @ ..] = *sample
            && *next <= line
        {
            *sample = others;
            if *next == line {
                return Some(Wanted::OfSample(self.sample.len()));
            }
        }
        (self.wants.actions > 0).then_some(Wanted::All(self.wants.actions))
    }
}
