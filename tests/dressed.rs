//! What programs put around the texts of questions and options: all of it is read, and what contradicts itself is refused by name.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::habits::{IDS, batch, languages};
use crate::program::Ran;

/// A table under these headers, of which each row has a name, too.
fn table(headers: &[String], rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!(",\"{}\"", cell.replace('"', "\"\""));
    let line = |first: String, cells: &[String]| first + &cells.iter().map(quoted).collect::<String>() + "\n";
    let rows = rows.iter().enumerate().map(|(at, row)| line(format!("Org {at}"), row));
    line("Name".to_owned(), headers) + &rows.collect::<String>()
}

fn ids() -> Vec<String> {
    IDS.map(str::to_owned).to_vec()
}

fn numbers(rows: &[Vec<usize>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|option| (option + 1).to_string()).collect()).collect()
}

fn rows() -> impl Strategy<Value = Vec<Vec<usize>>> {
    vec(vec(0usize..5, 4), 1..4).prop_map(|rows| [rows, (0..5).map(|at| vec![at; 4]).collect()].concat())
}

/// A number and a text as programs write them in one cell.
const WITH_NUMBER: [fn(i64, &str) -> String; 17] = [
    |number, text| format!("{number}={text}"),
    |number, text| format!("{number}|{text}"),
    |number, text| format!("{text};#{number}"),
    |number, text| format!("{:☆<7} {text}", "★".repeat(usize::try_from(number).unwrap())),
    |number, text| format!("{number} {text}"),
    |number, text| format!("{number}-{text}"),
    |number, text| format!("{number}_{text}"),
    |number, text| format!("{number};#{text}"),
    |number, text| format!("{number}点:{text}"),
    |number, text| format!("{number}点：{text}"),
    |number, text| format!("【{number}】{text}"),
    |number, text| format!("【{number}】 {text}"),
    |number, text| format!("A{number}: {text}"),
    |number, text| format!("A{number} {text}"),
    |number, text| format!("{text} [A{number}]"),
    |number, text| format!("{text} (A{number})"),
    |number, text| format!("AO0{number}. {text}"),
];
const WITHOUT: [fn(&str) -> String; 6] = [
    |text| serde_json::to_string(&[text]).unwrap(),
    |text| format!("[\"{text}\"]").replace('é', "\\u00e9"),
    |text| format!("○ {text}"),
    |text| format!("◯{text}"),
    |text| format!("☑ {text}"),
    |text| format!(";#{text};#"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// A number beside a text agrees with it on the one scale of the file, or its row is refused.
    #[test]
    fn a_number_and_a_text_in_one_cell_are_read_where_they_agree(
        rows in rows(),
        write in select(&WITH_NUMBER[..]),
        first in 0i64..3,
        language in 0usize..2,
        wrong in (0usize..5, 1usize..5),
    ) {
        let definition = &languages()[language];
        let cell = |at: usize, number: usize, option: usize| {
            write(first + i64::try_from(number).unwrap(), &definition.question(at).unwrap().1.options[option].text)
        };
        let cells = |row: &Vec<usize>| row.iter().enumerate().map(|(at, option)| cell(at, *option, *option)).collect();
        let mut written: Vec<Vec<String>> = rows.iter().map(cells).collect();
        let expected = batch(&table(&ids(), &numbers(&rows)), &["--scale", "points"]);
        let ran = batch(&table(&ids(), &written), &[]);
        prop_assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}{}", table(&ids(), &written), ran.stderr);
        let (option, shift) = wrong;
        written[0][0] = cell(0, option, (option + shift) % 5);
        let ran = batch(&table(&ids(), &written), &[]);
        prop_assert!(ran.code != 0 && !ran.stdout.contains("Org 0,"), "{}\n{}{}", written[0][0], ran.stdout, ran.stderr);
    }

    #[test]
    fn a_text_in_what_a_program_put_around_it_is_read(rows in rows(), write in select(&WITHOUT[..]), language in 0usize..2) {
        let definition = &languages()[language];
        let text = |(at, option): (usize, &usize)| write(&definition.question(at).unwrap().1.options[*option].text);
        let mut written: Vec<Vec<String>> = rows.iter().map(|row| row.iter().enumerate().map(text).collect()).collect();
        let expected = batch(&table(&ids(), &numbers(&rows)), &["--scale", "points"]);
        let ran = batch(&table(&ids(), &written), &[]);
        prop_assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}{}", table(&ids(), &written), ran.stderr);
        // Two texts are no answer, and more than a text is none.
        let one = |option: usize| definition.question(0).unwrap().1.options[option].text.clone();
        for strange in [serde_json::to_string(&[one(0), one(1)]).unwrap(), write(&format!("{} not", one(0)))] {
            strange.clone_into(&mut written[0][0]);
            let ran = batch(&table(&ids(), &written), &[]);
            prop_assert!(ran.code == 1 && !ran.stdout.contains("Org 0,"), "{}\n{}{}", strange, ran.stdout, ran.stderr);
        }
    }
}

/// An assessment whose options are what numbers may count.
fn counted(rows: &str) -> Ran {
    custom(["Yearly", "Quarterly", "Monthly", "Weekly", "Daily"], &format!("Name,first-one,second-one\n{rows}"), &[])
}

/// The same of a definition of two questions with these options.
fn custom(options: [&str; 5], table: &str, arguments: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("often.toml");
    let question = |id: &str| {
        format!(
            "[[criteria.questions]]\nid = \"{id}\"\ntext = \"How often does {id} happen?\"\noptions = {options:?}\n"
        )
    };
    let definition = format!(
        "schema = 1\nid = \"often\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ntitle = \"Often\"\ndescription = \"How often.\"\n\
         effort_unit = \"days\"\n[[levels]]\nid = \"none\"\nname = \"None\"\nsummary = \"All.\"\n[[levels]]\nid = \"all\"\nname = \"All\"\nsummary = \"Some.\"\nrequires = {{ criteria_in_place = 1 }}\n[[criteria]]\nid = \"rhythm\"\n\
         name = \"Rhythm\"\ndescription = \"How often.\"\n{}{}",
        question("first-one"),
        question("second-one")
    );
    std::fs::write(&path, definition).unwrap();
    batch(table, &[&["-a", path.to_str().unwrap()], arguments].concat())
}

#[test]
fn a_number_that_may_count_is_a_code_only_where_several_are() {
    let ran = counted("a,4-weekly,Daily\nb,Weekly,Monthly\nc,4-weekly,4 weekly\n");
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    assert_eq!(ran.stdout.lines().count(), 2, "only what is an option is read: {}", ran.stdout);
    assert!(ran.stderr.contains("`4-weekly` is no answer to `first-one`"), "{}", ran.stderr);
    let ran = counted("a,4-Weekly,5-Daily\nb,1-Yearly,3-Monthly\nc,2-Quarterly,4-Weekly\n");
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 4), "{}", ran.stderr);
    for other in ["2-3 weekly", "1 1/2 monthly", "3 - 5 daily"] {
        let ran = counted(&format!("a,{other},5-Daily\nb,1-Yearly,3-Monthly\nc,2-Quarterly,4-Weekly\n"));
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{other} {}", ran.stderr);
    }
}

#[test]
fn numbers_that_options_begin_with_are_no_points_unsaid_where_the_first_has_none() {
    let of = |rows: &str, arguments: &[&str]| {
        let options = ["nobody", "1", "2 or more", "5 or more", "10 or more"];
        custom(options, &format!("Name,first-one,second-one\n{rows}"), arguments)
    };
    // The places of options or their own numbers.
    let rows = "a,2,5\nb,5,2\nc,2,2\nd,5,5\n";
    let ran = of(rows, &[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("--scale points") && ran.stderr.contains("--scale texts"), "{}", ran.stderr);
    let texts = of(&rows.replace(",2", ",3").replace(",5", ",4"), &["--scale", "points"]);
    assert_eq!(of(rows, &["--scale", "texts"]).stdout, texts.stdout);
    let ran = of("a,2,10\nb,5,0\nc,1,10\nd,0,5\n", &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn a_range_with_its_number_behind_it_is_read() {
    let options = ["none", "1 - 9", "10 - 20", "21 - 50", "more"];
    let rows = [[0, 2], [1, 3], [2, 4], [3, 1], [4, 0]];
    let of = |cell: &dyn Fn(usize) -> String| {
        let row = |(at, row): (usize, &[usize; 2])| format!("Org {at},{},{}\n", cell(row[0]), cell(row[1]));
        let rows: String = rows.iter().enumerate().map(row).collect();
        custom(options, &format!("Name,first-one,second-one\n{rows}"), &[])
    };
    let expected = of(&|at| options[at].to_owned());
    let ran = of(&|at| format!("{} ({})", options[at], at + 1));
    assert_eq!((ran.code, &ran.stdout), (0, &expected.stdout), "{}", ran.stderr);
    let ran = of(&|at| format!("{} ({})", options[at], if at == 2 { 4 } else { at + 1 }));
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "of so few cells one may be right: {}", ran.stderr);
}

/// What forms put before or behind a question, and nothing that another question would be.
const SAID: [fn(usize, &str) -> String; 31] = [
    |_, text| format!("Select one. {text}"),
    |_, text| format!("Please choose one answer: {text}"),
    |at, text| format!("{at}. Choose one option. {text}"),
    |_, text| format!("{text}（ひとつだけ）"),
    |_, text| format!("{text}（○は1つ）"),
    |_, text| format!("{text}（◯はひとつだけ）"),
    |_, text| format!("{text}【単一回答】"),
    |_, text| format!("{text}〔SA〕"),
    |_, text| format!("{text}（1つ選択）"),
    |_, text| format!("{text}（あてはまるもの１つに○をつけてください）"),
    |_, text| format!("{text}　1つ選んでください。"),
    |_, text| format!("{text}【必須】（SA）"),
    |_, text| format!("{text}（必須・単一回答）"),
    |_, text| format!("{text}（任意）"),
    |_, text| format!("{text} (Single Select)"),
    |_, text| format!("{text} (Multiple Choice)"),
    |_, text| format!("{text} [Radio]"),
    |_, text| format!("{text} [Dropdown]"),
    |_, text| format!("{text} Select one."),
    |_, text| format!("{text} Please select one answer."),
    |_, text| format!("{text} (required, single choice)"),
    |_, text| format!("{text} (Einfachauswahl)"),
    |at, text| format!("【問{at}】{text}"),
    |at, text| format!("【Q{at}】{text}"),
    |at, text| format!("〔問{at}〕{text}"),
    |at, text| format!("（設問{at}）{text}"),
    |_, text| format!("【SA】{text}"),
    |_, text| format!("[Radio] {text}"),
    |_, text| format!("（必須）{text}"),
    |at, text| format!("問{at}．（SA）{text}"),
    |at, text| format!("【問{at}】{text}（○は1つ）"),
];
const OTHER: [fn(&str) -> String; 9] = [
    |text| format!("Comment [{text}]"),
    |text| format!("How important is this? [{text}]"),
    |text| format!("{text} [Comment]"),
    |text| format!("{text}（目標）"),
    |text| format!("【重要度】{text}"),
    |text| format!("{text} (importance, single choice)"),
    |text| format!("{text}（複数回答）"),
    |text| format!("{text}（前回）"),
    |text| format!("[Goal] {text}"),
];

#[test]
fn what_forms_say_of_the_answer_is_no_part_of_a_question_and_all_else_is() {
    let rows: Vec<Vec<usize>> = (0..5).map(|at| vec![at, 4 - at, at, 2]).collect();
    let cells = numbers(&rows);
    let expected = batch(&table(&ids(), &cells), &["--scale", "points"]).stdout;
    for definition in languages() {
        let headers = |write: &dyn Fn(usize, &str) -> String| {
            (0..4).map(|at| write(at + 1, &definition.question(at).unwrap().1.text)).collect::<Vec<_>>()
        };
        for write in SAID {
            let table = table(&headers(&write), &cells);
            let ran = batch(&table, &["--scale", "points"]);
            assert_eq!((ran.code, &ran.stdout), (0, &expected), "{table}{}", ran.stderr);
        }
        for write in OTHER {
            let table = table(&headers(&|_, text| write(text)), &cells);
            let ran = batch(&table, &["--scale", "points"]);
            assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{table}{}", ran.stderr);
        }
    }
}

#[test]
fn what_a_list_shows_before_anything_is_chosen_is_no_answer() {
    for (word, said) in [
        ("選択してください", "選択してください"),
        ("選択して下さい", "選択して下さい"),
        ("-- Select --", "select"),
        ("Please select", "please select"),
        ("Please select...", "please select"),
        ("<Select>", "select"),
        ("\\N", "\\n"),
        ("---", "---"),
        ("Bitte wählen", "bitte wählen"),
        ("Choisissez …", "choisissez"),
        ("▼選択してください", "選択してください"),
    ] {
        let rows = |word: &str| format!("Name,skills-onboarding,skills-training\na,1,{word}\nb,5,4\nc,2,{word}\n");
        let expected = batch(&rows(""), &["--scale", "points"]).stdout;
        let ran = batch(&rows(word), &["--scale", "points"]);
        assert_eq!((ran.code, &ran.stdout), (0, &expected), "{word}: {}", ran.stderr);
        assert!(ran.stderr.contains(&format!("2 cells with `{said}` are read as not answered")), "{}", ran.stderr);
        // Where other words are no answers, either, somebody may mean it.
        let ran = batch(&(rows(word) + "d,1,hardly\n"), &["--scale", "points"]);
        assert_eq!((ran.code, ran.stdout.lines().count()), (1, 2), "{word}: {}", ran.stderr);
    }
}

#[test]
fn characters_that_a_name_in_xml_cannot_have_are_what_they_stand_for() {
    let rows: Vec<Vec<usize>> = (0..5).map(|at| vec![at, 4 - at, at, 2]).collect();
    let expected = batch(&table(&ids(), &numbers(&rows)), &["--scale", "points"]).stdout;
    for definition in languages() {
        let coded =
            |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("_x{:04x}_", u32::from(c)) };
        let header = |at: usize| definition.question(at).unwrap().1.text.chars().map(coded).collect::<String>();
        let headers: Vec<String> = (0..4).map(header).collect();
        let ran = batch(&table(&headers, &numbers(&rows)), &["--scale", "points"]);
        assert_eq!((ran.code, &ran.stdout), (0, &expected), "{headers:?}{}", ran.stderr);
    }
}
