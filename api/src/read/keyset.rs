//! Paging by key: the ordering of a statement, and the rows that stand past a cursor.

use super::{cursor::OrderKey, noun::Direction, page::Page, rows::Cell, sql::Sql, statement::ROW};

/// Rows that stand after `keys` in `order`, or before them.
pub fn beyond(order: &[OrderKey], keys: &[Cell], before: bool, sql: &mut Sql) {
    let ascending = |key: &OrderKey| (key.direction == Direction::Asc) != before;
    let uniform = order
        .iter()
        .all(|key| !key.nullable && ascending(key) == ascending(&order[0]));
    if uniform {
        // One comparison of whole rows, which an index over the same columns answers directly.
        sql.push("(");
        for (index, key) in order.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" })
                .column(ROW, key.column);
        }
        sql.push(if ascending(&order[0]) {
            ") > ("
        } else {
            ") < ("
        });
        for (index, key) in keys.iter().enumerate() {
            sql.push(if index > 0 { ", " } else { "" });
            bind(key, sql);
        }
        sql.push(")");
        return;
    }
    sql.push("(FALSE");
    for last in 0..order.len() {
        sql.push(" OR (");
        for (key, value) in order.iter().zip(keys).take(last) {
            sql.column(ROW, key.column);
            if *value == Cell::Null {
                sql.push(" IS NULL AND ");
            } else {
                sql.push(" = ");
                bind(value, sql);
                sql.push(" AND ");
            }
        }
        past(&order[last], &keys[last], ascending(&order[last]), sql);
        sql.push(")");
    }
    sql.push(")");
}

/// Rows whose `key` stands past `value`; an empty key counts as the greatest.
fn past(key: &OrderKey, value: &Cell, ascending: bool, sql: &mut Sql) {
    match (*value == Cell::Null, ascending) {
        (true, true) => {
            sql.push("FALSE");
        }
        (true, false) => {
            sql.column(ROW, key.column).push(" IS NOT NULL");
        }
        (false, _) => {
            sql.push("(")
                .column(ROW, key.column)
                .push(if ascending { " > " } else { " < " });
            bind(value, sql);
            if ascending && key.nullable {
                sql.push(" OR ").column(ROW, key.column).push(" IS NULL");
            }
            sql.push(")");
        }
    }
}

fn bind(cell: &Cell, sql: &mut Sql) {
    match cell {
        Cell::Null => sql.push("NULL"),
        Cell::Text(text) => sql.bind(text.as_str()),
        Cell::Int(number) => sql.bind(*number),
        Cell::Bool(truth) => sql.bind(*truth),
        Cell::Id(id) => sql.bind(*id),
        Cell::Date(date) => sql.bind(*date),
        Cell::Time(time) => sql.bind(*time),
    };
}

/// The ordering, turned round when the page is taken from the end of the list.
pub fn order(page: &Page, sql: &mut Sql) {
    let postgres = sql.is_postgres();
    sql.push(" ORDER BY ");
    for (index, key) in page.order.iter().enumerate() {
        let direction = if page.backwards {
            key.direction.reversed()
        } else {
            key.direction
        };
        sql.push(if index > 0 { ", " } else { "" })
            .column(ROW, key.column);
        sql.push(match (direction, key.nullable && !postgres) {
            (Direction::Asc, false) => " ASC",
            (Direction::Desc, false) => " DESC",
            // PostgreSQL counts an empty key as the greatest by itself.
            (Direction::Asc, true) => " ASC NULLS LAST",
            (Direction::Desc, true) => " DESC NULLS FIRST",
        });
    }
}
