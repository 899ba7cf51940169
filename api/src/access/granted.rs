//! What agreements open: rows of others, to one body, for a time.

use sea_orm::Value;

use super::viewer::Viewer;
use crate::{blocks::measure::today, read::sql::Sql};

/// The row is opened to the viewer's body by a grant that is open and in its time today.
pub fn write(
    class: &'static str,
    same: &[&str],
    window: Option<(&str, &str)>,
    viewer: &Viewer,
    alias: &str,
    sql: &mut Sql,
) {
    let (grant, today) = (sql.alias(), today());
    sql.push("EXISTS (SELECT 1 FROM \"access_grant\" ")
        .push(&grant)
        .push(" WHERE ")
        .column(&grant, "receiver_id")
        .push(" = ")
        .bind(viewer.organization_id)
        .push(" AND ")
        .column(&grant, "class")
        .push(" = ")
        .bind(Value::from(class));
    for column in same {
        sql.push(" AND ")
            .column(&grant, column)
            .push(" = ")
            .column(alias, column);
    }
    sql.push(" AND ")
        .column(&grant, "opened_on")
        .push(" IS NOT NULL AND ")
        .column(&grant, "closed_on")
        .push(" IS NULL AND ")
        .column(&grant, "starts_on")
        .push(" <= ")
        .bind(today)
        .push(" AND (")
        .column(&grant, "ends_on")
        .push(" IS NULL OR ")
        .column(&grant, "ends_on")
        .push(" >= ")
        .bind(today)
        .push(")");
    if let Some((first, last)) = window {
        sql.push(" AND ")
            .column(alias, last)
            .push(" >= ")
            .column(&grant, "starts_on")
            .push(" AND (")
            .column(&grant, "ends_on")
            .push(" IS NULL OR ")
            .column(alias, first)
            .push(" <= ")
            .column(&grant, "ends_on")
            .push(")");
    }
    sql.push(")");
}
