//! The filter inputs of a noun: one field for each filterable field, and the operators on each kind of value.

use async_graphql::registry::Registry;

use super::scalar::scalar_name;
use crate::{
    access::policy::Action,
    graphql::described::{self, input_value},
    read::noun::{FieldKind, NounDef, Scalar},
};

/// The input type that filters a list of `noun`.
pub fn register_filter(registry: &mut Registry, noun: &'static NounDef) {
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
        Scalar::Search => operators(
            registry,
            "Search",
            &name,
            "what a record is found by",
            &["contains"],
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
