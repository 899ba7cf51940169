//! The root of everything that can be read: the lists and lookups of every noun, and what areas add.

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ObjectType, OutputType, Positioned, ServerResult,
    Value,
    parser::types::Field,
    registry::{MetaField, Registry},
};
use futures::future::BoxFuture;

use super::described;
use crate::{
    error::{Error, Result},
    read::{
        Reader, contract,
        reader::{self, Answer},
    },
    schema::{nouns, queries},
};

/// A field of `Query` that no noun brings along.
pub struct QueryDef {
    pub name: &'static str,
    /// Its part of the schema.
    pub field: fn(&mut Registry) -> MetaField,
    pub resolve: Resolve,
}

/// How such a field is answered.
pub type Resolve = for<'b, 'a> fn(&'b Context<'a>) -> BoxFuture<'b, ServerResult<Option<Value>>>;

/// Everything that can be read.
pub struct Query;

impl OutputType for Query {
    fn type_name() -> std::borrow::Cow<'static, str> {
        "Query".into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let mut fields: Vec<MetaField> = contract::register_shared(registry, nouns()).into();
        for noun in nouns() {
            contract::register(registry, noun);
            fields.extend(contract::query_fields(noun));
        }
        fields.extend(queries().map(|query| (query.field)(registry)));
        let fields = fields
            .into_iter()
            .map(|field| (field.name.clone(), field))
            .collect();
        described::add_object(
            registry,
            "Query",
            "Everything that can be read (查询).",
            fields,
            None,
        );
        "Query!".into()
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        _: &Positioned<Field>,
    ) -> ServerResult<Value> {
        async_graphql::resolver_utils::resolve_container(ctx, self).await
    }
}

impl ContainerType for Query {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        if let Some(query) = queries().find(|query| query.name == ctx.item.node.name.node) {
            return (query.resolve)(ctx).await;
        }
        let reader = match Reader::of(ctx) {
            Ok(reader) => reader,
            Err(error) => return reader::settle(ctx, Err(error)),
        };
        let Some(fields) = reader.whole(ctx, "Query") else {
            // Asked for under the same response key before: that answer holds for both.
            return Ok(Some(Value::Null));
        };
        match read_root(&reader, ctx, &fields).await {
            // The list of `nodes` is never null itself, so what goes wrong with it is answered by no data at all.
            Err(error) if ctx.item.node.name.node == "nodes" => {
                Err(ctx.set_error_path(error.into_server_error(ctx.item.pos)))
            }
            answer => reader::settle(ctx, answer),
        }
    }
}

impl ObjectType for Query {}

async fn read_root<'a>(
    reader: &Reader<'a>,
    ctx: &Context<'a>,
    fields: &[&'a Positioned<Field>],
) -> Result<Answer> {
    let name = ctx.item.node.name.node.as_str();
    match name {
        "node" => {
            let id = reader.id_argument(&ctx.item.node, "id")?;
            reader.nodes(&[Some(id)], fields, false).await
        }
        "nodes" => {
            let ids = reader.ids_argument(&ctx.item.node, "ids")?;
            let ids: Vec<_> = ids.into_iter().map(Some).collect();
            reader.nodes(&ids, fields, true).await
        }
        _ => {
            if let Some(noun) = nouns().find(|noun| noun.plural == name) {
                return reader.list(noun, fields).await;
            }
            let noun = nouns()
                .find(|noun| noun.singular == name)
                .ok_or_else(|| Error::internal(format!("Query has no field {name}")))?;
            let (of, id) = reader.id_argument(&ctx.item.node, "id")?;
            reader
                .one(noun, (of == noun.name).then_some(id), fields)
                .await
        }
    }
}
