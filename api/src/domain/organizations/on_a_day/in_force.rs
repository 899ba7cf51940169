//! The one way to say in SQL that a dated fact holds on a day.

use chrono::NaiveDate;

use crate::read::Sql;

/// The fact that stands as `alias` holds on `day`: both its first and its last day count.
pub fn in_force(alias: &str, day: NaiveDate, sql: &mut Sql) {
    sql.column(alias, "starts_on")
        .push(" <= ")
        .bind(day)
        .push(" AND (")
        .column(alias, "ends_on")
        .push(" IS NULL OR ")
        .column(alias, "ends_on")
        .push(" >= ")
        .bind(day)
        .push(")");
}
