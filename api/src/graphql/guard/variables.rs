//! The variables of a request, before anything is decided by them.

use async_graphql::{
    Name, Pos, Positioned, ServerError, Value, Variables, parser::types::OperationDefinition,
};
use async_graphql_value::RAW_VALUE_TOKEN;

use super::refusal;
use crate::settings::Limits;

/// An object with this one key is written out as raw JSON by the engine, so a client must not bring one.
pub fn refuse_raw_json(variables: &Variables) -> Result<(), ServerError> {
    if variables.values().any(holds_raw_json) {
        return Err(refusal::bad_input(
            format!("`{RAW_VALUE_TOKEN}` is not accepted as a key in variables."),
            format!("变量中不接受键“{RAW_VALUE_TOKEN}”。"),
            Pos::default(),
        ));
    }
    Ok(())
}

fn holds_raw_json(value: &Value) -> bool {
    match value {
        Value::List(list) => list.iter().any(holds_raw_json),
        Value::Object(object) => {
            object.contains_key(RAW_VALUE_TOKEN) || object.values().any(holds_raw_json)
        }
        _ => false,
    }
}

/// Put the defaults in: async-graphql decides `@skip` and `@include` without looking at them. What has neither value nor
/// default and may not be null is refused here, before anything runs.
pub fn complete(
    variables: &mut Variables,
    operation: &Positioned<OperationDefinition>,
    limits: &Limits,
) -> Result<(), ServerError> {
    let definitions = &operation.node.variable_definitions;
    let count = u64::try_from(definitions.len()).unwrap_or(u64::MAX);
    refusal::VARIABLES.check_at(count, limits.max_variables, operation.pos)?;
    for definition in definitions {
        let name: &Name = &definition.node.name.node;
        match (variables.get(name), &definition.node.default_value) {
            (None, Some(default)) => {
                variables.insert(name.clone(), default.node.clone());
            }
            (None | Some(Value::Null), None) if !definition.node.var_type.node.nullable => {
                return Err(missing(
                    definition.pos,
                    name,
                    &definition.node.var_type.node,
                ));
            }
            (Some(Value::Null), Some(_)) if !definition.node.var_type.node.nullable => {
                return Err(missing(
                    definition.pos,
                    name,
                    &definition.node.var_type.node,
                ));
            }
            _ => {}
        }
    }
    Ok(())
}

fn missing(pos: Pos, name: &Name, kind: &impl std::fmt::Display) -> ServerError {
    refusal::bad_input(
        format!("Variable `${name}` of type `{kind}` needs a value."),
        format!("变量“${name}”（类型“{kind}”）必须有值。"),
        pos,
    )
}
