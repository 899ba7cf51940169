//! THE INDEX: what the schema holds, one word per area.

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, EmptySubscription, ObjectType, OutputType,
    Positioned, ServerResult, Value,
    parser::types::Field,
    registry::{MetaField, Registry},
};

use crate::{
    access::verb::VerbDef,
    domain::{self, Area, rules::vocabulary},
    error::{Error, Result},
    graphql::{described, mutation::Mutation},
    read::{
        Reader, contract,
        noun::NounDef,
        reader::{self, Answer},
    },
};

/// Every area, in the order of the work.
pub const AREAS: &[Area] = &[
    domain::organizations::AREA,
    domain::rules::AREA,
    domain::coverage::AREA,
    domain::journal::AREA,
];

/// Every noun of every area.
pub fn nouns() -> impl Iterator<Item = &'static NounDef> {
    AREAS.iter().flat_map(|area| area.nouns.iter().copied())
}

/// Every verb of every area.
pub fn verbs() -> impl Iterator<Item = &'static VerbDef> {
    AREAS.iter().flat_map(|area| area.verbs.iter().copied())
}

/// The schema as the server runs it.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// A schema that reads from and writes to `database`.
pub fn build(database: crate::database::Database) -> Schema {
    async_graphql::Schema::build(Query, Mutation, EmptySubscription)
        .data(database)
        .finish()
}

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
        fields.push(vocabulary::query_field(registry));
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
        if ctx.item.node.name.node == vocabulary::FIELD {
            return vocabulary::resolve(ctx).await;
        }
        let reader = match Reader::of(ctx) {
            Ok(reader) => reader,
            Err(error) => return reader::settle(ctx, Err(error)),
        };
        let Some(fields) = reader.whole(ctx, "Query") else {
            // Asked for under the same response key before: that answer holds for both.
            return Ok(Some(Value::Null));
        };
        let answer = read_root(&reader, ctx, &fields).await;
        reader::settle(ctx, answer)
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
