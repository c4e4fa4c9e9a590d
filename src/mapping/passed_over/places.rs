//! Where the rows are that are passed over: block by block, and found again when the input is read once more.

use std::collections::BTreeMap;

use super::Why;

/// The place of a row: the ticket of its block, and its line there, from 1.
pub(crate) type Place = (u64, u64);

/// The rows of an input that are passed over, or refused before they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassedOver {
    blocks: BTreeMap<u64, Judged>,
    sizes: Sizes,
}

/// How many lines and bytes each block has, by its ticket.
pub(crate) type Sizes = BTreeMap<u64, (u64, usize)>;

/// The rows of a block that are none of respondents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Judged {
    passed: Lines,
    /// Rows that may be of respondents or not, by why.
    unclear: BTreeMap<Why, Lines>,
}

impl PassedOver {
    pub(super) fn pass(&mut self, (ticket, line): Place) {
        self.blocks.entry(ticket).or_default().passed.add(line);
    }

    pub(super) fn refuse(&mut self, (ticket, line): Place, why: Why) {
        self.blocks.entry(ticket).or_default().unclear.entry(why).or_default().add(line);
    }

    /// Refuses rows by their numbers, where the first is `first` and sizes are known.
    pub(crate) fn refuse_rows(&mut self, rows: &[(u64, Why)], first: u64) {
        let below = || rows.iter().filter(|(row, _)| *row >= first);
        let places = self.places(below().map(|(row, _)| row - first));
        places.into_iter().zip(below()).for_each(|(place, (_, why))| self.refuse(place, *why));
    }

    /// Refuses all rows below the one at this place, which has this number, where sizes are known.
    pub(crate) fn refuse_below(&mut self, (ticket, line): Place, number: u64) {
        let blocks: Vec<(u64, u64)> = self.sizes.range(ticket..).map(|(at, (lines, _))| (*at, *lines)).collect();
        for (at, lines) in blocks {
            let first = if at == ticket { line + 1 } else { 1 };
            (first..=lines).for_each(|line| self.refuse((at, line), Why::Below(number)));
        }
    }

    /// Whether any row is refused.
    #[cfg(feature = "cli")]
    pub(crate) fn refuses(&self) -> bool {
        self.blocks.values().any(|judged| !judged.unclear.is_empty())
    }

    /// Whether the row at this place is passed over or refused.
    pub(super) fn judges(&self, (ticket, line): Place) -> bool {
        self.blocks.get(&ticket).is_some_and(|judged| judged.passes(line) || judged.refusal(line).is_some())
    }

    /// Adds what another worker passed over or refused.
    pub(super) fn merge(&mut self, other: Self) {
        for (ticket, judged) in other.blocks {
            let all = self.blocks.entry(ticket).or_default();
            all.passed.merge(&judged.passed);
            for (why, lines) in judged.unclear {
                all.unclear.entry(why).or_default().merge(&lines);
            }
        }
    }

    /// The same of an input whose blocks have these sizes.
    pub(super) fn of_sizes(self, sizes: Sizes) -> Self {
        Self { sizes, ..self }
    }

    /// How many bytes each block has, in their order.
    pub(crate) fn lengths(&self) -> impl Iterator<Item = usize> {
        self.sizes.values().map(|(_, bytes)| *bytes)
    }

    /// Whether a block is the one that was looked at, as far as its size and its end tell.
    pub(crate) fn fits(&self, ticket: u64, lines: u64, bytes: &[u8]) -> bool {
        let Some((last, _)) = self.sizes.last_key_value() else { return true };
        let ends = ticket == *last || bytes.ends_with(b"\n") || bytes.ends_with(b"\r");
        ends && self.sizes.get(&ticket) == Some(&(lines, bytes.len()))
    }

    /// Those of the block in which the row on this line of the input is, from 1, if it has any, and the line there.
    pub(crate) fn row(&self, mut line: u64) -> Option<(&Judged, u64)> {
        for (ticket, (lines, _)) in &self.sizes {
            if line <= *lines {
                return self.blocks.get(ticket).map(|judged| (judged, line));
            }
            line -= lines;
        }
        None
    }

    /// The places of rows by their numbers from 0, which are sorted; none where sizes are not known.
    pub(crate) fn places(&self, numbers: impl Iterator<Item = u64>) -> Vec<Place> {
        let mut blocks = self.sizes.iter().scan(0, |begin, (ticket, (lines, _))| {
            *begin += lines;
            Some((*ticket, *begin, *lines))
        });
        let mut block = blocks.next();
        let place = |number: u64| {
            while block.is_some_and(|(_, end, _)| end <= number) {
                block = blocks.next();
            }
            block.map(|(ticket, end, lines)| (ticket, number + lines - end + 1))
        };
        numbers.map_while(place).collect()
    }

    /// How many rows there are, if it is known.
    pub(crate) fn rows(&self) -> u64 {
        self.sizes.values().map(|(lines, _)| lines).sum()
    }

    /// The number of the row at `place`, where the first has the number `row`.
    pub fn number(&self, (ticket, line): Place, row: u64) -> u64 {
        row + self.sizes.range(..ticket).map(|(_, (lines, _))| lines).sum::<u64>() + line - 1
    }

    /// Those of the block with this ticket, if it has any.
    pub(crate) fn block(&self, ticket: u64) -> Option<&Judged> {
        self.blocks.get(&ticket)
    }
}

impl Judged {
    /// Whether the row on this line is passed over.
    pub(crate) fn passes(&self, line: u64) -> bool {
        self.passed.has(line)
    }

    /// Why the row on this line is refused, if it is.
    pub(crate) fn refusal(&self, line: u64) -> Option<Why> {
        self.unclear.iter().find(|(_, lines)| lines.has(line)).map(|(why, _)| *why)
    }
}

/// Lines of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Lines(Vec<u64>);

impl Lines {
    fn add(&mut self, line: u64) {
        let (word, bit) = Self::place(line);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    fn has(&self, line: u64) -> bool {
        let (word, bit) = Self::place(line);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    fn merge(&mut self, other: &Self) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(bits, others)| *bits |= others);
    }

    fn place(line: u64) -> (usize, u64) {
        (usize::try_from(line / 64).expect("a block has fewer lines than bytes"), 1 << (line % 64))
    }
}
