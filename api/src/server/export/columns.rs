//! The columns of a table: every value that the query asks for about a row, by the keys that lead to it.

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned,
    parser::types::{Field, FragmentDefinition, Selection, SelectionSet},
};

use super::{Unfit, fields};
use crate::error::Error;

type Fragments = HashMap<Name, Positioned<FragmentDefinition>>;

/// The columns of a list, in the order of the query, each once.
pub fn of(fragments: &Fragments, list: &Field) -> Result<Vec<Vec<String>>, Unfit> {
    let connection = fields::field("Query", &list.name.node);
    let mut walk = Walk {
        fragments,
        path: Vec::new(),
        columns: Vec::new(),
    };
    for item in &list.selection_set.node.items {
        if let (Selection::Field(nodes), Some(connection)) = (&item.node, connection)
            && let Some(leads) = fields::field(&connection.to, &nodes.node.name.node)
        {
            walk.selection(&leads.to, &nodes.node.selection_set.node)?;
        }
    }
    Ok(walk.columns)
}

struct Walk<'a> {
    fragments: &'a Fragments,
    path: Vec<String>,
    columns: Vec<Vec<String>>,
}

impl Walk<'_> {
    fn selection(&mut self, of: &str, selection: &SelectionSet) -> Result<(), Unfit> {
        for item in &selection.items {
            match &item.node {
                Selection::Field(field) => self.field(of, field)?,
                Selection::InlineFragment(fragment) => {
                    let condition = fragment.node.type_condition.as_ref();
                    let of = condition.map_or(of, |condition| &condition.node.on.node);
                    self.selection(of, &fragment.node.selection_set.node)?;
                }
                Selection::FragmentSpread(spread) => {
                    let fragments = self.fragments;
                    if let Some(fragment) = fragments.get(&spread.node.fragment_name.node) {
                        let of = &fragment.node.type_condition.node.on.node;
                        self.selection(of, &fragment.node.selection_set.node)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn field(&mut self, of: &str, field: &Positioned<Field>) -> Result<(), Unfit> {
        self.path.push(field.node.response_key().node.to_string());
        let inner = &field.node.selection_set.node;
        if inner.items.is_empty() {
            if !self.columns.contains(&self.path) {
                self.columns.push(self.path.clone());
            }
        } else if let Some(leads) = fields::field(of, &field.node.name.node) {
            if leads.list {
                let path = self.path.join(".");
                return Err(Error::bad_input(
                    "query",
                    format!("`{path}` is a list, and a row of a table has one cell for each value: export that list by itself."),
                    format!("“{path}”是列表，表格的每行每列只有一个值：请单独导出该列表。"),
                )
                .into_server_error(field.pos)
                .into());
            }
            self.selection(&leads.to, inner)?;
        }
        self.path.pop();
        Ok(())
    }
}
