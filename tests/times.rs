//! `--latest-of`: which row is the latest by its time, however that is written; and what is said where it cannot be told.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::program::{Ran, command, run_with};

fn batch(table: &str, arguments: &[&str]) -> Ran {
    let given = ["batch", "-", "-f", "csv", "--scale", "points", "--latest-of", "Mail"];
    run_with(&mut command(&[&given[..], arguments].concat()), table)
}

/// A moment: day, month, hour and minute.
type Moment = (u32, u32, u32, u32);

/// How programs write it, and whether the day may stand before the month or behind it.
const FORMATS: [(fn(Moment) -> String, bool); 10] = [
    (|(d, m, h, min)| format!("2026-{m:02}-{d:02}T{h:02}:{min:02}:00Z"), false),
    (|(d, m, h, min)| format!("2026/{m}/{d} {h}:{min:02}"), false),
    (|(d, m, h, min)| format!("{d:02}.{m:02}.2026 {h:02}:{min:02}"), false),
    (|(d, m, h, min)| format!("{} {d}, 2026 {h}:{min:02}", name(m)), false),
    (|(d, m, h, min)| format!("{d}-{}-2026 {h:02}:{min:02}", name(m)), false),
    (|(d, m, h, min)| format!("{d}. {} 2026 {h:02}:{min:02}", ["Januar", "Februar", "März"][m as usize - 1]), false),
    (|(d, m, h, min)| format!("2026年{m}月{d}日 {}{}:{min:02}", if h < 12 { "午前" } else { "午後" }, h % 12), false),
    (|(d, m, h, min)| format!("{}.{min:02}", 46_000 + m * 31 + d + h / 24), false),
    (
        |(d, m, h, min)| {
            format!("{m:02}/{d:02}/2026 {}:{min:02} {}", (h + 11) % 12 + 1, if h < 12 { "AM" } else { "PM" })
        },
        true,
    ),
    (|(d, m, h, min)| format!("{d:02}/{m:02}/2026 {h:02}:{min:02}"), true),
];

fn name(month: u32) -> &'static str {
    ["Jan", "Feb", "Mar"][month as usize - 1]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_latest_row_is_found_or_the_table_refused(
        moments in vec((1u32..29, 1u32..4, 0u32..1, 0u32..60), 2..8), format in select(&FORMATS[..]),
        header in select(&["Timestamp", "Zeitstempel", "Submission Date", "完了時刻"][..]), hour in 0u32..24,
    ) {
        let mut moments: Vec<Moment> = moments.into_iter().map(|(d, m, _, min)| (d, m, hour, min)).collect();
        moments.dedup();
        let key = |(d, m, h, min): &Moment| (*m, *d, *h, *min);
        let latest = (0..moments.len()).max_by_key(|at| (key(&moments[*at]), *at)).unwrap();
        let (written, either) = format;
        let rows: String = moments.iter().enumerate().map(|(at, moment)| format!("a@b.c,\"{}\",{}\n", written(*moment), at % 5 + 1)).collect();
        let ran = batch(&format!("Mail,{header},skills-path\n{rows}"), &[]);
        let decided = !either || moments.iter().any(|(day, ..)| *day > 12);
        if ran.code != 0 {
            prop_assert!(!decided && ran.code == 2 && ran.stdout.is_empty(), "{}{}", rows, ran.stderr);
            prop_assert!(ran.stderr.contains("--date-order day-first"), "{}", ran.stderr);
            return Ok(());
        }
        let kept = ran.stdout.lines().nth(1).unwrap();
        prop_assert!(kept.contains(&written(moments[latest])), "{}\n{}\n{}", rows, kept, ran.stderr);
    }
}

#[test]
fn times_that_do_not_tell_are_refused_by_name() {
    let said = |times: [&str; 3], arguments: &[&str]| {
        let rows: Vec<String> =
            times.iter().zip(["a", "b", "a"]).map(|(time, mail)| format!("{mail},\"{time}\",3")).collect();
        let ran = batch(&format!("Mail,Timestamp,skills-path\n{}\n", rows.join("\n")), arguments);
        let kept: Vec<&str> = ran.stdout.lines().skip(1).filter(|line| line.starts_with('a')).collect();
        let stderr = ran.stderr.lines().filter(|line| !line.contains("have no column"));
        format!("exit {} {}\n{}", ran.code, kept.join(" "), stderr.collect::<Vec<_>>().join("\n"))
    };
    insta::assert_snapshot!(said(["last week", "2026-10-01", "2026-10-02"], &[]));
    insta::assert_snapshot!(said(["2026-10-01", "2026-10-01", ""], &[]));
    insta::assert_snapshot!(said(["2026-10-01 09:00", "2026-10-01", "2026-10-02 09:00 GMT+9"], &[]));
    insta::assert_snapshot!(said(["05/04/2026", "2026-10-01", "04/05/2026"], &[]));
    for (order, kept) in [("day-first", "04/05/2026"), ("month-first", "05/04/2026")] {
        let said = said(["05/04/2026", "2026-10-01", "04/05/2026"], &["--date-order", order]);
        assert!(said.starts_with("exit 0") && said.contains(kept), "{said}");
    }
    // What another respondent's row says matters to nobody, and one date may decide for all.
    for (times, kept) in [
        (["2026-10-02", "last week", "2026-10-01"], "2026-10-02"),
        (["2026-10-02", "", "2026-10-01"], "2026-10-02"),
        (["03/04/2026", "", "05/04/2026"], "05/04/2026"),
        (["05/04/2026", "20/10/2026", "04/05/2026"], "04/05/2026"),
        (["05/04/2026", "10/20/2026", "04/05/2026"], "05/04/2026"),
        (["2026-10-01T09:00+09:00", "2026-10-01", "2026-10-01T01:00Z"], "2026-10-01T01:00Z"),
        (["", "", ""], ",,"),
    ] {
        let said = said(times, &[]);
        assert!(said.starts_with("exit 0") && said.lines().next().unwrap().contains(kept), "{said}");
    }
}

/// The column of times is found by what it tells, whatever it is called; numbers are times only where they are known to be.
#[test]
fn the_latest_row_is_the_one_that_came_in_last() {
    for (headers, cells, kept) in [
        ("Started Time,Completed Time", ["2026-10-03,2026-10-04", "2026-10-01,2026-10-05"], 1),
        ("Timestamp (mm/dd/yyyy),Time Taken (Seconds)", ["10/14/2026,100", "10/13/2026,900"], 0),
        ("Entry Date,Date Updated", ["2026-10-04 09:00,2026-10-01", "2026-10-03 09:00,2026-10-09"], 0),
        ("Eingegangen am,Wave", ["04.10.2026,1", "03.10.2026,2"], 0),
        ("受付日時,生年月日", ["2026/10/04 9:00,1980/01/01", "2026/10/03 9:00,1990/01/01"], 0),
        ("Wave,Duration", ["1,9", "2,8"], 1),
    ] {
        let rows: String = cells.iter().enumerate().map(|(at, cells)| format!("a,{cells},{}\n", at + 1)).collect();
        let ran = batch(&format!("Mail,{headers},skills-path\n{rows}"), &[]);
        let line = ran.stdout.lines().nth(1).unwrap_or_default();
        assert!(ran.code == 0 && line.contains(cells[kept]), "{headers}: {line}\n{}", ran.stderr);
    }
    let ran = batch("Mail,Entry date,skills-path\na,46023,1\na,46022,1\n", &[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
}

#[test]
fn the_column_of_times_is_known_by_many_names_and_others_are_named() {
    let table = |header: &str, [first, last]: [&str; 2]| {
        format!("{header},Mail,skills-path\n{first},a@b.c,5\n2026-03-04,b@b.c,2\n{last},a@b.c,1\n")
    };
    for header in [
        "Created",
        "created_at",
        "createdAt",
        "submittedAt",
        "updated_at",
        "Modified",
        "Date Modified",
        "Last Modified",
        "completed_at",
        "Entry_DateUpdated",
        "Received",
        "更新日時",
        "最終更新日時",
        "提出日",
        "記入日",
        "Geändert",
    ] {
        let ran = batch(&table(header, ["2026-03-05", "2026-03-02"]), &[]);
        assert_eq!(ran.code, 0, "{header}: {}", ran.page());
        assert!(ran.stderr.contains(&format!("is later by `{header}` (row 4)")), "{header}: {}", ran.page());
    }
    let ran =
        batch(&table("createdAt", ["1772704800000", "1772445600000"]).replace("2026-03-04", "1772618400000"), &[]);
    assert!(ran.code == 0 && ran.stderr.contains("is later by `createdAt` (row 4)"), "{}", ran.page());
    // What it is the time of is not known.
    let ran = batch(&table("Moment", ["2026-03-05", "2026-03-02"]), &[]);
    assert!(
        ran.code == 0 && ran.stderr.contains("though `Moment` has times, which may say otherwise"),
        "{}",
        ran.page()
    );
    // Whoever did something, and what is no time, is not asked for one.
    for header in ["Last updated by", "Candidate", "Validated", "Completed"] {
        let ran = batch(&table(header, ["Ann", "Bob"]), &[]);
        assert!(ran.code == 0 && !ran.stderr.contains(header), "{header}: {}", ran.page());
    }
}
