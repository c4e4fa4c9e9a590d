//! What stands beside the answers of a table and changes what they mean: rows above and below the header, facts, times, and
//! the columns of programs in the language of whoever exported.

use std::fmt::Write as _;

use cxm::definition::bundled::BUNDLED;

use crate::program::{Ran, command, run_with};

fn batch(table: &str, more: &[&str]) -> Ran {
    run_with(&mut command(&[&["batch", "-", "-f", "csv", "--scale", "points"], more].concat()), table)
}

const IDS: &str = "who,skills-onboarding,skills-training,skills-path,skills-change\n";

/// Words in the row above or below the header that the program knows nothing of but how such things are said.
#[test]
fn what_stands_above_or_below_questions_and_says_more_is_refused_by_name() {
    let each = |cell: &str| format!(",{}\n", vec![format!("\"{cell}\""); 4].join(","));
    let spanning = |cell: &str| format!(",\"{cell}\",,,\n");
    let title = |cell: &str| format!("\"{cell}\",,,,\n");
    for cell in ["How important are these?", "Urgency", "1=best, 5=worst", "重要度", "Target for 2027"] {
        for row in [each(cell), spanning(cell)] {
            for table in [format!("{row}{IDS}a,1,2,3,4\n"), format!("{IDS}{row}a,1,2,3,4\n")] {
                let ran = batch(&table, &[]);
                assert_eq!(ran.code, 3, "{table}{}", ran.stderr);
                assert!(ran.stderr.contains(&format!("`{cell}` stands beside the headers")), "{}", ran.stderr);
            }
        }
    }
    let legend = "Scale: 1 = best, 5 = worst";
    assert_eq!(batch(&format!("{}{IDS}a,1,2,3,4\n", title(legend)), &[]).code, 3);
    // The day of an export, too.
    let ran = batch(&format!("Alias,CX,,,\nExport Date,20-03-2026,,,\n\n{IDS}a,1,2,3,4\n"), &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for cell in ["Customer satisfaction survey 2026", "Exported 2026-11-01 10:30, page 1 of 2", "Skills and staffing"] {
        let ran = batch(&format!("{}{IDS}a,1,2,3,4\n", title(cell)), &[]);
        assert_eq!(ran.code, 0, "{cell}: {}", ran.stderr);
    }
}

/// A column that has to do with a fact and is not certain to be it may decide which questions apply.
#[test]
fn facts_under_headers_that_say_more_are_refused_and_those_that_are_missing_said() {
    let channels = "Through which channels do you answer customers?";
    for header in [format!("{channels} - Selected Choice - Telephone"), format!("{channels} (Telephone)")] {
        let ran = batch(&format!("who,\"{header}\",journeys-consistency\na,Telephone,2\n"), &["-a", "omnichannel"]);
        assert!(ran.code == 3 && ran.stderr.contains("channels?"), "{header}: {}", ran.stderr);
    }
    let table =
        format!("who,\"{channels} (Select all that apply)\",journeys-consistency\na,\"Telephone;Social media\",2\n");
    let ran = batch(&table, &["-a", "omnichannel"]);
    assert!(ran.code == 0 && ran.stderr.contains("2 facts have no column"), "{}", ran.stderr);
    let ran = batch("who,size,journeys-consistency\na,,2\n", &["-a", "omnichannel"]);
    assert!(ran.stderr.contains("no column, and questions that depend on"), "{}", ran.stderr);
}

#[test]
fn limesurvey_is_known_in_the_language_of_whoever_exports() {
    for head in [
        "id,submitdate,lastpage,startlanguage",
        "回答ID,回答完了日時,最終ページ,開始言語",
        "Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache",
        "ID de la réponse,Date de soumission,Dernière page,Langue de départ",
    ] {
        let mut table = format!("{head},skills-path,staffing-workload\n");
        let _ = write!(table, "1,2026-11-01 00:00:00,9,en,1,2\n2,2026-11-01 00:00:00,9,en,3,N/A\n3,,2,en,4,\n");
        let ran = batch(&table, &[]);
        assert_eq!(ran.code, 0, "{head}: {}", ran.stderr);
        assert!(ran.stderr.contains("2 scored + 0 rejected + 1 passed over"), "{head}: {}", ran.stderr);
    }
}

/// The later half of the day, as Google writes it in Japanese and others elsewhere.
#[test]
fn the_latest_row_is_the_latest_in_any_notation_of_the_half_of_the_day() {
    for (morning, evening) in [("午前", "午後"), ("a.m.", "p.m."), ("a. m.", "p. m."), ("오전", "오후"), ("AM", "PM")]
    {
        let table = format!(
            "Timestamp,who,skills-path\n2026/11/01 1:05:10 {evening} GMT+9,a,4\n2026/11/01 11:30:00 {morning} GMT+9,a,1\n"
        );
        let ran = batch(&table, &["--latest-of", "who"]);
        assert!(ran.stderr.contains("row 3"), "{evening}: {}", ran.stderr);
        assert!(!ran.stderr.contains("row 2"), "{evening}: {}", ran.stderr);
    }
}

/// Rows that are called by a word for figures, or by nothing, whatever their cells are.
#[test]
fn rows_of_texts_or_of_nobody_are_no_respondents() {
    let definition = &crate::content::languages(&BUNDLED[0])[0];
    let row = |name: &str, option: usize| {
        let text = |id: &str| {
            definition.questions().find(|(_, question)| question.id == id).unwrap().1.options[option].text.clone()
        };
        let cells: Vec<String> = IDS.trim().split(',').skip(1).map(|id| format!("\"{}\"", text(id))).collect();
        format!("{name},{}\n", cells.join(","))
    };
    for word in ["Answer key", "正解", "最頻値", "Mode", "Grand Total"] {
        let ran = batch(&format!("{IDS}{}{}{}", row("Anna", 1), row("Ben", 2), row(word, 4)), &[]);
        assert!(ran.code == 1 && ran.stderr.contains("row 4"), "{word}: {}", ran.stderr);
    }
    for nobody in ["-", "–", "n/a", "NaN", "NULL", "?"] {
        let table = format!(
            "since,{IDS}2026-10-01,Anna,1,2,3,4\n2026-10-02,Ben,3,2,4,0\n2026-10-03,Cem,1,1,2,2\n{nobody},{nobody},2,2,3,2\n"
        );
        let ran = batch(&table, &[]);
        assert!(ran.code == 1 && ran.stderr.contains("row 5"), "{nobody}: {}", ran.stderr);
    }
}

#[test]
fn of_two_columns_of_one_name_none_is_taken() {
    let table = "who,Ready,Ready,skills-path\na,True,False,1\nb,False,True,2\n";
    let ran = batch(table, &["--where", "Ready = True"]);
    assert!(ran.code == 2 && ran.stderr.contains("#2 or #3"), "{}", ran.stderr);
    let ran = batch(table, &["--where", "#3 = True"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{}", ran.stderr);
    let ran = batch("who,Wave,skills-path\na,1.0,1\nb,2.0,2\n", &["--where", "Wave = 1"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{}", ran.stderr);
}

/// A column that corrects another is not left out without a word; where it says the same, or nothing of it, it may stand there.
#[test]
fn a_column_that_may_correct_another_is_refused_until_it_is_settled() {
    let text = "How are new agents prepared before they handle customers alone?";
    for header in [
        "skills-onboarding (corrected)",
        "skills_onboarding_v2",
        "Final: skills-onboarding",
        "skills-onboarding - revised answer",
        "skills-onboarding 修正後",
        "訂正：skills-onboarding",
        &format!("{text} (final)"),
    ] {
        let table = |cell: &str| {
            format!("when,skills-onboarding,skills-path,{header}\n2026-10-01,1,2,\n2026-10-02,5,4,{cell}\n")
        };
        let ran = batch(&table("3"), &[]);
        assert!(ran.code == 3 && ran.stdout.is_empty(), "{header}: {}{}", ran.stdout, ran.stderr);
        assert!(
            ran.stderr.contains("may correct column 2, which is `skills-onboarding`") && ran.stderr.contains("row 3"),
            "{}",
            ran.stderr
        );
        for cell in ["", "5", "2026-10-01", "yes"] {
            assert_eq!(batch(&table(cell), &[]).code, 0, "{header} {cell}");
        }
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("map.toml");
        let scored = |more: &[&str]| batch(&table("3"), more).stdout;
        for meaning in ["", "skills-onboarding"] {
            std::fs::write(&map, format!("[columns]\n\"#4\" = \"{meaning}\"\n")).unwrap();
            let settled = scored(&["--map", map.to_str().unwrap()]);
            // The second respondent has 5 and 4, or 3 and 4.
            let skills = if meaning.is_empty() { ",43.7," } else { ",31.2," };
            assert!(settled.lines().nth(2).is_some_and(|line| line.contains(skills)), "{header}: {settled}");
        }
    }
}
