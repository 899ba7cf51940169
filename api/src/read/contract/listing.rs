//! The ordering input of a noun, and the arguments of every list.

use async_graphql::{
    indexmap::IndexMap,
    registry::{MetaEnumValue, MetaInputValue, Registry},
};

use crate::{
    access::policy::Action,
    graphql::described::{self, input_value},
    read::{
        noun::NounDef,
        page::{DEFAULT_PAGE, MAXIMUM_OFFSET, MAXIMUM_PAGE},
    },
};

/// The input type that orders a list of `noun`, when anything of it can be ordered by.
pub fn register_order(registry: &mut Registry, noun: &'static NounDef) {
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

/// The arguments of a list of `noun`.
pub fn list_arguments(noun: &NounDef) -> IndexMap<String, MetaInputValue> {
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
