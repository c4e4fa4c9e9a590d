//! Rows of figures about others that nothing names, and other tables in the same file: none of it is a respondent's.

use std::fmt::Write as _;
use std::sync::Arc;

use cxm::definition::{self, Definition, bundled};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::program::{Ran, command, run_with};

fn batch(table: &str, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "-f", "csv", "--scale", "points"], more].concat()), table)
}

fn definition() -> Definition {
    let file = bundled::find("cx-maturity").unwrap().source();
    definition::read(&Arc::new(file)).0.unwrap()
}

/// The ids of all questions, with a comma before each.
pub fn ids() -> String {
    let definition = definition();
    definition.questions().map(|(_, question)| format!(",{}", question.id)).collect()
}

/// Answers, with a comma before each.
fn cells(row: &[i64]) -> String {
    row.iter().map(|number| format!(",{number}")).collect()
}

/// A table of respondents who all tell when they answered and who they are.
fn table(rows: &[Vec<i64>]) -> Vec<String> {
    let row = |(at, row): (usize, &Vec<i64>)| format!("2026-11-{:02},Org {at}{}", at + 1, cells(row));
    rows.iter().enumerate().map(row).collect()
}

/// What a column has, in its order, as a figure.
const FIGURES: [fn(&[i64]) -> i64; 6] = [
    |column| column.iter().sum::<i64>() / signed(column.len()),
    |column| (2 * column.iter().sum::<i64>() + signed(column.len())) / (2 * signed(column.len())),
    |column| (column.iter().sum::<i64>() + signed(column.len()) - 1) / signed(column.len()),
    |column| column[column.len() / 2],
    |column| *column.iter().max_by_key(|one| column.iter().filter(|other| other == one).count()).unwrap(),
    |column| column.iter().sum(),
];

fn signed(count: usize) -> i64 {
    count.try_into().unwrap()
}

fn respondents() -> impl Strategy<Value = Vec<Vec<i64>>> {
    vec(vec(1i64..6, 28), 5..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is counted, and wherever it stands: all others are scored, and it is not.
    #[test]
    fn figures_that_nothing_names_are_no_respondent(
        rows in respondents(), kind in 0..FIGURES.len(), below in any::<bool>(),
        who in select(&[None, Some(","), Some("T2B,"), Some(",Q1"), Some("0,0"), Some("8,"), Some("2026-11-30,"), Some("2026-11-30,Average")][..]),
        spread in any::<bool>(),
    ) {
        let column = |at: usize| {
            let mut column: Vec<i64> = rows.iter().map(|row| row[at]).collect();
            column.sort_unstable();
            FIGURES[kind](&column)
        };
        let figures: Vec<i64> = (0..28).map(column).collect();
        // Who tells who it is may be in the middle of all others, and with few differences there is nothing to be seen.
        let is_middle = matches!(kind, 3 | 4);
        prop_assume!(!is_middle || who.is_none_or(|who| !who.starts_with('2')));
        let differs = |at: &usize| rows.iter().any(|row| row[*at] != rows[0][*at]);
        prop_assume!((0..28).filter(differs).count() >= 20);
        let mut lines: Vec<String> = match who {
            None => rows.iter().map(|row| cells(row)[1..].to_owned()).collect(),
            Some(_) => table(&rows),
        };
        let mut last = who.map_or(cells(&figures)[1..].to_owned(), |who| format!("{who}{}", cells(&figures)));
        if spread && who.is_none() && below {
            // How far they are spread stands below.
            write!(last, "\n{}", cells(&[1; 28])[1..].to_owned()).unwrap();
        }
        lines.insert(if below { lines.len() } else { 0 }, last);
        let header = if who.is_none() { ids()[1..].to_owned() } else { format!("Timestamp,Organisation{}", ids()) };
        let ran = batch(&format!("{header}\n{}\n", lines.join("\n")), &[]);
        prop_assert_eq!(ran.stdout.lines().count(), rows.len() + 1, "{}{}", lines.join("\n"), ran.stderr);
        prop_assert!(ran.code == 1 || ran.stderr.contains("passed over"), "{}", ran.stderr);
    }

    /// Respondents who answer what they like are none of it.
    #[test]
    fn respondents_are_no_figures(rows in respondents(), named in any::<bool>()) {
        let lines: Vec<String> = if named { table(&rows) } else { rows.iter().map(|row| cells(row)[1..].to_owned()).collect() };
        let header = if named { format!("Timestamp,Organisation{}", ids()) } else { ids()[1..].to_owned() };
        let ran = batch(&format!("{header}\n{}\n", lines.join("\n")), &[]);
        prop_assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows.len() + 1), "{}", ran.stderr);
    }
}

const RANDOM: [[i64; 8]; 6] = [
    [4, 1, 4, 2, 1, 2, 1, 5],
    [3, 4, 3, 5, 2, 2, 2, 4],
    [1, 2, 2, 5, 4, 5, 4, 2],
    [5, 1, 1, 1, 4, 3, 2, 2],
    [2, 3, 2, 4, 1, 1, 5, 4],
    [2, 2, 4, 3, 2, 3, 4, 4],
];

fn random() -> Vec<String> {
    table(&RANDOM.map(|row| row.repeat(4)[..28].to_vec()))
}

#[test]
fn another_table_below_is_refused_by_name() {
    let (header, rows) = (format!("Timestamp,Organisation{}", ids()), random());
    let (above, below) = (rows[..4].join("\n"), rows[4..].join("\n"));
    for (between, code, scored, said) in [
        (format!("By team\n,Team{}\n", ids()), 3, 0, "row 8 is a header of other columns"),
        (format!(",{}\n", ids()), 3, 0, "row 7 is a header of other columns"),
        ("Team averages\n".to_owned(), 1, 4, "row 7 is a title below a blank row"),
        // The same table goes on.
        (format!("{header}\n"), 0, 6, "1 row passed over: headings (row 7)"),
        (format!("{header}\nStart,Who{}\n", ids()), 0, 6, "2 rows passed over: headings (rows 7, 8)"),
        (String::new(), 0, 6, "6 scored"),
    ] {
        let ran = batch(&format!("{header}\n{above}\n\n{between}{below}\n"), &[]);
        assert_eq!((ran.code, ran.stdout.lines().count().saturating_sub(1)), (code, scored), "{between}{}", ran.stderr);
        assert!(ran.stderr.contains(said), "{between}{}", ran.stderr);
    }
    let all = batch(&format!("{header}\n{above}\n\nTeam averages\n{below}\n"), &["--every-row"]);
    assert_eq!(all.stdout.lines().count(), 7, "{}", all.stderr);
    // A title above all respondents is none below them.
    let first = batch(&format!("{header}\n\nNorth\n{above}\n"), &[]);
    assert_eq!(first.stdout.lines().count(), 5, "{}", first.stderr);
}

#[test]
fn how_often_each_answer_was_given_is_no_answer() {
    let mut counts = vec![vec![0i64; 28]; 5];
    for row in RANDOM.map(|row| row.repeat(4)[..28].to_vec()) {
        row.iter().enumerate().for_each(|(at, answer)| counts[usize::try_from(*answer).unwrap() - 1][at] += 1);
    }
    for labels in [["1", "2", "3", "4", "5"], ["Never", "Rarely", "Sometimes", "Often", "Always"]] {
        let rows: Vec<String> =
            labels.iter().zip(&counts).map(|(label, row)| format!("{label}{}", cells(row))).collect();
        let ran = batch(&format!("Answer{}\n{}\n", ids(), rows.join("\n")), &[]);
        assert!(ran.code == 3 && ran.stderr.contains("all columns of questions have the same sum"), "{}", ran.stderr);
    }
}

/// Texts of options, without a name or with one that says less than others tell.
#[test]
fn a_row_of_the_right_answers_is_no_respondent() {
    let definition = definition();
    let texts: String =
        definition.questions().map(|(_, question)| format!(",\"{}\"", question.options.last().unwrap().text)).collect();
    let header = format!("Timestamp,Organisation{}", ids());
    for who in [",", ",Example", "Most frequent,", "K1,"] {
        for below in [true, false] {
            let mut rows = random();
            rows.insert(if below { rows.len() } else { 0 }, format!("{who}{texts}"));
            let ran = batch(&format!("{header}\n{}\n", rows.join("\n")), &[]);
            assert_eq!((ran.code, ran.stdout.lines().count()), (1, 7), "{who}{}", ran.stderr);
        }
    }
}

/// Names of figures count beside the name of one organisation, too; what shows how to answer is no respondent either.
#[test]
fn averages_of_organisations_and_examples_are_no_respondents() {
    let answers: Vec<String> =
        (0..3).map(|at| cells(&(0..28).map(|of| 1 + (of + at) % 5).collect::<Vec<_>>())).collect();
    let header = format!("Organisation,Respondent{}", ids());
    for who in
        ["Org 1,Average", "Org 1,Mean", "Org 1,平均", "Org 1,Gesamt", "Example,", ",記入例", "Sollwert,", "Last year,"]
    {
        let rows = [("Org 1,Anna", 0), ("Org 1,Ben", 1), (who, 2), ("Org 2,Cyd", 1)];
        let rows: String = rows.iter().map(|(who, at)| format!("{who}{}\n", answers[*at])).collect();
        let ran = batch(&format!("{header}\n{rows}"), &[]);
        assert_eq!(ran.stdout.lines().count(), 4, "{who}: {}", ran.stderr);
        assert!(ran.stderr.contains("row 4"), "{who}: {}", ran.stderr);
    }
}

/// A table that was sorted together with its header has respondents above it.
#[test]
fn a_header_among_the_respondents_is_refused() {
    let rows: Vec<Vec<i64>> = (0..5).map(|at| (0..28).map(|of| 1 + (3 * of + at * of + at) % 5).collect()).collect();
    let rows = table(&rows);
    let header = format!("Time,Organisation{}", ids());
    for at in 1..=5 {
        let mut lines = rows.clone();
        lines.insert(at, header.clone());
        let ran = batch(&lines.join("\n"), &[]);
        assert!(ran.code == 3 && ran.stdout.is_empty(), "{at}: {}", ran.stderr);
        assert!(ran.stderr.contains("answers to its questions"), "{at}: {}", ran.stderr);
    }
    // What is no answer, and numbers of columns, may stand there.
    let numbers: String = (1..=28).map(|at| format!(",{at}")).collect();
    for above in [format!("CX survey 2026{}", ",".repeat(29)), format!(",{numbers}")] {
        let ran = batch(&format!("{above}\n{header}\n{}", rows.join("\n")), &[]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 6), "{}", ran.stderr);
    }
}

/// Names that nobody has count whatever stands beside them; others where but a day does.
#[test]
fn a_row_called_after_the_right_answers_is_no_respondent_with_a_date_either() {
    let header = format!("Timestamp,Email,Organisation{}", ids());
    for (who, scored) in [
        ("2026-11-02 09:00,,Answer key", 2),
        ("2026-11-02 09:00,teacher@x.example,Model answer", 2),
        ("02/11/2026,Anna,模範解答", 2),
        ("2026-11-02,,Sample", 2),
        ("\"Nov 2, 2026\",,Target", 2),
        ("2026-11-02,,記入例", 2),
        ("2026-11-02,a@x.example,Target", 3),
        ("2026-11-02,,Total", 3),
        ("2026-11-02,,Targets Ltd", 3),
    ] {
        for at in 0..3 {
            let mut rows: Vec<String> = (1..3)
                .map(|at| format!("2026-11-0{at} 09:00,p{at}@x.example,Org {at}{}", cells(&RANDOM[at].repeat(4)[..28])))
                .collect();
            rows.insert(at, format!("{who}{}", cells(&[5; 28])));
            let ran = batch(&format!("{header}\n{}\n", rows.join("\n")), &[]);
            assert_eq!(ran.stdout.lines().count(), scored + 1, "{who} in row {}: {}", at + 2, ran.stderr);
            assert_eq!(ran.code, i32::from(scored == 2), "{who} in row {}: {}", at + 2, ran.stderr);
        }
    }
}

/// However much is told beside it, and amid a long table.
#[test]
fn a_row_of_the_right_answers_is_refused_wherever_it_stands() {
    let mut rows: Vec<String> = (0..300)
        .map(|at| format!("2026-11-01,p{at}@x.example,Person,Org {at}{}", cells(&RANDOM[at % 6].repeat(4)[..28])))
        .collect();
    rows.insert(150, format!("2026-11-02,teacher@x.example,Answer key,Acme{}", cells(&[5; 28])));
    let ran = batch(&format!("Timestamp,Email,Name,Organisation{}\n{}\n", ids(), rows.join("\n")), &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 301), "{}", ran.stderr);
    assert!(ran.stderr.contains("row 152: `Answer key` may be the name"), "{}", ran.stderr);
}

/// Rows that number the questions, and those of `describe`.
#[test]
fn rows_of_numbers_of_questions_and_of_statistics_are_no_respondents() {
    let header = format!("Organisation{}", ids());
    let rows: Vec<String> = random().iter().map(|row| row.split_once(',').unwrap().1.to_owned()).collect();
    let through: String = (1..=28).map(|at| format!(",{at}")).collect();
    let anew: String = (0..28).map(|at| format!(",{}", at % 4 + 1)).collect();
    for row in [
        format!("No.{through}"),
        through.clone(),
        format!("Code{anew}"),
        format!("設問番号{through}"),
        format!("#{anew}"),
    ] {
        for at in [0, rows.len()] {
            let mut lines = rows.clone();
            lines.insert(at, row.clone());
            let ran = batch(&format!("{header}\n{}\n", lines.join("\n")), &[]);
            assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows.len() + 1), "{row}: {}", ran.stderr);
            assert!(ran.stderr.contains("1 row passed over: headings"), "{row}: {}", ran.stderr);
        }
    }
    // Somebody may answer so.
    let ran = batch(&format!("{header}\n{}\nAcme{anew}\n", rows.join("\n")), &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, rows.len() + 2), "{}", ran.stderr);
    for at in 0..=rows.len() {
        let mut lines = rows.clone();
        for (name, cell) in [
            ("count", "6"),
            ("mean", "2.83"),
            ("std", "1.4"),
            ("min", "1"),
            ("25%", "2"),
            ("50%", "3"),
            ("75%", "4"),
            ("max", "5"),
        ] {
            lines.insert(at, format!("{name}{}", format!(",{cell}").repeat(28)));
        }
        let ran = batch(&format!("{header}\n{}\n", lines.join("\n")), &[]);
        assert_eq!(ran.stdout.lines().count(), rows.len() + 1, "{at}: {}", ran.stderr);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Rows of regions among their organisations, called as these are.
    #[test]
    fn rows_that_sum_up_those_beside_them_are_no_respondents(
        regions in vec(vec(vec(1i64..6, 28), 2..5), 2..5), kind in select(&[0usize, 1, 2][..]), above in any::<bool>(),
    ) {
        let (mut lines, mut figures) = (Vec::new(), 0);
        for (name, region) in regions.iter().enumerate() {
            let column = |at: usize| {
                let mut column: Vec<i64> = region.iter().map(|row| row[at]).collect();
                column.sort_unstable();
                FIGURES[kind](&column).min(5)
            };
            let summing: Vec<i64> = (0..28).map(column).collect();
            // All of them the highest answer is anybody's.
            figures += usize::from(summing.iter().any(|one| *one != summing[0]));
            let of_region: Vec<String> = region.iter().enumerate().map(|(at, row)| format!("Org {name} {at}{}", cells(row))).collect();
            let region = format!("Region {name}{}", cells(&summing));
            lines.extend(if above { [vec![region], of_region].concat() } else { [of_region, vec![region]].concat() });
        }
        prop_assume!(figures == regions.len());
        let respondents: usize = regions.iter().map(Vec::len).sum();
        let ran = batch(&format!("Organisation{}\n{}\n", ids(), lines.join("\n")), &[]);
        prop_assert_eq!((ran.code, ran.stdout.lines().count()), (1, respondents + 1), "{}{}", lines.join("\n"), ran.stderr);
        prop_assert!(ran.stderr.contains("part the table into groups"), "{}", ran.stderr);
    }
}

/// A region above some of its organisations, amid many others.
#[test]
fn one_row_that_sums_up_its_neighbours_is_no_respondent_in_a_long_table() {
    let mut seed = 7u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        i64::try_from((seed >> 33) % 5).unwrap() + 1
    };
    let rows: Vec<Vec<i64>> = (0..4_000).map(|_| (0..28).map(|_| next()).collect()).collect();
    let mean: Vec<i64> = (0..28).map(|at| (rows[900..903].iter().map(|row| row[at]).sum::<i64>() + 1) / 3).collect();
    let mut lines: Vec<String> = rows.iter().enumerate().map(|(at, row)| format!("Org {at}{}", cells(row))).collect();
    assert_eq!(batch(&format!("Organisation{}\n{}\n", ids(), lines.join("\n")), &[]).code, 0);
    lines.insert(900, format!("Region North{}", cells(&mean)));
    let ran = batch(&format!("Organisation{}\n{}\n", ids(), lines.join("\n")), &[]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 4_001), "{}", ran.stderr);
    assert!(ran.stderr.contains("row 902: "), "{}", ran.stderr);
}

#[test]
fn weights_below_the_header_that_nobody_names_are_said() {
    let mut seed = 7u64;
    let mut row = || {
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            i64::try_from((seed >> 33) % 5).unwrap() + 1
        };
        (0..28).map(|_| next()).collect::<Vec<i64>>()
    };
    let (rows, other): (Vec<String>, Vec<i64>) = ((0..9).map(|_| cells(&row())).collect(), row());
    let table = |first: &str, name: bool| {
        let lines = std::iter::once(first).chain(rows.iter().map(String::as_str)).enumerate();
        let line =
            |(at, cells): (usize, &str)| if name { format!("Org {at}{cells}\n") } else { format!("{}\n", &cells[1..]) };
        let head = if name { format!("Organisation{}\n", ids()) } else { format!("{}\n", &ids()[1..]) };
        head + &lines.map(line).collect::<String>()
    };
    let said = "the first row with numbers repeats a few of them, as weights do";
    let over: Vec<i64> = (0..28).map(|at| [1, 2, 1, 3][at % 4]).collect();
    let by_criterion: Vec<i64> = (0..28).map(|at| [2, 1, 1, 3, 2, 1, 1][at / 4]).collect();
    for weights in [over, by_criterion] {
        let ran = batch(&table(&cells(&weights), false), &[]);
        assert!(ran.code == 0 && ran.stderr.contains(said), "{}", ran.stderr);
        assert!(!batch(&table(&cells(&weights), true), &[]).stderr.contains(said));
        assert!(!batch(&table(&cells(&weights), false), &["--every-row"]).stderr.contains(said));
    }
    for first in [other, vec![3; 28]] {
        assert!(!batch(&table(&cells(&first), false), &[]).stderr.contains(said), "{first:?}");
    }
}
