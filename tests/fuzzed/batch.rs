//! Tables of CSV: what is behind a known header comes out as by the `csv` crate and one score after another; and a whole file
//! comes out the same in whatever way it comes.

use super::tables::{Kind, WHOLE, results, way};
use super::{desk, large, small};
use crate::batch_law::{by_batch, one_by_one};

pub fn law(bytes: &[u8]) {
    let Some((way, [which, rest @ ..])) = way(bytes) else { return };
    match which % 4 {
        which @ (0 | 1) => {
            let languages = if which == 0 { small() } else { large() };
            // Which of several cells a refusal names may depend on the way.
            let results = |way| results(languages, rest, Kind::Csv, way).ok();
            assert_eq!(results(way), results(WHOLE));
        }
        _ => {
            let definition = &desk()[0];
            let delimiter = if which % 4 == 2 { b',' } else { b';' };
            let ids: Vec<&str> = definition.questions().map(|(_, question)| question.id.as_str()).collect();
            let header = format!("who,{},note\n", ids.join(",")).replace(',', &char::from(delimiter).to_string());
            let csv = [header.as_bytes(), rest].concat();
            let summary = which & 4 != 0;
            let expected = one_by_one(definition, &csv, delimiter);
            assert_eq!(by_batch(definition, &csv, delimiter, way, summary), expected);
        }
    }
}
