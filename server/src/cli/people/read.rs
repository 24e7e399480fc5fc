//! A file of comma-separated values, read by the names in its first line. Quotes may hold commas, quotes and breaks.

use super::words;
use domain::ids::AreaCode;
use domain::person::{IdNumber, Name, Nationality, Phone};
use domain::region::Region;
use domain::review::Tier;
use jiff::civil::Date;

const COLUMNS: &[&str] = &["name", "id_number", "phone", "nationality", "village", "household"];
const NEEDED: &[&str] = &["name", "id_number", "nationality", "village"];

pub(super) struct Row {
    pub(super) name: Name,
    pub(super) id_number: IdNumber,
    pub(super) phone: Option<Phone>,
    pub(super) nationality: Nationality,
    pub(super) village: AreaCode,
    pub(super) household: Option<String>,
}

type Lines = Vec<(usize, Vec<String>)>;

/// The column names, and each further line with its number.
pub(super) fn lines(text: &str) -> Result<(Vec<String>, Lines), String> {
    let mut all = split(text.trim_start_matches('\u{feff}'))?.into_iter();
    let header = all.next().map(|(_, names)| names).ok_or("the file is empty")?;
    if let Some(unknown) = header.iter().find(|name| !COLUMNS.contains(&name.as_str())) {
        return Err(format!("line 1: `{unknown}` is no column; columns are {}", COLUMNS.join(",")));
    }
    match NEEDED.iter().find(|name| !header.iter().any(|h| h == *name)) {
        Some(missing) => Err(format!("line 1: the column {missing} is missing")),
        None => Ok((header, all.collect())),
    }
}

/// One person, or the first reason why not.
pub(super) fn row(header: &[String], fields: &[String], region: &Region, today: Date) -> Result<Row, String> {
    if fields.len() != header.len() {
        return Err(format!("has {} fields where the first line has {}", fields.len(), header.len()));
    }
    let get = |name: &str| header.iter().position(|h| h == name).and_then(|i| fields.get(i)).map_or("", String::as_str);
    let phone = match get("phone") {
        "" => None,
        typed => Some(Phone::parse(typed).map_err(|e| words("phone", e.key()))?),
    };
    let village = AreaCode::new(get("village"));
    if village.tier() != Tier::Village || !region.covers(village.as_str()) {
        return Err("village: no village code of this region".to_owned());
    }
    Ok(Row {
        name: Name::parse(get("name")).map_err(|e| words("name", e.key()))?,
        id_number: IdNumber::parse(get("id_number"), today).map_err(|e| words("id_number", e.key()))?,
        phone,
        nationality: Nationality::from_code(get("nationality")).ok_or("nationality: no code from 01 to 56 (GB/T 3304)")?,
        village,
        household: Some(get("household").to_owned()).filter(|h| !h.is_empty()),
    })
}

fn split(text: &str) -> Result<Lines, String> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => field.extend(chars.next()),
            '"' => quoted = !quoted,
            _ if quoted => field.push(c),
            ',' => row.push(std::mem::take(&mut field)),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut field));
                let done = std::mem::take(&mut row);
                if done.iter().any(|f| !f.is_empty()) {
                    rows.push((begun, done));
                }
                begun = line;
            }
            _ => field.push(c),
        }
    }
    if quoted {
        return Err(format!("line {begun}: a quotation mark is not closed"));
    }
    row.push(field);
    if row.iter().any(|f| !f.is_empty()) {
        rows.push((begun, row));
    }
    for (_, row) in &mut rows {
        row.iter_mut().for_each(|f| *f = f.trim_matches([' ', '\u{3000}']).to_owned());
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn quotes_hold_commas_quotes_and_breaks_and_lines_keep_their_numbers() {
        let rows = split("a,\"b,\"\"c\"\"\"\r\n\n\"x\ny\", z \nlast,1").unwrap();
        let plain: Vec<(usize, Vec<&str>)> = rows.iter().map(|(n, r)| (*n, r.iter().map(String::as_str).collect())).collect();
        assert_eq!(plain, [(1, vec!["a", "b,\"c\""]), (3, vec!["x\ny", "z"]), (5, vec!["last", "1"])]);
        assert!(split("\"open").is_err());
    }

    #[test]
    fn a_first_line_without_a_needed_column_is_refused() {
        assert!(lines("name,id_number\n").unwrap_err().contains("nationality"));
        assert!(lines("name,secret\n").unwrap_err().contains("secret"));
        assert!(lines("").is_err());
    }
}
