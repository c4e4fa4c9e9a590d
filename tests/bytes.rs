//! Whatever encoding and compression a table is in: each of its rows comes to the right scores, or is refused by name.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use cxm::definition::{self, Definition, bundled};
use cxm::diagnostic::Source;
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::program::{Ran, command, run, run_with};

/// A table of answers in words: the options that its rows choose, and what else stands in them.
#[derive(Clone, Debug)]
struct Table {
    japanese: bool,
    rows: Vec<(Vec<Index>, String)>,
}

fn tables() -> impl Strategy<Value = Table> {
    let comments = select(vec!["", "fine", "10～20分、−3℃ ∥ ①", "naïve café – 5 £", "a,b\n\"c\"", "絵文字😀"]);
    let row = (vec(any::<Index>(), 28), comments.prop_map(str::to_owned));
    (any::<bool>(), vec(row, 1..6)).prop_map(|(japanese, rows)| Table { japanese, rows })
}

impl Table {
    /// As CSV: the number of the row, a comment, and the options by their texts; or, with the same meaning, by their points.
    fn csv(&self, languages: &[Definition], points: bool) -> String {
        let mut out = csv::Writer::from_writer(Vec::new());
        let definition = languages.iter().find(|of| (of.language == "ja") == self.japanese).unwrap();
        let questions = || definition.questions().map(|(_, question)| question);
        let heads = questions().map(|question| if points { question.id.clone() } else { question.text.clone() });
        out.write_record(["version".to_owned(), "n".to_owned(), "comment".to_owned()].into_iter().chain(heads))
            .unwrap();
        for (number, (options, comment)) in self.rows.iter().enumerate() {
            let cells = questions().zip(options).map(|(question, option)| {
                let option = option.get(&question.options);
                if points { option.points.to_string() } else { option.text.clone() }
            });
            let head = [definition.version.to_string(), format!("r{number}"), comment.clone()];
            out.write_record(head.into_iter().chain(cells)).unwrap();
        }
        String::from_utf8(out.into_inner().unwrap()).unwrap()
    }
}

fn languages() -> Vec<Definition> {
    let bundled = bundled::find(bundled::DEFAULT).unwrap();
    let source = |text: &str| Arc::new(Source::new("bundled", text));
    let base = definition::read(&source(bundled.toml)).0.unwrap();
    let translated =
        bundled.translations.iter().map(|(_, text)| definition::translate(&base, &source(text)).0.unwrap());
    translated.collect::<Vec<_>>().into_iter().chain([base.clone()]).collect()
}

/// The bytes of a text; none where the encoding has not all of its characters.
fn encode(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        let bytes = if encoding == UTF_16LE { u16::to_le_bytes } else { u16::to_be_bytes };
        return Some(text.encode_utf16().flat_map(bytes).collect());
    }
    // The character of each pair that the tables of the web have.
    let text =
        text.replace('〜', "～").replace('‖', "∥").replace('—', if encoding == WINDOWS_1252 { "—" } else { "―" });
    let (bytes, _, lossy) = encoding.encode(&text);
    (!lossy).then(|| bytes.into_owned())
}

/// The columns of scores by the number of the row. No row says anything of characters that were lost.
fn scores(ran: &Ran) -> HashMap<String, Vec<String>> {
    assert!(!ran.stdout.contains('\u{fffd}'), "{}", ran.stdout);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(ran.stdout.as_bytes());
    let rows = reader.records().skip(1).map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    rows.map(|row| (row[1].clone(), row[3..].to_vec())).collect()
}

fn batch(path: &Path, encoding: Option<&str>) -> Ran {
    let path = path.to_str().unwrap();
    run(&["batch", path, "-f", "csv"]
        .into_iter()
        .chain(encoding.iter().flat_map(|name| ["--encoding", name]))
        .collect::<Vec<_>>())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_table_in_any_encoding_is_right_or_refused(
        table in tables(),
        encoding in select(vec![UTF_8, SHIFT_JIS, EUC_JP, ISO_2022_JP, WINDOWS_1252, UTF_16LE, UTF_16BE]),
        named in any::<bool>(),
        packed in any::<bool>(),
        damage in proptest::option::of((any::<Index>(), 0x80u8.., any::<bool>())),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let languages = languages();
        let right = scores(&batch(&write(folder.path(), "points.csv", table.csv(&languages, true).as_bytes()), None));
        let text = table.csv(&languages, false);
        let Some(mut bytes) = encode(&text, encoding) else { return Ok(()) };
        if let Some((at, byte, early)) = damage {
            // Not in the header: a column that is not found is said, and no mistake.
            let header = encode(text.lines().next().unwrap(), encoding).unwrap().len();
            // Half of them in what is carried along, which is short.
            let within = if early { 24 } else { bytes.len() - header };
            bytes.insert(header + at.index(within), byte);
        }
        let wide = encoding == UTF_16LE || encoding == UTF_16BE;
        let lost = !wide && encoding.decode_without_bom_handling_and_without_replacement(&bytes).is_none();
        let comment = |(_, comment): &(_, String)| encoding.decode(&encode(comment, encoding).unwrap()).0.into_owned();
        let comments: Vec<String> = table.rows.iter().map(comment).collect();
        if packed {
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            gzip.write_all(&bytes).unwrap();
            bytes = gzip.finish().unwrap();
        }
        let path = write(folder.path(), "table.csv", &bytes);
        let ran = batch(&path, named.then(|| encoding.name()));
        if ran.code == 3 {
            prop_assert!(ran.stderr.contains("error: ") && ran.stdout.is_empty(), "{}", ran.stderr);
            let plain = named || encoding == UTF_8 || wide;
            prop_assert!(!plain || damage.is_some(), "{}", ran.stderr);
            if !plain && damage.is_none() {
                // It is among what is proposed: of a few characters, it may be as likely as another.
                let label = encoding.name().to_lowercase();
                prop_assert!(ran.stderr.contains("--encoding") && ran.stderr.contains(&label), "{}", ran.stderr);
            }
            return Ok(());
        }
        if lost {
            // Whatever is carried along is as it was, too; and not because the damaged character became another one.
            let mut reader = csv::Reader::from_reader(ran.stdout.as_bytes());
            for row in reader.records().map(Result::unwrap) {
                prop_assert!(comments.iter().any(|comment| *comment == row[2]), "{:?} {}", &row[2], ran.stderr);
            }
        }
        let scores = scores(&ran);
        for (row, scores) in &scores {
            // The name of a row may be what is damaged.
            prop_assert!(right.get(row).map_or(damage.is_some(), |right| right == scores), "{} {}", row, ran.stderr);
        }
        prop_assert!(damage.is_some() || scores.len() == table.rows.len(), "{}", ran.stderr);
    }
}

/// A table with one row, of which every answer is 3.
fn csv() -> String {
    let heads: Vec<String> = languages()[0].questions().map(|(_, question)| question.id.clone()).collect();
    format!("version,who,{}\n2.0.0,a{}\n", heads.join(","), ",3".repeat(heads.len()))
}

#[test]
fn what_is_packed_is_read_and_what_is_no_table_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str, bytes: &[u8]| {
        let path = write(folder.path(), name, bytes);
        let ran = run(&["batch", path.to_str().unwrap()]);
        assert_eq!(ran.code == 0, ran.stdout.contains("a,50.0"), "{name}: {}", ran.stderr);
        ran.stderr.replace(folder.path().to_str().unwrap(), "F").trim_end().to_owned()
    };
    let gzip = |bytes: &[u8]| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    };
    let zip = |files: &[(&str, &[u8])]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let csv = csv();
    let csv = csv.as_bytes();
    let page = [
        ("a.csv.gz", gzip(csv)),
        ("cut.csv.gz", gzip(csv)[..60].to_vec()),
        ("a.zip", zip(&[("export/answers.csv", csv), ("__MACOSX/._answers.csv", b"x"), ("export/.DS_Store", b"x")])),
        ("two.zip", zip(&[("a.csv", csv), ("b.csv", csv)])),
        ("none.zip", zip(&[])),
        ("packed.zip", zip(&[("a.csv.gz", &gzip(csv))])),
        ("a.docx", zip(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")])),
        ("a.ods", zip(&[("mimetype", b"x"), ("content.xml", b"x")])),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec()),
        ("a.pdf", b"%PDF-1.7".to_vec()),
        ("a.png", b"\x89PNG\r\n\x1a\n\0".to_vec()),
        ("a.csv.xz", b"\xfd7zXZ\0".to_vec()),
        ("a.sav", b"$FL2@(#)".to_vec()),
        ("a.html", b" <!DOCTYPE html>".to_vec()),
        ("wide.csv", [&b"\xff\xfe\0\0"[..], b"a\0\0\0"].concat()),
        ("lists.json", b" [ [\"who\", \"skills-path\"], [\"a\", 3]]".to_vec()),
        ("zeros.csv", b"who,x\0\0\0".to_vec()),
        ("damaged.csv", [csv, b"2.0.0,caf\xe9", &b",3".repeat(28), b"\n"].concat()),
    ]
    .map(|(name, bytes)| said(name, &bytes));
    insta::assert_snapshot!(page.join("\n"));
}

/// Behind it, line ends within quotes look as if they were between rows, and the others as if they were within.
#[test]
fn a_quote_where_none_belongs_moves_no_row() {
    let rows = 10_000;
    let lines = (1..rows).map(|row| format!("\"respondent {row}\nof many\",2,3\n"));
    let table: String = ["who,skills-path,skills-change\n5\" pipe,2,3\n".to_owned()].into_iter().chain(lines).collect();
    let ran = run_with(&mut command(&["batch", "-", "--scale", "points"]), &table);
    assert_eq!(ran.stderr.lines().last().unwrap(), format!("{rows} rows in = {rows} scored + 0 rejected"));
    let cells = format!("2 ({rows} cells), 3 ({rows} cells)");
    let explained = run_with(&mut command(&["batch", "-", "--explain-columns"]), &table);
    assert!(explained.stdout.contains(&cells), "{}", explained.stdout);
}
