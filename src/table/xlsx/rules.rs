//! How far numbers go by the rules of a sheet for what may be entered into its cells.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts::{attribute, cell, merged};
use crate::table::{Limit, LimitedBy, Record, skip_empty_lines};

/// How many rules are kept, and how many entries a list has at least that is a scale.
const MOST: usize = 1_000;
const LIST: usize = 3;
/// How many cells a list has at most that is a scale, and in which row they stand at most.
const LONG: usize = 100;
const FAR: u64 = 10_000;

/// What stands in a formula that says no more than how far numbers go.
const COMPARING: [&str; 9] = ["AND", "OR", "INT", "TRUNC", "ROUND", "ISNUMBER", "ISBLANK", "ISTEXT", "TRUE"];

/// A rule for what may be entered, as far as it was read.
#[derive(Debug, Default)]
struct Rule {
    kind: String,
    operator: String,
    formulas: [String; 2],
    cells: String,
}

impl Rule {
    fn begun(tag: &BytesStart<'_>) -> Self {
        let of = |name: &str| attribute(tag, name).unwrap_or_default();
        Self { kind: of("type"), operator: of("operator"), cells: of("sqref"), formulas: Default::default() }
    }

    /// What it says of numbers: from which to which they go, or in which cells they are listed.
    fn says(&self) -> Option<String> {
        let [first, second] = self.formulas.each_ref().map(|formula| whole(formula));
        match (self.kind.as_str(), self.operator.as_str()) {
            ("whole" | "decimal", "" | "between") => Some(format!("{} - {}", first?.min(second?), first?.max(second?))),
            ("whole" | "decimal", "lessThanOrEqual") => Some(format!("≤ {}", first?)),
            ("whole", "lessThan") => Some(format!("≤ {}", first? - 1)),
            ("list", _) => {
                let list = self.formulas[0].trim();
                match list.strip_prefix('"') {
                    Some(list) => of_list(list.strip_suffix('"')?.split(',')),
                    None => Some(format!("={}", list.trim_start_matches('='))),
                }
            }
            ("custom", _) => of_formula(&self.formulas[0]),
            _ => None,
        }
    }

    /// The columns of its cells, and the last row of each.
    fn columns(&self) -> impl Iterator<Item = (RangeInclusive<usize>, u64)> {
        self.cells.split_whitespace().filter_map(|cells| {
            let of_one = || cell(cells).map(|(row, column)| (row..=row, column..=column));
            let (rows, columns) = merged(cells).or_else(of_one)?;
            Some((columns, *rows.end()))
        })
    }
}

/// From which to which number the entries of a list go, where they follow one another.
fn of_list<'l>(entries: impl Iterator<Item = &'l str>) -> Option<String> {
    let mut numbers: Vec<i64> = entries.filter_map(whole).collect();
    numbers.sort_unstable();
    let first = *numbers.first()?;
    // One far from the others says that there is no answer.
    let last = numbers.iter().zip(first..).take_while(|(number, next)| *number == next).last()?.1;
    usize::try_from(last - first).is_ok_and(|more| more + 1 >= LIST).then(|| format!("{first} - {last}"))
}

/// How far numbers go by a formula that compares the cell with them and does nothing else: `AND(ISNUMBER(B2),B2>=1,B2<=7)`.
fn of_formula(formula: &str) -> Option<String> {
    let formula = formula.to_uppercase().replace("<>", "≠");
    let mut words = formula.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 2 || *word == "OR");
    let ends = |sign: char, beside: i64| {
        let end = |part: &str| {
            let (number, by) = part.strip_prefix('=').map_or((part, beside), |number| (number, 0));
            let end = number.find([',', ';', ')']).unwrap_or(number.len());
            Some(whole(&number[..end])? + by)
        };
        formula.split(sign).skip(1).map(end).collect::<Option<Vec<i64>>>()
    };
    let (first, last) = (ends('>', 1)?.into_iter().min(), ends('<', -1)?.into_iter().max()?);
    let says = |first| if let Some(first) = first { format!("{first} - {last}") } else { format!("≤ {last}") };
    words.all(|word| COMPARING.contains(&word)).then(|| says(first))
}

fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text.strip_prefix('=').unwrap_or(text);
    let digits = text.strip_suffix(".0").unwrap_or(text);
    digits.parse().ok().filter(|number| (-1_000..=1_000).contains(number))
}

/// How far numbers go by the rules in what stands below the rows of a sheet.
pub(super) fn limits(below: &[u8]) -> Vec<Limit> {
    let mut xml = Reader::from_reader(below);
    xml.config_mut().check_end_names = false;
    let (mut piece, mut rule, mut limits) = (Vec::new(), Rule::default(), Vec::new());
    // Newer programs write cells as a text, and formulas within another tag.
    let mut within: Option<usize> = None;
    while let Ok(event) = xml.read_event_into(&mut piece) {
        match event {
            Event::Eof => break,
            Event::Start(tag) => match tag.local_name().as_ref() {
                "dataValidation" => rule = Rule::begun(&tag),
                "formula1" => within = Some(0),
                "formula2" => within = Some(1),
                "sqref" => within = Some(2),
                _ => {}
            },
            Event::Text(text) => match within {
                Some(at @ 0..2) => rule.formulas[at].push_str(&text),
                Some(_) => rule.cells.push_str(&text),
                None => {}
            },
            Event::GeneralRef(name) => {
                let character = match &*name {
                    "quot" => '"',
                    "lt" => '<',
                    "gt" => '>',
                    _ => '&',
                };
                within.and_then(|at| rule.formulas.get_mut(at)).into_iter().for_each(|formula| formula.push(character));
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "dataValidation" => limits.extend(of(&rule).take(MOST - limits.len())),
                "formula1" | "formula2" | "sqref" => within = None,
                _ => {}
            },
            _ => {}
        }
        piece.clear();
    }
    limits
}

fn of(rule: &Rule) -> impl Iterator<Item = Limit> {
    let text = rule.says();
    let columns = rule.columns().filter(|_| text.is_some());
    let limits = columns.map(|(columns, last)| {
        let text = text.clone().unwrap_or_default();
        Limit { columns, last, by: LimitedBy::Rule, text }
    });
    limits.collect::<Vec<_>>().into_iter()
}

/// The same where the lists in cells are known: those of the sheet itself, of this name, and of others; and what names stand for.
pub(super) fn listed(
    limits: Vec<Limit>,
    (own, csv): (&str, &[u8]),
    others: &[(String, Vec<u8>)],
    names: &BTreeMap<String, String>,
) -> Vec<Limit> {
    let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
    let said = |limit: Limit| {
        let Some(cells) = limit.text.strip_prefix('=') else { return Some(limit) };
        let text = known.entry(cells.to_owned()).or_insert_with(|| {
            let cells = names.get(&cells.to_lowercase()).map_or(cells, String::as_str);
            let (sheet, cells) = cells.rsplit_once('!').unwrap_or((own, cells));
            let sheet = sheet.trim_matches('\'').replace("''", "'");
            let of_sheet = |(name, _): &&(String, Vec<u8>)| name.eq_ignore_ascii_case(&sheet) && !name.is_empty();
            let csv = if sheet.eq_ignore_ascii_case(own) { csv } else { others.iter().find(of_sheet)?.1.as_slice() };
            let (rows, columns) = merged(&cells.replace('$', ""))?;
            of_list(texts(csv, &rows, &columns)?.iter().map(String::as_str))
        });
        Some(Limit { text: text.clone()?, ..limit })
    };
    limits.into_iter().filter_map(said).collect()
}

/// What stands in these cells, if they are not many.
fn texts(csv: &[u8], rows: &RangeInclusive<u64>, columns: &RangeInclusive<usize>) -> Option<Vec<String>> {
    let (mut record, mut at, mut row, mut texts) = (Record::default(), 0, 0, Vec::new());
    while row < (*rows.end()).min(FAR) {
        let (start, empty) = skip_empty_lines(csv, at);
        if start == csv.len() {
            break;
        }
        (at, row) = (record.read(csv, start, b','), row + empty + 1);
        if rows.contains(&row) {
            let cells = columns.clone().take(LONG).map(|at| String::from_utf8_lossy(record.field(at)).into_owned());
            texts.extend(cells);
        }
        if texts.len() > LONG {
            return None;
        }
    }
    Some(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_say_how_far_numbers_go() {
        let said = |rule: &str| {
            let of = |limit: &Limit| (limit.columns.clone(), limit.last, limit.text.clone());
            limits(rule.as_bytes()).iter().map(of).collect::<Vec<_>>()
        };
        let whole = |operator: &str, formulas: &str| {
            said(&format!(r#"<dataValidation type="whole" {operator} sqref="B2:C9 E2">{formulas}</dataValidation>"#))
        };
        let of = |text: &str| vec![(1..=2, 9, text.to_owned()), (4..=4, 2, text.to_owned())];
        assert_eq!(whole("", "<formula1>0</formula1><formula2>10</formula2>"), of("0 - 10"));
        assert_eq!(whole("operator=\"lessThan\"", "<formula1>8</formula1>"), of("≤ 7"));
        assert_eq!(whole("operator=\"greaterThan\"", "<formula1>0</formula1>"), []);
        assert_eq!(whole("", "<formula1>$Z$1</formula1><formula2>10</formula2>"), []);
        let custom = |formula: &str| {
            let rule = format!(
                r#"<dataValidation type="custom" sqref="B2:B9"><formula1>{formula}</formula1></dataValidation>"#
            );
            said(&rule).into_iter().map(|(.., text)| text).next()
        };
        assert_eq!(custom("AND(ISNUMBER(B2),B2&lt;&gt;9,B2&gt;=1,B2&lt;=7)").as_deref(), Some("1 - 7"));
        assert_eq!(custom("=OR(B2=&quot;n/a&quot;,AND(B2&gt;0,B2&lt;11,INT(B2)=B2))").as_deref(), Some("1 - 10"));
        assert_eq!(custom("B2&lt;=10").as_deref(), Some("≤ 10"));
        for other in ["LEN(B2)&lt;=10", "B2&lt;=$Z$1", "COUNTIF(B:B,B2)&lt;=1", "B2&lt;&gt;5", "ISNUMBER(B2)"] {
            assert_eq!(custom(other), None, "{other}");
        }
        let list = |entries: &str| {
            let newer = format!(
                r#"<x14:dataValidation type="list"><x14:formula1><xm:f>{entries}</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation>"#
            );
            said(&newer).into_iter().map(|(.., text)| text).next()
        };
        assert_eq!(list("\"1,2,3,4,5,6,7\"").as_deref(), Some("1 - 7"));
        assert_eq!(list("&quot;3, 2, 1, n/a, 99&quot;").as_deref(), Some("1 - 3"));
        for other in ["\"yes,no\"", "\"1,2\"", "\"0,25,50,75,100\"", "\"1 - best,2 - good\""] {
            assert_eq!(list(other), None, "{other}");
        }
        let names = BTreeMap::from([("scale".to_owned(), "'My lists'!$B$2:$B$5".to_owned())]);
        let others = [("My lists".to_owned(), b"a,b\nx,1\n\ny,2\nz,3\n".to_vec())];
        let listed = |cells: &str| {
            let text = list(cells).unwrap();
            let limit = Limit { columns: 0..=0, last: 1, by: LimitedBy::Rule, text };
            let known = listed(vec![limit], ("Own", b"1,2\n2,x\n3,y\n"), &others, &names);
            known.into_iter().next().map(|limit| limit.text)
        };
        for cells in ["'My lists'!$B$2:$B$5", "Scale", "$A$1:$A$3", "Own!$A$1:$A$9"] {
            assert_eq!(listed(cells).as_deref(), Some("1 - 3"), "{cells}");
        }
        for cells in ["'My lists'!$A$2:$A$5", "Other!$A$1:$A$9", "Names", "INDIRECT(A1)", "$B$1:$B$3"] {
            assert_eq!(listed(cells), None, "{cells}");
        }
    }
}
