//! Every word that the schema codes, in both languages: enum values and code list entries alike, so that no frontend translates.

use async_graphql::{
    Context, ID, InputType, OutputType, ServerResult, SimpleObject, Value,
    registry::{MetaField, MetaType, Registry},
};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::{code_list::CodeList, code_list_entry::CodeListEntry};
use crate::{
    access::visible,
    error::Result,
    graphql::{described::input_value, node_id, query::QueryDef, scalars::Date},
    read::{Reader, Sql, noun::Noun as _, reader},
};

/// One value of an enum of the schema, or one code of a list in one edition (术语).
#[derive(SimpleObject)]
pub struct VocabularyTerm {
    /// Name of the enum, or key of the code list (词表).
    vocabulary: String,
    /// The value or code itself (取值).
    value: String,
    /// The code list entry; null for a value of an enum (代码条目).
    entry_id: Option<ID>,
    /// Edition of the code; null for a value of an enum, which changes with the schema only (版次).
    edition: Option<i32>,
    /// English label (英文名称).
    label: String,
    /// Chinese label (中文名称).
    label_zh: String,
    /// What it means (定义).
    definition: String,
    /// The document that it comes from; null for a value of an enum, which is the service's own word (来源).
    source: Option<String>,
    /// First day on which the code may be used; null when it always could (启用日期).
    valid_from: Option<Date>,
    /// Last day on which the code may be used; null while it may (停用日期).
    valid_to: Option<Date>,
}

/// The field of `Query`.
pub const QUERY: QueryDef = QueryDef {
    name: "vocabulary",
    field: query_field,
    resolve: |ctx| Box::pin(resolve(ctx)),
};

fn query_field(registry: &mut Registry) -> MetaField {
    let ty = <Vec<VocabularyTerm> as OutputType>::create_type_info(registry);
    let mut field = MetaField::new(QUERY.name, ty.trim_end_matches('!').to_owned());
    field.description = Some(
        "Every enum value and every code that the viewer may see, in both languages with definition and source: enums first, then \
         code lists in their order. Null only together with an error (词表)."
            .into(),
    );
    let name = <Option<String> as InputType>::create_type_info(registry);
    let name = input_value(
        "name",
        &name,
        "Name of one enum or key of one code list; everything when left out.",
    );
    field.args.insert(name.name.clone(), name);
    field
}

async fn resolve(ctx: &Context<'_>) -> ServerResult<Option<Value>> {
    let found = match ctx.param_value::<Option<String>>("name", None) {
        Ok((_, name)) => read(ctx, name.as_deref()).await,
        Err(error) => return Err(error),
    };
    match found {
        Ok(terms) => {
            let inside = ctx.with_selection_set(&ctx.item.node.selection_set);
            terms.resolve(&inside, ctx.item).await.map(Some)
        }
        Err(error) => reader::settle(ctx, Err(error)),
    }
}

/// The words of `name`, or of every enum and list when none is named.
async fn read(ctx: &Context<'_>, name: Option<&str>) -> Result<Vec<VocabularyTerm>> {
    let reader = Reader::of(ctx)?;
    let mut terms = enum_values(&ctx.schema_env.registry, name);
    let rows = reader.fetch(entries(&reader, name)).await?;
    for row in rows {
        terms.push(entry(&row)?);
    }
    Ok(terms)
}

/// The enums of the contract, introspection's own left out.
fn enum_values(registry: &Registry, name: Option<&str>) -> Vec<VocabularyTerm> {
    let enums = registry.types.values().filter_map(|meta| match meta {
        MetaType::Enum {
            name: own,
            enum_values,
            ..
        } if !own.starts_with("__") && name.is_none_or(|name| name == own) => {
            Some((own, enum_values))
        }
        _ => None,
    });
    enums
        .flat_map(|(own, values)| {
            values.values().map(move |value| {
                let doc = value.description.as_deref().unwrap_or_default();
                VocabularyTerm {
                    vocabulary: own.clone(),
                    value: value.name.clone(),
                    entry_id: None,
                    edition: None,
                    label: label(&value.name),
                    label_zh: chinese_term(doc).to_owned(),
                    definition: doc.to_owned(),
                    source: None,
                    valid_from: None,
                    valid_to: None,
                }
            })
        })
        .collect()
}

/// What stands in the last brackets of a description; empty when it has none.
pub fn chinese_term(doc: &str) -> &str {
    let inside = doc
        .rfind(')')
        .and_then(|close| doc[..close].rfind('(').map(|open| &doc[open + 1..close]));
    inside.unwrap_or_default()
}

/// `MAKEUP_WORKDAY` as a person reads it: `Makeup workday`.
pub fn label(value: &str) -> String {
    let words = value.to_lowercase().replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

/// The entries that exist for the viewer, list by list.
fn entries(reader: &Reader<'_>, name: Option<&str>) -> Sql {
    let mut sql = Sql::new(reader.database.backend());
    sql.push(
        "SELECT e.id, l.key, e.code, e.edition, e.label, e.label_zh, e.definition, e.source, e.valid_from, e.valid_to \
         FROM code_list_entry e JOIN code_list l ON l.id = e.code_list_id WHERE ",
    );
    visible::rows(CodeList::DEF, reader.viewer, "l", &mut sql);
    if let Some(name) = name {
        sql.push(" AND ").column("l", "key").push(" = ").bind(name);
    }
    sql.push(" ORDER BY l.key, l.id, e.sequence, e.code, e.edition");
    sql
}

fn entry(row: &QueryResult) -> Result<VocabularyTerm> {
    let id: Uuid = row.try_get("", "id")?;
    Ok(VocabularyTerm {
        vocabulary: row.try_get("", "key")?,
        value: row.try_get("", "code")?,
        entry_id: Some(ID(node_id::encode(CodeListEntry::DEF.name, id))),
        edition: Some(row.try_get("", "edition")?),
        label: row.try_get("", "label")?,
        label_zh: row.try_get("", "label_zh")?,
        definition: row.try_get("", "definition")?,
        source: Some(row.try_get("", "source")?),
        valid_from: row.try_get::<Option<_>>("", "valid_from")?.map(Date),
        valid_to: row.try_get::<Option<_>>("", "valid_to")?.map(Date),
    })
}
