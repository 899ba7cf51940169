//! The cells of a table, as spreadsheets read them.

use serde_json::Value;

/// What a spreadsheet would take for a formula if a text began with it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What tells spreadsheets that the text is UTF-8.
pub const MARK: &str = "\u{feff}";

/// The values of a row, one for each column; empty where there is none.
pub fn row(row: &Value, columns: &[Vec<String>]) -> Vec<String> {
    let at = |path: &Vec<String>| path.iter().try_fold(row, |value, key| value.get(key));
    columns
        .iter()
        .map(|path| at(path).map_or_else(String::new, cell))
        .collect()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(cell).collect();
            values.join("; ")
        }
        other => other.to_string(),
    }
}

/// A text that no spreadsheet calculates; numbers stay numbers.
fn harmless(text: &str) -> String {
    if text.starts_with(FORMULA) && text.parse::<f64>().is_err() {
        return format!("'{text}");
    }
    text.to_owned()
}

/// Rows as CSV with the line ends of RFC 4180.
pub fn written(rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        if let Err(error) = writer.write_record(row) {
            tracing::error!(%error, "a row cannot be written");
        }
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_are_never_formulas() {
        for (value, written) in [
            (json!("=1+1"), "'=1+1"),
            (json!("@SUM(A1)"), "'@SUM(A1)"),
            (json!("-12.50"), "-12.50"),
            (json!("+86 592"), "'+86 592"),
            (json!(-3), "-3"),
            (json!(true), "true"),
            (json!(null), ""),
            (json!(["甲", "乙"]), "甲; 乙"),
            (json!("巡察"), "巡察"),
        ] {
            assert_eq!(cell(&value), written);
        }
    }

    #[test]
    fn what_is_not_there_is_empty() {
        let columns = [vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()]];
        let rows = [
            json!({ "a": { "b": "x\ny,\"z\"" } }),
            json!({ "a": null, "c": 1 }),
        ];
        let rows = rows.iter().map(|one| row(one, &columns));
        let text = String::from_utf8(written(rows)).unwrap();
        assert_eq!(text, "\"x\ny,\"\"z\"\"\",\r\n,1\r\n");
    }
}
