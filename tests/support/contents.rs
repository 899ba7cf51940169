//! Everything a database holds, to prove that a refusal wrote nothing.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DatabaseBackend, QueryResult, Statement};

use super::house::House;

/// The rows of every table as text.
type Contents = BTreeMap<String, Vec<String>>;

/// Run `refused` and prove that no row of any table was written, changed or removed meanwhile.
pub async fn nothing_changed<T>(house: &House, refused: impl Future<Output = T>) -> T {
    let before = contents(house).await;
    let outcome = refused.await;
    let after = contents(house).await;
    for (table, rows) in &after {
        let old = before.get(table).cloned().unwrap_or_default();
        let new: Vec<_> = rows.iter().filter(|row| !old.contains(row)).collect();
        let gone: Vec<_> = old.iter().filter(|row| !rows.contains(row)).collect();
        assert!(
            new.is_empty() && gone.is_empty() && old.len() == rows.len(),
            "{table} was written to\n+ {new:#?}\n- {gone:#?}"
        );
    }
    outcome
}

/// What the sealer writes on its own account: it may seal earlier events at any moment.
const SEALED: [&str; 3] = ["position", "previous_hash", "hash"];

async fn contents(house: &House) -> Contents {
    let mut contents = Contents::new();
    for table in names(house, tables(house)).await {
        let columns = names(house, columns(house, &table)).await;
        let columns: Vec<String> = columns
            .into_iter()
            .filter(|column| !(table.starts_with("event") && SEALED.contains(&column.as_str())))
            .map(|column| match house.database.backend() {
                DatabaseBackend::Postgres => format!("quote_nullable(\"{column}\"::text)"),
                _ => format!("quote(\"{column}\")"),
            })
            .collect();
        let row = columns.join(" || ',' || ");
        let rows = names(house, format!("SELECT {row} FROM \"{table}\" ORDER BY 1")).await;
        contents.insert(table, rows);
    }
    contents
}

fn tables(house: &House) -> String {
    let select = match house.database.backend() {
        DatabaseBackend::Postgres => {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    };
    select.to_owned()
}

fn columns(house: &House, table: &str) -> String {
    match house.database.backend() {
        DatabaseBackend::Postgres => format!(
            "SELECT column_name::text FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = '{table}' ORDER BY ordinal_position"
        ),
        _ => format!("SELECT name FROM pragma_table_info('{table}')"),
    }
}

async fn names(house: &House, sql: String) -> Vec<String> {
    let statement = Statement::from_string(house.database.backend(), sql);
    let rows = house.database.writer.query_all_raw(statement).await;
    let text = |row: &QueryResult| row.try_get_by_index(0).expect("a column of text");
    rows.expect("the table can be read")
        .iter()
        .map(text)
        .collect()
}
