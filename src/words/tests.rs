//! A pretended language beside the program's own.

use super::lang::Language;
use super::plural::{Form, Rule};
use super::{Lang, report_advice, report_level};

/// It has words for one area, and not for all of its texts.
struct Pretended;

impl Rule for Pretended {
    fn form(number: u64) -> Form {
        match number {
            1 => Form::One,
            2..=4 => Form::Few,
            _ => Form::Other,
        }
    }
}

mod advice {
    texts! {
        ReportAdvice for Pretended;

        start_here: "Hic incipe";
        decides_actions(count: usize): [count; 0 "nihil", one "{count} actio", few "{count} actiones", other "{count} actionum"];
        among_others(actions: &str): [of actions; "hire" "conduce", other "{actions} et cetera"];
    }
}

macro_rules! leave_to_english {
    (ReportAdvice) => {};
    ($area:ident) => {
        impl super::areas::$area for Pretended {}
    };
}

each_area!(leave_to_english);

static LANGUAGE: Language = Language { tag: "la", name: "Latina", english: "Latin", words: &Pretended };
const LATIN: Lang = Lang(&LANGUAGE);

#[test]
fn what_a_language_lacks_is_said_in_english() {
    assert_eq!(report_advice::start_here(LATIN), "Hic incipe");
    assert_eq!(["hire", "ask"].map(|said| report_advice::among_others(LATIN, said)), ["conduce", "ask et cetera"]);
    assert_eq!(report_advice::then(LATIN), report_advice::then(Lang::EN));
    // Its files may be all that it has of an area.
    assert_eq!(report_level::near(LATIN, "A, B"), report_level::near(Lang::EN, "A, B"));
}

#[test]
fn a_language_counts_by_its_own_rule_and_english_texts_by_that_of_english() {
    let say = |count| report_advice::decides_actions(LATIN, count);
    assert_eq!([0, 1, 2, 4, 5].map(say), ["nihil", "1 actio", "2 actiones", "4 actiones", "5 actionum"]);
    let say = |count| report_advice::decides_questions(LATIN, count);
    assert_eq!([0, 1, 2].map(say), ["0 questions", "1 question", "2 questions"]);
    assert_eq!(report_advice::decides_actions(Lang::JA, 1), "施策1件");
}

#[test]
fn languages_are_told_apart_by_their_tags() {
    assert!(LATIN != Lang::EN && LATIN == Lang(&LANGUAGE));
    let tags: std::collections::BTreeSet<&str> = Lang::ALL.iter().map(|lang| lang.tag()).collect();
    assert_eq!((Lang::ALL[0], tags.len()), (Lang::EN, Lang::ALL.len()));
}

#[test]
fn locales_and_tags_are_understood() {
    for tag in ["ja", "ja_JP.UTF-8", "JA-jp", "ja@x"] {
        assert_eq!(Lang::from_tag(tag), Lang::JA, "{tag}");
    }
    for tag in ["", "C", "POSIX", "en_GB.UTF-8", "jav", "de"] {
        assert_eq!(Lang::from_tag(tag), Lang::EN, "{tag}");
    }
}
