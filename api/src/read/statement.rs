//! The statements of the read path: a page of a list, at the root or under many parents at once; rows by id; counts.

use sea_orm::DatabaseBackend;
use uuid::Uuid;

use super::{
    filter::Filter,
    keyset::{beyond, order},
    noun::{NounDef, Via},
    page::Page,
    plan::{Level, List},
    sql::Sql,
};
use crate::{
    access::{viewer::Viewer, visible},
    error::Result,
};

/// The alias under which the rows of a level stand in its statement.
pub const ROW: &str = "t";
/// The alias of a table of pairs.
const LINK: &str = "l";

/// Rows of `level` by their ids.
pub fn by_ids(level: &Level<'_>, ids: &[Uuid], viewer: &Viewer, backend: DatabaseBackend) -> Sql {
    let mut sql = Sql::new(backend);
    sql.push("SELECT ");
    columns(level, &mut sql);
    from(level.noun, &mut sql);
    sql.push(" WHERE ")
        .column(ROW, "id")
        .in_ids(ids)
        .push(" AND ");
    visible::rows(level.noun, viewer, ROW, &mut sql);
    sql
}

/// A page at the root: one row more than the page holds, to know whether more follow.
pub fn root_page(list: &List<'_>, viewer: &Viewer, backend: DatabaseBackend) -> Result<Sql> {
    let mut sql = Sql::new(backend);
    sql.push("SELECT ");
    columns(&list.level, &mut sql);
    from(list.level.noun, &mut sql);
    sql.push(" WHERE ");
    listed(list.level.noun, viewer, &mut sql);
    conditions(&list.level, &list.page, true, viewer, &mut sql)?;
    order(&list.page, &mut sql);
    sql.push(" LIMIT ").number(list.page.limit + 1);
    if list.page.offset > 0 {
        sql.push(" OFFSET ").number(list.page.offset);
    }
    Ok(sql)
}

/// A page under each of `parents`; the parent's id is the first column.
pub fn nested_page(
    level: &Level<'_>,
    via: Via,
    page: &Page,
    more: usize,
    parents: &[Uuid],
    viewer: &Viewer,
    backend: DatabaseBackend,
) -> Result<Sql> {
    let mut sql = Sql::new(backend);
    if sql.is_postgres() {
        sql.push("SELECT p.id, c.* FROM unnest(")
            .bind(parents.to_vec())
            .push("::uuid[]) AS p(id) CROSS JOIN LATERAL (SELECT ");
        columns(level, &mut sql);
        from_via(level.noun, via, &mut sql);
        parent_column(via, &mut sql);
        sql.push(" = p.id AND ");
        of_kind(via, &mut sql);
        conditions(level, page, true, viewer, &mut sql)?;
        order(page, &mut sql);
        sql.push(" LIMIT ").number(page.limit + more);
        if page.offset > 0 {
            sql.push(" OFFSET ").number(page.offset);
        }
        sql.push(") c");
        return Ok(sql);
    }
    sql.push("SELECT * FROM (SELECT ");
    parent_column(via, &mut sql);
    sql.push(" AS parent, ");
    columns(level, &mut sql);
    sql.push(", row_number() OVER (PARTITION BY ");
    parent_column(via, &mut sql);
    order(page, &mut sql);
    sql.push(") AS place");
    from_via(level.noun, via, &mut sql);
    parent_column(via, &mut sql);
    sql.in_ids(parents).push(" AND ");
    of_kind(via, &mut sql);
    conditions(level, page, true, viewer, &mut sql)?;
    sql.push(") WHERE place > ")
        .number(page.offset)
        .push(" AND place <= ")
        .number(page.offset + page.limit + more);
    sql.push(" ORDER BY parent, place");
    Ok(sql)
}

/// How many rows a root list holds in all.
pub fn root_total(list: &List<'_>, viewer: &Viewer, backend: DatabaseBackend) -> Result<Sql> {
    let mut sql = Sql::new(backend);
    sql.push("SELECT count(*)");
    from(list.level.noun, &mut sql);
    sql.push(" WHERE ");
    listed(list.level.noun, viewer, &mut sql);
    conditions(&list.level, &list.page, false, viewer, &mut sql)?;
    Ok(sql)
}

/// How many rows a nested list holds in all, for each parent that has any.
pub fn nested_total(
    list: &List<'_>,
    via: Via,
    parents: &[Uuid],
    viewer: &Viewer,
    backend: DatabaseBackend,
) -> Result<Sql> {
    let mut sql = Sql::new(backend);
    sql.push("SELECT ");
    parent_column(via, &mut sql);
    sql.push(", count(*)");
    from_via(list.level.noun, via, &mut sql);
    parent_column(via, &mut sql);
    sql.in_ids(parents).push(" AND ");
    of_kind(via, &mut sql);
    conditions(&list.level, &list.page, false, viewer, &mut sql)?;
    sql.push(" GROUP BY ");
    parent_column(via, &mut sql);
    Ok(sql)
}

fn columns(level: &Level<'_>, sql: &mut Sql) {
    for (index, (column, _)) in level.columns.iter().enumerate() {
        if index > 0 {
            sql.push(", ");
        }
        sql.column(ROW, column);
    }
}

fn from(noun: &NounDef, sql: &mut Sql) {
    sql.push(" FROM \"").push(noun.table).push("\" ").push(ROW);
}

fn from_via(noun: &NounDef, via: Via, sql: &mut Sql) {
    from(noun, sql);
    if let Via::Link { table, child, .. } = via {
        sql.push(" JOIN \"")
            .push(table)
            .push("\" ")
            .push(LINK)
            .push(" ON ");
        sql.column(LINK, child).push(" = ").column(ROW, "id");
    }
    sql.push(" WHERE ");
}

fn parent_column(via: Via, sql: &mut Sql) {
    match via {
        Via::Column(column) => sql.column(ROW, column),
        Via::Link { parent, .. } => sql.column(LINK, parent),
    };
}

/// In a table of pairs of many kinds, those of the parent's kind.
fn of_kind(via: Via, sql: &mut Sql) {
    if let Via::Link {
        noun: Some((column, noun)),
        ..
    } = via
    {
        sql.column(LINK, column)
            .push(" = ")
            .bind(noun)
            .push(" AND ");
    }
}

/// At the root, only rows that have their place there; what hangs on a record is shown from the first moment.
fn listed(noun: &NounDef, viewer: &Viewer, sql: &mut Sql) {
    if let Some(listed) = noun.listed {
        listed(viewer).write(viewer, ROW, sql);
        sql.push(" AND ");
    }
}

/// What makes a row part of the list: the viewer's right, the client's filter, and the page's bounds when `bounded`.
fn conditions(
    level: &Level<'_>,
    page: &Page,
    bounded: bool,
    viewer: &Viewer,
    sql: &mut Sql,
) -> Result<()> {
    visible::rows(level.noun, viewer, ROW, sql);
    if let Some(filter) = &page.filter {
        Filter::new(viewer).write(level.noun, ROW, filter, sql)?;
    }
    if bounded {
        if let Some(keys) = &page.after {
            sql.push(" AND ");
            beyond(&page.order, keys, false, sql);
        }
        if let Some(keys) = &page.before {
            sql.push(" AND ");
            beyond(&page.order, keys, true, sql);
        }
    }
    Ok(())
}
