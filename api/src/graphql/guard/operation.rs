//! Which operation of the document runs, and what the whole document weighs.

use async_graphql::{
    Pos, Positioned, ServerError,
    parser::types::{DocumentOperations, ExecutableDocument, OperationDefinition},
};

use super::{
    refusal,
    weight::{Scale, Weight},
};
use crate::settings::Limits;

/// The operation that `name` means; without a name there has to be one only.
pub fn choose<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Result<&'a Positioned<OperationDefinition>, ServerError> {
    let chosen = match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Some(operation),
        (DocumentOperations::Single(_), Some(_)) => None,
        (DocumentOperations::Multiple(operations), Some(name)) => operations.get(name),
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next()
        }
        (DocumentOperations::Multiple(_), None) => {
            return Err(refusal::bad_input(
                "The document holds several operations: name one in `operationName`.".to_owned(),
                "文档包含多个操作：请用“operationName”指定其一。".to_owned(),
                Pos::default(),
            ));
        }
    };
    chosen.ok_or_else(|| {
        let name: String = name.unwrap_or_default().chars().take(100).collect();
        refusal::bad_input(
            format!("The document holds no operation named `{name}`."),
            format!("文档中没有名为“{name}”的操作。"),
            Pos::default(),
        )
    })
}

/// Validation walks all operations, execution the chosen one; that one's weight is the answer.
pub fn weigh<'a>(
    document: &'a ExecutableDocument,
    chosen: &'a Positioned<OperationDefinition>,
    scale: &mut Scale<'a>,
    limits: &Limits,
) -> Result<Weight, ServerError> {
    let count = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
    refusal::OPERATIONS.check(
        count(document.operations.iter().len()),
        limits.max_operations,
    )?;
    refusal::FRAGMENTS.check(count(document.fragments.len()), limits.max_fragments)?;
    let mut all = Weight::default();
    for (_, operation) in document.operations.iter() {
        let mut weight = scale.weigh(&operation.node.selection_set, 0)?;
        let variables = &operation.node.variable_definitions;
        weight.directives = variables
            .iter()
            .map(|it| count(it.node.directives.len()))
            .fold(weight.directives, u64::saturating_add)
            .saturating_add(count(operation.node.directives.len()));
        all.add(weight);
    }
    all.check(limits, chosen.pos)?;
    let weight = scale.weigh(&chosen.node.selection_set, 0)?;
    refusal::COMPLEXITY.check_at(weight.complexity(), limits.max_complexity, chosen.pos)?;
    Ok(weight)
}
