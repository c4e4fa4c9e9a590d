//! What is said of rows that are passed over, and of others that the user may want to leave out.

use std::fmt::Write as _;

use crate::mapping::passed_over::{Again, Found, Group, Kind, Notes, Shared, Unknown};
use crate::text::{clean, count, excerpt};

/// How wide a header or a value may be.
const WIDTH: usize = 48;

/// A line for each thing that is to be said of the rows of the input of this name.
pub(super) fn notes(name: &str, notes: &Notes, latest_of: &[&str]) -> String {
    let groups = notes.groups.iter().map(|of| group(of, latest_of));
    let unknown = notes.unknown.iter().map(unknown);
    let conditions = notes.conditions.iter().filter(|of| of.rows == 0).map(condition);
    let lines =
        groups.chain(unknown).chain(conditions).chain(notes.shared.iter().map(shared)).chain(notes.same.map(same));
    lines.fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "note: {name}: {line}");
        text
    })
}

fn group(group: &Group, latest_of: &[&str]) -> String {
    let what = match group.kind {
        Kind::Heading => "headings",
        Kind::Test => "a preview or test",
        Kind::Spam => "spam",
        Kind::Unfinished => "not finished",
        Kind::ScreenedOut => "screened out",
        Kind::NotApproved => "deleted or not approved",
        Kind::Foot => "figures about the rows above",
        Kind::Unwanted => "left out by --where",
        Kind::Earlier => &format!("another row has the same `{}` and is later", clean(&latest_of.join("`, `"))),
    };
    let said = match (&group.said, group.kind) {
        (Some((header, _)), Kind::Earlier) => format!(" by `{}`", excerpt(header, WIDTH)),
        (None, Kind::Earlier) => " in the table".to_owned(),
        (Some((header, _)), Kind::Unwanted) => format!(", column `{}`", excerpt(header, WIDTH)),
        (Some((header, word)), _) => format!(", as `{}` is {}", excerpt(header, WIDTH), excerpt(word, WIDTH)),
        (None, _) => String::new(),
    };
    let mend = match group.kind {
        Kind::Heading | Kind::Unwanted | Kind::Earlier => "",
        _ if group.rows == 1 => "; --every-row takes it",
        _ => "; --every-row takes them",
    };
    format!("{} passed over: {what}{said} ({}){mend}", count(group.rows, "row"), rows(group))
}

/// The numbers of the rows.
fn rows(group: &Group) -> String {
    let numbers: Vec<String> = group.first.iter().map(ToString::to_string).collect();
    let more = group.rows - u64::try_from(numbers.len()).expect("they are ten at most");
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{} {}{more}", if group.rows == 1 { "row" } else { "rows" }, numbers.join(", "))
}

fn unknown(Unknown { header, word, rows }: &Unknown) -> String {
    let (header, word) = (excerpt(header, WIDTH), excerpt(word, WIDTH));
    let takes = if *rows == 1 { "is taken" } else { "are taken" };
    format!(
        "{} {takes} for respondents though `{header}` is `{word}`, which is not known here; --where '{header} != {word}' leaves \
         them out",
        count(*rows, "row")
    )
}

fn condition(Found { header, value, others, .. }: &Found) -> String {
    let others: Vec<String> = others.iter().map(|other| format!("`{}`", excerpt(other, WIDTH))).collect();
    let others = if others.is_empty() { String::new() } else { format!("; there are {}", others.join(", ")) };
    format!("no row has `{}` in column `{}`{others}", excerpt(value, WIDTH), excerpt(header, WIDTH))
}

fn shared(Shared { header, rows, values }: &Shared) -> String {
    let header = excerpt(header, WIDTH);
    let values = if *values == 1 { "value".to_owned() } else { format!("{values} values") };
    format!(
        "{rows} rows share their {values} of `{header}`, and all count; --latest-of '{header}' takes the latest of each"
    )
}

fn same(Again { rows, first, among }: Again) -> String {
    let are = if rows == 1 { "is the same as another one" } else { "are the same as others" };
    let among = among.map(|among| format!(" among the first {among}")).unwrap_or_default();
    format!("{}{among} {are} in every cell, beginning with row {first}, and all count", count(rows, "row"))
}
