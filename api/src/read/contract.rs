//! The schema that nouns make: object, connection, edge, filter and ordering of each, and the fields of `Query`.

mod filtering;
mod listing;
mod meaning;
mod scalar;

use async_graphql::{
    OutputType,
    indexmap::{IndexMap, IndexSet},
    registry::{Deprecation, MetaField, MetaInputValue, MetaType, Registry},
};

pub use listing::enum_value;
pub use scalar::register_enum;

use self::{
    filtering::register_filter,
    listing::{list_arguments, register_order},
    meaning::meaning,
    scalar::scalar_name,
};
use super::noun::{Direction, FieldDef, FieldKind, NounDef, UnionDef};
use crate::{
    access::policy::Action,
    graphql::described::{self, input_value},
};

/// Register `noun` with everything that belongs to it.
pub fn register(registry: &mut Registry, noun: &'static NounDef) {
    let mut fields = IndexMap::new();
    insert(
        &mut fields,
        field(
            "id",
            "ID!",
            "Opaque global id (全局标识); good for `node` and as input of verbs.",
        ),
    );
    for def in noun.fields {
        insert(&mut fields, noun_field(registry, noun, def));
    }
    described::add_object(registry, noun.name, noun.doc, fields, Some(noun.reads));
    registry.add_implements(noun.name, "Node");
    register_connection(registry, noun);
    register_filter(registry, noun);
    register_order(registry, noun);
}

/// The fields of `Query` that read `noun`.
pub fn query_fields(noun: &'static NounDef) -> [MetaField; 2] {
    let mut list = field(
        noun.plural,
        &format!("{}Connection", noun.name),
        &format!("Page of: {} Null only together with an error.", noun.doc),
    );
    list.args = list_arguments(noun);
    list.visible = Some(noun.reads.shown());
    let mut one = field(
        noun.singular,
        noun.name,
        &format!(
            "One of: {} Null when there is no such record for the viewer.",
            noun.doc
        ),
    );
    argument(&mut one, input_value("id", "ID!", "Its global id."));
    one.visible = Some(noun.reads.shown());
    [list, one]
}

/// The interface `Node`, its lookups, and what all connections share.
pub fn register_shared(
    registry: &mut Registry,
    nouns: impl Iterator<Item = &'static NounDef>,
) -> [MetaField; 2] {
    let mut fields = IndexMap::new();
    insert(
        &mut fields,
        field("id", "ID!", "Opaque global id (全局标识)."),
    );
    let node = MetaType::Interface {
        name: "Node".into(),
        description: Some(
            "A record that can be looked up by its global id (可按标识查询的记录).".into(),
        ),
        fields,
        possible_types: nouns
            .map(|noun| noun.name.to_owned())
            .collect::<IndexSet<_>>(),
        extends: false,
        inaccessible: false,
        tags: Vec::new(),
        keys: None,
        visible: None,
        rust_typename: None,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    };
    registry.types.insert("Node".into(), node);
    let mut info = IndexMap::new();
    insert(
        &mut info,
        field(
            "hasNextPage",
            "Boolean!",
            "Whether rows follow this page (是否有下一页).",
        ),
    );
    insert(
        &mut info,
        field(
            "hasPreviousPage",
            "Boolean!",
            "Whether rows stand before this page (是否有上一页).",
        ),
    );
    insert(
        &mut info,
        field(
            "startCursor",
            "String",
            "Cursor of the first row; null on an empty page (首行游标).",
        ),
    );
    insert(
        &mut info,
        field(
            "endCursor",
            "String",
            "Cursor of the last row; null on an empty page (末行游标).",
        ),
    );
    described::add_object(
        registry,
        "PageInfo",
        "Where a page stands in its list (分页信息).",
        info,
        None,
    );
    <Direction as OutputType>::create_type_info(registry);
    let mut one = field(
        "node",
        "Node",
        "The record with this global id; null when there is none for the viewer (按标识查询).",
    );
    argument(&mut one, input_value("id", "ID!", "Its global id."));
    let mut many = field(
        "nodes",
        "[Node]!",
        "The records with these global ids, at most 100, in the same order; null where there is none for the viewer (按标识批量查询).",
    );
    argument(&mut many, input_value("ids", "[ID!]!", "Their global ids."));
    [one, many]
}

fn noun_field(registry: &mut Registry, noun: &NounDef, def: &'static FieldDef) -> MetaField {
    let bang = if def.nullable { "" } else { "!" };
    let mut meta = field(def.name, "", &meaning(def));
    meta.visible = def.reads.map(Action::shown);
    if let Some(reason) = def.deprecated {
        meta.deprecation = Deprecation::Deprecated {
            reason: Some(reason.into()),
        };
    }
    match &def.kind {
        FieldKind::Column { scalar, .. } => {
            meta.ty = format!("{}{bang}", scalar_name(registry, *scalar))
        }
        FieldKind::One { noun: target, .. } | FieldKind::First { noun: target, .. } => {
            meta.ty = target().name.into();
            meta.visible = Some(def.reads.unwrap_or(target().reads).shown());
        }
        FieldKind::Many { noun: target, .. } => {
            meta.ty = format!("{}Connection", target().name);
            meta.args = list_arguments(target());
            meta.visible = Some(def.reads.unwrap_or(target().reads).shown());
        }
        FieldKind::Any { union, .. } => {
            meta.ty = union
                .map_or("Node", |union| register_union(registry, union))
                .into();
        }
        FieldKind::Computed {
            arguments, output, ..
        } => {
            meta.ty = format!("{}{bang}", output(registry).trim_end_matches('!'));
            for one in *arguments {
                let ty = (one.input)(registry);
                argument(&mut meta, input_value(one.name, &ty, one.doc));
            }
        }
    }
    debug_assert!(
        def.reads.is_none() || def.nullable,
        "{}.{} is restricted, so it must be nullable",
        noun.name,
        def.name
    );
    meta
}

/// Register a union of nouns; answers its name.
fn register_union(registry: &mut Registry, union: &'static UnionDef) -> &'static str {
    let members = union.members.iter().map(|noun| noun.name.to_owned());
    let meta = MetaType::Union {
        name: union.name.to_owned(),
        description: Some(union.doc.to_owned()),
        possible_types: members.collect(),
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        rust_typename: None,
        directive_invocations: Vec::new(),
    };
    registry.types.insert(union.name.to_owned(), meta);
    union.name
}

fn register_connection(registry: &mut Registry, noun: &NounDef) {
    let name = noun.name;
    let mut edge = IndexMap::new();
    insert(
        &mut edge,
        field(
            "cursor",
            "String!",
            "Where this row stands; give it as `after` or `before` (游标).",
        ),
    );
    insert(
        &mut edge,
        field("node", &format!("{name}!"), "The row itself (记录)."),
    );
    described::add_object(
        registry,
        &format!("{name}Edge"),
        &format!("A row of a list of {name} with its cursor (列表行)."),
        edge,
        Some(noun.reads),
    );
    let mut list = IndexMap::new();
    insert(
        &mut list,
        field(
            "edges",
            &format!("[{name}Edge!]!"),
            "The rows of this page with their cursors (带游标的行).",
        ),
    );
    insert(
        &mut list,
        field(
            "nodes",
            &format!("[{name}!]!"),
            "The rows of this page (行).",
        ),
    );
    insert(
        &mut list,
        field(
            "pageInfo",
            "PageInfo!",
            "Where this page stands in the list (分页信息).",
        ),
    );
    insert(
        &mut list,
        field(
            "totalCount",
            "Int!",
            "How many rows the whole list holds for this viewer and filter; counted only when asked for (总数).",
        ),
    );
    described::add_object(
        registry,
        &format!("{name}Connection"),
        &format!("A page of a list of {name} (分页列表)."),
        list,
        Some(noun.reads),
    );
}

fn field(name: &str, ty: &str, doc: &str) -> MetaField {
    let mut field = MetaField::new(name, ty);
    field.description = Some(doc.into());
    field
}

fn insert(fields: &mut IndexMap<String, MetaField>, field: MetaField) {
    fields.insert(field.name.clone(), field);
}

fn argument(field: &mut MetaField, argument: MetaInputValue) {
    field.args.insert(argument.name.clone(), argument);
}
