//! Level and criteria.

use std::fmt::Display;

use crate::exact::Score;

texts! {
    ReportLevel(lang);

    level_of(number: usize, of: usize, level: &str): "Level {number} of {of}: {level}";
    possibly(level: &str, open: usize):
        [open; "Possibly {level}: {open} question is open.", "Possibly {level}: {open} questions are open."];
    open_all_the_same(open: usize): [open; "{open} question is open; the level is the same however they are answered.",
            "{open} questions are open; the level is the same however they are answered."];
    open_questions(ids: &str): "Open: {ids}.";
    open_questions_and(ids: &str, more: usize): "Open: {ids} and {more} more.";
    share_here(shares: &str): "Organisations on this level: {shares}.";
    standing(when: &str, level: &str, overall: &str, in_place: usize):
        "{when}: {level}, overall {overall}, {in_place} in place.";
    other_version(version: &str):
        "Those answers belong to version {version}, and are scored by this one; questions that it did not have are open.";
    criteria_in_place(have: &str, all: usize): "Criteria: {have} of {all} in place";
    criteria_in_place_from(have: &str, all: usize, from: &str):
        "Criteria: {have} of {all} in place ({from} of 100 or more)";
    undecided(open: usize): [open; "open ({open} question)", "open ({open} questions)"];
    short(score: Score): "{score} short";
    short_at_best(score: Score): "{score} short at best";
    next_level(level: &str, more: usize):
        [more; "{level} asks for {more} more criterion in place.", "{level} asks for {more} more criteria in place."];
    near(criteria: &str): "Within ten points of being in place: {criteria}.";
    nearest(criteria: &str): "Nearest to being in place: {criteria}.";
    needs(level: &str, needs: &str): "{level} needs {needs}.";
    lacks_in_place(need: usize, have: usize):
        [need; "{need} criterion in place; you have {have}", "{need} criteria in place; you have {have}"];
    lacks_overall(need: &dyn Display, have: &dyn Display): "an overall score of {need}; you have {have}";
    lacks_criterion(criterion: &str, need: &dyn Display, have: &dyn Display): "{need} for “{criterion}”; you have {have}";
    lacks_questions(level: &str, score: Score, need: usize, have: usize):
        [need; "{score} or more in the one question of {level}; it has less",
            "{score} or more in each of the {need} questions of {level}; you have that in {have}"];
    drops(level: &str, drops: usize): [drops; "{level} can be lost when a single answer drops by one option.",
            "{level} can be lost when answers drop by {drops} options in all."];
    strictly_the_same(count: usize):
        [count; "{count} question was answered n/a; had the worst option been chosen instead, the level would be the same.",
            "{count} questions were answered n/a; had the worst option been chosen instead, the level would be the same."];
    strictly(count: usize, level: &str):
        [count; "{count} question was answered n/a; had the worst option been chosen instead, the level would be {level}.",
            "{count} questions were answered n/a; had the worst option been chosen instead, the level would be {level}."];
    scored_by(id: &str, version: &str, digest: &str): "Scored by {id} {version} ({digest}).";
}
