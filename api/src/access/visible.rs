//! Which rows exist for a viewer: a right is a condition in SQL on an indexed column, never a filter afterwards.

use sea_orm::Value;
use uuid::Uuid;

use super::viewer::Viewer;
use crate::read::{noun::NounDef, sql::Sql};

/// The rows of a table that exist for a viewer, in terms of its columns.
#[derive(Clone, Debug)]
pub enum Visible {
    /// Every row.
    Everything,
    /// No row.
    Nothing,
    /// Rows whose organization in this column stands in the viewer's jurisdiction.
    Jurisdiction(&'static str),
    /// Rows whose organization in this column is the viewer's authority or stands above it: what superiors set for everybody below.
    Above(&'static str),
    /// Rows of the organization table itself that stand in the viewer's jurisdiction.
    JurisdictionPath(&'static str),
    /// Rows where this column holds this id, such as the viewer's own organization.
    Is(&'static str, Uuid),
    /// Rows where this column holds one of these values.
    OneOf(&'static str, &'static [&'static str]),
    /// Rows where this column holds none of these values.
    NoneOf(&'static str, Vec<&'static str>),
    /// Rows where this column is empty.
    Empty(&'static str),
    /// Rows where this column is filled.
    Filled(&'static str),
    /// Rows whose row of another noun, by the id in this column, exists for the viewer.
    Through(&'static str, fn() -> &'static NounDef),
    /// Rows that a row of another noun, which exists for the viewer, names in this column of its own.
    Named(&'static str, fn() -> &'static NounDef),
    /// Rows whose id in `column` is that under which the viewer's own body stands in `table`, as parties to the same thing do.
    Beside {
        column: &'static str,
        table: &'static str,
        by: &'static str,
        body: &'static str,
    },
    /// Rows that an agreement opens to the viewer's own body today: grants of this class that hold the same in the columns `same`, and
    /// whose time shares a day with that of the row, where a row has one.
    Granted {
        class: &'static str,
        same: &'static [&'static str],
        window: Option<(&'static str, &'static str)>,
    },
    /// Rows that satisfy all of these.
    All(Vec<Visible>),
    /// Rows that satisfy one of these.
    Either(Vec<Visible>),
    /// Rows whose subject, whichever noun the first column names, exists for the viewer by the id in the second.
    Subject(&'static str, &'static str),
    /// The same where the subject can only be of these nouns, none of which is itself visible through a subject.
    Among(&'static str, &'static str, &'static [&'static NounDef]),
}

impl Visible {
    /// The right as a condition on the table that stands as `alias` in `sql`.
    pub fn write(&self, viewer: &Viewer, alias: &str, sql: &mut Sql) {
        match self {
            Self::Everything => {
                sql.push("TRUE");
            }
            Self::Nothing => {
                sql.push("FALSE");
            }
            Self::Jurisdiction(column) => {
                let organization = sql.alias();
                sql.push("EXISTS (SELECT 1 FROM organization ")
                    .push(&organization)
                    .push(" WHERE ")
                    .column(&organization, "id")
                    .push(" = ")
                    .column(alias, column)
                    .push(" AND ");
                within(&viewer.jurisdiction, &organization, "path", sql);
                sql.push(")");
            }
            Self::Above(column) => {
                sql.column(alias, column)
                    .in_ids(&chain(&viewer.jurisdiction));
            }
            Self::JurisdictionPath(column) => within(&viewer.jurisdiction, alias, column, sql),
            Self::Is(column, id) => {
                sql.column(alias, column).push(" = ").bind(*id);
            }
            Self::OneOf(column, values) => {
                let values = values.iter().map(|value| (*value).to_owned()).collect();
                sql.column(alias, column).in_texts(values);
            }
            Self::NoneOf(column, values) => {
                let values = values.iter().map(|value| (*value).to_owned()).collect();
                sql.push("NOT ").column(alias, column).in_texts(values);
            }
            Self::Empty(column) => {
                sql.column(alias, column).push(" IS NULL");
            }
            Self::Filled(column) => {
                sql.column(alias, column).push(" IS NOT NULL");
            }
            Self::Through(column, noun) => through(alias, column, noun(), viewer, sql),
            Self::Named(column, noun) => named(alias, column, noun(), viewer, sql),
            Self::Beside {
                column,
                table,
                by,
                body,
            } => {
                let other = sql.alias();
                sql.push("EXISTS (SELECT 1 FROM \"")
                    .push(table)
                    .push("\" ")
                    .push(&other)
                    .push(" WHERE ")
                    .column(&other, by)
                    .push(" = ")
                    .column(alias, column)
                    .push(" AND ")
                    .column(&other, body)
                    .push(" = ")
                    .bind(viewer.organization_id)
                    .push(")");
            }
            Self::Granted {
                class,
                same,
                window,
            } => super::granted::write(class, same, *window, viewer, alias, sql),
            Self::All(parts) => join(parts, " AND ", "TRUE", viewer, alias, sql),
            Self::Either(parts) => join(parts, " OR ", "FALSE", viewer, alias, sql),
            Self::Subject(noun_column, id_column) => {
                let all = crate::schema::nouns().filter(|noun| !is_about_others(noun));
                subject(alias, noun_column, id_column, all, viewer, sql);
            }
            Self::Among(noun_column, id_column, nouns) => {
                let nouns = nouns.iter().copied();
                subject(alias, noun_column, id_column, nouns, viewer, sql);
            }
        }
    }
}

/// The rows of `noun` that exist for `viewer`, as a condition on `alias`.
pub fn rows(noun: &NounDef, viewer: &Viewer, alias: &str, sql: &mut Sql) {
    if super::policy::may_read(viewer, noun.reads) {
        (noun.visible)(viewer).write(viewer, alias, sql);
    } else {
        sql.push("FALSE");
    }
}

/// The organizations on a path, from the root down to the one that it is the path of.
fn chain(path: &str) -> Vec<Uuid> {
    path.split('/')
        .filter_map(|segment| Uuid::try_parse(segment).ok())
        .collect()
}

/// At or below `path`: a range on the stored path, which its index serves.
fn within(path: &str, alias: &str, column: &str, sql: &mut Sql) {
    let mut end = path.to_owned();
    end.pop();
    end.push('0');
    sql.column(alias, column)
        .push(" >= ")
        .bind(Value::from(path))
        .push(" AND ")
        .column(alias, column)
        .push(" < ")
        .bind(Value::from(end));
}

fn through(alias: &str, column: &str, noun: &NounDef, viewer: &Viewer, sql: &mut Sql) {
    let other = sql.alias();
    sql.push("EXISTS (SELECT 1 FROM \"")
        .push(noun.table)
        .push("\" ")
        .push(&other)
        .push(" WHERE ")
        .column(&other, "id")
        .push(" = ")
        .column(alias, column)
        .push(" AND ");
    rows(noun, viewer, &other, sql);
    sql.push(")");
}

fn named(alias: &str, column: &str, noun: &NounDef, viewer: &Viewer, sql: &mut Sql) {
    let other = sql.alias();
    sql.push("EXISTS (SELECT 1 FROM \"")
        .push(noun.table)
        .push("\" ")
        .push(&other)
        .push(" WHERE ")
        .column(&other, column)
        .push(" = ")
        .column(alias, "id")
        .push(" AND ");
    rows(noun, viewer, &other, sql);
    sql.push(")");
}

fn join(parts: &[Visible], word: &str, empty: &str, viewer: &Viewer, alias: &str, sql: &mut Sql) {
    if parts.is_empty() {
        sql.push(empty);
        return;
    }
    sql.push("(");
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            sql.push(word);
        }
        part.write(viewer, alias, sql);
    }
    sql.push(")");
}

fn subject(
    alias: &str,
    noun_column: &str,
    id_column: &str,
    nouns: impl Iterator<Item = &'static NounDef>,
    viewer: &Viewer,
    sql: &mut Sql,
) {
    sql.push("(FALSE");
    for noun in nouns.filter(|noun| super::policy::may_read(viewer, noun.reads)) {
        sql.push(" OR (")
            .column(alias, noun_column)
            .push(" = ")
            .bind(Value::from(noun.name))
            .push(" AND ");
        through(alias, id_column, noun, viewer, sql);
        sql.push(")");
    }
    sql.push(")");
}

/// Nouns whose own rows are visible through a subject cannot be subjects: the right would turn in a circle.
fn is_about_others(noun: &NounDef) -> bool {
    noun.name == "Event"
}
