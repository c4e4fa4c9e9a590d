//! Which scale the numbers of a file are on, decided from all of them; else why it cannot be told.
//!
//! A reading is ruled out by the numbers that it cannot explain and another can. One cell decides nothing, nor does one in
//! a thousand: people mistype. What is left must be one reading; where it is not the points, its best option must have been
//! chosen too, since a longer scale would look the same. Nothing is weighed beyond that: what is not certain is refused.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::Cells;
use super::evidence::{Evidence, Sight};
use super::number::Number;
use super::scale::{Ladder, Scale};

/// A cell: its question, its row, and the number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub question: usize,
    pub row: u64,
    pub number: i64,
}

/// Why numbers cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Numbers between 0 and 1, or percents, in the column of a question, of which this is the row of the first.
    Shares { question: usize, row: u64 },
    /// Only 0 and 1, though there are more options than two.
    Marks(Place),
    /// Numbers that no reading explains, the most frequent of which is this one; and how many cells have any.
    Beyond(Place, u64),
    /// More than one reading explains the numbers, each but for so many cells; and a number that they take for different
    /// options.
    Several(Vec<(Scale, u64)>, Place),
    /// No reading explains all numbers; and what speaks against each.
    None(Vec<(Scale, Place)>),
    /// Only this reading explains all numbers, but nobody has chosen its best option; and a cell.
    Short(Scale, Place),
}

/// A text beside another number than its own says nothing of the scale where so many times as many agree: its row is refused.
const AGREE: u64 = 20;

/// One cell in so many decides nothing.
const DOUBTFUL: u64 = 1_000;

/// So many cells of one column, if they are more than one in so many, are another scale and no slips.
const SLIPS: u64 = 3;
const SLIP: u64 = 100;

/// Where so many times as many cells speak against another reading, it is none.
const NEAR: u64 = 10;

/// A number right below those of another reading may stand for no answer where it is less than one in so many, unless there are
/// so many cells that somebody would have chosen the best option; more so where few choose the one before it.
const RARE: u64 = 10;
const MANY: u64 = 10_000;
/// The same where somebody has chosen the best option, and of the one before it there are no more than so many times as many.
const FEW: u64 = 4;
const STEEP: u64 = 100;

/// So many cells of a table would have numbers that other tables have, and none has.
const MISSED: u64 = 20;

/// A number that was seen, and the option whose text it stands before.
struct Fact {
    place: Place,
    count: u64,
    option: Option<u8>,
}

/// The scale of the numbers in `evidence`; points, if there are none. So it is where the table is `known` to have them, as
/// one of our own has, unless they speak against it.
pub fn decide(cells: &Cells, evidence: &Evidence, known: bool) -> Result<Scale, Doubt> {
    let ladders = cells.ladders();
    let ladder = |fact: &Fact| ladders[fact.place.question];
    if let Some(doubt) = shares(evidence) {
        return Err(doubt);
    }
    let all = facts(evidence);
    let readings = readings(&ladders, &all);
    let explains = |scale: Scale, fact: &Fact| ladder(fact).option(scale, fact.place.number);
    let (facts, beyond): (Vec<&Fact>, Vec<&Fact>) =
        all.iter().partition(|fact| readings.iter().any(|scale| explains(*scale, fact).is_some()));
    let sum = |facts: &[&Fact]| facts.iter().map(|fact| fact.count).sum::<u64>();
    if facts.is_empty() {
        return Ok(Scale::Points);
    }
    let few = (sum(&facts) / DOUBTFUL).max(1);
    if let Some(doubt) = farther(&readings, &ladders, (&facts, few), &beyond, evidence) {
        return Err(doubt);
    }
    let right = |scale: Scale, fact: &Fact| match (explains(scale, fact), fact.option) {
        (Some(option), Some(text)) => option == text,
        (option, _) => option.is_some(),
    };
    let against = |scale: Scale| {
        let others = facts.iter().copied().filter(|fact| !right(scale, fact));
        let agree =
            facts.iter().filter(|fact| fact.option.is_some() && right(scale, fact)).map(|fact| fact.count).sum::<u64>();
        let (told, others): (Vec<&Fact>, Vec<&Fact>) = others.partition(|fact| fact.option.is_some());
        let single = sum(&told) * AGREE <= agree;
        others.into_iter().chain(told.into_iter().filter(|_| !single)).collect::<Vec<_>>()
    };
    if known && sum(&against(Scale::Points)) <= few {
        return Ok(Scale::Points);
    }
    let same = |one: Scale, other: Scale| facts.iter().all(|fact| explains(one, fact) == explains(other, fact));
    let mut left: Vec<Scale> = Vec::new();
    for scale in &readings {
        let against = against(*scale);
        let is_new = !left.iter().any(|other| same(*scale, *other));
        if against.len() < facts.len() && sum(&against) <= few && is_new {
            left.push(*scale);
        }
    }
    if matches!(left[..], [scale] if are_many_of_one(&against(scale), &facts)) {
        left.clear();
    }
    // Few cells against one reading are no evidence for it where those against another are hardly more.
    if let [scale] = left[..] {
        let most = NEAR * sum(&against(scale));
        let near = |other: &Scale| {
            let against = against(*other);
            sum(&against) <= most || may_be_none(&against, *other, &facts, &ladders)
        };
        left.extend(readings.iter().copied().find(|other| !same(scale, *other) && near(other)));
    }
    match left[..] {
        [] => {
            let mut all: Vec<(Scale, Place)> = Vec::new();
            for scale in &readings {
                if !all.iter().any(|(other, _)| same(*scale, *other)) {
                    all.extend(most(&against(*scale), |fact| fact.count).map(|place| (*scale, place)));
                }
            }
            Err(Doubt::None(all))
        }
        [scale] => confirmed(scale, &ladders, &facts, few),
        [one, other, ..] => {
            let both = |fact: &Fact| (explains(one, fact), explains(other, fact));
            let differ: Vec<&Fact> = facts.iter().copied().filter(|fact| both(fact).0 != both(fact).1).collect();
            let example = most(&differ, |fact| (both(fact).0.is_some() && both(fact).1.is_some(), fact.count));
            let example = example.expect("readings that are the same were dropped");
            Err(Doubt::Several(left.iter().map(|scale| (*scale, sum(&against(*scale)))).collect(), example))
        }
    }
}

/// Whether all that speaks against a reading is a number right below its own, such as 0 beside 1 to 5, which may stand for no
/// answer: it is rare, or there is the more of it the later a question comes, as where respondents leave.
fn may_be_none(against: &[&Fact], scale: Scale, all: &[&Fact], ladders: &[&Ladder]) -> bool {
    let below = |fact: &&Fact| ladders[fact.place.question].numbers(scale).first() == Some(&(fact.place.number + 1));
    let mut counts: BTreeMap<usize, u64> = all.iter().map(|fact| (fact.place.question, 0)).collect();
    against.iter().for_each(|fact| *counts.entry(fact.place.question).or_default() += fact.count);
    let leaves = counts.values().is_sorted() && counts.values().next() < counts.values().next_back();
    let (none, total) = (counts.values().sum::<u64>(), all.iter().map(|fact| fact.count).sum::<u64>());
    // How many have the best option of the reading, and the one before it.
    let [best, next] = [0, 1].map(|back| {
        let number = |fact: &Fact| ladders[fact.place.question].numbers(scale).iter().rev().nth(back).copied();
        all.iter().filter(|fact| number(fact) == Some(fact.place.number)).map(|fact| fact.count).sum::<u64>()
    });
    let rare = match best {
        0 => none * RARE < total && (total < DOUBTFUL || total < MANY && next * RARE < total),
        _ => none * FEW < total && next <= best * STEEP,
    };
    against.iter().all(below) && against.iter().all(|fact| fact.option.is_none()) && (rare || leaves)
}

/// Another reading of the numbers of one table than the scale of all, if it is likely: it explains each of them, and leaves out
/// numbers that are frequent in the others.
pub fn apart(cells: &Cells, all: &Evidence, table: &Evidence, scale: Scale) -> Option<Scale> {
    let (ladders, all, own) = (cells.ladders(), facts(all), facts(table));
    let option = |scale: Scale, fact: &Fact| ladders[fact.place.question].option(scale, fact.place.number);
    let explained = |of: Scale, facts: &[Fact]| -> u64 {
        facts.iter().filter(|fact| option(of, fact).is_some()).map(|fact| fact.count).sum()
    };
    let readings = readings(&ladders, &all);
    readings.into_iter().find(|other| {
        let differs = own.iter().any(|fact| option(*other, fact) != option(scale, fact));
        let whole = own.iter().all(|fact| option(*other, fact).is_some() && fact.option.is_none());
        let cells = explained(scale, &own);
        let beside = explained(scale, &all) - cells;
        let missed = beside.saturating_sub(explained(*other, &all) - explained(*other, &own));
        let first = |fact: &Fact| ladders[fact.place.question].numbers(*other).first() == Some(&fact.place.number);
        // Where nobody is best, few have the highest number; the lowest one is missing where it is not on the scale.
        differs
            && whole
            && own.iter().any(first)
            && beside > 0
            && u128::from(missed) * u128::from(cells) >= u128::from(MISSED * beside)
    })
}

/// The cell of the number of which there is the most; among equals, the first in the file.
fn most<K: Ord>(facts: &[&Fact], key: impl Fn(&Fact) -> K) -> Option<Place> {
    facts.iter().rev().max_by_key(|fact| key(fact)).map(|fact| fact.place)
}

/// The only reading that is left, if nothing is odd about it.
fn confirmed(scale: Scale, ladders: &[&Ladder], facts: &[&Fact], few: u64) -> Result<Scale, Doubt> {
    let first = facts[0].place;
    let on_scale = |fact: &Fact| ladders[fact.place.question].option(scale, fact.place.number);
    if facts.iter().any(|fact| fact.option.is_some() && on_scale(fact) == fact.option) {
        return Ok(scale);
    }
    // What is no answer on this scale says nothing against marks.
    let mut read = facts.iter().filter(|fact| on_scale(fact).is_some());
    let marks = read.clone().all(|fact| matches!(fact.place.number, 0 | 1));
    if marks && read.clone().any(|fact| fact.place.number == 0) && read.clone().any(|fact| fact.place.number == 1) {
        let long = read.find(|fact| ladders[fact.place.question].options() > 2);
        if let Some(fact) = long {
            return Err(Doubt::Marks(fact.place));
        }
    }
    let is_best = |fact: &&&Fact| {
        let ladder = ladders[fact.place.question];
        ladder.numbers(scale).last() == Some(&fact.place.number)
    };
    let best: u64 = facts.iter().filter(is_best).map(|fact| fact.count).sum();
    if scale != Scale::Points && best <= few { Err(Doubt::Short(scale, first)) } else { Ok(scale) }
}

/// What numbers may stand for.
fn readings(ladders: &[&Ladder], facts: &[Fact]) -> Vec<Scale> {
    let mut readings = vec![Scale::Points, Scale::From(1), Scale::From(0)];
    if ladders.iter().any(|ladder| ladder.has_texts()) {
        readings.push(Scale::Texts);
    }
    let numbered = facts.iter().filter_map(|fact| Some((fact.count, fact.place.number - i64::from(fact.option?))));
    // A few numbers before texts tell no scale that is none of the usual ones: all of it has to be there.
    let whole = ladders.iter().map(|ladder| ladder.options()).max().unwrap_or(0);
    let says = |first: i64| {
        let told = facts
            .iter()
            .filter(|fact| fact.option.is_some_and(|option| fact.place.number - i64::from(option) == first));
        told.map(|fact| fact.place.number).collect::<BTreeSet<i64>>().len() >= whole
    };
    if let Some((_, first)) = numbered.clone().max_by_key(|(count, _)| *count)
        && !readings.contains(&Scale::From(first))
        && says(first)
    {
        readings.push(Scale::From(first));
    }
    readings
}

/// In the order of the file.
fn facts(evidence: &Evidence) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (question, seen) in evidence.questions.iter().enumerate() {
        for seen in seen {
            let (number, option) = match seen.sight {
                Sight::Number(Number::Whole(number)) => (number, None),
                Sight::Numbered(number, option) => (number, Some(option)),
                _ => continue,
            };
            facts.push(Fact { place: Place { question, row: seen.first, number }, count: seen.count, option });
        }
    }
    facts.sort_by_key(|fact| (fact.place.row, fact.place.question));
    facts
}

/// A column with shares of a whole, beside which 0 and 1 are no points.
fn shares(evidence: &Evidence) -> Option<Doubt> {
    let doubts = evidence.questions.iter().enumerate().filter_map(|(question, seen)| {
        let shares = || seen.iter().filter(|seen| seen.sight == Sight::Number(Number::Share));
        let large = |sight: &Sight| matches!(sight, Sight::Number(Number::Whole(2..)));
        let count: u64 = shares().map(|seen| seen.count).sum();
        let larger: u64 = seen.iter().filter(|seen| large(&seen.sight)).map(|seen| seen.count).sum();
        (count > 0 && count >= larger).then(|| shares().map(|seen| seen.first).min())?.map(|row| (row, question))
    });
    doubts.min().map(|(row, question)| Doubt::Shares { question, row })
}

/// Numbers that nothing explains, if they are too many or too near to be something else than answers: those of a longer
/// scale.
fn farther(
    readings: &[Scale],
    ladders: &[&Ladder],
    (explained, few): (&[&Fact], u64),
    beyond: &[&Fact],
    evidence: &Evidence,
) -> Option<Doubt> {
    let numbers = readings.iter().flat_map(|scale| ladders.iter().flat_map(|ladder| ladder.numbers(*scale)));
    let near = 2 * numbers.max()?;
    let count = |facts: &mut dyn Iterator<Item = &&Fact>| facts.map(|fact| fact.count).sum::<u64>();
    let all = count(&mut beyond.iter());
    let is_fraction = |sight: &Sight| matches!(sight, Sight::Number(Number::Fraction | Number::Share));
    let fractions = evidence.questions.iter().flatten().filter(|seen| is_fraction(&seen.sight));
    let fractions: u64 = fractions.map(|seen| seen.count).sum();
    // Scales go as far below 0 as above it, and codes for no answer farther.
    let is_near = |number: i64| number <= near && -number <= near / 2;
    let near: Vec<&Fact> = beyond.iter().copied().filter(|fact| is_near(fact.place.number)).collect();
    let longer = count(&mut near.iter()) > few || are_many_of_one(&near, explained);
    let most = most(beyond, |fact| fact.count)?;
    (longer || all + fractions > count(&mut explained.iter())).then_some(Doubt::Beyond(most, all))
}

/// Whether these cells are many of those of one column, among others that are read.
fn are_many_of_one(strays: &[&Fact], read: &[&Fact]) -> bool {
    let of = |facts: &[&Fact], question: usize| -> u64 {
        facts.iter().filter(|fact| fact.place.question == question).map(|fact| fact.count).sum()
    };
    strays.iter().any(|fact| {
        let (strays, read) = (of(strays, fact.place.question), of(read, fact.place.question));
        strays >= SLIPS && strays * SLIP > read
    })
}
