//! What the first pass finds, beside what cells say one by one; and that both passes read the same blocks.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::definition::{Definition, bundled};
use crate::mapping::map::Map;
use crate::mapping::passed_over::{Choice, Condition, Group, Judge, Why};
use crate::mapping::{Cells, Columns, Evidence, Matcher, Meaning, Tally, whole};
use crate::table::{self, Blocks, Record, Refused};

static ASSESSMENT: LazyLock<(Vec<Definition>, (Cells, Matcher))> = LazyLock::new(|| {
    let languages = bundled::BUNDLED[0].definitions();
    let both = matcher(&languages);
    (languages, both)
});

fn matcher(languages: &[Definition]) -> (Cells, Matcher) {
    (Cells::new(languages, &Map::default()), Matcher::new(languages, &Map::default()))
}

/// What stands in the rows of `csv` below its header, by the meaning of every row, but for those of unwanted status.
fn one_by_one(csv: &str, cells: &Cells, columns: &Columns, unwanted: &[u8]) -> Evidence {
    let mut tallies = vec![Tally::new(); cells.count()];
    let mut record = Record::default();
    let mut at = record.read(csv.as_bytes(), 0, b',');
    for row in 2.. {
        if at == csv.len() {
            return Evidence::merged(vec![tallies], |row| row);
        }
        let next = record.read(csv.as_bytes(), at, b',');
        if record.field(0) != unwanted && whole(&record, &csv.as_bytes()[at..next], columns).is_ok() {
            for (column, cell) in columns.list.iter().zip(record.fields()) {
                let Meaning::Question(question, _) = column.meaning else { continue };
                let text = std::str::from_utf8(cell).unwrap();
                let sight = cells.sight(question, text);
                match tallies[question].code(sight) {
                    Some(code) => tallies[question].add(code, 1, row),
                    None => tallies[question].add_beyond(sight, row),
                }
            }
        }
        at = next;
    }
    unreachable!("a text has an end")
}

const STATUS: [&str; 4] = ["complete", "complete", "complete", "spam"];
const ODD: [&str; 13] =
    [":", "?", "", "10", "3.0", "n/a", "0", "\"5\"", "\"a,\n\"\"b\"\"\"", "5\" pipe", "Every week", "あ", "/"];

/// A cell, of which nearly all are a digit.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![60 => (1..5u8).prop_map(|digit| digit.to_string()), 1 => select(&ODD[..]).prop_map(str::to_owned)]
}

/// A table with a row a respondent, some of them marked, in some of which all answers are in quotes, or all cells.
fn table() -> impl Strategy<Value = String> {
    let ids: Vec<String> = bundled::BUNDLED[0].definitions()[0].questions().map(|(_, of)| of.id.clone()).collect();
    let count = ids.len();
    let row = (select(&STATUS[..]), prop::collection::vec(cell(), count), 0..8u8);
    let row = row.prop_map(|(status, cells, quoted)| {
        let quote = |cell: &String| if quoted < 2 && cell.len() == 1 { format!("\"{cell}\"") } else { cell.clone() };
        let cells: Vec<String> = cells.iter().map(quote).collect();
        let mark = if quoted == 1 { "\"" } else { "" };
        format!("{mark}{status}{mark},{},{mark}{quoted}{mark},{}\n", cells[..9].join(","), cells[9..].join(","))
    });
    let header = format!("group,{},who,{}\n", ids[..9].join(","), ids[9..].join(","));
    prop::collection::vec(row, 6..40).prop_map(move |rows| header.clone() + &rows.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_counted_is_what_cells_say_one_by_one(csv in table(), size in 1usize..3_000, judged: bool) {
        let languages = bundled::BUNDLED[0].definitions();
        let (cells, matcher) = matcher(&languages);
        let opened = table::open(csv.as_bytes(), &matcher, Some(b','), Refused::default()).unwrap();
        let columns = matcher.columns(&opened.header, &[]).unwrap();
        let unwanted = if judged { "spam" } else { "-" };
        let condition = Condition { column: 0, equal: false, value: unwanted.to_owned() };
        let choice = Choice { conditions: [condition].into_iter().filter(|_| judged).collect(), ..Choice::default() };
        let judge = Judge::new(&languages[0], &columns, &cells, &matcher, &choice, &[]);
        let blocks = opened.blocks.with_size(size);
        let found = gather(&judge, (blocks, b',', 2), 2).unwrap().unwrap();
        prop_assert_eq!(&found.evidence, &one_by_one(&csv, &cells, &columns, unwanted.as_bytes()));
        let marked = csv.lines().filter(|line| line.trim_start_matches('"').starts_with(unwanted)).count();
        prop_assert_eq!(found.notes.groups.iter().map(|group| group.rows).sum::<u64>(), u64::try_from(marked).unwrap());
        let passed_over = &found.passed_over;
        let places = passed_over.places(0..passed_over.rows());
        prop_assert!(places.iter().map(|place| passed_over.number(*place, 0)).eq(0..passed_over.rows()));
        // Where blocks end is guessed right, or seen not to be.
        let opened = table::open(csv.as_bytes(), &matcher, Some(b','), Refused::default()).unwrap();
        let blocks = opened.blocks.with_size(size).guessed();
        if let Some(guessed) = gather(&judge, (blocks, b',', 2), 2).unwrap() {
            prop_assert_eq!((&guessed.evidence, &guessed.notes.groups), (&found.evidence, &found.notes.groups));
        }
    }

    /// Rows that are added up by their digits, and the same rows whose answers are wanted too, are summed up alike.
    #[test]
    fn what_digits_sum_up_to_is_what_answers_do(csv in table(), size in 1usize..3_000, workers in 1usize..4) {
        let summed_up = |each: Option<Vec<usize>>| {
            let (languages, _) = &*ASSESSMENT;
            let (cells, matcher) = matcher(languages);
            let opened = table::open(csv.as_bytes(), &matcher, Some(b','), Refused::default()).unwrap();
            let columns = matcher.columns(&opened.header, &[]).unwrap();
            let wants = Wants { summary: true, by: Some(0), each, ..Wants::default() };
            let job = Job::new(&languages[0], cells, columns, b',', wants);
            run(&job, &Nothing, opened.blocks.with_size(size), 2, workers, &mut Nothing).unwrap().segments.unwrap()
        };
        prop_assert_eq!(summed_up(None), summed_up(Some(Vec::new())));
    }

    /// Though blocks of another size would be cut, and though where the header is need not be found again.
    #[test]
    fn what_is_read_again_comes_in_the_same_blocks(csv in table(), size in 1usize..3_000, mark: bool, rows in 0usize..3) {
        let (_, matcher) = matcher(&bundled::BUNDLED[0].definitions());
        let csv = if mark { format!("\u{feff}Survey of teams\n\n{csv}") } else { csv };
        let mut opened = table::open(csv.as_bytes(), &matcher, None, Refused::default()).unwrap();
        opened.pass_over(rows);
        let again = opened.again(csv.as_bytes(), Refused::default()).unwrap();
        let first = all(opened.blocks.with_size(size));
        let lengths: Vec<usize> = first.iter().map(Vec::len).collect();
        prop_assert_eq!(all(again.with_lengths(lengths.into_iter())), first);
    }
}

/// What writes nothing.
struct Nothing;

impl Encoder for Nothing {
    type Block = ();

    fn clear((): &mut ()) {}

    fn row<'a>(&self, (): &mut (), _: Row<'_, impl Iterator<Item = Cell<'a>>>) {}
}

impl Sink<()> for Nothing {
    fn block(&mut self, _: &Done<()>) -> std::io::Result<()> {
        Ok(())
    }
}

/// Whether each row is passed over and why it is refused, and what is found of the others.
type Judged = (Vec<(bool, Option<Why>)>, Evidence, Vec<Group>);

fn judged(csv: &str, size: usize, workers: usize) -> Judged {
    let (languages, (cells, matcher)) = &*ASSESSMENT;
    let opened = table::open(csv.as_bytes(), matcher, Some(b','), Refused::default()).unwrap();
    let columns = matcher.columns(&opened.header, &[]).unwrap();
    let choice = Choice::default();
    let judge = Judge::new(&languages[0], &columns, cells, matcher, &choice, &[]);
    let found = gather(&judge, (opened.blocks.with_size(size), b',', 2), workers).unwrap().unwrap();
    let of = |line: u64| {
        let judged = found.passed_over.row(line);
        judged.map(|(judged, line)| (judged.passes(line), judged.refusal(line)))
    };
    let lines = (1..).take(csv.lines().count() - 1).map(|line| of(line).unwrap_or((false, None)));
    (lines.collect(), found.evidence, found.notes.groups)
}

#[test]
fn figures_above_and_below_respondents_are_both_refused() {
    let csv = "who,date,skills-path,skills-training,skills-onboarding\n,,2,3,2\nAcme,d,1,2,3\nBell,d,4,2,1\n,,2,3,2\n";
    let refused: Vec<bool> = judged(csv, 1 << 20, 1).0.iter().map(|(passed, why)| *passed || why.is_some()).collect();
    assert_eq!(refused, [true, false, false, true]);
}

/// Rows of respondents, nearly all of whom name themselves, and rows that may be figures below them.
const ABOVE: [&str; 5] = [
    "Acme,d,1,2,3",
    "Bell,d,4,2,1",
    "北野,d,2,2,2",
    "\"Ltd, A\",d,2,n/a,1",
    "Dora,d,Words of theirs,1,Some more words",
];
const BELOW: [&str; 6] = [",,2,3,2", ",d,2,3,2", "Average,,2.5,3,2", "Figures,,2,3,2", ",,,,", "Total,d,2,2,2"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Figures at the foot are told by respondents above them, though these are in blocks before.
    #[test]
    fn the_foot_is_told_by_who_stands_above_it(
        above in prop::collection::vec(select(&ABOVE[..]), 20..60),
        odd in select(vec!["", "", "", ",,1,2,3\n", "Bell\n", "Eve,d,,,\n"]),
        below in prop::collection::vec(select(&BELOW[..]), 0..5),
        size in 150usize..900,
        cut: bool,
        workers in 1usize..4,
    ) {
        let rows = |rows: &[&str]| rows.iter().map(|row| format!("{row}\n")).collect::<String>();
        let header = "who,date,skills-path,skills-training,skills-onboarding";
        let (begin, end) = above.split_at(above.len() - 4);
        let above = format!("{}{odd}{}", rows(begin), rows(end));
        let csv = format!("{header}\n{above}{}", rows(&below));
        let size = if cut { above.len() } else { size };
        prop_assert_eq!(judged(&csv, size, workers), judged(&csv, 1 << 20, 1), "{}", csv);
    }
}

/// What may stand in a row beside its answers, under the columns of a name and a date; half of it is called as figures are.
const CARRIED: [&str; 13] = [
    "Acme,d",
    "北野,d",
    "Acme,",
    "\"Total Wine, Ltd\",d",
    "Subtotal North,",
    "North,Subtotal",
    "Average,",
    "小計,",
    "North,(all)",
    "\"Acme, total\",",
    "Max,",
    ",",
    ",d",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// A row is taken for a respondent, passed over or refused wherever it stands, whoever reads it.
    #[test]
    fn which_rows_are_respondents_does_not_depend_on_blocks(
        rows in prop::collection::vec((select(&CARRIED[..]), select(vec!["1,2,3", "5,5,5", "3,3,2.5", "4,n/a,", ",,"])), 13..90),
        header in select(vec!["who,date,a,b,c", "a,who,date,b,c"]),
        size in 600usize..3_000,
        workers in 1usize..4,
    ) {
        let header = header.replace("a,", "skills-path,").replace("b,c", "skills-training,skills-onboarding");
        let row = |(carried, answers): &(&str, &str)| match header.starts_with("who") {
            true => format!("{carried},{answers}\n"),
            false => answers.split_once(',').map(|(first, others)| format!("{first},{carried},{others}\n")).unwrap(),
        };
        let csv = format!("{header}\n{}", rows.iter().map(row).collect::<String>());
        let found = |size: usize, workers: usize| judged(&csv, size, workers);
        let all = found(1 << 20, 1);
        prop_assert_eq!(&found(size, workers), &all, "{}", csv);
        // Below a title that stands below a blank row, nobody is sure to be a respondent.
        let title = |pair: &[(&str, &str)]| pair[0] == (",", ",,") && pair[1].1 == ",," && pair[1].0 != ",";
        let titled = rows.windows(2).any(title);
        // Whatever is called as figures are is scored nowhere, if it can be nobody's.
        for ((carried, answers), (passed, refusal)) in rows.iter().zip(&all.0) {
            let is_named = CARRIED[4..10].contains(carried) && answers.contains(['3', '5']);
            prop_assert!(!is_named || *passed || refusal.is_some(), "{},{}\n{}", carried, answers, csv);
            prop_assert!(titled || !carried.ends_with(",d") || carried.starts_with(',') || (!passed && refusal.is_none()), "{}\n{}", carried, csv);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// However many numbers there are, what is found of them and the cell that a refusal names are the same.
    #[test]
    fn the_cell_that_is_named_does_not_depend_on_blocks(
        seed in 1usize..1_000,
        kinds in select(vec![3usize, 300, 3_000]),
        size in 600usize..9_000,
        workers in 1usize..4,
    ) {
        let languages = bundled::BUNDLED[0].definitions();
        let (cells, matcher) = matcher(&languages);
        let number = |row: usize, column: usize| (row * seed * 7 + column * 13 + row * row) % kinds + 4;
        let rows = (0..6_000).map(|row| format!("{row},d,{},{}\n", number(row, 1), number(row, 0)));
        let csv = format!("who,date,skills-training,skills-path\n{}", rows.collect::<String>());
        let found = |size: usize, workers: usize| {
            let opened = table::open(csv.as_bytes(), &matcher, Some(b','), Refused::default()).unwrap();
            let columns = matcher.columns(&opened.header, &[]).unwrap();
            let choice = Choice::default();
            let judge = Judge::new(&languages[0], &columns, &cells, &matcher, &choice, &[]);
            let evidence = gather(&judge, (opened.blocks.with_size(size), b',', 2), workers).unwrap().unwrap().evidence;
            (crate::mapping::decide(&cells, &evidence, false), evidence)
        };
        prop_assert_eq!(found(size, workers), found(1 << 20, 1));
    }
}

fn all(mut blocks: Blocks<&[u8]>) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    let mut block = blocks.block();
    while blocks.next(&mut block).unwrap() {
        all.push(block.bytes().to_vec());
    }
    all
}
