//! What a workbook says of answers beside what stands in their cells: that they are to be others, or how far their numbers go.

use std::collections::BTreeMap;

use anyhow::Result;

use super::against;
use super::assessment::Assessment;
use super::source::Source;
use crate::cli::output;
use crate::mapping::passed_over::{PassedOver, Why};
use crate::mapping::{Cells, Evidence, Legend, Meaning, Scale, allowed, goes_to};
use crate::table::{Limit, LimitedBy};
use crate::text::excerpt;
use crate::words::lists::{self, comma};
use crate::words::{batch_codes as say, batch_rows};

/// How wide a header or a comment may be.
const WIDTH: usize = 48;
/// How many comments are quoted.
const LISTED: usize = 3;

/// Refuses rows with an answer that is to be another, as a comment on it says; of all other comments it says that they are not heard.
pub(super) fn refuse_corrected(
    source: &mut Source,
    passed_over: &mut PassedOver,
    assessment: &Assessment,
) -> Result<()> {
    let (matcher, above) = (&assessment.matcher, source.opened.row);
    if source.takes_every_row() {
        return Ok(());
    }
    let mut comments = BTreeMap::new();
    for (row, at, text) in source.unseen.comments.iter().filter(|(row, ..)| *row > above) {
        let column = source.columns.list.get(*at).filter(|column| !column.is_carried());
        let of = column.and_then(|column| column.meaning.subject()).filter(|of| matcher.corrects(*of, text, ""));
        of.into_iter().for_each(|of| comments.entry(*row).or_insert_with(Vec::new).push((*at, of, text.clone())));
    }
    let mut rows = Vec::new();
    if !comments.is_empty() {
        source.each_respondent(passed_over, assessment, |row, record| {
            let cell = |at: usize| String::from_utf8_lossy(record.field(at)).into_owned();
            let corrects = |(at, of, text): &&(usize, _, String)| matcher.corrects(*of, text, &cell(*at));
            let corrected = comments.get(&row).and_then(|of| of.iter().find(corrects));
            rows.extend(corrected.map(|(at, ..)| (row, Why::Commented(*at))));
        })?;
        passed_over.refuse_rows(&rows, above + 1);
    }
    unheard(source, |row, at| comments.get(&row).is_some_and(|of| of.iter().any(|(of, ..)| *of == at)));
    Ok(())
}

/// Says which comments below the header are not heard.
fn unheard(source: &Source, is_heard: impl Fn(u64, usize) -> bool) {
    let others = source.unseen.comments.iter().filter(|(row, ..)| *row > source.opened.row);
    let others: Vec<&(u64, usize, String)> = others.filter(|(row, at, _)| !is_heard(*row, *at)).collect();
    if others.is_empty() {
        return;
    }
    let list = others.iter().take(LISTED).map(|(row, at, text)| {
        let header = source.columns.list.get(*at).map_or("", |column| column.header.as_str());
        say::comment(&excerpt(text, WIDTH), *row, &excerpt(header, WIDTH))
    });
    let list = list.collect::<Vec<_>>().join(comma());
    let list = match others.len().saturating_sub(LISTED) {
        0 => list,
        more => lists::and_more(&list, more),
    };
    output::note(&batch_rows::note(&source.name, &say::unheard(others.len() as u64, &list)));
}

/// That a comment on the header of a question, or a rule for its cells or their format, says of its numbers that they begin or end
/// elsewhere than on this scale.
pub(super) fn limit(source: &Source, cells: &Cells, evidence: &Evidence, scale: Scale) -> Option<String> {
    let ends = cells.ends(scale)?;
    let is_other = |at: usize, legend: &Legend| {
        let Meaning::Question(question, _) = source.columns.list.get(at)?.meaning else { return None };
        let own = cells.ends_of(question, scale);
        let agrees = [Some(ends), own].into_iter().flatten().any(|ends| legend.fits(ends));
        (evidence.has_numbers(question) && (legend.turned || !agrees)).then_some(())
    };
    let header = |at: usize| excerpt(&source.columns.list[at].header, WIDTH);
    let comments = source.unseen.comments.iter().filter(|(row, ..)| source.headers().contains(row));
    let comments = comments.filter_map(|(_, at, text)| {
        let legend = goes_to(text).filter(|legend| is_other(*at, legend).is_some())?;
        Some((say::in_comment_on(&header(*at)), legend, text))
    });
    let limits = source.unseen.limits.iter().filter(|limit| limit.last > source.opened.row);
    let limits = limits.filter_map(|Limit { columns, by, text, .. }| {
        let legend = if *by == LimitedBy::Rule { allowed(text)? } else { goes_to(text)? };
        let at = columns.clone().take(source.columns.list.len()).find(|at| is_other(*at, &legend).is_some())?;
        let place = if *by == LimitedBy::Rule { say::in_rule(&header(at)) } else { say::in_format(&header(at)) };
        Some((place, legend, text))
    });
    let (place, legend, text) = comments.chain(limits).next()?;
    Some(against::says(source, cells, scale, (&legend, &place, text)))
}
