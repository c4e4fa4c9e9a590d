//! Mistakes that people make in definitions, each with exactly what is said of it: one finding for what it is, at the place
//! where it was made, and none for what only follows from it.

use std::sync::Arc;

use cxm::check::{Severities, check};
use cxm::diagnostic::{Finding, Source, mended};
use cxm::document::{Document, Syntax};
use insta::assert_snapshot;

const BASE: &str = include_str!("rules/base.toml");

fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "there is no {from:?}");
        text.replacen(from, to, 1)
    })
}

fn findings(text: &str) -> Vec<Finding> {
    check(&Arc::new(Source::new("base.toml", text)), &[], &Severities::default())
}

/// A line for each finding, and beside it what `--fix` makes of its line.
fn said(text: &str) -> String {
    let line = |finding: &Finding| {
        let at = finding.position();
        let help = finding.help.as_deref().unwrap_or("-");
        let fix = finding.fix.as_ref().map(|_| {
            let mended = mended(text, [finding]);
            let line = mended.lines().nth(at.line - 1).unwrap_or_default().trim().to_owned();
            format!("\n    -> {line}")
        });
        format!(
            "{}:{} {}: {} | {help}{}",
            at.line,
            at.column,
            finding.rule.id,
            finding.message,
            fix.unwrap_or_default()
        )
    };
    let lines: Vec<String> = findings(text).iter().map(line).collect();
    if lines.is_empty() { "nothing".to_owned() } else { lines.join("\n") }
}

/// What is said of the small definition after edits.
fn after(edits: &[(&str, &str)]) -> String {
    said(&edited(BASE, edits))
}

#[test]
fn nothing_is_said_before() {
    assert_eq!(said(BASE), "nothing");
}

#[test]
fn brackets_that_are_not_closed() {
    assert_snapshot!(after(&[("\"in minutes\"]", "\"in minutes\"")]), @"32:11 syntax: `[` is not closed | put `]` where it ends");
    assert_snapshot!(after(&[("steps = [\"Ask around.\"]", "steps = [\"Ask around.\"")]), @"39:9 syntax: `[` is not closed | put `]` where it ends");
    assert_snapshot!(after(&[("{ criteria_in_place = 1 }", "{ criteria_in_place = 1")]), @"21:12 syntax: `{` is not closed | put `}` where it ends");
    assert_snapshot!(after(&[("[\"never\", ", "[{ points = 0, text = \"never\", ")]), @"32:12 syntax: `{` is not closed | put `}` where it ends");
    assert_snapshot!(after(&[("expect = { level = \"high\" }", "expect = { level = \"high\"")]), @"52:10 syntax: `{` is not closed | put `}` where it ends");
    assert_snapshot!(after(&[("[[levels]]\nid = \"high\"", "[[levels]\nid = \"high\"")]), @r#"
    17:1 syntax: `[[levels` is not closed | write `[[levels]]`
        -> [[levels]]
    "#);
    assert_snapshot!(after(&[("[[levels]]\nid = \"high\"", "[[levels\nid = \"high\"")]), @r#"
    17:1 syntax: `[[levels` is not closed | write `[[levels]]`
        -> [[levels]]
    "#);
    // What stands above is said too.
    assert_snapshot!(after(&[("title = \"Base\"", "title = Base"), ("\"in minutes\"]", "\"in minutes\"")]), @r#"
    5:9 syntax: string values must be quoted, expected literal string | write a text in straight quotes: "like this"
    32:11 syntax: `[` is not closed | put `]` where it ends
    "#);
}

#[test]
fn quotes_that_do_not_pair_up() {
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"Base")]), @r#"5:9 syntax: the quotes on this line do not pair up | a text begins and ends with a straight quote, of several lines with three; within one, write `\"`"#);
    assert_snapshot!(after(&[("\"in weeks\", ", "\"in weeks, ")]), @r#"32:66 syntax: the quotes on this line do not pair up | a text begins and ends with a straight quote, of several lines with three; within one, write `\"`"#);
    assert_snapshot!(after(&[("title = \"Base\"", "title = “Base”")]), @r#"
    5:9 syntax: `“` (U+201C) is no quote of TOML | write a text in straight quotes: "like this"
        -> title = "Base"
    "#);
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"Base”")]), @r#"5:9 syntax: the quotes on this line do not pair up | a text begins and ends with a straight quote, of several lines with three; within one, write `\"`"#);
}

#[test]
fn quotes_within_texts() {
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"The \"base\" of it\"")]), @r#"5:14 syntax: this quote ends the text | within a text, write `\"`"#);
    assert_snapshot!(after(&[("\"in weeks\", ", "\"in \"weeks\"\", ")]), @r#"32:25 syntax: this quote ends the text | within a text, write `\"`"#);
    assert_snapshot!(after(&[("title = \"Base\"", "title = 'It isn't the base'")]), @r#"5:27 syntax: the quotes on this line do not pair up | a text begins and ends with a straight quote, of several lines with three; within one, write `\"`"#);
}

#[test]
fn texts_of_several_lines_that_are_not_closed() {
    let open = (
        "description = \"A definition in which nothing is found.\"",
        "description = \"\"\"\nA definition.\n\nSee below.",
    );
    assert_snapshot!(after(&[open]), @r#"6:15 syntax: `"""` is not closed | put `"""` where it ends"#);
    let another = ("why = \"More people give more answers.\"", "why = \"\"\"\nMore people.\"\"\"");
    assert_snapshot!(after(&[open, another]), @r#"6:15 syntax: `"""` is not closed | put `"""` where it ends"#);
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"\"\"Base\"")]), @r#"5:9 syntax: `"""` is not closed | put `"""` where it ends"#);
}

#[test]
fn addresses_that_are_no_links() {
    let help = |text: &str| after(&[("help = \"Count the hours.\"", &format!("help = \"{text}\""))]);
    assert_snapshot!(help("See https://example.org/list."), @"31:13 unsupported-markup: an address that is no link is shown as it is written: `https://example.org/list` | write `[text](https://...)`");
    assert_snapshot!(help("See [the list] (https://example.org/list)."), @"31:25 unsupported-markup: an address that is no link is shown as it is written: `https://example.org/list` | write `[text](https://...)`");
    assert_snapshot!(help("See [the list](https://example.org/list."), @"31:24 unsupported-markup: an address that is no link is shown as it is written: `https://example.org/list` | write `[text](https://...)`");
    assert_eq!(help("See [the list](https://example.org/list)."), "nothing");
    assert_eq!(help("See [https://example.org](https://example.org)."), "nothing");
}

#[test]
fn a_merge_that_was_left_undecided() {
    assert_snapshot!(after(&[(
        "title = \"Base\"",
        "<<<<<<< HEAD\ntitle = \"Base\"\n=======\ntitle = \"Basis\"\n>>>>>>> other"
    )]), @"5:1 syntax: a merge was left undecided here | keep one side or both, and take away the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`");
}

#[test]
fn headers_of_lists() {
    assert_snapshot!(after(&[("[[levels]]\nid = \"low\"", "[levels]\nid = \"low\"")]), @r#"
    12:1 syntax: `[levels]` is one table, and elsewhere `levels` is a list | write `[[levels]]`
        -> [[levels]]
    "#);
    assert_snapshot!(said(&BASE.replace("[[levels]]", "[levels]")), @"17:1 duplicate-key: table `levels` stands twice | of a list each item begins with `[[levels]]`; of one table, put all keys under one header");
    assert_snapshot!(after(&[("[[actions]]", "[actions]")]), @r#"
    35:1 wrong-type: `[actions]` is one table, and `actions` is a list | write `[[actions]]`
        -> [[actions]]
    "#);
    assert_snapshot!(after(&[("[[criteria.questions]]", "[criteria.questions]")]), @r#"
    28:1 wrong-type: `[criteria.questions]` is one table, and `criteria.questions` is a list | write `[[criteria.questions]]`
        -> [[criteria.questions]]
    "#);
}

#[test]
fn questions_above_their_criterion() {
    let criterion = "[[criteria]]\nid = \"speed\"\nname = \"Speed\"\ndescription = \"How fast.\"\n\n";
    let behind = edited(BASE, &[(criterion, ""), ("[[actions]]", &format!("{criterion}[[actions]]"))]);
    assert_snapshot!(said(&behind), @"23:1 syntax: `[[criteria.questions]]` stands above the first `[[criteria]]` | put it below the `[[criteria]]` that it belongs to");
    assert_snapshot!(after(&[(criterion, "")]), @"23:3 wrong-type: there is no `[[criteria]]` above this | put `[[criteria]]` above it, with the keys of the one that it belongs to");
}

#[test]
fn words_and_characters_that_only_look_right() {
    assert_snapshot!(after(&[("not_applicable = false", "not_applicable = False")]), @r#"
    33:18 syntax: `False` is not `false` | write `false`
        -> not_applicable = false
    "#);
    assert_snapshot!(after(&[("effort = 4", "effort\u{a0}= 4")]), @r#"
    40:7 syntax: a no-break space (U+00A0) stands here | write a plain space
        -> effort = 4
    "#);
    assert_snapshot!(after(&[("effort = 4", "effort =\u{3000}4")]), @r#"
    40:9 syntax: a full-width space (U+3000) stands here | write a plain space
        -> effort = 4
    "#);
    assert_snapshot!(after(&[("effort = 4", "effort\u{200b} = 4")]), @r#"
    40:7 syntax: a space without width (U+200B) stands here | take it away
        -> effort = 4
    "#);
    assert_snapshot!(after(&[("effort = 4", "effort ＝ 4")]), @r#"
    40:8 syntax: `＝` (U+FF1D) is not `=`, though it looks like it | write `=`
        -> effort = 4
    "#);
    assert_snapshot!(after(&[("effort = 4", "effort = ４")]), @r#"
    40:10 syntax: `４` (U+FF14) is not `4`, though it looks like it | write `4`
        -> effort = 4
    "#);
    assert_snapshot!(after(&[("{ speed-answer = 4 }", "{ sрeed-answer = 4 }")]), @r#"
    41:13 syntax: `р` (U+0440) is not `p`, though it looks like it | write `p`
        -> raises = { speed-answer = 4 }
    "#);
    assert_snapshot!(after(&[("id = \"speed\"", "id = \"sрeed\"")]), @r#"
    24:6 invalid-id: `sрeed` is not an id | write `speed`: `р` (U+0440) only looks like `p`
        -> id = "speed"
    "#);
    assert_snapshot!(after(&[("route = [\"hire\"]", "route = [\"hіre\"]")]), @r#"
    47:49 unknown-reference: there is no action `hіre` | did you mean `hire`? `і` (U+0456) only looks like `i`
        -> expect = { level = "low", overall = 0, route = ["hire"] }
    "#);
}

#[test]
fn tables_above_the_keys_of_the_top() {
    let lints = "[lints]\nstyle = \"warn\"\n\n";
    assert_snapshot!(said(&format!("{lints}{BASE}")), @"4:1 unknown-key: these keys stand under `[lints]`: `schema`, `id`, `version`, `language`, `title`, `description` | put `[lints]` and what belongs to it below the keys of the file itself");
    assert_snapshot!(after(&[("title = \"Base\"", &format!("{lints}title = \"Base\""))]), @"8:1 unknown-key: these keys stand under `[lints]`: `title`, `description` | put `[lints]` and what belongs to it below the keys of the file itself");
    assert_snapshot!(
        after(&[("description = \"A", &format!("{lints}effort_unit = \"days\"\ndescription = \"A"))]), @"9:1 unknown-key: these keys stand under `[lints]`: `effort_unit`, `description` | put `[lints]` and what belongs to it below the keys of the file itself");
    let source = "[[sources]]\nid = \"book\"\ntitle = \"A book\"\n\n";
    let first = edited(
        BASE,
        &[(source, ""), ("language = \"en\"\n", ""), ("[[levels]]", &format!("{source}language = \"en\"\n[[levels]]"))],
    );
    assert_snapshot!(said(&first), @"11:1 unknown-key: these keys stand under `[[sources]]`: `language` | put `[[sources]]` and what belongs to it below the keys of the file itself");
    assert_snapshot!(after(&[("[[sources]]", &format!("{lints}[[sources]]"))]), @"nothing");
}

/// What could be a key of the top may be an id elsewhere.
#[test]
fn ids_that_are_called_as_keys_of_the_top_are_none() {
    let renames = "[renames.questions]\nrespondents = \"language\"\nlanguage = \"speed-answer\"\n\n[[levels]]";
    assert_eq!(after(&[("[[levels]]", renames)]), "nothing");
}

#[test]
fn a_file_with_nothing_in_it() {
    assert_snapshot!(said(""), @"1:1 missing-key: there is nothing in this file | `cxm new` writes a small definition with its translation; to take one away, delete its file");
    assert_snapshot!(said("# to do\n"), @"1:1 missing-key: there is nothing in this file | `cxm new` writes a small definition with its translation; to take one away, delete its file");
}

#[test]
fn a_case_that_cannot_be_read_takes_no_other_finding_with_it() {
    assert_snapshot!(after(&[("answers = { \"*\" = 5 }", "answers = { \"*\" = 9 }")]), @"51:19 unknown-points: question `speed-answer` has no option of 9 points | choose one of these: 1, 2, 3, 4, 5");
    assert_snapshot!(after(&[("route = [\"hire\"]", "route = [\"hired\"]")]), @r#"
    47:49 unknown-reference: there is no action `hired` | did you mean `hire`?
        -> expect = { level = "low", overall = 0, route = ["hire"] }
    "#);
}

#[test]
fn a_new_model_is_not_buried() {
    let (model, _) = BASE.split_once("[[cases]]").unwrap();
    assert_snapshot!(said(model), @"2:6 untested-definition: no worked example tests any of 2 levels, 1 action | add `[[cases]]`: answers, and what they are to come to");
}

#[test]
fn what_was_missed() {
    assert_snapshot!(after(&[("language = \"en\"", "language = \"english\"")]), @r#"
    4:12 invalid-value: `english` is no code of a language | write `en`
        -> language = "en"
    "#);
    assert_snapshot!(after(&[("language = \"en\"", "language = \"jp\"")]), @r#"
    4:12 invalid-value: `jp` is no code of a language | write `ja`
        -> language = "ja"
    "#);
    assert_snapshot!(after(&[("language = \"en\"", "language = \"xx\"")]), @"4:12 invalid-value: `xx` is no code of a language | write the code that ISO 639 has for it, such as `en` or `ja`");
    assert_eq!(after(&[("language = \"en\"", "language = \"pt-br\"")]), "nothing");
    assert_eq!(after(&[("language = \"en\"", "language = \"fil\"")]), "nothing");
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"B\u{202e}ase\"")]), @r#"
    5:9 hidden-character: this text holds a character that is not seen, U+202E | take it away
        -> title = "Base"
    "#);
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"B\\u200base\"")]), @r#"5:9 hidden-character: this text holds a character that is not seen, written with `\u` | take it away"#);
    assert_snapshot!(after(&[("more answers.\"", "more answers [boook].\"")]), @"38:7 unknown-citation: there is no source `boook` | did you mean `book`?");
    assert_snapshot!(after(&[("more answers.\"", "more answers [iso-18295].\"")]), @"38:7 unknown-citation: there is no source `iso-18295` | known here: `book`");
    let question = "[[criteria.questions]]\nid = \"speed-chat\"\ntext = \"How soon  is the message　answered ?\"\n\
                    options = [\"a\", \"b\", \"c\", \"d\", \"e\"]\n\n[[actions]]";
    let both = "{ speed-answer = 4, speed-chat = 4 }";
    assert_snapshot!(after(&[("[[actions]]", question), ("{ speed-answer = 4 }", both)]), @"37:8 duplicate-question: `speed-chat` asks the same as `speed-answer` | say in each what it asks that the other does not, or leave one out");
    assert_snapshot!(after(&[("more answers.\"", "more answers [book].\""), ("source = \"book\"\n", "")]), @r#"38:7 text-only-citation: only this text of action `hire` cites `book` | write `source = "book"`, so that results list it"#);
}

#[test]
fn what_is_suggested_is_mended_where_nothing_else_could_be_meant() {
    let text = edited(
        BASE,
        &[
            ("version = ", "verison = "),
            ("steps = ", "stepps = "),
            ("{ speed-answer = 4 }", "{ speed-anser = 4 }"),
            ("source = \"book\"", "source = \"boook\""),
            ("id = \"speed\"", "id = \"Speed\""),
        ],
    );
    let mut now = text;
    for _ in 0..5 {
        now = mended(&now, &findings(&now));
    }
    assert_eq!(now, BASE);
    // Of two none is chosen, nor one that is there already, nor one of which much is otherwise.
    let two = edited(
        BASE,
        &[
            ("[[levels]]", "[[sources]]\nid = \"cook\"\ntitle = \"A cook\"\n\n[[levels]]"),
            ("source = \"book\"", "source = \"ook\""),
        ],
    );
    assert!(findings(&two).iter().all(|finding| finding.fix.is_none()), "{}", said(&two));
    let there = edited(BASE, &[("effort = 4", "effort = 4\nefort = 5")]);
    assert_snapshot!(said(&there), @"41:1 unknown-key: an action has no key `efort` | known here: `pillar`, `if`, `unless`, `after`, `refs`, `see`");
    assert_snapshot!(after(&[("source = \"book\"", "source = \"bookshelf\"")]), @"42:10 unknown-reference: there is no source `bookshelf` | did you mean `book`?");
}

/// A mend never leaves a file that cannot be parsed where it could be before.
#[test]
fn each_edit_alone_keeps_what_is_well_formed_so() {
    let text = edited(BASE, &[("{ speed-answer = 4 }", "{ speed-answer = 4, speed-answr = 3 }")]);
    assert!(Document::parse(&Arc::new(Source::new("base.toml", text.as_str())), Syntax::Toml).is_ok());
    assert_snapshot!(said(&text), @"41:30 unknown-reference: there is no question `speed-answr` | -");
}

/// What other languages and prose have otherwise.
#[test]
fn habits_of_other_languages() {
    assert_snapshot!(after(&[("criteria_in_place = 1", "overall = 29,4")]), @"
    21:24 syntax: `29,4` is no number of TOML | write `29.4`
        -> requires = { overall = 29.4 }
    ");
    assert_snapshot!(after(&[("version = \"1.0.0\"", "version = 1.0.0")]), @r#"
    3:11 syntax: `1.0.0` is no number | write `"1.0.0"`
        -> version = "1.0.0"
    "#);
    assert_snapshot!(after(&[("effort = 4", "effort = 4%")]), @"
    40:11 syntax: `%` is no part of a number | take it away
        -> effort = 4
    ");
    assert_snapshot!(after(&[("not_applicable = false", "not_applicable = no")]), @"
    33:18 syntax: `no` is not `false` | write `false`
        -> not_applicable = false
    ");
    assert_snapshot!(after(&[("source = \"book\"", "source = null")]), @"42:10 syntax: `null` is no value of TOML | leave the key out where there is none");
    assert_snapshot!(after(&[("speed-answer = 4 }", "speed-answer: 4 }")]), @"
    41:24 syntax: `:` is not `=` | write `=` between a key and its value
        -> raises = { speed-answer = 4 }
    ");
    assert_snapshot!(after(&[("\"never\", ", "\"never\"; ")]), @r#"
    32:19 syntax: `;` is not `,` | write `,`
        -> options = ["never", "in weeks", "in days", "in hours", "in minutes"]
    "#);
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"Base\",")]), @r#"
    5:15 syntax: `,` stands behind a value | take it away
        -> title = "Base"
    "#);
    assert_snapshot!(after(&[("[[sources]]", "; sources\n[[sources]]")]), @"
    8:1 syntax: `;` begins nothing in TOML | a comment begins with `#`; take away what is none
        -> # sources
    ");
    assert_snapshot!(after(&[("[[sources]]", "```toml\n[[sources]]")]), @"8:1 syntax: ````` begins nothing in TOML | a comment begins with `#`; take away what is none");
    assert_snapshot!(after(&[("title = \"Base\"", "effort unit = \"days\"\ntitle = \"Base\"")]), @r#"
    5:1 syntax: `effort unit` is no key | write `effort_unit`
        -> effort_unit = "days"
    "#);
    assert_snapshot!(after(&[("\"in minutes\"]", "\"in minutes\"]]")]), @r#"
    32:69 syntax: `]` closes nothing | take it away
        -> options = ["never", "in weeks", "in days", "in hours", "in minutes"]
    "#);
    assert_snapshot!(after(&[("[[criteria.questions]]", "[[criteria].questions]]")]), @"
    28:1 syntax: `[[criteria.questions` is not closed | write `[[criteria.questions]]`
        -> [[criteria.questions]]
    ");
}

/// The rest of a merge says as much as all of it.
#[test]
fn lines_of_a_merge_that_were_left() {
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"Base\"\n=======")]), @"6:1 syntax: a merge was left undecided here | keep one side or both, and take away the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`");
    assert_snapshot!(after(&[("title = \"Base\"", "title = \"Base\"\n>>>>>>> main")]), @"6:1 syntax: a merge was left undecided here | keep one side or both, and take away the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`");
}

/// Nothing is said that only follows from it.
#[test]
fn lists_under_another_name_and_values_of_another_type() {
    assert_snapshot!(after(&[("[[criteria.questions]]", "[[questions]]")]), @"28:3 unknown-key: a definition has no key `questions` | write `[[criteria.questions]]`, below its criterion");
    assert_snapshot!(after(&[("[[criteria.questions]]", "[[criterion.questions]]")]), @"
    28:3 unknown-key: a definition has no key `criterion` | did you mean `criteria`?
        -> [[criteria.questions]]
    ");
    assert_snapshot!(after(&[("[[criteria.questions]]", "[[criteria.question]]")]), @"
    28:12 unknown-key: a criterion has no key `question` | did you mean `questions`?
        -> [[criteria.questions]]
    ");
    assert_snapshot!(after(&[("[[actions]]", "[[action]]")]), @"
    35:3 unknown-key: a definition has no key `action` | did you mean `actions`?
        -> [[actions]]
    ");
    assert_snapshot!(after(&[("[[criteria]]", "[groups]\nid = \"g\"\n[[criteria]]")]), @"
    23:1 wrong-type: `[groups]` is one table, and `groups` is a list | write `[[groups]]`
        -> [[groups]]
    ");
    assert_snapshot!(after(&[("{ speed-answer = 4 }", "[\"speed-answer\"]")]), @"41:10 wrong-type: expected a table, found an array | a table stands in braces: { key = value }");
    assert_snapshot!(after(&[("{ speed-answer = 4 }", "{ speed-answer = \"4\" }")]), @"
    41:27 wrong-type: expected points, found a string | a number stands without quotes
        -> raises = { speed-answer = 4 }
    ");
    assert_snapshot!(after(&[("[[actions]]", "[[challenges]]\nid = \"slow\"\nname = \"Slow\"\nsummary = \"Late.\"\nsource = \"book\"\n[[actions]]")]), @"35:1 missing-key: a challenge needs the key `when` | -");
}

/// An id becomes what all else calls it.
#[test]
fn an_id_is_mended_to_what_refers_to_it() {
    assert_snapshot!(after(&[("id = \"hire\"", "id = \"hi_re\"")]), @r#"
    36:6 invalid-id: `hi_re` is not an id | write `hire`
        -> id = "hire"
    "#);
    assert_snapshot!(after(&[("id = \"hire\"", "id = \"hi\u{200b}re\"")]), @r#"
    36:6 invalid-id: `hi�re` is not an id | write `hire`: a character that is not seen stands in it
        -> id = "hire"
    "#);
    assert_snapshot!(after(&[("id = \"speed\"", "id = \"the_speed\"")]), @r#"
    24:6 invalid-id: `the_speed` is not an id | write `the-speed`
        -> id = "the-speed"
    "#);
}

#[test]
fn markup_that_runs_on_and_citations_in_other_forms() {
    assert_snapshot!(after(&[("help = \"Count the hours.\"", "help = \"\"\"\n| a | b |\n| - | - |\n\"\"\"")]), @"32:1 unsupported-markup: a table becomes one line: `| a | b |` | make it a list: begin each item with `- `");
    assert_snapshot!(after(&[("help = \"Count the hours.\"", "help = \"\"\"\n• one\n• two\n\"\"\"")]), @"32:1 unsupported-markup: a list with such marks becomes one line: `• one` | begin each item with `- ` or `1. `");
    assert_snapshot!(after(&[("name = \"High\"", "name = \"High [see](https://example.org)\"")]), @"19:14 unsupported-markup: a link is shown as it is written: `[see](https://example.org)` | only longer texts have links: descriptions, help, reasons, steps and summaries");
    assert_snapshot!(after(&[("help = \"Count the hours.\"", "help = \"Count [Book] and [book, boook].\"")]), @"
    31:8 unknown-citation: there is no source `Book` | did you mean `book`?
    31:8 unknown-citation: there is no source `boook` | did you mean `book`?
    ");
    assert_snapshot!(after(&[("help = \"Count the hours.\"", "help = \"[https://bank.example](https://other.example)\"")]), @"31:9 unsupported-markup: a link to such an address is shown as it is written: `[https://bank.example](https://other.ex…` | link to a page by `https://`, without spaces, quotes and a name to sign in; let its text be no other address");
}

/// In quotes, a number would be an id that is nowhere.
#[test]
fn a_number_in_place_of_an_id_is_not_put_in_quotes() {
    let question = |line: &str| after(&[("not_applicable = false\n", &format!("not_applicable = false\n{line}\n"))]);
    assert_snapshot!(question("level = 2"), @"34:9 wrong-type: expected an id in quotes, found an integer | -");
    assert_snapshot!(question("if = { size = 2 }"), @"
    34:8 unknown-reference: there is no fact `size` | -
    34:15 wrong-type: expected a string, or an array of them, found an integer | -
    ");
    let action = |line: &str| after(&[("raises = {", &format!("{line}\nraises = {{"))]);
    assert_snapshot!(action("after = [1]"), @"41:10 wrong-type: expected an id in quotes, found an integer | -");
    assert_snapshot!(action("pillar = 1"), @"41:10 wrong-type: expected an id in quotes, found an integer | -");
    assert_snapshot!(after(&[("expect = { level = \"high\" }", "expect = { level = 2 }")]), @"52:20 wrong-type: expected an id in quotes, found an integer | -");
    // Nor what is no id but a text, which may be a number by a slip.
    assert_snapshot!(after(&[("title = \"Base\"", "title = 2026")]), @"5:9 wrong-type: expected a string, found an integer | a text stands in quotes");
    assert_snapshot!(after(&[("id = \"base\"", "id = 2026")]), @"2:6 wrong-type: expected a string, found an integer | a text stands in quotes");
}

/// What stands there already cannot have been meant once more, as above; else it can.
#[test]
fn a_question_that_is_not_raised_already_is_suggested() {
    let said = after(&[("raises = { speed-answer = 4 }", "raises = { speed-answr = 4 }")]);
    assert!(said.contains("did you mean `speed-answer`"), "{said}");
}

/// The option that was meant is not lacking too.
#[test]
fn a_misspelt_option_of_an_effort_is_one_mistake() {
    let said = |from: &str, to: &str| {
        let text = edited(include_str!("fixtures/facts.toml"), &[(from, to)]);
        let findings = cxm::definition::read(&Arc::new(Source::new("facts.toml", text))).1;
        findings.into_iter().map(|finding| (finding.message, finding.help.unwrap_or_default())).collect::<Vec<_>>()
    };
    let one = |message: &str, help: &str| vec![(message.to_owned(), help.to_owned())];
    let misspelt = said("centre = 8", "center = 8");
    assert_eq!(misspelt, one("fact `size` has no option `center`", "did you mean `centre`?"));
    let lacking = said(", centre = 8", "");
    assert_eq!(lacking, one("there is no effort for `centre`", "give each option of the fact an effort"));
    assert_eq!(said(", centre = 8", ", elsewhere = 8").len(), 2, "what was meant is not known");
}

#[test]
fn what_was_called_otherwise_and_the_version() {
    let renames = |lines: &str| format!("{BASE}\n[renames.actions]\n{lines}");
    // `speak` leads to what is there; that `hire` is said to be renamed is the only mistake.
    assert_snapshot!(said(&renames("hire = \"speak\"\nspeak = \"hire\"\n")), @"55:1 invalid-value: action `hire` is said to be renamed, and is still there | what is renamed has one id only: remove this line, or give the one that is there another id");
    assert_snapshot!(said(&renames("a = \"b\"\nb = \"c\"\nc = \"a\"\n")), @"
    55:5 invalid-value: `a` leads round in a circle, and to no action | -
    56:5 invalid-value: `b` leads round in a circle, and to no action | -
    57:5 invalid-value: `c` leads round in a circle, and to no action | -
    ");
    let points = "\n[renames.points.speed-answer]\nbefore = \"9.0.0\"\n3 = 4\n";
    assert_snapshot!(said(&format!("{BASE}{points}")), @"55:10 invalid-value: `9.0.0` is later than this version, 1.0.0 | -");
    let unread = edited(BASE, &[("version = \"1.0.0\"", "version = \"1.0\"")]);
    assert_snapshot!(said(&format!("{unread}{points}")), @r#"
    3:11 invalid-value: `1.0` is not a version | write three numbers, such as `1.0.0` (semantic versioning)
        -> version = "1.0.0"
    "#);
}

#[test]
fn lists_that_are_called_otherwise_beside_their_own() {
    let action = "[[action]]\nid = \"train\"\ntitle = \"Train\"\nwhy = \"It helps.\"\nsteps = [\"Begin.\"]\neffort = 2\n\
                  raises = { speed-answer = 5 }\nsource = \"book\"\n\n[[cases]]";
    assert_snapshot!(after(&[("[[cases]]", action)]), @"
    44:3 unknown-key: a definition has no key `action` | did you mean `actions`?
        -> [[actions]]
    ");
    let question = "[[criteria.question]]\nid = \"speed-chat\"\ntext = \"Is there a chat?\"\nhelp = \"Look.\"\n\
                    options = [\"no\", \"yes\"]\n\n[[actions]]";
    assert_snapshot!(after(&[("[[actions]]", question)]), @"
    35:12 unknown-key: a criterion has no key `question` | did you mean `questions`?
        -> [[criteria.questions]]
    ");
}

#[test]
fn values_of_another_kind() {
    assert_snapshot!(after(&[("steps = [\"Ask around.\"]", "steps = \"Ask around.\"")]), @r#"
    39:9 wrong-type: expected an array, found a string | a list stands in brackets
        -> steps = ["Ask around."]
    "#);
    assert_snapshot!(after(&[("version = \"1.0.0\"", "version = \"v1.0.0\"")]), @r#"
    3:11 invalid-value: `v1.0.0` is not a version | write three numbers, such as `1.0.0` (semantic versioning)
        -> version = "1.0.0"
    "#);
    assert_snapshot!(after(&[("effort = 4", "effort: 4")]), @"
    40:7 syntax: `:` is not `=` | write `=` between a key and its value
        -> effort = 4
    ");
    assert_snapshot!(after(&[("effort = 4", "effort = 4 // days")]), @"40:10 syntax: string values must be quoted, expected literal string | a comment begins with `#`");
    let points = "[{ points = -1, text = \"never\" }, { points = 1, text = \"in weeks\" }, \"in days\", \"in hours\", \"in minutes\"]";
    assert_snapshot!(after(&[("[\"never\", \"in weeks\", \"in days\", \"in hours\", \"in minutes\"]", points)]), @"32:23 out-of-range: points are whole numbers from 0 to 1000 | -");
    let challenge =
        "[[challenges]]\nid = \"slow\"\nname = \"Slow\"\nsummary = \"Slow.\"\nwhen = [\"speed-answer\"]\n\n[[actions]]";
    assert_snapshot!(after(&[("[[actions]]", challenge)]), @"39:8 wrong-type: expected a table, found an array | a table stands in braces: { key = value }");
}

#[test]
fn what_says_nothing() {
    let emptied = ("expect = { level = \"high\" }", "expect = {}");
    assert_snapshot!(after(&[emptied]), @"52:10 out-of-range: `expect` says nothing, so nothing is tested | say what comes out, such as level = \"low\"");
    let fact = "[[profile]]\nid = \"size\"\ntext = \"How many are you?\"\noptions = [{ id = \"few\", text = \"Few.\" }, { id = \"many\", text = \"Many.\" }]\n\n[[criteria]]";
    assert_snapshot!(after(&[("[[criteria]]", fact), ("effort = 4", "effort = 4\nif = {}\nunless = {}")]), @"
    46:6 out-of-range: `if` says nothing | name a fact and its option, or leave the key out
    47:10 out-of-range: `unless` says nothing | name a fact and its option, or leave the key out
    ");
    assert_snapshot!(after(&[("[[criteria]]", fact), ("effort = 4", "effort = 4\nif = { size = [] }")]), @"46:15 out-of-range: it names no option, so it never holds | -");
}

#[test]
fn slips_of_one_line_are_said_once() {
    const QUESTION: &str = "[[criteria.questions]]";
    let cases: [&[(&str, &str)]; 14] = [
        &[("\"never\", \"in weeks\"", "\n\"never\";\n\"in weeks\"")],
        &[("\"never\", \"in weeks\"", "\n\"never\"，\n\"in weeks\"")],
        &[("\"never\", \"in weeks\"", "\"never\"\n\"in weeks\"")],
        &[(QUESTION, "[criteria.questions]]\nid = \"speed-of-all\"\ntext = \"How fast?\"\n\n[[criteria.questions]]")],
        &[("{ speed-answer = 4 }", "[ speed-answer = 4 ]")],
        &[("{ speed-answer = 4 }", "[\"speed-answer\"]")],
        &[("{ speed-answer = 4 }", "{ speed–answer = 4 }")],
        &[("\"Count the hours.\"", "\"See C:\\path\\data.\"")],
        &[("\"Count the hours.\"", "\"Count the hours,\nand the days.\"")],
        &[("overall = 0, route", "overall = 0, in place = [], route")],
        &[("overall = 0, route", "overall == 0, route")],
        &[("[[sources]]", "what they rest on\n[[sources]]")],
        &[("{ \"*\" = 1 }", "{ * = 1 }")],
        &[("[[sources]]", "[[sources]]\n\n[[sources]]")],
    ];
    let all: Vec<String> = cases.into_iter().map(after).collect();
    assert_snapshot!(all.join("\n"), @r#"
    33:8 syntax: `;` is not `,` | write `,`
        -> "never",
    33:8 syntax: `，` (U+FF0C) is not `,`, though it looks like it | write `,`
        -> "never",
    32:18 syntax: missing comma between array elements | put `,` after this
    28:1 syntax: `[criteria.questions]]` begins with one bracket | write `[[criteria.questions]]`
        -> [[criteria.questions]]
    41:10 syntax: `[` begins a list, and a key stands in it | a table stands in braces: { key = value }
    41:10 wrong-type: expected a table, found an array | a table stands in braces: { key = value }
    41:17 syntax: `–` (U+2013) is not `-`, though it looks like it | write `-`
        -> raises = { speed-answer = 4 }
    31:15 syntax: `\p` stands for nothing | within a text, write `\\`
    31:8 syntax: this text goes on below | a text of several lines stands between `"""` and `"""`
    47:40 syntax: `in place` is no key | write `in_place`
        -> expect = { level = "low", overall = 0, in_place = [], route = ["hire"] }
    47:36 syntax: extra assignment between key-value pairs, expected value | write one `=` between a key and its value
    8:6 syntax: key with no value, expected `=` | write `=` and its value behind a key, and `#` before a comment
    46:13 syntax: invalid unquoted key, expected letters, numbers, `-`, `_` | write a key of other characters in straight quotes: "*"
    8:1 missing-key: no key stands below this `[[sources]]` | take it away, or put the keys of one below it
    "#);
}

#[test]
fn values_that_are_missing_or_dates_and_commas_are_named_where_they_are_to_stand() {
    let effort = |written: &'static str| [("effort = 4", written)];
    let options = |written: &'static str| [("\"never\", \"in weeks\"", written)];
    let cases = [
        effort("effort ="),
        effort("effort = # days"),
        effort("effort = 2025-07"),
        effort("effort = 2025年7月1日"),
        effort("effort = 3日"),
        options("\n\"never\" # a # \" b\n\n  # none\n\"in weeks\""),
        options("\"a # b\" \"in weeks\""),
        options("\"never\"、 \"in weeks\""),
    ];
    let all: Vec<String> = cases.iter().map(|case| after(case)).collect();
    assert_snapshot!(all.join("\n"));
}

/// What a translation has under another name, or as a list, is not missing beside it.
#[test]
fn a_translation_says_each_mistake_once() {
    let text = include_str!("rules/stale-translation/good.toml");
    let translation = include_str!("rules/stale-translation/good.ja.toml");
    let found = |from: &str, to: &str| {
        let source = |name: &str, text: String| Arc::new(Source::new(name, text));
        let translation = source("good.ja.toml", edited(translation, &[(from, to)]));
        let findings = check(&source("good.toml", text.to_owned()), &[translation], &Severities::default());
        let line = |finding: &Finding| {
            let help = finding.help.as_deref().unwrap_or("-");
            format!("{} {}: {} | {help}", finding.position().line, finding.rule.id, finding.message)
        };
        findings.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(found("[levels.low]", "[levels.lo]"), @"12 orphaned-translation: the definition has no level `lo` | did you mean `low`?");
    assert_snapshot!(found("[levels.low]", "[[levels.low]]"), @"12 wrong-type: expected a table, found an array | write `[levels.low]`");
}

#[test]
fn what_follows_from_another_mistake_is_not_said() {
    let fact = |options: &str| {
        format!(
            "[[profile]]\nid = \"size\"\ntext = \"How many?\"\nassume = \"few\"\noptions = {options}\n\n[[criteria]]"
        )
    };
    let by_size = ("effort = 4", "effort = { by = \"size\", few = 1, many = 2 }");
    let all = [
        after(&[("requires =", "require =")]),
        after(&[("[[criteria]]", &fact("[\"few\", \"many\"]")), by_size]),
        after(&[("[[criteria]]", &fact("{ few = \"Few.\", many = \"Many.\" }")), by_size]),
        after(&[("language = \"en\"", "language = \"Français\"")]),
        after(&[("language = \"en\"", "language = \"en_GB\"")]),
        after(&[("schema = 1", "{ \"schema\": 1,")]),
        after(&[("title = \"Base\"", "title = \"Base\" version = \"1.0.0\"")]),
    ];
    assert_snapshot!(all.join("\n"), @r#"
    21:1 unknown-key: a level has no key `require` | did you mean `requires`?
        -> requires = { criteria_in_place = 1 }
    27:12 wrong-type: expected a table, found a string | -
    27:19 wrong-type: expected a table, found a string | -
    27:11 wrong-type: expected an array, found a table | -
    4:12 invalid-value: `Français` is no code of a language | write `fr`
        -> language = "fr"
    4:12 invalid-value: `en_GB` is no code of a language | write `en-gb`
        -> language = "en-gb"
    1:1 syntax: `{` begins nothing in TOML | write `key = value`, and headers such as `[[levels]]`: this looks like JSON
    5:16 syntax: unexpected key or value, expected newline, `#` | put each key with its value on a line of its own
    "#);
}

/// Each is one mistake, and what comes of it is not said beside it.
#[test]
fn one_mistake_is_one_finding() {
    let sized = &edited(
        BASE,
        &[
            (
                "[[criteria]]",
                "[[profile]]\nid = \"size\"\ntext = \"How many?\"\nassume = \"few\"\n\
                 options = [{ id = \"few\", text = \"Few\" }, { id = \"many\", text = \"Many\" }]\n\n[[criteria]]",
            ),
            ("effort = 4", "effort = { by = \"size\", few = 5, many = 12 }"),
        ],
    );
    assert_eq!(said(sized), "nothing");
    let after = |from: &str, to: &str| said(&edited(sized, &[(from, to)]));
    assert_snapshot!(after("criteria_in_place = 1", "criteria_in_place = 1.0"), @"21:34 wrong-type: expected an integer, found a decimal number | -");
    assert_snapshot!(after("assume = ", "asume = "), @r#"
    26:1 unknown-key: a fact has no key `asume` | did you mean `assume`?
        -> assume = "few"
    "#);
    assert_snapshot!(after("by = \"size\"", "bye = \"size\""), @r#"
    46:12 unknown-key: an effort by a fact has no key `bye` | write `by`
        -> effort = { by = "size", few = 5, many = 12 }
    "#);
    assert_snapshot!(after("few = 5, many", "few = 5 many"), @r#"
    46:32 syntax: `,` is missing before `many` | put `,` between two of a list
        -> effort = { by = "size", few = 5, many = 12 }
    "#);
    assert_snapshot!(after("[[actions]]", "[ [actions] ]"), @"
    41:1 syntax: the brackets of this header stand apart | write `[[actions]]`
        -> [[actions]]
    ");
    assert_snapshot!(after("[[actions]]", "[[actions[["), @"
    41:1 syntax: `[[actions` is not closed | write `[[actions]]`
        -> [[actions]]
    ");
    assert_snapshot!(after("[[actions]]", "[(actions]]"), @"
    41:1 syntax: `[actions]]` begins with one bracket | write `[[actions]]`
        -> [[actions]]
    ");
    assert_snapshot!(after("criteria_in_place = 1", "criteria_in_place = \u{7}1"), @"
    21:34 syntax: an invisible character (U+0007) stands here | take it away
        -> requires = { criteria_in_place = 1 }
    ");
    assert_snapshot!(after("[[actions]]", "[[actions]]\u{7}"), @"
    41:12 syntax: an invisible character (U+0007) stands here | take it away
        -> [[actions]]
    ");
    assert_snapshot!(said(&sized.replace('\n', "\r")), @"1:11 syntax: a line ends here as on old Macs (CR alone) | save the file with the line ends of Unix (LF) or Windows (CRLF)");
    assert_snapshot!(after("[[cases]]\nname = \"all", "name = \"all"), @"55:1 syntax: another item begins at this `name`, without a header | put its header above, such as `[[cases]]`");
    assert_snapshot!(after("steps = [\"Ask around.\"]", "\"Ask around.\",\n\"Then hire.\",\n]"), @"45:1 syntax: this text stands under no key | put the line that begins the list above, such as `steps = [`, or take the text away");
    let before = "[renames.points.speed-answer]\nbefore = \"1.0\"\n2 = 3\n3 = 2\n\n[[cases]]";
    assert_snapshot!(after("[[cases]]", before), @r#"
    51:10 invalid-value: `1.0` is not a version | write three numbers, such as `1.0.0` (semantic versioning)
        -> before = "1.0.0"
    "#);
}

/// What is no text may be meant as none, and what is no number as no text.
#[test]
fn values_are_not_turned_into_others() {
    assert_snapshot!(after(&[("title = \"Base\"", "title = False")]), @"5:9 syntax: `False` is not `false` | write `false`; a text stands in straight quotes");
    assert_snapshot!(after(&[("title = \"Base\"", "title = yes")]), @"5:9 syntax: `yes` is not `true` | write `true`; a text stands in straight quotes");
    assert_snapshot!(after(&[("help = \"Count the hours.\"", "help = true")]), @"31:8 wrong-type: expected a string, found a boolean | -");
    assert_snapshot!(after(&[("overall = 0,", "overall = 75.0.0,")]), @"47:37 syntax: `75.0.0` is no number | write a number with one point at most, such as 62.5");
    assert_snapshot!(after(&[("effort = 4", "effort = 1,000")]), @"40:10 syntax: `1,000` is no number of TOML | write a number with a point, and without signs between thousands");
    assert_snapshot!(after(&[("raises = { speed-answer = 4 }", "raises = [[1]]")]), @"41:10 wrong-type: expected a table, found an array | a table stands in braces: { key = value }");
    assert_snapshot!(after(&[("not_applicable = false", "not_applicable = False")]), @"
    33:18 syntax: `False` is not `false` | write `false`
        -> not_applicable = false
    ");
}

/// What looks right and is not.
#[test]
fn characters_that_are_not_what_they_look_like() {
    let title = |text: &str| after(&[("title = \"Base\"", &format!("title = \"{text}\""))]);
    assert_snapshot!(title("Sеttling"), @"5:9 hidden-character: in `Sеttling` stands `е` (U+0435), which only looks like `e` | write `e`");
    assert_snapshot!(title("custâ€™omers"), @"5:9 hidden-character: `â€™` is what a wrong conversion makes of `’` | write `’`");
    assert_snapshot!(title("KrÃ¤fte"), @"5:9 hidden-character: `Ã¤` is what a wrong conversion makes of `ä` | write `ä`");
    assert_snapshot!(title("Base\u{3164} of"), @"5:9 hidden-character: this text holds a character that shows nothing, U+3164 | write a space, or take it away");
    assert_snapshot!(title("Base\u{2800} of"), @"5:9 hidden-character: this text holds a character that shows nothing, U+2800 | write a space, or take it away");
    for text in [
        "«CAFÉ» and «AÇÃO»",
        "Größe, naïve, Ångström",
        "kΩ, μs, ΔT",
        "応対 (CX)",
        "Поддержка IT",
        "שלום (CX)\u{200f}",
        "می\u{200c}خواهم",
    ] {
        assert_eq!(title(text), "nothing", "{text}");
    }
    assert_snapshot!(title("Base\u{200f}"), @r#"
    5:9 hidden-character: this text holds a character that is not seen, U+200F | take it away
        -> title = "Base"
    "#);
    assert_snapshot!(after(&[("[[sources]]", "# \u{202e}secruos\n[[sources]]")]), @"
    8:3 hidden-character: this line holds a character that is not seen, U+202E | take it away: what stands behind it is shown in another order
        -> # secruos
    ");
    let language = |tag: &str| after(&[("language = \"en\"", &format!("language = \"{tag}\""))]);
    assert_snapshot!(language("en-zz"), @"4:12 invalid-value: `en-zz` is no code of a language | write the code that ISO 639 has for it, such as `en` or `ja`");
    assert_eq!((language("pt-br"), language("zh-hant-tw")), ("nothing".to_owned(), "nothing".to_owned()));
}

/// What was copied from one action into another, and a step that stands twice for the same.
#[test]
fn what_actions_share() {
    let action = |why: &str, steps: &str| {
        let action = format!(
            "[[actions]]\nid = \"ask\"\ntitle = \"Ask\"\nwhy = \"{why}\"\nsteps = [{steps}]\neffort = 1\n\
             raises = {{ speed-answer = 3 }}\nsource = \"book\"\n\n[[cases]]"
        );
        after(&[("[[cases]]", &action), ("route = [\"hire\"] }", "in_place = [] }")])
    };
    assert_snapshot!(action("More people give more answers.", "\"Listen.\""), @"47:7 duplicate-item: action `ask` has the reason of action `hire` | write its own, or leave it out");
    assert_snapshot!(action("Who asks knows.", "\"Listen.\", \"Ask around.\""), @"48:21 duplicate-item: action `ask` has a step of action `hire` | write its own, or leave it out");
    // What was copied whole is one finding.
    assert_snapshot!(action("More people give more answers.", "\"Ask around.\""), @"47:7 duplicate-item: action `ask` says in several texts what `hire` says | write its own, or leave it out");
    assert_snapshot!(action("Who asks knows.", "{ text = \"Listen.\" }, { text = \"listen.\" }"), @"48:41 duplicate-item: `steps` has this twice | name the other that was meant, or leave one out");
}

/// Texts of one line have no markup at all.
#[test]
fn markup_in_texts_of_one_line() {
    let name = |text: &str| after(&[("name = \"High\"", &format!("name = \"{text}\""))]);
    assert_snapshot!(name("<b>High</b>"), @"19:9 unsupported-markup: HTML is shown as it is written: `<b>` | write text");
    assert_snapshot!(name("The **high** one"), @"19:13 unsupported-markup: emphasis is shown as it is written: `**high**` | take its signs away");
    assert_snapshot!(name("High [t](javascript:alert(1))"), @"19:14 unsupported-markup: a link is shown as it is written: `[t](javascript:alert(1))` | only longer texts have links: descriptions, help, reasons, steps and summaries");
    assert_snapshot!(name("High [t](https://a.example)"), @"19:14 unsupported-markup: a link is shown as it is written: `[t](https://a.example)` | only longer texts have links: descriptions, help, reasons, steps and summaries");
    for text in ["5 < 6 * 7 * 8", "snake_case_names", "1. High", "# 1", "Rates > 5", "AT&T"] {
        assert_eq!(name(text), "nothing", "{text}");
    }
    assert_snapshot!(after(&[("help = \"Count the hours.\"", "help = \"\"\"\n1) one\n2) two\n\n7. seven\"\"\"")]), @"35:1 unsupported-markup: a list that follows another goes on with its numbers: `7. seven` | put a paragraph between them, or number them as one");
    assert_snapshot!(after(&[("help = \"Count the hours.\"", "help = \"Count [boook] and [boook].\"")]), @"31:8 unknown-citation: there is no source `boook` | did you mean `book`?");
}

/// A requirement that decides no level gives criteria a level of their own.
#[test]
fn what_questions_of_a_level_ask_for_is_not_idle() {
    let edits = [
        ("{ criteria_in_place = 1 }", "{ every_criterion = 50, questions = 20 }"),
        ("id = \"speed-answer\"\n", "id = \"speed-answer\"\nlevel = \"high\"\n"),
    ];
    assert!(!after(&edits).contains("idle-requirement"), "{}", after(&edits));
}

#[test]
fn what_a_translation_says_of_itself() {
    let ja = include_str!("rules/unrecorded-translation/bad.ja.toml").replace("\"bad\"", "\"base\"");
    let base = Arc::new(Source::new("base.toml", edited(BASE, &[("language = \"en\"", "language = \"ja\"")])));
    let found = check(&base, &[Arc::new(Source::new("base.ja.toml", ja.as_str()))], &Severities::default());
    let fix = |ja: &str| {
        let base = Arc::new(Source::new("base.toml", BASE));
        let found = check(&base, &[Arc::new(Source::new("base.ja.toml", ja))], &Severities::default());
        found.into_iter().find(|finding| finding.message.starts_with("this translates")).unwrap().fix
    };
    // What translates another may only be called wrongly.
    assert!(fix(&ja.replace("\"base\"", "\"bsae\"")).is_some() && fix(&ja.replace("\"base\"", "\"hotel\"")).is_none());
    let said = "`ja` is the language of the definition itself";
    assert_eq!(found.iter().filter(|finding| finding.message == said).count(), 1, "{found:?}");
}

/// No text of one line has links, so an address in it leads nobody anywhere; but where a source is has no other place.
#[test]
fn addresses_in_texts_of_one_line() {
    let name = |text: &str| after(&[("name = \"High\"", &format!("name = \"{text}\""))]);
    assert_snapshot!(name("High (www.example.com)"), @"19:15 unsupported-markup: an address is shown as it is written: `www.example.com` | only longer texts have links: descriptions, help, reasons, steps and summaries");
    assert_snapshot!(name("See https://a.example/b."), @"19:13 unsupported-markup: an address is shown as it is written: `https://a.example/b` | only longer texts have links: descriptions, help, reasons, steps and summaries");
    assert_snapshot!(name("<https://a.example>"), @"19:10 unsupported-markup: an address is shown as it is written: `https://a.example` | only longer texts have links: descriptions, help, reasons, steps and summaries");
    assert_snapshot!(name("宛先はhelp@a.example.です"), @"19:12 unsupported-markup: an address is shown as it is written: `help@a.example` | say who is meant: no text links to a mailbox");
    let option = |text: &str| after(&[("\"in weeks\"", &format!("\"{text}\""))]);
    assert_snapshot!(option("at WWW.a.example, in weeks"), @"32:25 unsupported-markup: an address is shown as it is written: `WWW.a.example` | only longer texts have links: descriptions, help, reasons, steps and summaries");
    assert_snapshot!(option("R&amp;D asks in weeks"), @"32:23 unsupported-markup: a sign written in another way is shown as it is written: `&amp;` | write the sign itself");
    for text in ["The www", "awww.yes", "www. no", "5 @ 3", "@home.net", "a@b", "AT&T", "R & D; S", "Web 2.0"] {
        assert_eq!(name(text), "nothing", "{text}");
    }
    assert_eq!(after(&[("title = \"A book\"", "title = \"A book, https://a.example\"")]), "nothing");
    let refs = ("id = \"speed-answer\"\n", "id = \"speed-answer\"\nrefs = [\"www.a.example 5.2\"]\n");
    assert_eq!(after(&[refs]), "nothing");
    // In longer texts it could be a link; and there mailboxes may be named.
    let help = |text: &str| after(&[("help = \"Count the hours.\"", &format!("help = \"{text}\""))]);
    assert_snapshot!(help("See www.a.example."), @"31:13 unsupported-markup: an address that is no link is shown as it is written: `www.a.example` | write `[text](https://...)`");
    assert_eq!(help("Ask help@a.example."), "nothing");
}

/// What a translation has of a definition after an edit.
fn translated(from: &str, to: &str) -> String {
    let ja = include_str!("rules/identical-translation/good.ja.toml").replace("\"good\"", "\"base\"");
    let sources = [("base.toml", BASE.to_owned()), ("base.ja.toml", edited(&ja, &[(from, to)]))];
    let [base, ja] = sources.map(|(name, text)| Arc::new(Source::new(name, text)));
    let found = check(&base, &[ja], &Severities::default());
    let said = found.iter().map(|finding| format!("{}: {}", finding.rule.id, finding.message));
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn texts_of_a_translation_that_are_not_translated() {
    let summary = |text: &str| translated("\"最上位です。\"", &format!("\"{text}\""));
    let same = "identical-translation: this is the definition's own text";
    for text in ["At the top.", "At the top", "at the top!"] {
        assert_eq!(summary(text), same, "{text}");
    }
    assert_eq!(translated("\"ある本\"", "\"A book\""), same);
    let other = "identical-translation: this sentence has no letter in which `ja` is written";
    assert_eq!(summary("There is nothing above this."), other);
    for text in ["Top of CX scale", "ISO 18295-1:2017", "CSAT 90", "at the top です"] {
        assert_eq!(summary(text), "", "{text}");
    }
    assert_eq!(translated("\"ある本\"", "\"The book of all the books\""), "", "a book may be called so");
    // Names are often the same.
    let base = edited(BASE, &[("name = \"Speed\"", "name = \"ISO IEC 27001\"")]);
    let ja = include_str!("rules/identical-translation/good.ja.toml").replace("\"good\"", "\"base\"");
    let ja = edited(&ja, &[("name = \"速さ\"", "name = \"ISO IEC 27001\"")]);
    let [base, ja] = [("base.toml", base), ("base.ja.toml", ja)].map(|(name, text)| Arc::new(Source::new(name, text)));
    let found = check(&base, &[ja], &Severities::default());
    assert!(found.iter().all(|finding| finding.rule.id == "stale-translation"), "{found:?}");
}

/// What was copied to be changed, and was not.
#[test]
fn items_that_say_what_another_does() {
    let case = |answers: &str| {
        format!(
            "[[cases]]\nname = \"still nothing\"\nanswers = {answers}\nexpect = {{ level = \"low\", overall = 0, route = [\"hire\"] }}\n\n[[cases]]"
        )
    };
    let copied = |answers: &str| after(&[("[[cases]]", &case(answers))]);
    assert_snapshot!(copied("{ speed-answer = 1 }"), @"50:8 duplicate-item: this example has the answers of `still nothing`, and expects the same | say in `answers` what is another here, or leave it out");
    let challenge = |id: &str, points: u32| {
        format!(
            "[[challenges]]\nid = \"{id}\"\nname = \"{id}\"\nsummary = \"It is {id}.\"\nwhen = {{ speed-answer = {points} }}\nsource = \"book\"\n\n"
        )
    };
    let challenges = |points: u32| {
        let both = format!("{}{}[[actions]]", challenge("slow", 1), challenge("late", points));
        let (low, high) = ("route = [\"hire\"] }", "route = [\"hire\"], challenges = [\"slow\", \"late\"] }");
        after(&[("[[actions]]", &both), (low, high)])
    };
    assert!(!challenges(2).contains("duplicate-item"), "{}", challenges(2));
    assert_snapshot!(challenges(1), @"46:8 duplicate-item: challenge `late` is found wherever `slow` is, and only there | name in `when` what shows this one, or leave it out");
    let benchmarks = |low: u32| {
        let one = |id: &str, low: u32| {
            format!(
                "[[benchmarks]]\nid = \"{id}\"\nname = \"{id}\"\nshares = {{ low = {low}, high = {} }}\nsource = \"book\"\n\n",
                100 - low
            )
        };
        after(&[("[[cases]]", &format!("{}{}[[cases]]", one("here", 40), one("there", low)))])
    };
    assert_eq!(benchmarks(50), "nothing");
    assert_snapshot!(benchmarks(40), @"53:10 duplicate-item: benchmark `there` has the shares of `here` | write its own, or leave it out");
}

/// All that the program says around texts goes by their language.
#[test]
fn a_language_that_the_texts_are_not_in() {
    let language = |to: &str| after(&[("language = \"en\"", &format!("language = \"{to}\""))]);
    assert_snapshot!(language("ja"), @"4:12 other-language: no text here has a letter in which `ja` is written | write the code of the language that the texts are in");
    for to in ["fr", "ja-latn", "sr", "zu"] {
        assert_eq!(language(to), "nothing", "{to}");
    }
    let japanese: Vec<(&str, &str)> = vec![
        ("\"A definition in which nothing is found.\"", "\"何も見つからない定義です。何も見つかりません。\""),
        ("\"Everybody starts here.\"", "\"ここから始まります。誰もが、ここから始まります。ここが出発点です。\""),
        ("\"How soon is a message answered?\"", "\"問い合わせにはどれくらいで返信しますか。どれくらい待たせますか。\""),
        ("\"Count the hours.\"", "\"時間を数えてください。そのあとで、時間を書き留めてください。\""),
        ("\"More people give more answers.\"", "\"人が増えれば、返信も増えます。人が減れば、返信も減ります。\""),
    ];
    assert_snapshot!(after(&japanese), @"4:12 other-language: most texts here are not in the letters in which `en` is written | write the code of the language that the texts are in");
    assert_eq!(after(&[japanese.clone(), vec![("language = \"en\"", "language = \"ja\"")]].concat()), "nothing");
}

#[test]
fn texts_that_are_still_to_be_written() {
    let help = |text: &str| after(&[("help = \"Count the hours.\"", &format!("help = \"{text}\""))]);
    for (text, found) in [
        ("TODO", "TODO"),
        ("Count. (TBD)", "TBD"),
        ("XXX: see the rota", "XXX"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
        ("…", "…"),
        ("???", "???"),
    ] {
        let said = format!("31:8 unfinished-text: `{found}` stands for what is still to be written | write it");
        assert_eq!(help(text), said);
    }
    for text in ["Keep a list of what is to do (a todo list).", "Sizes S to XXXL.", "Wait ... and see", "よし。？"]
    {
        assert_eq!(help(text), "nothing", "{text}");
    }
}

/// However many efforts go by a fact, what it lacks is one mistake.
#[test]
fn what_a_fact_lacks_for_efforts_is_said_once() {
    let omnichannel = include_str!("../assessments/omnichannel.toml");
    let said = |from: &str, to: &str| {
        let source = Source::new("omnichannel.toml", edited(omnichannel, &[(from, to)]));
        let found = check(&Arc::new(source), &[], &Severities::default());
        found.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
    };
    assert_eq!(
        said("assume = \"team\"", "assume = \"team\"\nmany = true"),
        ["several options of `size` may hold at once"]
    );
    assert_eq!(said("assume = \"team\"\n", ""), ["nothing stands in where `size` was not told"]);
}

/// A figure of a translation that is another than that of its original is a slip; one that says the same otherwise is none.
#[test]
fn figures_that_a_translation_has_otherwise() {
    let said = |original: &str, translated: &str| {
        let base = edited(BASE, &[("\"How fast.\"", &format!("\"{original}\""))]);
        let ja = include_str!("rules/identical-translation/good.ja.toml").replace("\"good\"", "\"base\"");
        let ja = edited(&ja, &[("\"どれだけ速いか。\"", &format!("\"{translated}\""))]);
        let sources = [("base.toml", base), ("base.ja.toml", ja)].map(|(name, text)| Arc::new(Source::new(name, text)));
        let [base, ja] = sources;
        let found = check(&base, &[ja], &Severities::default()).into_iter();
        let found = found.filter(|finding| finding.rule.id == "other-figure");
        found.map(|finding| finding.message.clone()).collect::<Vec<_>>().join("; ")
    };
    for (original, translated, figures) in [
        ("Within two working days.", "20営業日以内。", ("two", "20")),
        ("In more than one in ten.", "10件に10件を超える。", ("one", "10")),
        ("In 80% of them.", "60%で。", ("80", "60")),
        ("More than 200 people.", "100人以上。", ("200", "100")),
        ("At most three times.", "４回以内。", ("three", "４")),
        ("Of 1,500 people.", "1,600人。", ("1,500", "1,600")),
        ("Published in 2021.", "2020年に公表。", ("2021", "2020")),
        ("Ask five, and then 12.", "5人に、それから21人に聞く。", ("12", "21")),
        ("Within 3.5 hours.", "3.2時間以内。", ("3.5", "3.2")),
    ] {
        let (of, is) = figures;
        assert_eq!(said(original, translated), format!("the original says `{of}`, and this says `{is}`"), "{original}");
    }
    for (original, translated) in [
        ("Within two working days.", "２営業日以内。"),
        ("Ask twelve people.", "12人に聞く。"),
        ("Ask 12 people.", "十二人に聞く。"),
        ("Ask twenty-five people.", "25人に聞く。"),
        ("More than 200 people.", "201人以上。"),
        ("Fewer than six of ten.", "10件中5件以下。"),
        ("20 thousand people.", "2万人。"),
        ("1.5 million people, 10k of them here.", "150万人、うちここに1万人。"),
        ("Of 1,500 people.", "1500人。"),
        ("Within 24 hours.", "1日以内。"),
        ("By 5 p.m.", "17時までに。"),
        ("24/7.", "24時間365日。"),
        ("In half of them, in the past year.", "50%で、この12か月に。"),
        ("In March 2024, at the latest.", "2024年3月まで。"),
        ("Steps 1, 2 and 3.", "手順1・2・3。"),
        ("Step 1,2,3.", "手順1、2、3。"),
        ("Nobody in the past year.", "この1年に0人。"),
        ("As [ISO 1](https://a.example/2020) says in 5 lines.", "[ISO 1](https://a.example/ja/2021)に5行で。"),
        ("The first of them.", "そのうち3つめまで。"),
        ("All five of them.", "そのすべて。"),
    ] {
        assert_eq!(said(original, translated), "", "{original}");
    }
}

/// Texts of a translation that stand in the place of others.
#[test]
fn texts_of_a_translation_that_stand_there_twice() {
    let long = "人が増えれば、返信も増えます。";
    let swapped = [
        (
            "text = \"問い合わせにはどれくらいで返信しますか。\"\nhelp = \"時間を数えてください。\"",
            "text = \"時間を数えてください。\"\nhelp = \"問い合わせにはどれくらいで返信しますか。\"",
            "`text` and `help`",
        ),
        (
            "name = \"低\"\nsummary = \"ここから始まります。\"",
            "name = \"ここから始まります。\"\nsummary = \"低\"",
            "`name` and `summary`",
        ),
        (
            "title = \"基本\"\ndescription = \"何も見つからない定義です。\"",
            "title = \"何も見つからない定義です。\"\ndescription = \"基本\"",
            "`title` and `description`",
        ),
    ];
    for (from, to, keys) in swapped {
        assert_eq!(translated(from, to), format!("misplaced-translation: {keys} are exchanged here"));
    }
    let repeats = "misplaced-translation: this repeats the";
    for (from, key) in [
        ("\"どれだけ速いか。\"", "`description` of criterion `speed`"),
        ("\"ここから始まります。\"", "`summary` of level `low`"),
    ] {
        let said = translated(from, &format!("\"{long}\""));
        assert_eq!(said, format!("{repeats} {key}, and the original does not"));
    }
    assert_eq!(translated("\"どれだけ速いか。\"", "\"最上位です。\""), "", "what is brief may be the same");
}

/// Where a text alone is in other letters than the rest, or what it was is lost.
#[test]
fn texts_that_nobody_can_read() {
    let summary = |text: &str| after(&[("summary = \"At the top.\"", &format!("summary = \"{text}\""))]);
    assert_snapshot!(summary("受付再開まで何も起こらない。"), @"20:11 other-language: this text is not in the letters in which `en` is written | write it in `en`, as the others are");
    assert_snapshot!(summary("繧ｫ繧ｹ繧ｿ繝槭"), @"20:11 hidden-character: `繧ｫ繧ｹ` is what a wrong conversion makes of Japanese | write what was meant");
    assert_snapshot!(summary("ƒJƒXƒ^ƒ}"), @"20:11 hidden-character: `ƒJƒX` is what a wrong conversion makes of Japanese | write what was meant");
    assert_snapshot!(summary("????????20??"), @"20:11 hidden-character: in this text characters were lost when it was converted: `????????` | write what was meant");
    for text in [
        "Top, as 改善 (kaizen) has it.",
        "Really??? At the top.",
        "What? Two?",
        "α of 0.8",
        "Top of 日本",
        "繧繝 and more",
    ] {
        assert_eq!(summary(text), "nothing", "{text}");
    }
    let options = |text: &str| after(&[("\"in minutes\"]", &format!("\"{text}\"]"))]);
    assert_eq!(options("日本語"), "nothing", "a language by its own name");
    let unit = after(&[("title = \"Base\"", "title = \"Base\"\neffort_unit = \"人週\"")]);
    assert_snapshot!(unit, @"6:15 other-language: this text is not in the letters in which `en` is written | write it in `en`, as the others are");
    let in_japanese = |text: &str| translated("\"最上位です。\"", &format!("\"{text}\""));
    let message = "identical-translation: this text is not in the letters in which `ja` is written";
    assert_eq!(in_japanese("조사하십시오."), message);
    assert_eq!(in_japanese("Вершина"), message);
}

/// Sources in brackets that nobody takes for a citation.
#[test]
fn citations_in_the_wrong_brackets() {
    let cited = |text: &str| {
        let source = "[[sources]]\nid = \"a-ledger\"\ntitle = \"A ledger\"\n\n[[levels]]";
        let help = format!("help = \"Count, see [a-ledger]. {text}\"");
        after(&[("[[levels]]", source), ("help = \"Count the hours.\"", &help)])
    };
    assert_snapshot!(cited("So it is [a ledger]."), @"35:8 unknown-citation: `[a ledger]` is no citation as a text has them | write `[a-ledger]`");
    assert_snapshot!(cited("So it is [A_ledger]."), @"35:8 unknown-citation: `[A_ledger]` is no citation as a text has them | write `[a-ledger]`");
    assert_snapshot!(cited("So it is (a-ledger)."), @"35:8 unknown-citation: `(a-ledger)` is no citation as a text has them | write `[a-ledger]`");
    assert_snapshot!(cited("そうです（出典：a-leger）。"), @"35:8 unknown-citation: there is no source `a-leger` | did you mean `a-ledger`?");
    for text in ["So (see a ledger) it is.", "[book] (book)", "そうです（出典：book、a-ledger）。", "（出典：ある本）"]
    {
        assert_eq!(cited(text), "nothing", "{text}");
    }
}

#[test]
fn notes_that_a_text_is_not_done() {
    let help = |text: &str| after(&[("help = \"Count the hours.\"", &format!("help = \"{text}\""))]);
    for (text, found) in [
        ("to be written", "to be written"),
        ("Insert text here.", "Insert text here."),
        ("To be confirmed: the hours.", "To be confirmed"),
        ("Count the hours【要確認】.", "要確認"),
        ("Count the hours（仮）.", "仮"),
        ("未訳", "未訳"),
        ("<時間>", "<時間>"),
        ("tbd", "tbd"),
        ("Help", "Help"),
    ] {
        let said = help(text);
        let line = format!("31:8 unfinished-text: `{found}` stands for what is still to be written | write it");
        assert!(said.lines().any(|one| one == line), "{text}: {said}");
    }
    for text in ["Count what is to be written.", "Ask: is it so (or not)?", "To be confirmed by a person: the hours."] {
        assert_eq!(help(text), "nothing", "{text}");
    }
    assert_eq!(after(&[("\"in minutes\"]", "\"to be confirmed\"]")]), "nothing", "an option may say so");
    let option = after(&[("\"in minutes\"]", "\"Option 5\"]")]);
    assert_snapshot!(option, @"32:56 unfinished-text: `Option 5` stands for what is still to be written | write it");
    assert_eq!(after(&[("name = \"High\"", "name = \"Help\"")]), "nothing", "a level may be called so");
    assert_eq!(after(&[("name = \"High\"", "name = \"High（要確認）\"")]), "nothing", "it may be what is to be done");
    assert_snapshot!(help("Count the hours,"), @"31:8 unfinished-text: this text breaks off at `,` | write the rest of it");
}

/// One slip in a translation is one finding.
#[test]
fn headers_of_a_translation() {
    let ja = |edits: &[(&str, &str)]| {
        let ja = include_str!("rules/glossary/good.ja.toml");
        let sources =
            [("good.toml", include_str!("rules/glossary/good.toml").to_owned()), ("good.ja.toml", edited(ja, edits))];
        let [base, ja] = sources.map(|(name, text)| Arc::new(Source::new(name, text)));
        let found = check(&base, &[ja], &Severities::default());
        let said = found.iter().map(|finding| {
            let at = finding.position();
            format!(
                "{}:{} {}: {} | {}",
                at.line,
                at.column,
                finding.rule.id,
                finding.message,
                finding.help.as_deref().unwrap_or("-")
            )
        });
        said.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(ja(&[("\n[glossary]\n", "\n"), ("title = ", "[glossary]\ntitle = ")]), @"5:1 unknown-key: these keys stand under `[glossary]`: `title`, `description`, `effort_unit`, `effort_factor` | put `[glossary]` and what belongs to it below the keys of the file itself");
    assert_snapshot!(ja(&[("[levels.high]\n", "")]), @"23:1 syntax: another item begins at this `of`, without a header | put its header above, such as `[levels.ID]`");
    assert_snapshot!(ja(&[("[levels.high]\n", "[levels.high]]\n")]), @"23:1 syntax: `[levels.high]]` ends with two brackets | write `[levels.high]`");
    assert_snapshot!(ja(&[("[sources.book]\n", "# [sources.book]\n")]), @"15:1 unknown-key: a table begins at this `of`, without a header, and all of it is taken for terms of `[glossary]` | put its header above, such as `[sources.ID]`");
    let definition = include_str!("rules/glossary/good.toml");
    let whole = include_str!("rules/glossary/good.ja.toml");
    assert_snapshot!(ja(&[(whole, definition)]), @"2:1 missing-key: this is a definition, and no translation of one | put the translation back, or name the file `ID.toml` after its `id`");
}
