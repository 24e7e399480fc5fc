//! A table as an Excel file. What goes into a cell was decided by `domain::spreadsheet`; no cell is ever a formula.

use domain::spreadsheet::{Cell, guarded};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The first row holds the heads.
pub fn xlsx(rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet();
    for (y, row) in (0u32..).zip(rows) {
        for (x, cell) in (0u16..).zip(row) {
            match cell {
                Cell::Words(text) if y == 0 => sheet.write_string_with_format(y, x, guarded(text), &bold)?,
                Cell::Words(text) => sheet.write_string(y, x, guarded(text))?,
                #[allow(clippy::cast_precision_loss)]
                Cell::Number(number) => sheet.write_number(y, x, *number as f64)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use std::io::Read;

    #[test]
    fn a_file_is_a_workbook_with_words_and_numbers_and_without_formulas() {
        let rows = [vec![Cell::words("名称"), Cell::words("数量")], vec![Cell::words("=HYPERLINK(\"x\")"), Cell::Number(7)]];
        let bytes = xlsx(&rows).unwrap();
        assert!(bytes.starts_with(b"PK"));
        let sheet = unpacked(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<v>7</v>") && !sheet.contains("<f>"), "{sheet}");
        let words = unpacked(&bytes, "xl/sharedStrings.xml");
        assert!(words.contains("'=HYPERLINK") && words.contains("名称"), "{words}");
    }

    /// One file of a zip archive: its local header, then its deflated bytes.
    fn unpacked(bytes: &[u8], name: &str) -> String {
        let at =
            (0..bytes.len()).find(|at| bytes[*at..].starts_with(b"PK\x03\x04") && bytes[at + 30..].starts_with(name.as_bytes())).unwrap();
        let two = |from: usize| usize::from(u16::from_le_bytes([bytes[at + from], bytes[at + from + 1]]));
        let data = at + 30 + two(26) + two(28);
        let mut text = String::new();
        flate2::read::DeflateDecoder::new(&bytes[data..]).read_to_string(&mut text).unwrap();
        text
    }
}
