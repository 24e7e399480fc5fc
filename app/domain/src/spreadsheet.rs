//! What goes out as a table for a spreadsheet, as a pure rule: a text never becomes a formula, and a CSV file opens right.
//! Knows nothing of what the table is about.

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Words(String),
    Number(u64),
}

impl Cell {
    pub fn words(text: impl Into<String>) -> Cell {
        Cell::Words(text.into())
    }
}

/// A text that a spreadsheet would calculate gets an apostrophe before it and stays a text. Also the full-width signs, which
/// some programs take for the plain ones, and signs that hide behind white space.
pub fn guarded(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{3000}', '\u{a0}', '\u{feff}']).chars().next();
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if first.is_some_and(begins) { format!("'{text}") } else { text.to_owned() }
}

/// RFC 4180, in UTF-8 with a mark at its beginning: without it the usual programs show Chinese as signs nobody can read.
pub fn csv(rows: &[Vec<Cell>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(field).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Words(text) => {
            let text = guarded(text);
            if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_begins_like_a_formula_stays_one() {
        for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", " =1", "\u{3000}＝1", "\u{feff}=1"]
        {
            assert!(guarded(bad).starts_with('\''), "{bad:?}");
            assert!(!csv(&[vec![Cell::words(bad)]]).trim_start_matches(['\u{feff}', '"']).starts_with(bad), "{bad:?}");
        }
        for good in ["", "异地就医备案", "3", "a=b", "云溪村-服务点", "（-1）"] {
            assert_eq!(guarded(good), good);
        }
    }

    #[test]
    fn a_file_begins_with_its_mark_and_quotes_what_must_be_quoted() {
        let rows = [vec![Cell::words("名称"), Cell::Number(7)], vec![Cell::words("一，\"二\""), Cell::words("a,b")]];
        assert_eq!(csv(&rows), "\u{feff}名称,7\r\n\"一，\"\"二\"\"\",\"a,b\"\r\n");
    }

    /// Reads a file as RFC 4180 says.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut signs = text.strip_prefix('\u{feff}').unwrap().chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                '"' if quoted && signs.peek() == Some(&'"') => cell.push(signs.next().unwrap()),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(signs.next(), Some('\n'));
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                other => cell.push(other),
            }
        }
        rows
    }

    proptest! {
        #[test]
        fn every_table_comes_back_as_it_was_with_its_formulas_tamed(
            rows in proptest::collection::vec(proptest::collection::vec("[-=+@,\"\r\n\t a一＝]{0,6}", 1..4), 0..5)
        ) {
            let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(Cell::words).collect()).collect();
            let wanted: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|text| guarded(text)).collect()).collect();
            prop_assert_eq!(read(&csv(&cells)), wanted);
        }
    }
}
