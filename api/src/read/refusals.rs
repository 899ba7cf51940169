//! What a selection asks for and may not have, row or no row: a field is refused by name, also where nothing was there to ask it of.

use async_graphql::Pos;

use super::plan::{EdgePart, Level, List, ListPart, Relation, Shape, What};
use crate::error::Error;

/// The refused fields under `list`, with where the client wrote each.
pub fn of_list(list: &List<'_>) -> Vec<(Pos, Error)> {
    let mut found = Vec::new();
    below_list(list, &mut found);
    found
}

/// The refused fields of `shape` and below.
pub fn of_shape(shape: &Shape<'_>, level: &Level<'_>) -> Vec<(Pos, Error)> {
    let mut found = Vec::new();
    below(shape, level, &mut found);
    found
}

fn below(shape: &Shape<'_>, level: &Level<'_>, found: &mut Vec<(Pos, Error)>) {
    for entry in shape {
        match &entry.what {
            What::Refused(error) => found.push((entry.pos, error.clone())),
            What::Relation { index, .. } => match &level.relations[*index] {
                Relation::One { level, shape, .. } | Relation::First { level, shape, .. } => {
                    below(shape, level, found);
                }
                Relation::List(list) => below_list(list, found),
                // Which noun a record will be is known with the record only.
                Relation::Any { .. } | Relation::Computed { .. } => {}
            },
            What::TypeName(_) | What::Id(_) | What::Column { .. } => {}
        }
    }
}

fn below_list(list: &List<'_>, found: &mut Vec<(Pos, Error)>) {
    for part in &list.parts {
        match &part.what {
            ListPart::Nodes(shape) => below(shape, &list.level, found),
            ListPart::Edges(parts) => {
                for part in parts {
                    if let EdgePart::Node(shape) = &part.what {
                        below(shape, &list.level, found);
                    }
                }
            }
            ListPart::TypeName | ListPart::PageInfo(_) | ListPart::TotalCount => {}
        }
    }
}
