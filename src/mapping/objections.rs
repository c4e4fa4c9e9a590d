//! What was found in whole rows, and beside a table, against how it is read.

use std::collections::BTreeMap;

use super::aims::Aim;
use super::codebook::{Codes, Told};
use super::corrected::Correction;
use super::evidence::{Evidence, Label};
use super::left::{TooFarLeft, TooFarRight};
use super::roles::RoleRow;
use super::{Cells, Scale};

/// How many rows are kept in which the same text stands beside the same number.
pub(super) const LABELLED: u64 = 64;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Objections {
    /// Numbers beside which the text of an option stands.
    pub(crate) labels: BTreeMap<(usize, i64, u8), Label>,
    /// The rows of each of them, if they are few.
    pub(super) rows: BTreeMap<(usize, i64, u8), Vec<u64>>,
    /// The same of a codebook, and where it stands.
    pub(crate) codebook: Vec<(Where, Label)>,
    /// Legends, and where they stand.
    pub(crate) legends: Vec<(Where, Told)>,
    /// Those of one question, with its index.
    pub(crate) own_legends: Vec<(Where, usize, Told)>,
    /// Rows with something in columns that may be a codebook or have a legend; and headers of them below which nothing stands.
    pub(crate) beside: Vec<(u64, Vec<String>)>,
    pub(crate) headers: Vec<String>,
    /// Columns that answer a question where its own does not, and there alone; and the row of the first such answer.
    pub(crate) instead: Vec<(usize, usize, u64)>,
    /// A column that has another answer than that of the question which it may correct, and the row of the first such answer.
    pub(crate) corrected: Option<(Correction, u64)>,
    /// Rows with an answer in a column without a header, behind the last question, and that column.
    pub(crate) shifted: Vec<(u64, usize)>,
    /// Rows that stand a cell too far to the left.
    pub(crate) left: TooFarLeft,
    /// Rows that stand a cell too far to the right.
    pub(crate) right: TooFarRight,
    /// Rows that have aims or weights and no answers.
    pub(crate) aims: Vec<Aim>,
    /// Rows that are called after a role or an occasion.
    pub(crate) roles: Vec<RoleRow>,
    /// Columns with objects about answers; and the rows of which one says something else than their answers.
    pub(crate) objects: Vec<usize>,
    /// Columns with lists that name questions.
    pub(crate) unheard: Vec<usize>,
    pub(crate) unlike: Vec<(u64, usize)>,
    /// A column without a header that has answers in most rows.
    pub(crate) crowded: Option<usize>,
    /// The last column, which has no header, where the first one counts rows: the header is a cell too short.
    pub(crate) short: Option<usize>,
    /// The header of what is one respondent's own, where rows that share it answer different questions each.
    pub(crate) parts: Option<String>,
    /// How many rows fill several columns of one question, and the first of them, if they are more than a few.
    pub(crate) joined: Option<(u64, u64)>,
    /// The first and the last of rows below the header that list the options of all questions.
    pub(crate) legend_rows: Option<(u64, u64)>,
    /// Whether metadata has what R writes where there is nothing.
    pub(crate) nothing_of_r: bool,
    /// What each of several tables says by itself.
    pub(crate) tables: Vec<(String, Evidence)>,
}

/// Where codes or a legend stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    Above,
    Header,
    Row,
    /// In columns beside a row.
    Beside,
    /// On another sheet.
    Sheet(String),
    /// Under this key of JSON, beside the rows.
    Key(String),
    Comment,
}

impl Objections {
    /// Takes what stands there.
    pub(crate) fn take(&mut self, at: &Where, Codes { labels, legends, own }: Codes) {
        self.codebook.extend(labels.into_iter().map(|label| (at.clone(), label)));
        self.legends.extend(legends.into_iter().map(|told| (at.clone(), told)));
        self.own_legends.extend(own.into_iter().map(|(question, told)| (at.clone(), question, told)));
    }

    /// Takes the text of an option beside a number.
    pub(super) fn label(&mut self, label: Label) {
        let (key, row) = ((label.question, label.number, label.option), label.row);
        let count = &mut self.labels.entry(key).or_insert(label).count;
        *count += 1;
        if *count <= LABELLED {
            self.rows.entry(key).or_default().push(row);
        }
    }

    /// The rows in which the text of an option stands beside a number that is another on this scale, and the column of the text;
    /// none where a codebook says so, or there are too many.
    pub(crate) fn contradicted(&self, cells: &Cells, scale: Scale) -> Option<Vec<(u64, usize)>> {
        let is_other = |label: &Label| cells.option(label.question, scale, label.number) != Some(label.option);
        let labels = self.labels.iter().filter(|(_, label)| is_other(label));
        if self.codebook.iter().any(|(_, label)| is_other(label))
            || labels.clone().any(|(_, label)| label.count > LABELLED)
        {
            return None;
        }
        let rows = labels.flat_map(|(key, label)| self.rows[key].iter().map(|row| (*row, label.columns.1)));
        let rows: BTreeMap<u64, usize> = rows.collect();
        Some(rows.into_iter().collect())
    }

    /// What stands in the columns of questions, and beside it.
    pub(crate) fn labelled(&self, evidence: &Evidence) -> Evidence {
        let mut all = evidence.clone();
        self.labels.values().chain(self.codebook.iter().map(|(_, label)| label)).for_each(|label| all.add(label));
        all
    }
}
