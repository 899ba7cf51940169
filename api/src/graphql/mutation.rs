//! The root of everything that can be done: one field for each verb, answered by the payload of its noun.

use std::{borrow::Cow, sync::Arc};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ObjectType, OutputType, Positioned, ServerResult,
    Value,
    indexmap::IndexMap,
    parser::types::Field,
    registry::{MetaField, MetaType, Registry},
};

use super::{
    described::{self, input_value},
    input::CLIENT_MUTATION_ID,
};
use crate::{
    access::{
        verb::{self, VerbDef},
        viewer::Viewer,
    },
    blocks::{event::EventBus, webhook::Targets},
    database::Database,
    domain::{journal::event::Event, webhooks::webhook::Webhook},
    error::{Error, Result},
    read::{
        Reader,
        noun::{Noun, NounDef},
        reader::{self, Answer},
    },
    schema::verbs,
};

/// Field of a payload with what is answered once.
const SECRET: &str = "secret";

/// Everything that can be done.
pub struct Mutation;

impl OutputType for Mutation {
    fn type_name() -> Cow<'static, str> {
        "Mutation".into()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let mut fields = IndexMap::new();
        for verb in verbs() {
            register_payload(registry, verb.noun);
            let mut field = MetaField::new(verb.name, payload_name(verb.noun));
            field.description = Some(format!("{} Null only together with an error.", verb.doc));
            field.visible = Some(verb.action.shown());
            let ty = (verb.input)(registry);
            take_key(registry, &ty);
            let input = input_value(
                "input",
                &ty,
                "What to do, and to which version of the record.",
            );
            field.args.insert("input".into(), input);
            fields.insert(verb.name.to_owned(), field);
        }
        described::add_object(
            registry,
            "Mutation",
            "Everything that can be done (办理).",
            fields,
            None,
        );
        "Mutation!".into()
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        _: &Positioned<Field>,
    ) -> ServerResult<Value> {
        async_graphql::resolver_utils::resolve_container_serial(ctx, self).await
    }
}

/// Every input of a verb takes the key by which a client repeats it safely.
fn take_key(registry: &mut Registry, input: &str) {
    let input = registry.types.get_mut(input.trim_end_matches('!'));
    if let Some(MetaType::InputObject { input_fields, .. }) = input {
        let key = input_value(
            CLIENT_MUTATION_ID,
            "String",
            "Key of this call, best a random UUID: the same key from the same client within 24 hours gets the first answer and does \
             nothing again; null when the call is never repeated (幂等键).",
        );
        input_fields.insert(key.name.clone(), key);
    }
}

impl ContainerType for Mutation {
    fn is_empty() -> bool {
        verbs().next().is_none()
    }

    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        let reader = match Reader::of(ctx) {
            Ok(reader) => reader,
            Err(error) => return reader::settle(ctx, Err(error)),
        };
        let Some(fields) = reader.whole(ctx, "Mutation") else {
            // Asked for under the same response key before: it was done once, and that answer holds for both.
            return Ok(Some(Value::Null));
        };
        reader::settle(ctx, carry_out(&reader, ctx, &fields).await)
    }
}

impl ObjectType for Mutation {}

async fn carry_out<'a>(
    reader: &Reader<'a>,
    ctx: &Context<'a>,
    fields: &[&'a Positioned<Field>],
) -> Result<Answer> {
    let name = ctx.item.node.name.node.as_str();
    let verb: &VerbDef = verbs()
        .find(|verb| verb.name == name)
        .ok_or_else(|| Error::internal(format!("Mutation has no field {name}")))?;
    let viewer = ctx
        .data_opt::<Arc<Viewer>>()
        .ok_or_else(Error::unauthenticated)?;
    let database = ctx
        .data_opt::<Database>()
        .ok_or_else(|| Error::internal("no database"))?;
    let input = reader.argument(&ctx.item.node, "input").unwrap_or_default();
    let key = match &input {
        Value::Object(fields) => fields.get("clientMutationId").cloned().unwrap_or_default(),
        _ => Value::Null,
    };
    let viewer = Viewer {
        targets: ctx.data_opt::<Arc<Targets>>().cloned().unwrap_or_default(),
        ..Viewer::clone(viewer)
    };
    let done = verb::run(&viewer, database, verb, input).await?;
    if let Some(bus) = ctx.data_opt::<EventBus>() {
        bus.wake();
    }
    let rows = [
        (verb.noun.singular, verb.noun, done.subject),
        ("event", Event::DEF, done.event),
    ];
    let plain = [
        ("clientMutationId", key.to_string()),
        (SECRET, serde_json::Value::from(done.told).to_string()),
    ];
    reader
        .payload(payload_name(verb.noun), &rows, &plain, fields)
        .await
}

fn payload_name(noun: &NounDef) -> String {
    format!("{}Payload", noun.name)
}

fn register_payload(registry: &mut Registry, noun: &NounDef) {
    let name = payload_name(noun);
    if registry.types.contains_key(&name) {
        return;
    }
    let mut fields = IndexMap::new();
    let mut add = |name: &str, ty: &str, doc: &str| {
        let mut field = MetaField::new(name, ty);
        field.description = Some(doc.into());
        fields.insert(name.to_owned(), field);
    };
    add(
        noun.singular,
        noun.name,
        "The record as it is now; null when the change took it out of the viewer's sight (记录).",
    );
    add(
        "event",
        "Event",
        "The record of the change itself; null when the viewer may not see it (事件).",
    );
    add(
        "clientMutationId",
        "String",
        "The idempotency key as it was given; null when none was (幂等键).",
    );
    if noun.name == Webhook::DEF.name {
        add(
            SECRET,
            "String",
            "The new secret, `whsec_` and base64: the key that `webhook-signature` is made with. It is told here and never again; null \
             when the call made none, or was a repetition (签名密钥).",
        );
    }
    let doc = format!("What a verb on {} answers (办理结果).", noun.name);
    described::add_object(registry, &name, &doc, fields, Some(noun.reads));
}
