//! What speaks against how a table is read, in words.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::assessment::Assessment;
use super::explain;
use super::records::Rows;
use super::scales::{described, option};
use super::source::Source;
use crate::batch::Suspicions;
use crate::cli::output;
use crate::mapping::passed_over::{Notes, PassedOver, Why};
use crate::mapping::{
    Against, Aim, Cause, Cells, Codebook, Correction, Evidence, Label, Legend, MOST_LOOKUPS, Objections, RoleRow,
    Scale, Told, TooFarLeft, TooFarRight, Where, apart, heard, is_spread, listed, of_header, other_headers, spread,
    together,
};
use crate::table::HeaderWords as _;
use crate::text::{clean, excerpt};
use crate::words::lists::comma;
use crate::words::{batch_codes as say, batch_rows};

/// How wide a header or a cell may be.
const WIDTH: usize = 48;

/// What is known of all rows: what stands in the columns of questions, what is said of rows, which of them say hardly anything, and
/// which columns may have answers where those of questions are empty.
type Known<'k> = (&'k Evidence, &'k Notes, &'k [(u64, Vec<String>)], &'k Suspicions);

/// What all rows of respondents say against how they are read, if the table gives cause to look. Refuses rows and tables of which
/// nothing settles it.
pub(super) fn objections(
    source: &mut Source,
    cells: &Cells,
    (evidence, notes, remarks, elsewhere): Known<'_>,
    passed_over: &mut PassedOver,
    assessment: &Assessment,
) -> Result<Objections> {
    let alone = !source.takes_every_row() && !source.joins_rows();
    let shared = if alone { &notes.shared[..] } else { &[] };
    let columns = source.columns.clone();
    let below = source.opened.below();
    let corrections = assessment.matcher.corrections(&columns);
    let cause = Cause {
        shared,
        are_parts: alone && elsewhere.is_sparse,
        evidence,
        several: source.several,
        below: &below,
        corrections,
        elsewhere: &elsewhere.pairs,
        is_left: elsewhere.is_left,
        is_right: elsewhere.is_right,
        aims: &elsewhere.aims,
        roles: &elsewhere.roles,
        legends: &elsewhere.legends,
        refuses: passed_over.refuses(),
    };
    let mut found = match Against::new(&columns, cells, &cause) {
        None => Objections::default(),
        Some(mut against) => {
            source.each_respondent(passed_over, assessment, |row, record| against.row(row, record))?;
            against.finish()
        }
    };
    if !evidence.numbers().is_empty() {
        told(source, cells, remarks, assessment, &mut found);
    }
    let (name, header) = (&source.name, |column: usize| excerpt(&columns.list[column].header, WIDTH));
    if let Some(crowded) = found.joined {
        return Err(explain::not_joined(name, assessment, (&columns, source.opened.delimiter), crowded).into());
    }
    if let Some((of, column, row)) = found.instead.first() {
        bail!(say::instead(name, column + 1, &header(*column), of + 1, &header(*of), *row));
    }
    if let TooFarLeft::All(column, last) = found.left {
        bail!(say::all_left(name, column + 1, &header(column), last + 1, &header(last)));
    }
    if let Some((Correction { question, of, column }, row)) = found.corrected {
        let id = &assessment.matcher.questions()[question];
        bail!(say::corrected(name, column + 1, &header(column), of + 1, row, id));
    }
    if let Some(header) = &found.parts {
        bail!(say::parts(name, &clean(header.trim())));
    }
    if !found.unheard.is_empty() {
        let columns: Vec<String> = found.unheard.iter().map(|column| format!("`{}`", header(*column))).collect();
        output::note(&batch_rows::note(name, &say::lists(&columns.join(comma()))));
    }
    let unlike: Vec<(u64, Why)> = found.unlike.iter().map(|(row, column)| (*row, Why::Unlike(*column))).collect();
    passed_over.refuse_rows(&unlike, source.opened.row + 1);
    if source.takes_every_row() {
        return Ok(found);
    }
    if !found.aims.is_empty() {
        bail!(aims(name, &found.aims, header));
    }
    for RoleRow { row, column, name: word, .. } in found.roles.iter().filter(|row| !row.surely) {
        output::note(&batch_rows::note(name, &say::perhaps(*row, &header(*column), &excerpt(word, WIDTH))));
    }
    let roles = found.roles.iter().filter(|row| row.surely).map(|row| (row.row, Why::Either(row.column)));
    passed_over.refuse_rows(&roles.collect::<Vec<_>>(), source.opened.row + 1);
    if let Some((first, last)) = found.legend_rows {
        bail!(say::legend_rows(name, first, last));
    }
    if let Some(column) = found.short {
        bail!(say::short_header(name, column + 1, &header(0)));
    }
    refuse_shifted(source, &found, passed_over)?;
    Ok(found)
}

/// Refuses rows whose answers may stand under other questions, a cell too far to one side or the other; the table where most do.
fn refuse_shifted(source: &Source, found: &Objections, passed_over: &mut PassedOver) -> Result<()> {
    let (name, header) = (&source.name, |column: usize| excerpt(&source.columns.list[column].header, WIDTH));
    if let Some(column) = found.crowded {
        bail!(say::crowded(name, column + 1, &header(column - 1)));
    }
    let shifted: Vec<(u64, Why)> = found.shifted.iter().map(|(row, column)| (*row, Why::Shifted(*column))).collect();
    passed_over.refuse_rows(&shifted, source.opened.row + 1);
    if let TooFarLeft::Rows(rows, column) = &found.left {
        let rows: Vec<(u64, Why)> = rows.iter().map(|row| (*row, Why::Left(*column))).collect();
        passed_over.refuse_rows(&rows, source.opened.row + 1);
    }
    match &found.right {
        TooFarRight::None => {}
        TooFarRight::All(column) => bail!(say::all_right(name, column + 1, &header(*column))),
        TooFarRight::Rows(rows, column) => {
            let rows: Vec<(u64, Why)> = rows.iter().map(|row| (*row, Why::Right(*column))).collect();
            passed_over.refuse_rows(&rows, source.opened.row + 1);
        }
    }
    Ok(())
}

/// Why rows that have aims or weights are none of answers, column by column, and how all of them are left out at once.
fn aims(name: &str, aims: &[Aim], header: impl Fn(usize) -> String) -> String {
    let word = |word: &String| excerpt(word, WIDTH);
    let lines = aims.iter().map(|Aim { column, words, rows, other }| {
        let words: Vec<String> = words.iter().map(|of| format!("`{}`", word(of))).collect();
        say::aims(name, &header(*column), *rows, &words.join(comma()), &word(other))
    });
    let conditions = aims.iter().flat_map(|Aim { column, words, .. }| {
        let header = header(*column);
        words.iter().map(move |of| format!("--where '{header} != {}'", word(of)))
    });
    let lines: Vec<String> = lines.collect();
    say::without_aims(&lines.join("\n"), &conditions.collect::<Vec<_>>().join(" "))
}

/// Refuses the rows in which the text of an option stands beside another number than its own; false where it is more than rows.
pub(super) fn refuse_contradicted(
    source: &Source,
    cells: &Cells,
    found: &Objections,
    scale: Scale,
    passed_over: &mut PassedOver,
) -> bool {
    let rows = found.contradicted(cells, scale);
    let why = |column| if found.objects.contains(&column) { Why::Unlike(column) } else { Why::Contradicts(column) };
    let rows = rows.map(|rows| rows.into_iter().map(|(row, column)| (row, why(column))).collect::<Vec<_>>());
    rows.iter().for_each(|rows| passed_over.refuse_rows(rows, source.opened.row + 1));
    rows.is_some()
}

/// What sheets that are not meant, rows without answers and columns beside those of questions say of numbers.
fn told(
    source: &Source,
    cells: &Cells,
    remarks: &[(u64, Vec<String>)],
    assessment: &Assessment,
    found: &mut Objections,
) {
    let (others, mut left) = (other_headers(&source.columns), MOST_LOOKUPS);
    for (name, csv) in &source.others {
        let (mut rows, mut codebook) =
            (Rows::of(csv, b','), Codebook::new(cells, &assessment.matcher, &others, &mut left));
        while let Some((row, record)) = rows.next() {
            codebook.row(row, record.fields().map(text));
        }
        let at = if name.is_empty() { Where::Comment } else { Where::Sheet(name.clone()) };
        found.take(&at, codebook.finish());
    }
    let names = |text: &str| assessment.matcher.is_wanted(text);
    for (key, json) in &source.beside {
        let mut codebook = Codebook::new(cells, &assessment.matcher, &others, &mut left);
        spread(key, json, &names).iter().for_each(|(row, texts)| codebook.row(*row, texts.iter().map(String::as_str)));
        found.take(&Where::Key(key.clone()), codebook.finish());
    }
    let (keys, said) = together(&source.beside);
    let mut codebook = Codebook::new(cells, &assessment.matcher, &others, &mut left);
    said.iter().for_each(|(row, texts)| codebook.row(*row, texts.iter().map(String::as_str)));
    found.take(&Where::Key(keys), codebook.finish());
    let above: Vec<(u64, Vec<String>)> = source.opened.above.iter().map(|cells| (0, cells.clone())).collect();
    // Words may stand above their numbers.
    let below: Vec<(u64, Vec<String>)> = above.iter().rev().cloned().collect();
    let beside = std::mem::take(&mut found.beside);
    for (at, rows) in
        [(Where::Above, &above[..]), (Where::Above, &below), (Where::Row, remarks), (Where::Beside, &beside)]
    {
        let mut codebook = Codebook::new(cells, &assessment.matcher, &others, &mut left);
        rows.iter().for_each(|(row, cells)| codebook.row(*row, cells.iter().map(String::as_str)));
        let mut known = BTreeSet::new();
        for (row, column, cell) in
            rows.iter().flat_map(|(row, cells)| (0..).zip(cells).map(|(at, cell)| (*row, at, cell)))
        {
            let header = source.columns.list.get(column).map_or("", |column| column.header.trim());
            if is_spread(header, cell) && known.insert((column, cell)) {
                let said = spread(header, cell, &names);
                said.iter().for_each(|(_, texts)| codebook.row(row, texts.iter().map(String::as_str)));
            }
        }
        found.take(&at, codebook.finish());
    }
    found.legend_rows = found.legend_rows.or_else(|| listed(remarks, &source.columns));
    // They are named themselves.
    let others = BTreeSet::new();
    let mut codebook = Codebook::new(cells, &assessment.matcher, &others, &mut left);
    found.headers.iter().for_each(|header| codebook.row(0, std::iter::once(header.as_str())));
    let mut codes = codebook.finish();
    let asked = source.columns.list.iter().filter(|column| !column.is_carried());
    let told = |text: &String| Some(Told { legend: of_header(text)?, row: 0, text: text.clone() });
    codes.legends.extend(asked.filter_map(|column| told(&column.header)));
    found.take(&Where::Header, codes);
}

fn text(cell: &[u8]) -> &str {
    std::str::from_utf8(cell).unwrap_or_default()
}

/// That a legend of these numbers says that the least is the best, as it is on no scale; or that they begin or end elsewhere than on
/// this one.
pub(super) fn legend(
    source: &Source,
    cells: &Cells,
    evidence: &Evidence,
    found: &Objections,
    scale: Scale,
) -> Option<String> {
    let numbers = || evidence.numbers().into_iter().map(|(number, _)| number);
    let (least, greatest) = (numbers().min()?, numbers().max()?);
    let ends = cells.ends(scale)?;
    let agrees = |(_, told): &(Where, Told)| told.legend.greatest.is_some() && told.legend.fits(ends);
    // Beside one that agrees, another one elsewhere is about something else.
    let other = found.legends.iter().any(agrees);
    let is_of = |(at, Told { legend, .. }): &&(Where, Told)| {
        let is_own = !other || matches!(at, Where::Above | Where::Header | Where::Beside);
        // Of the best one alone it is said wherever the others begin.
        let begins = legend.least <= least || legend.turned && legend.greatest.is_none();
        let covers = begins && legend.greatest.is_none_or(|last| greatest <= last);
        // Each row may have its own.
        let covers = covers || *at == Where::Beside && legend.greatest.is_some();
        covers && (legend.turned || is_own && !legend.fits(ends))
    };
    let general = found.legends.iter().find(is_of);
    let is_own = |(_, question, Told { legend, .. }): &&(Where, usize, Told)| {
        let all = [Some(ends), cells.ends_of(*question, scale)];
        let agrees = all.into_iter().flatten().any(|ends| legend.fits(ends));
        evidence.has_numbers(*question) && legend.greatest.is_some() && !agrees
    };
    let own = || found.own_legends.iter().find(is_own).map(|(at, _, told)| (at, told));
    let (at, Told { legend, row, text }) = general.map(|(at, told)| (at, told)).or_else(own)?;
    Some(says(source, cells, scale, (legend, &place(at, *row), text)))
}

/// That the header of a question says of its numbers that they begin or end elsewhere than on this scale, or that the least is the
/// best.
pub(super) fn header(
    source: &Source,
    assessment: &Assessment,
    cells: &Cells,
    evidence: &Evidence,
    scale: Scale,
) -> Option<String> {
    let ends = cells.ends(scale)?;
    let is_other = |(question, _, legend): &(usize, usize, Legend)| {
        let own = cells.ends_of(*question, scale);
        let agrees = || [Some(ends), own].into_iter().flatten().any(|ends| legend.fits(ends));
        evidence.has_numbers(*question) && legend.greatest.is_some() && (legend.turned || !agrees())
    };
    let (_, column, legend) = heard(&source.columns, &assessment.matcher).into_iter().find(is_other)?;
    Some(says(source, cells, scale, (&legend, say::in_header(), &source.columns.list[column].header)))
}

/// What a legend says there, and how numbers are read.
pub(super) fn says(source: &Source, cells: &Cells, scale: Scale, (legend, at, text): (&Legend, &str, &str)) -> String {
    let ends = cells.ends(scale).unwrap_or_default();
    let (name, text) = (&source.name, excerpt(text, 2 * WIDTH));
    let last = legend.greatest.unwrap_or(ends.1);
    let least = if legend.greatest.is_none() || legend.counted { legend.least.max(ends.0) } else { legend.least };
    let option = option(cells, scale);
    match legend.turned {
        true => say::turned(name, at, least, &text, ends.1, &option),
        false => say::elsewhere(name, at, least, last, &text, &described(cells, scale), &option),
    }
}

/// Where a codebook or a legend says something.
fn place(at: &Where, row: u64) -> String {
    match at {
        Where::Above => say::above().to_owned(),
        Where::Header => say::in_header().to_owned(),
        Where::Row | Where::Beside => say::in_row(row),
        Where::Key(key) => say::under_key(&clean(key)),
        Where::Sheet(sheet) => say::on_sheet(&clean(sheet), row),
        Where::Comment => say::in_comment().to_owned(),
    }
}

/// That texts of options stand beside numbers that are others on this scale.
pub(super) fn label(
    source: &Source,
    assessment: &Assessment,
    cells: &Cells,
    found: &Objections,
    scale: Scale,
) -> Option<String> {
    let (name, header) = (&source.name, |column: usize| excerpt(&source.columns.list[column].header, WIDTH));
    let is_other = |label: &Label| cells.option(label.question, scale, label.number) != Some(label.option);
    if let Some((at, Label { question, number, option, row, .. })) =
        found.codebook.iter().find(|(_, label)| is_other(label))
    {
        let text = assessment.option(*question, *option);
        let points = cells.numbers(*question)[usize::from(*option)];
        let (place, id) = (place(at, *row), &assessment.matcher.questions()[*question]);
        let (text, scale) = (excerpt(text, WIDTH), described(cells, scale));
        return Some(say::other_option(name, &place, *number, id, &text, &scale, points));
    }
    let is_other = |label: &&Label| is_other(label);
    let Label { question, number, option, columns: (of, column), row, .. } = found.labels.values().find(is_other)?;
    if found.objects.contains(column) {
        let text = excerpt(assessment.option(*question, *option), WIDTH);
        let (of, beside, scale) = (header(*of), header(*column), described(cells, scale));
        return Some(say::other_label(name, *row, &of, *number, &beside, &text, &scale, column + 1));
    }
    let means = cells.option(*question, scale, *number);
    let means = means.map(|option| excerpt(assessment.option(*question, option), WIDTH));
    let (of, beside, id) = (header(*of), header(*column), &assessment.matcher.questions()[*question]);
    let text = excerpt(assessment.option(*question, *option), WIDTH);
    Some(match means {
        Some(means) => say::other_text(name, *row, &of, *number, &means, &beside, &text, column + 1, id),
        None => say::no_option(name, *row, &of, *number, &beside, &text, column + 1, id),
    })
}

/// That the numbers of one of several tables may be on another scale.
pub(super) fn other_table(
    source: &Source,
    cells: &Cells,
    evidence: &Evidence,
    found: &Objections,
    scale: Scale,
) -> Option<String> {
    let apart =
        |(table, own): &(String, Evidence)| Some((clean(table).into_owned(), apart(cells, evidence, own, scale)?));
    let (table, other) = found.tables.iter().find_map(apart)?;
    let line = |scale: Scale| format!("  {:<14}  {}", option(cells, scale), described(cells, scale));
    Some(say::other_scale(&source.name, &table, &[scale, other].map(line).join("\n")))
}
