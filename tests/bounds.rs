//! Bounds of what is read and of what it takes: nothing small becomes large in memory, and nothing that is refused is refused
//! without its reason.

use std::io::{Cursor, Write as _};
use std::path::Path;

use crate::program::{command, run};

/// A spreadsheet whose sheets are these pieces of XML.
fn spreadsheet(sheet: &[&str], sheets: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, pieces: &[&str]| {
        zip.start_file(name, zip::write::SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        pieces.iter().for_each(|piece| zip.write_all(piece.as_bytes()).unwrap());
    };
    let all = |text: &dyn Fn(usize) -> String| (1..=sheets).map(text).collect::<String>();
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet_names = all(&|at| format!("<sheet name=\"{at}\" sheetId=\"{at}\" r:id=\"r{at}\"/>"));
    let book = format!("<Relationship Id=\"r\" Type=\"{of}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    part("_rels/.rels", &[&format!("<Relationships>{book}</Relationships>")]);
    part("xl/workbook.xml", &[&format!("<workbook xmlns:r=\"{of}\"><sheets>{sheet_names}</sheets></workbook>")]);
    let relations =
        all(&|at| format!("<Relationship Id=\"r{at}\" Type=\"{of}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"));
    let strings = format!("<Relationship Id=\"s\" Type=\"{of}/sharedStrings\" Target=\"sharedStrings.xml\"/>");
    part("xl/_rels/workbook.xml.rels", &[&format!("<Relationships>{relations}{strings}</Relationships>")]);
    part("xl/sharedStrings.xml", &["<sst><si><t>", &"x".repeat(1 << 20), "</t></si></sst>"]);
    part("xl/worksheets/sheet1.xml", &[&["<worksheet><sheetData>"], sheet, &["</sheetData></worksheet>"]].concat());
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_spreadsheet_that_unpacks_to_much_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.xlsx");
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let header = format!("<row>{}{}</row>", cell("who"), cell("skills-path"));
    let row = format!("<row>{}{}</row>", cell("Acme"), cell("5"));
    let long = |length: usize| format!("<row>{}{}</row>", cell(&"x".repeat(length)), cell("5"));
    let empty_rows = "<row/>".repeat(3_000_000);
    let shared = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(65));
    // A sheet that is not large is looked at only where there is something in it.
    let large = [&[header.as_str(), &row][..], &[empty_rows.as_str(); 8]].concat();
    let cases: [(&[&str], usize, &str); 9] = [
        (&[&header, &shared], 1, "row 2 has more than 64 MiB of text"),
        (&[&header, &row], 1, ""),
        (&[&header, &"<row/>".repeat(1_000_000), &row], 1, ""),
        (&[&header, &row, &empty_rows], 1, ""),
        (&[&header, &empty_rows, &row], 1, "a cell stands where no spreadsheet has one"),
        (&large, 1, "it has more than 1048576 rows: save it as CSV"),
        (&[&header, &long(17 << 20)], 1, "a cell of row 2 has more than 1 MiB of text"),
        (&[&header, &long((1 << 20) + 1)], 1, "a cell of row 2 has more than 1 MiB of text"),
        (&[&header, &row], 300, "it has more than 256 sheets: save the one that is meant alone"),
    ];
    for (sheet, sheets, refused) in cases {
        std::fs::write(&path, spreadsheet(sheet, sheets)).unwrap();
        let ran = run(&["batch", path.to_str().unwrap(), "-f", "csv"]);
        if refused.is_empty() {
            assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{}", ran.stderr);
        } else {
            let said = format!("error: cannot read {}: {refused}\n", path.display());
            assert_eq!((ran.code, ran.stderr.as_str()), (3, said.as_str()));
        }
    }
}

#[test]
fn a_table_with_more_columns_than_a_spreadsheet_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let csv = format!("skills-path{}\n3{}\n", ",a".repeat(16_384), ",x".repeat(16_384));
    let keys: String = (0..16_384).map(|at| format!(",\"k{at}\":1")).collect();
    for (name, text) in [("w.csv", csv), ("w.ndjson", format!("{{\"skills-path\":3{keys}}}\n"))] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        for command in ["batch", "score"] {
            let ran = run(&[command, path.to_str().unwrap(), "--scale", "points"]);
            let said = "the header has more than 16384 columns: keep those that are meant alone\n";
            assert!(ran.code == 3 && ran.stderr.ends_with(said), "{}: {}", ran.code, ran.stderr);
            assert_eq!(ran.stdout, "");
        }
    }
}

#[test]
fn a_header_that_is_too_long_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let long = "x".repeat(5 << 20);
    std::fs::write(path("long.csv"), format!("skills-path,{long}\n3,4\n")).unwrap();
    std::fs::write(path("quote.csv"), format!("\"skills-path,text\n3,4\n{}", "5,6\n".repeat(2 << 20))).unwrap();
    std::fs::write(path("keys.ndjson"), format!("{{\"skills-path\":3,\"{long}\":1}}\n")).unwrap();
    for name in ["long.csv", "quote.csv", "keys.ndjson"] {
        for command in ["batch", "score"] {
            let ran = run(&[command, &path(name), "--scale", "points"]);
            let said = "the header is longer than 4 MiB: close the quote that may be open in it, or shorten what its columns are \
                        called\n";
            assert!(ran.code == 3 && ran.stderr.ends_with(said), "{name}: {}: {}", ran.code, ran.stderr);
            assert_eq!(ran.stdout, "");
        }
    }
    std::fs::write(path("rows.csv"), format!("skills-path,note\n3,{long}\n")).unwrap();
    assert_eq!(run(&["batch", &path("rows.csv"), "--scale", "points", "-f", "csv"]).code, 0, "a row may be longer");
}

/// The most memory that a run of the program takes, in MiB.
#[cfg(target_os = "linux")]
pub fn peak(folder: &Path, arguments: &[&str]) -> u64 {
    let mut run = command(arguments);
    run.current_dir(folder).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let mut child = run.spawn().unwrap();
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        most = most.max(kilobytes.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(child.wait().unwrap().success(), "{arguments:?}");
    most >> 10
}

#[cfg(target_os = "linux")]
#[test]
fn memory_hardly_depends_on_files() {
    let folder = tempfile::tempdir().unwrap();
    for (name, files) in [("few", 2_000), ("many", 12_000)] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        for at in 0..files {
            let set = format!("assessment = \"cx-maturity\"\nwho = \"R{at:0100}\"\n[answers]\nskills-path = 4\n");
            std::fs::write(folder.path().join(format!("{name}/{at}.toml")), set).unwrap();
        }
    }
    // Their names are in memory, and what is kept of them up to 8 MiB.
    let [few, many] = ["few", "many"].map(|name| peak(folder.path(), &["batch", name, "-o", "x.csv"]));
    assert!(many.saturating_sub(few) <= 6, "{few} MiB, {many} MiB");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_hardly_depends_on_rows_and_little_on_organisations() {
    let folder = tempfile::tempdir().unwrap();
    for (name, organisations) in [("few.csv", 10_000), ("many.csv", 40_000)] {
        let mut table = String::from("Organisation,role,skills-path,skills-onboarding\n");
        for at in 0..organisations {
            table += &format!("Organisation {at},agent,{},4\nOrganisation {at},lead,3,{}\n", at % 5 + 1, at % 4 + 1);
        }
        std::fs::write(folder.path().join(name), table).unwrap();
    }
    // What 60,000 more rows may cost: of a spreadsheet, blocks of rows that wait to be written, and of 30,000 more
    // organisations somewhat over a kilobyte each, roles included.
    for (arguments, most) in [(&["-o", "x.xlsx"][..], 40), (&["--merge", "Organisation", "-o", "x.csv"], 45)] {
        let [few, many] =
            ["few.csv", "many.csv"].map(|name| peak(folder.path(), &[&["batch", name], arguments].concat()));
        assert!(many.saturating_sub(few) <= most, "{arguments:?}: {few} MiB, {many} MiB");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn rows_that_say_nothing_cost_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let peaks = [("few.csv", 100), ("many.csv", 100_000)].map(|(name, blank)| {
        let mut table = String::from("Organisation,role,skills-path,skills-onboarding\nAcme,agent,3,4\n");
        table.extend(std::iter::repeat_n(",, ,\n", blank));
        std::fs::write(folder.path().join(name), table).unwrap();
        peak(folder.path(), &["batch", name, "--scale", "points"])
    });
    assert!(peaks[1].saturating_sub(peaks[0]) <= 12, "{peaks:?} MiB");
}
