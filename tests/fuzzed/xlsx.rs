//! Spreadsheets: damaged ones are refused in words, and of others every cell is read in its place.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use cxm::table::xlsx::{Head, Wanted, sheets_to_csv};
use rust_xlsxwriter::Workbook;

/// The parts of a workbook around its sheet.
const PARTS: [(&str, &str); 5] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>who</t></si><si><t>q1</t></si></sst>"#,
    ),
];

/// Whatever the bytes of the file.
pub fn zip(bytes: &[u8]) {
    read(bytes.to_vec());
}

/// Whatever the XML of its sheet, or whichever cells stand in it.
pub fn sheet(bytes: &[u8]) {
    match bytes.split_first() {
        Some((0x80.., cells)) => every_cell_is_read(cells),
        _ => {
            let mut book = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
            let stored =
                ::zip::write::SimpleFileOptions::default().compression_method(::zip::CompressionMethod::Stored);
            let parts = PARTS.iter().map(|(name, text)| (*name, text.as_bytes()));
            for (name, text) in parts.chain([("xl/worksheets/sheet1.xml", bytes)]) {
                book.start_file(name, stored).unwrap();
                book.write_all(text).unwrap();
            }
            read(book.finish().unwrap().into_inner());
        }
    }
}

/// The CSV of the sheets that are read, which a reader of CSV takes; none where they are refused.
fn read(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let judge = |head: &[u8]| Head { wanted: usize::from(head.contains(&b'q')), header: Vec::new() };
    let tables = sheets_to_csv(bytes, Wanted::Best("own"), judge).ok()?;
    let csv = tables.read.into_iter().next()?.csv;
    let mut records =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_slice()).into_records();
    assert!(records.all(|record| record.is_ok()));
    Some(csv)
}

/// Three bytes are a cell: its row, its column, and what stands in it.
fn every_cell_is_read(bytes: &[u8]) {
    const TEXTS: [&str; 8] = ["a", "", "a,b", "a\"b", "a\nb", "応対 ", "=1", "\u{1b}_x000D_"];
    let mut cells: BTreeMap<(u32, u16), String> = BTreeMap::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for cell in bytes.chunks_exact(3) {
        let (row, column) = (u32::from(cell[0]) % 40, u16::from(cell[1]) % 12);
        let text = match cell[2] {
            // Nothing is written where there is no text.
            1 => continue,
            at @ 0..8 => TEXTS[usize::from(at)].to_owned(),
            number => {
                let number = f64::from(number) / 4.0;
                sheet.write_number(row, column, number).unwrap();
                cells.insert((row, column), number.to_string());
                continue;
            }
        };
        sheet.write_string(row, column, &text).unwrap();
        cells.insert((row, column), text);
    }
    let csv = read(book.save_to_buffer().unwrap()).unwrap();
    let mut read: BTreeMap<(u32, u16), String> = BTreeMap::new();
    // Empty rows are lines without a cell, which a reader of CSV passes over: they are counted here.
    for (row, line) in lines(&csv).into_iter().enumerate() {
        let mut record = csv::ReaderBuilder::new().has_headers(false).from_reader(line).into_records();
        for (column, text) in record.next().iter().flat_map(|record| record.as_ref().unwrap()).enumerate() {
            read.insert((u32::try_from(row).unwrap(), u16::try_from(column).unwrap()), text.to_owned());
        }
    }
    read.retain(|_, text| !text.is_empty());
    cells.retain(|_, text| !text.is_empty());
    assert_eq!(read, cells);
}

/// The lines of a table; those within quotes are part of a cell.
fn lines(csv: &[u8]) -> Vec<&[u8]> {
    let mut quoted = false;
    csv.split(|byte| {
        quoted ^= *byte == b'"';
        *byte == b'\n' && !quoted
    })
    .collect()
}
