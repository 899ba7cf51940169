//! The schema that nouns make: object, connection, edge, filter and ordering of each, and the fields of `Query`.

use async_graphql::{
    OutputType, Positioned, ServerResult, VisitorContext,
    indexmap::{IndexMap, IndexSet},
    parser::types::{Field, VariableDefinition},
    registry::{Deprecation, MetaEnumValue, MetaField, MetaInputValue, MetaType, Registry},
};

use super::{
    noun::{Direction, EnumDef, FieldDef, FieldKind, NounDef, Scalar},
    page::{DEFAULT_PAGE, MAXIMUM_OFFSET, MAXIMUM_PAGE},
};
use crate::{
    access::policy::Action,
    graphql::{
        described::{self, input_value},
        scalars,
    },
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
    list.compute_complexity = Some(page_complexity);
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
    let mut meta = field(def.name, "", def.doc);
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
            meta.compute_complexity = Some(page_complexity);
            meta.visible = Some(def.reads.unwrap_or(target().reads).shown());
        }
        FieldKind::Any { .. } => meta.ty = "Node".into(),
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

fn register_filter(registry: &mut Registry, noun: &'static NounDef) {
    let name = format!("{}Filter", noun.name);
    let mut inputs = vec![
        input_value("and", &format!("[{name}!]"), "All of these hold (且)."),
        input_value(
            "or",
            &format!("[{name}!]"),
            "At least one of these holds; an empty list holds for no row (或).",
        ),
        input_value("not", &name, "This does not hold (非)."),
        input_value(
            "id",
            &operators(registry, "Id", "ID", "an id", &["eq", "in", "notIn"]),
            "By global id (标识).",
        ),
    ];
    for def in noun.fields.iter().filter(|def| def.filter) {
        let (ty, action) = match &def.kind {
            FieldKind::Column { scalar, .. } => (scalar_operators(registry, *scalar), def.reads),
            FieldKind::One { noun: target, .. } => (
                format!("{}Filter", target().name),
                def.reads.or(Some(target().reads)),
            ),
            FieldKind::Many { noun: target, .. } => (
                list_filter(registry, target()),
                def.reads.or(Some(target().reads)),
            ),
            _ => continue,
        };
        let mut input = input_value(def.name, &ty, def.doc);
        input.visible = action.map(Action::shown);
        inputs.push(input);
    }
    described::add_input(
        registry,
        &name,
        &format!(
            "Which rows of a list of {} are wanted; what is left out does not restrict, parts that are given all hold (筛选).",
            noun.name
        ),
        inputs,
        Some(noun.reads),
    );
}

fn list_filter(registry: &mut Registry, noun: &NounDef) -> String {
    let (name, filter) = (
        format!("{}ListFilter", noun.name),
        format!("{}Filter", noun.name),
    );
    let inputs = vec![
        input_value(
            "some",
            &filter,
            "At least one related row that the viewer may see is like this (至少一条).",
        ),
        input_value(
            "none",
            &filter,
            "No related row that the viewer may see is like this (没有一条).",
        ),
    ];
    described::add_input(
        registry,
        &name,
        &format!("By related rows of {} (关联筛选).", noun.name),
        inputs,
        Some(noun.reads),
    );
    name
}

fn register_order(registry: &mut Registry, noun: &'static NounDef) {
    let ordered: Vec<_> = noun.fields.iter().filter(|def| def.order).collect();
    if ordered.is_empty() {
        return;
    }
    let (field_type, order_type) = (
        format!("{}OrderField", noun.name),
        format!("{}Order", noun.name),
    );
    let values = ordered.iter().map(|def| {
        let mut value = MetaEnumValue::new(enum_value(def.name));
        value.description = Some(def.doc.into());
        value.visible = def.reads.map(Action::shown);
        value
    });
    described::add_enum(
        registry,
        &field_type,
        &format!("What a list of {} can be ordered by (排序字段).", noun.name),
        values,
        Some(noun.reads),
    );
    let mut direction = input_value(
        "direction",
        "OrderDirection!",
        "Which way; rows without the value come last going up, first going down (方向).",
    );
    direction.default_value = Some("ASC".into());
    let inputs = vec![
        input_value("field", &format!("{field_type}!"), "By which value (字段)."),
        direction,
    ];
    described::add_input(
        registry,
        &order_type,
        &format!("One key of the ordering of a list of {} (排序).", noun.name),
        inputs,
        Some(noun.reads),
    );
}

/// The spelling of a field among the values of an ordering: `startsOn` is `STARTS_ON`.
pub fn enum_value(field: &str) -> String {
    let mut value = String::with_capacity(field.len() + 4);
    for letter in field.chars() {
        if letter.is_ascii_uppercase() {
            value.push('_');
        }
        value.push(letter.to_ascii_uppercase());
    }
    value
}

fn list_arguments(noun: &NounDef) -> IndexMap<String, MetaInputValue> {
    let mut arguments = vec![
        input_value(
            "filter",
            &format!("{}Filter", noun.name),
            "Which rows are wanted; null for all (筛选).",
        ),
        input_value(
            "first",
            "Int",
            &format!(
                "Rows from the start of the list or after `after`; null for {DEFAULT_PAGE}, at most {MAXIMUM_PAGE} (前若干行)."
            ),
        ),
        input_value(
            "after",
            "String",
            "Cursor that the page starts after; null for the start (起始游标).",
        ),
        input_value(
            "last",
            "Int",
            &format!(
                "Rows from the end of the list or before `before`, at most {MAXIMUM_PAGE}; not together with `first` (后若干行)."
            ),
        ),
        input_value(
            "before",
            "String",
            "Cursor that the page ends before; null for the end (截止游标).",
        ),
        input_value(
            "offset",
            "Int",
            &format!(
                "Rows to pass over, for tables with page numbers: the dearer way, at most {MAXIMUM_OFFSET} (跳过行数)."
            ),
        ),
    ];
    if noun.fields.iter().any(|field| field.order) {
        arguments.insert(
            1,
            input_value(
                "orderBy",
                &format!("[{}Order!]", noun.name),
                "Ordering by one to four keys; null for the noun's own (排序).",
            ),
        );
    }
    arguments
        .into_iter()
        .map(|argument| (argument.name.clone(), argument))
        .collect()
}

/// A page costs what it selects times the rows asked for.
fn page_complexity(
    ctx: &VisitorContext<'_>,
    variables: &[Positioned<VariableDefinition>],
    field: &Field,
    child: usize,
) -> ServerResult<usize> {
    let asked = |name| ctx.param_value::<Option<i32>>(variables, field, name, None);
    let rows = asked("first")?
        .or(asked("last")?)
        .unwrap_or(DEFAULT_PAGE as i32);
    Ok(1 + child * rows.clamp(1, MAXIMUM_PAGE as i32) as usize)
}

fn scalar_name(registry: &mut Registry, scalar: Scalar) -> String {
    match scalar {
        Scalar::Text => "String".into(),
        Scalar::Int => "Int".into(),
        Scalar::Bool => "Boolean".into(),
        Scalar::Date => scalars::register::<scalars::Date>(registry),
        Scalar::DateTime => scalars::register::<scalars::DateTime>(registry),
        Scalar::Decimal => scalars::register::<scalars::Decimal>(registry),
        Scalar::RegionCode => scalars::register::<scalars::RegionCode>(registry),
        Scalar::Enum(def) => register_enum(registry, def),
    }
}

/// Register a vocabulary of the entity crate as an enum.
pub fn register_enum(registry: &mut Registry, def: &EnumDef) -> String {
    let values = (def.entries)().iter().map(|entry| {
        let mut value = MetaEnumValue::new(entry.value);
        value.description = Some(entry.doc.into());
        value
    });
    described::add_enum(registry, def.name, def.doc, values, None);
    def.name.to_owned()
}

fn scalar_operators(registry: &mut Registry, scalar: Scalar) -> String {
    let name = scalar_name(registry, scalar);
    match scalar {
        Scalar::Text => operators(
            registry,
            &name,
            &name,
            "a text",
            &["eq", "in", "notIn", "contains", "isNull"],
        ),
        Scalar::RegionCode | Scalar::Decimal | Scalar::Enum(_) => operators(
            registry,
            &name,
            &name,
            "a value",
            &["eq", "in", "notIn", "isNull"],
        ),
        Scalar::Bool => operators(registry, &name, &name, "yes or no", &["eq", "isNull"]),
        Scalar::Int | Scalar::Date | Scalar::DateTime => operators(
            registry,
            &name,
            &name,
            "a value on a scale",
            &["eq", "in", "notIn", "gt", "gte", "lt", "lte", "isNull"],
        ),
    }
}

fn operators(
    registry: &mut Registry,
    prefix: &str,
    ty: &str,
    what: &str,
    names: &[&str],
) -> String {
    let name = format!("{prefix}Filter");
    let inputs = names
        .iter()
        .map(|operator| match *operator {
            "eq" => input_value(operator, ty, "Equal to this (等于)."),
            "in" => input_value(
                operator,
                &format!("[{ty}!]"),
                "Equal to one of these, at most 100; an empty list holds for no row (属于).",
            ),
            "notIn" => input_value(
                operator,
                &format!("[{ty}!]"),
                "Equal to none of these, at most 100 (不属于).",
            ),
            "contains" => input_value(
                operator,
                ty,
                "Holds this text; ASCII letters in either case, all else as written (包含).",
            ),
            "isNull" => input_value(
                operator,
                "Boolean",
                "True: is empty; false: is filled (是否为空).",
            ),
            "gt" => input_value(operator, ty, "Greater or later than this (大于)."),
            "gte" => input_value(operator, ty, "This, or greater or later (大于等于)."),
            "lt" => input_value(operator, ty, "Smaller or earlier than this (小于)."),
            _ => input_value(operator, ty, "This, or smaller or earlier (小于等于)."),
        })
        .collect();
    described::add_input(
        registry,
        &name,
        &format!("Conditions on {what}; parts that are given all hold (条件)."),
        inputs,
        None,
    );
    name
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
