//! Reading the project's own CSV files (RFC 4180: quoted fields may hold commas, quotes and line breaks).

use std::collections::HashMap;

/// The rows of a file with a heading, each by column name; `line` is where the row begins.
pub struct Row {
    pub line: usize,
    cells: HashMap<String, String>,
}

impl Row {
    pub fn get(&self, column: &str) -> &str {
        let cell = self.cells.get(column);
        cell.unwrap_or_else(|| panic!("line {}: no column {column}", self.line))
    }

    /// A cell that lists several things, separated by semicolons.
    pub fn list(&self, column: &str) -> Vec<&str> {
        let parts = self.get(column).split(';').map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }
}

pub fn read(path: &str) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut records = records(&text).into_iter();
    let (_, heading) = records.next().unwrap_or_else(|| panic!("{path} is empty"));
    let row = |(line, cells): (usize, Vec<String>)| {
        assert_eq!(cells.len(), heading.len(), "{path}:{line}: number of cells");
        let cells = heading.iter().cloned().zip(cells).collect();
        Row { line, cells }
    };
    records.map(row).collect()
}

fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut line, mut begins) = (false, 1, 1);
    let mut characters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(character) = characters.next() {
        line += usize::from(character == '\n');
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push((begins, std::mem::take(&mut record)));
                begins = line;
            }
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !record.is_empty() {
        record.push(cell);
        records.push((begins, record));
    }
    records
}

#[test]
fn cells_may_hold_what_separates_them() {
    let text = "a,b\n\"x, \"\"y\"\"\nz\",2\n";
    let expected = vec![
        (1, vec!["a".to_owned(), "b".to_owned()]),
        (2, vec!["x, \"y\"\nz".to_owned(), "2".to_owned()]),
    ];
    assert_eq!(records(text), expected);
}
