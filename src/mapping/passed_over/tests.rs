//! Which rows of small tables are passed over.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::definition::Definition;
use crate::definition::bundled;
use crate::mapping::map::Map;
use crate::mapping::{Cells, Columns, Matcher};
use crate::table::Record;

/// A row above the header, which only tables with as many columns reach.
const ABOVE: [&str; 9] = ["", "", "", "", "", "", "finished", "responseid", "recordeddate"];

/// What is made of the rows of a table, by their numbers as a spreadsheet shows them.
fn judged(csv: &str, choice: impl Fn(&Columns) -> Choice) -> (Vec<u64>, Vec<u64>, Notes) {
    let languages: Vec<Definition> = bundled::BUNDLED[0].definitions();
    let (cells, matcher) = (Cells::new(&languages, &Map::default()), Matcher::new(&languages, &Map::default()));
    let mut record = Record::default();
    let at = record.read(csv.as_bytes(), 0, b',');
    let header: Vec<String> = record.fields().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let columns = matcher.columns(&header, &[]).unwrap();
    let choice = choice(&columns);
    let judge = Judge::new(&languages[0], &columns, &cells, &matcher, &choice, &[ABOVE.map(str::to_owned).to_vec()]);
    let lines: Vec<&str> = csv[at..].split_inclusive('\n').collect();
    // In blocks of two rows, by two workers, of which the second begins.
    let (mut sights, mut edges) = ([judge.sight(), judge.sight()], [Edges::new(&judge), Edges::new(&judge)]);
    for (ticket, block) in (0..).zip(lines.chunks(2)).collect::<Vec<(u64, _)>>().into_iter().rev() {
        let worker = usize::try_from(ticket).unwrap() % 2;
        sights[worker].block(block.concat().as_bytes(), ticket, &mut edges[worker]);
    }
    let ([one, mut all], [mut edges, others]) = (sights, edges);
    edges.merge(others);
    let Settled { figures, inside, heads, feet } = edges.settle();
    figures.iter().for_each(|row| all.foot(row));
    inside.iter().chain(&heads).chain(&feet).for_each(|row| all.any(row));
    let (passed, notes) = all.merge(one).finish(Sizes::new(), |(ticket, line)| ticket * 2 + line + 1);
    let places = (0u64..).zip(&lines).map(|(at, _)| (at / 2, at % 2 + 1));
    let numbered: Vec<(u64, Place)> = (2..).zip(places).collect();
    let is_passed = |place: &Place| passed.block(place.0).is_some_and(|judged| judged.passes(place.1));
    let is_refused = |place: &Place| passed.block(place.0).is_some_and(|judged| judged.refusal(place.1).is_some());
    let of = |wanted: &dyn Fn(&Place) -> bool| {
        numbered.iter().filter(|(_, place)| wanted(place)).map(|(row, _)| *row).collect::<Vec<u64>>()
    };
    (of(&is_passed), of(&is_refused), notes)
}

fn plainly(csv: &str) -> (Vec<u64>, Vec<u64>) {
    let (passed, unclear, _) = judged(csv, |_| Choice::default());
    (passed, unclear)
}

#[test]
fn headings_are_passed_over_and_answers_are_not() {
    let text = "How are new agents prepared before they handle customers alone?";
    let header = "who,skills-onboarding,skills-training";
    for heading in [
        format!("Name,{text},skills-training"),
        "\"{\"\"ImportId\"\":\"\"who\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\""
            .to_owned(),
        ",Response,Response".to_owned(),
        ",回答,回答".to_owned(),
        ",Response,3".to_owned(),
    ] {
        let csv = format!("{header}\n{heading}\na,1,2\nb,3,4\n");
        assert_eq!(plainly(&csv), (vec![2], vec![]), "{heading}");
    }
    for answers in ["a,1,2", "Response,1,2", "a,Response,2", "a,?,?", "a,,", "a,Response,?"] {
        let csv = format!("{header}\n{answers}\nb,3,4\n");
        assert_eq!(plainly(&csv), (vec![], vec![]), "{answers}");
    }
    // Who says nothing of themselves, where all others do, may be none.
    assert_eq!(plainly(&format!("{header}\n,1,2\nb,3,4\n")), (vec![], vec![2]));
}

#[test]
fn figures_are_passed_over_only_at_the_foot() {
    let header = "Organisation,Date,skills-onboarding,skills-training";
    for (foot, passed, unclear) in [
        ("Average,,3.25,2", vec![4], vec![]),
        ("平均,,3.25,2", vec![4], vec![]),
        ("Total:,,45,52", vec![4], vec![]),
        ("N = 26,,,", vec![4], vec![]),
        ("合計 26件,,,", vec![4], vec![]),
        (",Mean,#DIV/0!,61%", vec![4], vec![]),
        ("Average,,3,2", vec![], vec![4]),
        ("Count,2,2,2", vec![], vec![4]),
        ("Count,26,,", vec![4], vec![]),
        ("Average,,,", vec![], vec![]),
        ("Total,2026-10-01,3,2", vec![], vec![]),
        ("Total,2026-10-01,45,2", vec![], vec![]),
        ("Totalserve,,3,2", vec![], vec![]),
        ("N1,,3,2", vec![], vec![]),
        ("Sum1,,3.5,2", vec![], vec![]),
        ("Total 26,,3.5,2", vec![4], vec![]),
        ("Total,,3,n/a", vec![], vec![]),
        ("Average,,3.25,2\nMedian,,3,2\n,,,", vec![4, 5], vec![]),
        ("Median,,3,2\nAverage,,3.25,2", vec![5], vec![4]),
        ("Average,,3.25,2\nc,,3,2", vec![4], vec![]),
        // Nobody is named, where others are; or nobody but what may be a word for figures, where others tell a date too.
        (",,3,2", vec![], vec![4]),
        (",,3.25,2", vec![], vec![4]),
        (",,3,2\n,,2,2\n,,,", vec![], vec![4, 5]),
        ("Average,,3.25,2\n,,2,2", vec![4, 5], vec![]),
        ("c,,3,2\n,,2,2\nd,,3,2", vec![], vec![]),
        ("7,,3,2", vec![], vec![]),
        (",,,\nAverage,,3.25,2", vec![5], vec![]),
    ] {
        let csv = format!("{header}\na,,1,2\nb,,3,4\n{foot}\n");
        assert_eq!(plainly(&csv), (passed, unclear), "{foot}");
    }
}

#[test]
fn what_programs_say_of_responses_counts_in_their_own_tables_or_where_it_is_plain() {
    let kinds = |csv: &str| {
        let (_, _, notes) = judged(csv, |_| Choice::default());
        let group = |group: &Group| (group.kind, group.said.clone().unwrap().1, group.first.clone());
        notes.groups.iter().map(group).collect::<Vec<_>>()
    };
    let qualtrics = "Status,Progress,Finished,RecordedDate,ResponseId,skills-path\n\
                     IP Address,100,True,d,1,3\nSurvey Preview,100,True,d,2,3\nIP Address,37,False,d,3,3\nSpam,100,True,d,4,3\n\
                     0,100,1,d,5,3\n8,100,1,d,6,3\n";
    assert_eq!(
        kinds(qualtrics),
        [
            (Kind::Test, "`Survey Preview`".to_owned(), vec![3]),
            (Kind::Spam, "`8`".to_owned(), vec![7]),
            (Kind::Spam, "`Spam`".to_owned(), vec![5]),
            (Kind::Unfinished, "`False`".to_owned(), vec![4]),
        ]
    );
    let lime = "submitdate,lastpage,startlanguage,seed,skills-path\n2026-10-01,7,en,1,3\n,3,en,2,3\n";
    assert_eq!(kinds(lime), [(Kind::Unfinished, "empty".to_owned(), vec![3])]);
    let lime = "submitdate. Date submitted,lastpage. Last page,startlanguage. Start language,skills-path\n,3,en,3\n";
    assert_eq!(kinds(lime), [(Kind::Unfinished, "empty".to_owned(), vec![2])]);
    let redcap = "record_id,redcap_survey_identifier,cx_timestamp,skills-path,cx_complete,other_complete\n\
                  1,,t,3,2,0\n2,,[not completed],3,0,2\n3,,t,3,1,0\n";
    assert_eq!(kinds(redcap), [(Kind::Unfinished, "`0`".to_owned(), vec![3])]);
    let typeform = "#,skills-path,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC)\na,3,completed,d,,d\nb,3,partial,d,d,\n";
    assert_eq!(kinds(typeform), [(Kind::Unfinished, "`partial`".to_owned(), vec![3])]);
    let creative = "NO,回答日,ステータス,skills-path\n1,d,完了,3\n2,d,途中,3\n";
    assert_eq!(kinds(creative), [(Kind::Unfinished, "`途中`".to_owned(), vec![3])]);
    let labels = "a,b,c,d,e,f,完了,回答ID,記録日,skills-path\n1,2,3,4,5,6,0,R,d,3\n1,2,3,4,5,6,1,R,d,3\n";
    assert_eq!(kinds(labels), [(Kind::Unfinished, "`0`".to_owned(), vec![2])]);
    for alone in [
        "Status,Finished,Progress,skills-path\nactive,maybe,100,3\n",
        "submitdate,skills-path\n,3\n",
        "record_id,skills-path,cx_complete\n1,3,0\n",
        "Response Type,skills-path\nblank,3\n",
    ] {
        assert_eq!(kinds(alone), [], "{alone}");
    }
    let plain = "Status,Finished,Progress,skills-path\nSpam,False,37,3\n";
    assert_eq!(kinds(plain), [(Kind::Spam, "`Spam`".to_owned(), vec![2])]);
    let (passed, _, notes) = judged(&qualtrics.replace("Spam", "Peut-être"), |_| Choice::default());
    assert_eq!((passed, notes.unknown[0].word.as_str(), notes.unknown[0].rows), (vec![3, 4, 7], "Peut-être", 1));
    let every = |_: &Columns| Choice { every_row: true, ..Choice::default() };
    assert_eq!(judged(qualtrics, every).0, Vec::<u64>::new());
}

#[test]
fn the_user_says_which_rows_are_wanted() {
    let csv = "Wave,Mail,skills-path\n1,a,3\n2,a,4\n2,b,1\n,A ,2\n2,,3\n２,,3\n";
    let condition = |equal, value: &str| Condition { column: 0, equal, value: value.to_owned() };
    let wanted = |conditions: Vec<Condition>| {
        judged(csv, move |_| Choice { conditions: conditions.clone(), ..Choice::default() }).0
    };
    assert_eq!(wanted(vec![condition(true, "2")]), [2, 5]);
    assert_eq!(wanted(vec![condition(false, "2")]), [3, 4, 6, 7]);
    assert_eq!(wanted(vec![condition(false, "")]), [5]);
    assert_eq!(wanted(vec![condition(false, "1"), condition(false, "")]), [2, 5]);
    let doubtful = format!("{csv}Total,,3\n");
    let unwanted = Choice { conditions: vec![condition(false, "Total")], ..Choice::default() };
    assert_eq!(judged(&doubtful, |_| Choice::default()).1, [8]);
    let (passed, unclear, _) = judged(&doubtful, |_| unwanted.clone());
    assert_eq!((passed, unclear), (vec![8], vec![]));
    let latest = |conditions: Vec<Condition>| {
        judged(csv, move |_| Choice { conditions: conditions.clone(), latest_of: vec![1], ..Choice::default() }).0
    };
    assert_eq!(latest(vec![]), [2, 3]);
    assert_eq!(latest(vec![condition(true, "2")]), [2, 5]);
    let dated = "Mail,Timestamp,skills-path\na,2026/10/2 9:00,3\nb,2026/10/01 9:00,4\na,2026/10/01 12:00,1\n";
    let of = |csv: &str| judged(csv, |_| Choice { latest_of: vec![0], ..Choice::default() });
    assert_eq!(of(dated).0, [4]);
    for (from, to, untimed) in [
        ("12:00", "12:00 GMT", Untimed::Apart(2, 4)),
        ("2026/10/2 9:00", "yesterday", Untimed::Unread(2, "yesterday".to_owned())),
    ] {
        let (passed, _, notes) = of(&dated.replace(from, to));
        assert_eq!((passed, notes.untimed), (vec![], Some(("Timestamp".to_owned(), untimed))));
    }
    let (_, _, notes) = of(dated);
    assert_eq!(notes.groups[0].said.as_ref().unwrap().0, "Timestamp");
    let (_, _, notes) = judged(csv, |_| Choice { conditions: vec![condition(true, "3")], ..Choice::default() });
    assert_eq!((notes.conditions[0].rows, notes.conditions[0].others.join("|")), (0, "|1|2|２".to_owned()));
    let (_, _, notes) = judged(csv, |_| Choice::default());
    assert_eq!((notes.shared[0].rows, notes.shared[0].values), (3, 1));
}

/// What may stand beside answers, and what may stand for one.
const CARRIED: [&str; 24] = [
    "",
    "",
    "Subtotal",
    "all",
    "-",
    "Acme",
    "Average",
    "average score",
    "Total North",
    "合計",
    "2026-10-01",
    "7",
    "3.5",
    "R12",
    "北野",
    "Ø",
    "(all)",
    " Sum",
    "<b>Mean</b>",
    "n = 26",
    "A",
    "&nbsp;Total",
    "Answer key",
    "模範解答",
];
const ANSWERS: [&str; 7] = ["1", "3.5", "", "n/a", "Average", "Every day or so", "#DIV/0!"];

static ASSESSMENT: LazyLock<(Vec<Definition>, Cells, Matcher)> = LazyLock::new(|| {
    let languages = bundled::BUNDLED[0].definitions();
    let (cells, matcher) = (Cells::new(&languages, &Map::default()), Matcher::new(&languages, &Map::default()));
    (languages, cells, matcher)
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_row_that_is_not_asked_for_figures_has_none(
        carried in prop::collection::vec(select(&CARRIED[..]), 4),
        answers in prop::collection::vec(select(&ANSWERS[..]), 2),
        first in 0..5usize,
    ) {
        let (languages, cells, matcher) = &*ASSESSMENT;
        let (mut header, mut row) = (vec!["a", "b", "c", "d"], carried.clone());
        header.insert(first, "skills-onboarding");
        row.insert(first, answers[0]);
        header.push("skills-training");
        row.push(answers[1]);
        let header: Vec<String> = header.into_iter().map(str::to_owned).collect();
        let columns = matcher.columns(&header, &[]).unwrap();
        let choice = Choice::default();
        let judge = Judge::new(&languages[0], &columns, cells, matcher, &choice, &[]);
        let mut record = Record::default();
        record.read(row.join(",").as_bytes(), 0, b',');
        let asked = judge.may_be_figures(judge.carried.iter().map(|at| record.field(*at))) || judge.is_word(record.field(0));
        let asked = asked && !is_text(record.field(5));
        prop_assert!(asked || !judge.look(&record).is_named(), "{:?}", row);
    }
}
