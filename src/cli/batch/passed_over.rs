//! What is said of rows that are passed over, and of others that the user may want to leave out.

use crate::mapping::passed_over::{Again, Found, Group, Kind, Notes, Shared, Unknown, Untimed};
use crate::text::{clean, excerpt};
use crate::words::batch_rows as say;
use crate::words::lists::{between_names, comma};

/// How wide a header or a value may be.
const WIDTH: usize = 48;

/// A line for each thing that is to be said of the rows of the input of this name.
pub(super) fn notes(name: &str, notes: &Notes, latest_of: &[&str]) -> String {
    let groups = notes.groups.iter().map(|of| group(of, latest_of));
    let unknown = notes.unknown.iter().map(unknown);
    let conditions = notes.conditions.iter().filter(|of| of.rows == 0).map(condition);
    let unused = notes.unused.iter().map(|header| {
        let of = latest_of.join(between_names());
        say::unused(&clean(&of), &excerpt(header, WIDTH))
    });
    let lines = groups
        .chain(unused)
        .chain(unknown)
        .chain(conditions)
        .chain(notes.shared.iter().map(shared))
        .chain(notes.same.map(same));
    lines.map(|line| say::note(name, &line)).collect()
}

fn group(group: &Group, latest_of: &[&str]) -> String {
    let which = which(group);
    let header = group.said.as_ref().map(|(header, _)| excerpt(header, WIDTH));
    let kind = match group.kind {
        Kind::Heading => return say::headings(group.rows, &which),
        Kind::Unwanted => return say::unwanted(group.rows, &header.unwrap_or_default(), &which),
        Kind::Earlier => {
            let of = latest_of.join(between_names());
            let of = clean(&of);
            return match header {
                Some(header) => say::earlier(group.rows, &of, &header, &which),
                None => say::earlier_in_table(group.rows, &of, &which),
            };
        }
        Kind::Test => say::test(),
        Kind::Spam => say::spam(),
        Kind::Unfinished => say::unfinished(),
        Kind::ScreenedOut => say::screened_out(),
        Kind::NotApproved => say::not_approved(),
        Kind::Further => say::further(),
        Kind::Foot => say::foot(),
    };
    match (header, &group.said) {
        (Some(header), Some((_, word))) => say::passed_as(group.rows, kind, &header, &excerpt(word, WIDTH), &which),
        _ => say::passed(group.rows, kind, &which),
    }
}

/// Why the column of times under this header does not tell which row is the latest.
pub(super) fn untimed(name: &str, latest_of: &[&str], header: &str, why: &Untimed<u64>) -> String {
    let (of, header) = (clean(&latest_of.join(between_names())).into_owned(), excerpt(header, WIDTH));
    match why {
        Untimed::Unread(row, text) if text.is_empty() => say::without_time(name, &of, &header, *row),
        Untimed::Unread(row, text) => say::no_time(name, &of, &header, *row, &excerpt(text, WIDTH)),
        Untimed::Apart(row, other) => say::times_apart(name, &of, &header, *row, *other),
        Untimed::Either(row, text, [month, day]) => {
            say::either_date(name, &header, *row, &excerpt(text, WIDTH), month, day)
        }
    }
}

/// The numbers of the rows.
fn which(group: &Group) -> String {
    let numbers: Vec<String> = group.first.iter().map(ToString::to_string).collect();
    let (more, numbers) = (group.rows - numbers.len() as u64, numbers.join(comma()));
    if more > 0 { say::which_and_more(&numbers, more) } else { say::which(group.first.len(), &numbers) }
}

fn unknown(Unknown { header, word, rows }: &Unknown) -> String {
    let header = excerpt(header, WIDTH);
    if word.is_empty() {
        say::unknown_empty(*rows, &header)
    } else {
        say::unknown(*rows, &header, &excerpt(word, WIDTH))
    }
}

fn condition(Found { header, value, others, .. }: &Found) -> String {
    let (value, header) = (excerpt(value, WIDTH), excerpt(header, WIDTH));
    let others: Vec<String> = others.iter().map(|other| format!("`{}`", excerpt(other, WIDTH))).collect();
    if others.is_empty() {
        return say::condition(&value, &header);
    }
    say::condition_but(&value, &header, &others.join(comma()))
}

fn shared(Shared { header, rows, values }: &Shared) -> String {
    say::shared(*rows, *values, &excerpt(header, WIDTH))
}

fn same(Again { rows, first, among }: Again) -> String {
    among.map_or_else(|| say::same(rows, first), |among| say::same_among(rows, first, among))
}
