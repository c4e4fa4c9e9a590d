//! Exports in which something is not what it seems: sheets, headers and rows. What is scored is right, or it is refused.

use std::collections::HashMap;
use std::sync::Arc;

use cxm::definition::{self, bundled};
use cxm::diagnostic::Source;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::program::{Ran, command, run, run_with};

/// Ids of questions, and the texts of the first of them.
const IDS: [&str; 8] = [
    "skills-onboarding",
    "skills-training",
    "skills-path",
    "skills-change",
    "staffing-workload",
    "staffing-forecast",
    "staffing-self-service",
    "staffing-balance",
];

type Answers = [i64; 8];

fn answers() -> impl Strategy<Value = Answers> {
    prop::array::uniform8(1i64..=5)
}

/// Respondents, the first of whom show the whole scale and differ in all questions.
fn respondents(most: usize) -> impl Strategy<Value = Vec<Answers>> {
    vec(answers(), 1..most)
        .prop_map(|rows| [[1, 2, 1, 5, 1, 4, 1, 5], [5, 1, 5, 1, 3, 1, 5, 2]].into_iter().chain(rows).collect())
}

fn csv(rows: &[Vec<String>]) -> String {
    let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| csv.write_record(row).unwrap());
    String::from_utf8(csv.into_inner().unwrap()).unwrap()
}

fn strings<'a>(cells: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    cells.into_iter().map(str::to_owned).collect()
}

fn row(carried: &[&str], answers: &Answers) -> Vec<String> {
    strings(carried.iter().copied()).into_iter().chain(answers.iter().map(ToString::to_string)).collect()
}

/// What is scored, without what is carried along, and how often.
fn scores(ran: &Ran) -> HashMap<String, usize> {
    let mut scores = HashMap::new();
    for line in ran.stdout.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        *scores.entry(row["criteria"].to_string() + &row["open"].to_string()).or_default() += 1;
    }
    scores
}

/// What is right for these respondents.
fn right(respondents: &[Answers]) -> HashMap<String, usize> {
    let rows: Vec<Vec<String>> =
        std::iter::once(strings(IDS)).chain(respondents.iter().map(|answers| row(&[], answers))).collect();
    let ran = batch(&csv(&rows), &["--scale", "points", "--every-row"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    scores(&ran)
}

fn batch(table: &str, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "-f", "ndjson"], more].concat()), table)
}

/// That nothing is scored but these respondents, each once.
fn only(ran: &Ran, respondents: &[Answers]) -> Result<(), TestCaseError> {
    let right = right(respondents);
    for (row, count) in scores(ran) {
        prop_assert!(right.get(&row).is_some_and(|known| *known >= count), "{row}\n{}\n{}", ran.stdout, ran.stderr);
    }
    Ok(())
}

fn scored(ran: &Ran) -> usize {
    ran.stdout.lines().count()
}

/// What figures at the edge of a table may be.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Figures {
    Mean,
    Rounded,
    Sum,
    Count,
    Best,
    Other(Answers),
}

impl Figures {
    fn of(self, respondents: &[Answers]) -> Vec<String> {
        let count = i64::try_from(respondents.len()).unwrap();
        let sums = (0..8).map(|at| respondents.iter().map(|row| row[at]).sum::<i64>());
        sums.zip(0..)
            .map(|(sum, at): (i64, usize)| match self {
                Self::Mean => format!("{}.{}", sum / count, sum * 10 / count % 10),
                Self::Rounded => ((2 * sum + count) / (2 * count)).to_string(),
                Self::Sum => sum.to_string(),
                Self::Count => count.to_string(),
                Self::Best => "5".to_owned(),
                Self::Other(answers) => answers[at].to_string(),
            })
            .collect()
    }
}

fn figures() -> impl Strategy<Value = Figures> {
    prop_oneof![
        Just(Figures::Mean),
        Just(Figures::Rounded),
        Just(Figures::Sum),
        Just(Figures::Count),
        Just(Figures::Best),
        answers().prop_map(Figures::Other),
    ]
}

/// What such a row is called: words that are known, and such as nobody knows.
const CALLED: [&str; 12] = [
    "Average",
    "合計",
    "Acme total",
    "Ø",
    "Benchmark",
    "KEY",
    "Answer key",
    "",
    "Our sector",
    "Wave of 2025",
    "x",
    "東京",
];
/// What respondents tell of themselves.
const CARRIED: [&[&str]; 4] = [&["Organisation", "Date"], &["Date", "Name", "Mail"], &["Organisation"], &[]];

fn carried(columns: &[&str], number: usize) -> Vec<String> {
    columns
        .iter()
        .map(|column| match *column {
            "Date" => format!("2026-10-{:02}", number + 1),
            "Mail" => format!("r{number}@example.com"),
            _ => format!("Org{}", ["A", "B", "C", "D"][number % 4]),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 30, ..Default::default() })]

    #[test]
    fn figures_at_the_edges_of_a_table_are_never_respondents(
        rows in respondents(12), carries in 0..CARRIED.len(), called in 0..CALLED.len(), figures in figures(),
        blank: bool, head: bool, twice: bool,
    ) {
        let columns = CARRIED[carries];
        // Nothing tells a respondent from figures where neither is named, or by a word that could be a name.
        prop_assume!(columns.len() > 1 || (columns.len() == 1 && called < 8));
        let header: Vec<String> = strings(columns.iter().copied().chain(IDS));
        let mut table: Vec<Vec<String>> = rows.iter().enumerate()
            .map(|(at, answers)| carried(columns, at).into_iter().chain(row(&[], answers)).collect()).collect();
        let name = columns.iter().position(|column| *column != "Date").unwrap();
        let cells = |called: &str| {
            let cell = |at: usize| if at == name { called.to_owned() } else { String::new() };
            (0..columns.len()).map(cell).collect::<Vec<String>>()
        };
        let foot: Vec<String> = cells(CALLED[called]).into_iter().chain(figures.of(&rows)).collect();
        if head {
            table.insert(0, foot);
        } else {
            table.extend(blank.then(|| vec![String::new(); header.len()]));
            table.push(foot);
            table.extend(twice.then(|| cells("").into_iter().chain(Figures::Count.of(&rows)).collect()));
        }
        table.insert(0, header);
        let ran = batch(&csv(&table), &["--scale", "points"]);
        only(&ran, &rows)?;
        prop_assert_eq!(scored(&ran), rows.len(), "{}", ran.stderr);
    }

    #[test]
    fn figures_of_nobody_among_nobodies_are_never_respondents(
        rows in respondents(12), figures in select(vec![Figures::Mean, Figures::Rounded, Figures::Sum, Figures::Count]),
    ) {
        let mut table: Vec<Vec<String>> = rows.iter().map(|answers| row(&[], answers)).collect();
        table.push(figures.of(&rows));
        table.insert(0, strings(IDS));
        let ran = batch(&csv(&table), &["--scale", "points"]);
        only(&ran, &rows)?;
    }

    #[test]
    fn a_header_is_never_guessed_from_data(
        rows in respondents(8), titles in vec(0..4usize, 0..4), data in vec((0..4usize, any::<Index>()), 12),
        second in 0..4usize, object: bool, renamed in proptest::option::of((any::<Index>(), 0..4usize)),
    ) {
        // What is carried along looks like a header itself.
        let text = |(kind, index): &(usize, Index)| match kind {
            0 => "a".to_owned(),
            1 => IDS[index.index(8)].to_owned(),
            2 => "What can an agent move on to by gaining skills?".to_owned(),
            _ => format!("{} / {}", IDS[index.index(8)], IDS[(index.index(8) + 1) % 8]),
        };
        let header = strings(["first", "second"].into_iter().chain(IDS));
        let mut table: Vec<Vec<String>> = rows.iter().enumerate()
            .map(|(at, answers)| row(&[&text(&data[at % 12]), &text(&data[(at + 5) % 12])], answers)).collect();
        if object {
            let line = |cells: &Vec<String>| {
                let pairs = header.iter().zip(cells).map(|(key, cell)| (key.clone(), cell.clone().into()));
                serde_json::Value::Object(pairs.collect()).to_string() + "\n"
            };
            let ran = batch(&table.iter().map(line).collect::<String>(), &["--scale", "points"]);
            prop_assert_eq!(ran.code, 0, "{}", ran.stderr);
            prop_assert_eq!(scores(&ran), right(&rows));
            return Ok(());
        }
        let mut known = rows.clone();
        match second {
            // The same header once more, as where files were joined; and one whose columns stand otherwise.
            1 => table.insert(table.len() / 2 + 1, header.clone()),
            2 => {
                let order = [1, 0, 3, 2, 5, 4, 7, 6];
                table.push(strings(["first", "second"].into_iter().chain(order.map(|at| IDS[at]))));
                for answers in rows.iter().take(3) {
                    known.push(*answers);
                    table.push(row(&["x", "y"], &order.map(|at| answers[at])));
                }
            }
            _ => {}
        }
        let mut header = header;
        if let Some((at, kind)) = &renamed {
            // The same question again, under a header that a program renamed; asked of others.
            let (at, kind) = (at.index(8), *kind);
            header.push([format!("{}.1", IDS[at]), format!("{} 2", IDS[at]), format!("{}_1", IDS[at]), IDS[at].to_owned()][kind].clone());
            table.iter_mut().for_each(|row| row.push("3".to_owned()));
        }
        table.insert(0, header);
        for title in titles {
            let cells: &[&str] = [&["Survey of skills-path"][..], &["Exported", "2026-10-01"], &[""], &["skills-path", "", "x"]][title];
            table.insert(0, strings(cells.iter().copied()));
        }
        let ran = batch(&csv(&table), &["--scale", "points"]);
        only(&ran, &known)?;
        let refused = renamed.is_some() || second == 2;
        prop_assert_eq!(ran.code, if refused { 3 } else { 0 }, "{}\n{}", csv(&table), ran.stderr);
        prop_assert_eq!(scored(&ran), if refused { 0 } else { rows.len() }, "{}", ran.stderr);
    }
}

/// One organisation's row, which has the averages of its branches, amid others.
#[test]
fn a_row_that_sums_up_others_alone_is_no_respondent() {
    let file = bundled::find("cx-maturity").unwrap();
    let definition = definition::read(&Arc::new(file.source())).0.unwrap();
    let ids: Vec<String> = definition.questions().map(|(_, question)| question.id.clone()).collect();
    let points = |row: usize| (0..ids.len()).map(move |at| (row * row + at * (row + 3) + at / 3) % 5 + 1);
    let rows: Vec<Vec<usize>> = (0..9).map(|row| points(row).collect()).collect();
    let parent: Vec<usize> = (0..ids.len()).map(|at| (2 * (rows[3][at] + rows[4][at] + rows[5][at]) + 3) / 6).collect();
    let line = |name: &str, row: &[usize], ending: &str| {
        format!("{name}{}\n", row.iter().map(|points| format!(",{points}{ending}")).collect::<String>())
    };
    for (place, ending) in [(3, ""), (6, ""), (3, ".0")] {
        let mut lines: Vec<String> =
            rows.iter().enumerate().map(|(at, row)| line(&format!("Branch {at}"), row, ending)).collect();
        let alone = batch(&format!("Name,{}\n{}", ids.join(","), lines.concat()), &[]);
        lines.insert(place, line("North", &parent, ending));
        let ran = batch(&format!("Name,{}\n{}", ids.join(","), lines.concat()), &[]);
        assert!(ran.code == 1 && ran.stderr.contains("1 rejected"), "{}", ran.stderr);
        assert_eq!(ran.stdout, alone.stdout, "{}", ran.stderr);
    }
}

#[test]
fn objects_are_read_as_programs_give_them_out() {
    let answers = |first: u8| {
        let answers = ["skills-onboarding", "skills-training", "skills-path"].iter().zip(first..);
        answers.map(|(id, points)| format!("\"{id}\": {points}")).collect::<Vec<_>>().join(", ")
    };
    let objects = |object: &dyn Fn(u8) -> String| (1..=3).map(object).collect::<Vec<_>>();
    let plain = objects(&|at| format!("{{\"name\": \"Org {at}\", {}}}", answers(at)));
    let expected = batch(&plain.join("\n"), &["--scale", "points"]);
    assert_eq!((expected.code, expected.stdout.lines().count()), (0, 3), "{}", expected.stderr);
    let nested =
        |key: &str| objects(&|at| format!("{{\"name\": \"Org {at}\", \"{key}\": {{{}}}}}", answers(at))).join(",\n");
    for table in [
        format!("[{}]", plain.join(",")),
        format!("{{\"count\": 3, \"next\": null, \"results\": [{}]}}", plain.join(", ")),
        format!("{{\n\"records\": [\n{}]}}\n", nested("fields")),
        format!("{{\"responses\": [{}]}}", nested("values")),
        format!("[{}]", nested("answers")),
    ] {
        let ran = batch(&table, &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, expected.stdout.as_str()), "{table}\n{}", ran.stderr);
    }
    // Lists beside answers are carried along, and what stands in objects, under its key and that of the object: they are no answers.
    let beside =
        objects(&|at| format!("{{\"name\": \"Org {at}\", \"_tags\": [], \"_place\": {{\"x\": 1}}, {}}}", answers(at)));
    let ran = batch(&format!("[{}]", beside.join(",")), &["--scale", "points"]);
    assert!(ran.code == 0 && ran.stdout.contains("\"_place/x\""), "{}{}", ran.stdout, ran.stderr);
    // One number in a list is that number; several are none, and the keys behind them are columns all the same.
    let lists = plain.iter().map(|object| object.replace(": 3", ": [3]")).collect::<Vec<_>>().join(",");
    let ran = batch(&format!("[{lists}]"), &["--scale", "points"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, expected.stdout.as_str()), "{lists}\n{}", ran.stderr);
    let several = plain[0].replacen(": 3", ": [3, 4]", 1);
    let ran = batch(&format!("[{several}, {}]", plain[1..].join(",")), &["--scale", "points"]);
    assert!(ran.code == 1 && ran.stderr.contains("cannot be an array"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("skills-training"), "{}", ran.stderr);
}

/// An object a line: that of each of four respondents, with what `more` adds.
fn lines(more: impl Fn(usize) -> String) -> String {
    let line = |at: usize| {
        let points = [1, 5, 2, 4][at];
        format!(
            "{{\"who\": \"Org {at}\", \"skills-onboarding\": {points}, \"skills-training\": {points}{}}}\n",
            more(at)
        )
    };
    (0..4).map(line).collect()
}

#[test]
fn what_objects_within_objects_say_of_a_response_is_heard() {
    let plain = batch(&lines(|_| String::new()), &["--scale", "points"]);
    for (yes, no) in [
        (r#", "meta": {"is_test": true}"#, r#", "meta": {"is_test": false}"#),
        (r#", "meta": {"env": {"is_test": true}}"#, r#", "meta": {"env": {"is_test": false}}"#),
        (r#", "a": {"b": {"deletedAt": "2026-05-01"}}"#, r#", "a": {"b": {"deletedAt": null}}"#),
        (r#", "__system": {"reviewState": "rejected"}"#, r#", "__system": {"reviewState": "approved"}"#),
        (r#", "_fivetran_deleted": true"#, r#", "_fivetran_deleted": false"#),
    ] {
        let ran = batch(&lines(|at| if at == 2 { yes } else { no }.to_owned()), &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{yes}: {}", ran.page());
        assert!(ran.stderr.contains("1 row passed over"), "{yes}: {}", ran.stderr);
    }
    let ran = batch(&lines(|at| if at == 2 { r#", "tags": ["test"]"# } else { "" }.to_owned()), &["--scale", "points"]);
    assert!(ran.stderr.contains("1 row is taken for a respondent though `tags` is"), "{}", ran.stderr);
    // Other answers of the same respondent, by what they are called.
    for key in ["corrected_answers", "final", "updated", "recoded", "override"] {
        let more = |at| if at == 2 { format!(", \"{key}\": {{\"skills-training\": 4}}") } else { String::new() };
        let ran = batch(&lines(more), &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{key}: {}", ran.page());
        assert!(ran.stderr.contains(&format!("row 3: `{key}` says something else")), "{key}: {}", ran.stderr);
        let same = |at| if at == 2 { format!(", \"{key}\": {{\"skills-training\": 2}}") } else { String::new() };
        assert_eq!(batch(&lines(same), &["--scale", "points"]).code, 0, "{key}");
    }
    for list in [r#"[{"field": "skills-training", "new": 4}]"#, r#"["skills-training"]"#] {
        let more = |at| if at == 2 { format!(", \"edits\": {list}") } else { String::new() };
        let ran = batch(&lines(more), &["--scale", "points"]);
        let note = "lists in `edits` name questions, and nothing in them is read";
        assert!(ran.code == 0 && ran.stderr.contains(note), "{list}: {}", ran.stderr);
    }
    // Each under a number of its own, as LimeSurvey gives them out.
    let numbered = |(at, line): (usize, &str)| format!("{{\"{}\": {line}}}", at + 1);
    let all = lines(|_| String::new());
    let items: Vec<String> = all.lines().enumerate().map(numbered).collect();
    let ran = batch(&format!("{{\"responses\": [{}]}}", items.join(",")), &["--scale", "points"]);
    assert_eq!((ran.code, &ran.stdout), (0, &plain.stdout), "{}", ran.stderr);
}

#[test]
fn rows_of_another_assessment_are_refused_wherever_it_is_said() {
    let rows = lines(|_| String::new()).trim().replace('\n', ",");
    for (key, why) in [
        (r#""assessment": "omnichannel""#, "these are answers to `omnichannel`"),
        (r#""assessment": "cx-maturity", "version": "1.0.0""#, "these are answers to version 1.0.0"),
    ] {
        let ran = batch(&format!("{{{key}, \"responses\": [{rows}]}}"), &["--scale", "points"]);
        assert!(ran.code == 3 && ran.stderr.contains(why), "{key}: {}", ran.page());
        let ran = batch(&lines(|_| format!(", \"meta\": {{{key}}}")), &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 0), "{key}: {}", ran.page());
        assert!(ran.stderr.contains(why), "{key}: {}", ran.stderr);
    }
    // The version of something else.
    for key in [r#""version": "1.0.0""#, r#""assessment": "cx-maturity""#] {
        let ran = batch(&format!("{{{key}, \"responses\": [{rows}]}}"), &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{key}: {}", ran.page());
        assert_eq!(batch(&lines(|_| format!(", \"meta\": {{{key}}}")), &["--scale", "points"]).code, 0, "{key}");
    }
}

#[test]
fn the_keys_of_objects_are_the_header_whatever_stands_under_them() {
    let source = Source::new("bundled", bundled::find(bundled::DEFAULT).unwrap().toml);
    let definition = definition::read(&Arc::new(source)).0.unwrap();
    let ids: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
    let values: Vec<String> = ids[1..].iter().enumerate().map(|(at, id)| format!("\"key {at}\":\"{id}\"")).collect();
    let line = format!("{{{},\"{}\":3}}\n", values.join(","), ids[0]);
    let ran = run_with(&mut command(&["batch", "-", "-f", "csv", "--scale", "points"]), &line.repeat(2));
    assert!(ran.code == 0 && ran.stderr.contains("2 rows in = 2 scored"), "{}", ran.stderr);
}

/// What a sheet of a spreadsheet is.
#[derive(Clone, Debug)]
enum Sheet {
    /// Answers, below so many rows of titles, and above figures under this name, if any; and figures without a name below
    /// the header, or above it.
    Answers(Vec<Answers>, usize, Option<(usize, Figures)>, Option<(bool, Figures)>),
    /// The same columns in another order.
    Otherwise(Vec<Answers>),
    Hidden(Vec<Answers>),
    /// The questions, one below the other.
    Codes,
    /// Averages of some questions, or of all.
    Summary(usize, &'static str),
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let rows = || vec(answers(), 1..4);
    let foot = proptest::option::of((0..CALLED.len(), figures()));
    prop_oneof![
        4 => (rows(), 0..3usize, foot, proptest::option::of((any::<bool>(), figures())))
            .prop_map(|(rows, titles, foot, head)| Sheet::Answers(rows, titles, foot, head)),
        1 => rows().prop_map(Sheet::Otherwise),
        2 => rows().prop_map(Sheet::Hidden),
        1 => Just(Sheet::Codes),
        2 => (1..9usize, select(vec!["Averages", "Total by team", "集計"])).prop_map(|(of, name)| Sheet::Summary(of, name)),
    ]
}

#[cfg(feature = "xlsx")]
fn save(sheets: &[(Sheet, Vec<Vec<String>>)], path: &std::path::Path) {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (number, (sheet, rows)) in sheets.iter().enumerate() {
        let page = book.add_worksheet();
        let name = if let Sheet::Summary(_, name) = sheet { (*name).to_owned() } else { "Sheet".to_owned() };
        page.set_name(format!("{name} {}", number + 1)).unwrap();
        // The one that is shown first cannot be hidden.
        match sheet {
            Sheet::Hidden(_) => page.set_hidden(true),
            Sheet::Answers(..) => page.set_active(true),
            _ => page,
        };
        for (row, cells) in (0u32..).zip(rows) {
            for (column, cell) in (0u16..).zip(cells) {
                match cell.parse::<f64>() {
                    Ok(number) => page.write(row, column, number).unwrap(),
                    Err(_) => page.write(row, column, cell).unwrap(),
                };
            }
        }
    }
    book.save(path).unwrap();
}

#[cfg(feature = "xlsx")]
proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 30, ..Default::default() })]

    #[test]
    fn only_the_answers_that_can_be_seen_are_read(rows in respondents(4), others in vec(sheet(), 0..4), place in any::<Index>()) {
        let mut sheets = others;
        sheets.insert(place.index(sheets.len() + 1), Sheet::Answers(rows, 0, None, None));
        let header = strings(["Organisation", "Date"].into_iter().chain(IDS));
        // Of each sheet others: who is in two of them has not answered twice.
        let named = |number: usize, rows: &[Answers]| {
            let name = |at: usize| (["Acme", "Bolt", "Core", "Dyne"][at % 4], format!("2026-{:02}-{:02}", number + 1, at + 1));
            rows.iter().enumerate().map(|(at, answers)| row(&[name(at).0, &name(at).1], answers)).collect::<Vec<_>>()
        };
        let order = [1, 0, 3, 2, 5, 4, 7, 6];
        let rows_of = |(number, sheet): (usize, &Sheet)| match sheet {
            Sheet::Answers(rows, titles, foot, head) => {
                let figures_of = |figures: &Figures| strings(["", ""]).into_iter().chain(figures.of(rows)).collect::<Vec<_>>();
                let head_if = |below: bool| head.iter().filter(move |(at, _)| *at == below).map(|(_, figures)| figures_of(figures));
                let mut all = vec![strings(["CX survey"]); *titles];
                all.extend(head_if(false));
                all.push(header.clone());
                all.extend(head_if(true));
                all.extend(named(number, rows));
                all.extend(foot.map(|(called, figures)| strings([CALLED[called], ""]).into_iter().chain(figures.of(rows)).collect()));
                all
            }
            Sheet::Otherwise(rows) => {
                let rows: Vec<Answers> = rows.iter().map(|answers| order.map(|at| answers[at])).collect();
                std::iter::once(strings(["Organisation", "Date"].into_iter().chain(order.map(|at| IDS[at])))).chain(named(number, &rows)).collect()
            }
            Sheet::Hidden(rows) => std::iter::once(header.clone()).chain(named(number, rows)).collect(),
            Sheet::Codes => std::iter::once(strings(["id"])).chain(IDS.map(|id| strings([id]))).collect(),
            Sheet::Summary(of, _) => vec![
                strings(["Organisation", "Date"].into_iter().chain(IDS).take(of + 2)),
                strings(["Acme", "2026", "3", "2", "3", "2", "3", "2", "3", "2"].into_iter().take(of + 2)),
            ],
        };
        let seen: Vec<Answers> = sheets.iter().flat_map(|sheet| match sheet {
            Sheet::Answers(rows, ..) | Sheet::Otherwise(rows) => rows.clone(),
            _ => Vec::new(),
        }).collect();
        let book: Vec<(Sheet, Vec<Vec<String>>)> = sheets.iter().enumerate().map(|of| (of.1.clone(), rows_of(of))).collect();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.xlsx");
        save(&book, &path);
        let ran = run(&["batch", path.to_str().unwrap(), "-f", "ndjson", "--scale", "points"]);
        only(&ran, &seen)?;
        let plain = sheets.iter().all(|sheet| matches!(sheet, Sheet::Answers(..) | Sheet::Hidden(_) | Sheet::Codes));
        if plain {
            prop_assert_eq!(scored(&ran), seen.len(), "{}", ran.stderr);
        }
    }
}
