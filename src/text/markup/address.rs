//! Addresses: which a link may lead to, and which a text names.

use std::ops::Range;

use crate::text::clean::is_unsafe;
use crate::text::look_alike;

/// Where in a text an address begins, and where it ends.
pub(super) fn bare_address(source: &str, text: &Range<usize>) -> Option<Range<usize>> {
    let within = source[text.clone()].to_ascii_lowercase();
    let begins = |start: &str| {
        let apart = |at: &usize| !within[..*at].ends_with(|c: char| c.is_ascii_alphanumeric() || "/.-@".contains(c));
        let is_host = |at: &usize| within[at + start.len()..].starts_with(char::is_alphanumeric);
        within.match_indices(start).map(|(at, _)| at).find(|at| start.ends_with('/') || apart(at) && is_host(at))
    };
    let start = text.start + ["https://", "http://", "www."].into_iter().filter_map(begins).min()?;
    let ends = |c: char| c.is_whitespace() || "<>\"「」『』（）、。".contains(c);
    let word = source[start..].split(ends).next()?.trim_end_matches([')', '.', ',', ';', ':', '?', '!']);
    Some(start..start + word.len())
}

/// The first address of a mailbox in a text.
pub fn mailbox(text: &str) -> Option<&str> {
    let signs = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    text.match_indices('@').find_map(|(at, _)| {
        let name = text[..at].len() - text[..at].trim_end_matches(signs).len();
        let host = &text[at + 1..];
        let host = &host[..host.len() - host.trim_start_matches(|c| signs(c) && !"_%+".contains(c)).len()];
        let host = host.trim_end_matches(['.', '-']);
        let (before, top) = host.rsplit_once('.')?;
        let is_host = !before.is_empty() && top.len() > 1 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
        (name > 0 && is_host).then(|| &text[at - name..at + 1 + host.len()])
    })
}

/// Ends of hosts by which a word is known for one, and that no file has.
const ENDINGS: &str = "ai app at au be biz br ca ch cn com de dev dk edu es eu example fi fr gov in info int io it jp kr mil net nl nz org pl \
                       pt ru se uk us";

/// Whether what a link says is an address, and not the one that it leads to.
pub(super) fn names_another(text: &str, address: &str) -> bool {
    let text = text.trim();
    let host = |address: &str| -> Option<String> {
        let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next()?.trim_end_matches(['.', ',', ';', ')']).to_lowercase();
        Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
    };
    let is_host = |word: &str| {
        let host = host(word).unwrap_or_default();
        let (first, last) = host.rsplit_once('.').unwrap_or_default();
        !first.is_empty() && ENDINGS.split(' ').any(|ending| ending == last)
    };
    let names = |word: &&str| word.contains("//") || is_host(word.rsplit('@').next().unwrap_or(word));
    text != address
        && (text.contains("://")
            || text.contains("www.")
            || text.split_whitespace().filter(names).any(|word| host(word) != host(address)))
}

/// Whether a link may lead there: over HTTPS, to a host without a name to sign in, without what would have to be escaped.
pub(super) fn is_address(address: &str) -> bool {
    let harmful = |c: char| c.is_whitespace() || is_unsafe(c) || c == '\u{fffd}' || "<>\"'`\\^{|}".contains(c);
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let entity = rest.split('&').skip(1).any(|behind| behind.contains(';'));
    is_host(host) && !rest.contains(harmful) && !entity
}

/// Whether a host and its port are what they look like: of labels in one script each, none of them in the code for others.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |label: &str| {
        let plain = label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let letters = || label.chars().filter(|c| c.is_alphabetic());
        let disguised = letters().any(|c| look_alike(c).is_some())
            && (letters().any(|c| c.is_ascii()) || letters().all(|c| look_alike(c).is_some()));
        label.starts_with(char::is_alphanumeric) && plain && !disguised && !label.to_lowercase().starts_with("xn--")
    };
    name.strip_suffix('.').unwrap_or(name).split('.').all(is_label) && port.parse::<u16>().is_ok()
}
