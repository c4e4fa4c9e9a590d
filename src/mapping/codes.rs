//! What questions, facts and options are called in the tools of others, where an id is no name: in the forms that are
//! written for them, and in what they export.
//!
//! A name follows from the id alone, so that one that was given out once is known as long as the id is there, whatever else
//! an assessment asks. Two ids may have the same name: then it stands for neither.

use sha2::{Digest as _, Sha256};

/// The most characters of the code of a question or of an option of several, and of an answer, in LimeSurvey.
pub(crate) const QUESTION_CODE: usize = 20;
pub(crate) const ANSWER_CODE: usize = 5;
/// What no code may be there.
const RESERVED: [&str; 9] = ["lang", "sid", "savedid", "token", "time", "other", "self", "that", "this"];

/// The name in XLSForm, which begins with no digit; `meta` is what forms have of their own.
pub(crate) fn xlsform_name(id: &str) -> String {
    if begins_with_digit(id) || id == "meta" { format!("_{id}") } else { id.to_owned() }
}

/// The code in LimeSurvey, which has letters and digits only and at most `most` of them: `skillsPath` for `skills-path`; of
/// a longer one the beginning, and what tells it from others.
pub(crate) fn limesurvey_code(id: &str, most: usize) -> String {
    let mut code = String::new();
    for (at, word) in id.split('-').enumerate() {
        let (first, rest) = word.split_at_checked(1).expect("a word of an id is ASCII, and not empty");
        code += &if at == 0 { first.to_owned() } else { first.to_uppercase() };
        code += rest;
    }
    // Codes of answers may begin with a digit.
    let begins = most == ANSWER_CODE || !begins_with_digit(&code);
    if begins && code.len() <= most && !RESERVED.contains(&code.to_lowercase().as_str()) {
        return code;
    }
    let told_apart = most.div_ceil(2);
    code.truncate(most - told_apart);
    if !begins {
        code.replace_range(..1, "q");
    }
    code + &digits_of(id)[..told_apart]
}

/// The groups of forms: that of the facts, and, with a number behind it, that of a criterion. No id has such a name.
pub(crate) const PROFILE_GROUP: &str = "profile_facts";
pub(crate) const CRITERION_GROUP: &str = "criterion_";

/// A folded header without the group that tools put before a name, parted by a sign; none where there is no such group.
pub(super) fn without_group(header: &str) -> Option<&str> {
    let criterion = || {
        let rest = header.strip_prefix(CRITERION_GROUP)?;
        let name = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (name.len() < rest.len()).then_some(name)
    };
    let rest = header.strip_prefix(PROFILE_GROUP).or_else(criterion)?;
    rest.strip_prefix(['/', '-', '.', ':'])
}

/// All the names of a question or a fact beside its id.
pub(super) fn names(id: &str) -> [String; 2] {
    [xlsform_name(id), limesurvey_code(id, QUESTION_CODE)]
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Letters and digits that are nobody else's.
fn digits_of(id: &str) -> String {
    let digit = |byte: &u8| char::from_digit(u32::from(*byte) % 36, 36).expect("it is below 36");
    Sha256::digest(id.as_bytes()).iter().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_names_in_limesurvey_and_follow_from_the_id_alone() {
        let long = "x".repeat(64);
        for id in
            ["skills-path", "staffing-self-service", "3d", "time", "a", "a-1-b", "3-dimensional-printing-works", &long]
        {
            let code = limesurvey_code(id, QUESTION_CODE);
            assert!(code.len() <= 20 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{code}");
            assert!(code.as_bytes()[0].is_ascii_alphabetic() && !RESERVED.contains(&code.as_str()), "{code}");
            let code = limesurvey_code(id, ANSWER_CODE);
            assert!(code.len() <= 5 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{code}");
        }
        let codes = ["skills-path", "staffing-self-service", "staffing-self-sufficiency", "3d", "time"];
        let codes = codes.map(|id| limesurvey_code(id, QUESTION_CODE));
        insta::assert_snapshot!(codes.join(" "), @"skillsPath staffingSelfService staffingSeubhzaks7dv qd25wia9jta2 timefo8knkb8ea");
        let codes = ["few", "centre", "centrepiece", "1-2", "time"].map(|id| limesurvey_code(id, ANSWER_CODE));
        insta::assert_snapshot!(codes.join(" "), @"few cey16 cekdo 12 tifo8");
        let headers =
            ["criterion_12/skills-path", "criterion_1-3d", "profile_facts:size", "criterion_/a", "criterion_1a/b"];
        let names = headers.map(without_group);
        assert_eq!(names, [Some("skills-path"), Some("3d"), Some("size"), None, None]);
        assert_eq!(["3d", "d3", "meta"].map(xlsform_name), ["_3d", "d3", "_meta"]);
    }
}
