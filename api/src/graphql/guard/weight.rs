//! The second look: what a parsed document would cost, without ever spreading a fragment out.
//!
//! A fragment is weighed once and its weight is added wherever it is spread, so a bomb of fragments costs as much time as its
//! text is long.

use std::collections::HashMap;

use async_graphql::{
    Name, Pos, Positioned, ServerError, Variables,
    parser::types::{Directive, ExecutableDocument, Field, Selection, SelectionSet},
};
use async_graphql_value::Value;

use super::refusal;
use crate::{
    read::page::{DEFAULT_PAGE, MAXIMUM_PAGE},
    settings::Limits,
};

/// Nested selection sets, fields and fragments together; async-graphql walks no deeper.
const MAX_LEVELS: u32 = 32;

/// How often a list of the schema may stand inside another; a third time goes in circles (graphql-js has the same rule).
const MAX_INTROSPECTION_LISTS: u32 = 2;

/// What one selection set costs, everything below it included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    pub selections: u64,
    pub aliases: u64,
    pub directives: u64,
    /// Longest path of fields.
    pub depth: u64,
    /// Longest path of selection sets.
    pub levels: u64,
    /// Longest chain of introspection lists.
    pub lists: u64,
    /// Fields answered once.
    pub once: u64,
    /// Fields answered once per row of the page around them (`nodes`, `edges`).
    pub per_row: u64,
}

impl Weight {
    /// Fields answered at the root, where no page stands around.
    pub fn complexity(&self) -> u64 {
        self.once.saturating_add(self.per_row)
    }

    /// Two sets beside each other.
    pub fn add(&mut self, other: Self) {
        self.selections = self.selections.saturating_add(other.selections);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.directives = self.directives.saturating_add(other.directives);
        self.depth = self.depth.max(other.depth);
        self.levels = self.levels.max(other.levels);
        self.lists = self.lists.max(other.lists);
        self.once = self.once.saturating_add(other.once);
        self.per_row = self.per_row.saturating_add(other.per_row);
    }

    /// Refuse what is over a limit.
    pub fn check(&self, limits: &Limits, pos: Pos) -> Result<(), ServerError> {
        refusal::SELECTIONS.check_at(self.selections, limits.max_selections, pos)?;
        refusal::DEPTH.check_at(self.depth, limits.max_depth, pos)?;
        refusal::LEVELS.check_at(self.levels, MAX_LEVELS, pos)?;
        refusal::ALIASES.check_at(self.aliases, limits.max_aliases, pos)?;
        refusal::DIRECTIVES.check_at(self.directives, limits.max_directives, pos)
    }
}

/// Weighs the selection sets of one document.
pub struct Scale<'a> {
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    /// Weights of fragments; `None` while one is being weighed.
    fragments: HashMap<&'a Name, Option<Weight>>,
}

impl<'a> Scale<'a> {
    pub fn new(document: &'a ExecutableDocument, variables: &'a Variables) -> Self {
        Self {
            document,
            variables,
            fragments: HashMap::new(),
        }
    }

    /// Weigh `set`, which stands `level` sets deep.
    pub fn weigh(
        &mut self,
        set: &'a Positioned<SelectionSet>,
        level: u64,
    ) -> Result<Weight, ServerError> {
        refusal::LEVELS.check_at(level, MAX_LEVELS, set.pos)?;
        let mut sum = Weight::default();
        for item in &set.node.items {
            let mut weight = match &item.node {
                Selection::Field(field) => self.field(field, level)?,
                Selection::InlineFragment(inline) => {
                    deeper(self.weigh(&inline.node.selection_set, level + 1)?)
                }
                Selection::FragmentSpread(spread) => {
                    deeper(self.fragment(&spread.node.fragment_name, level + 1)?)
                }
            };
            weight.selections = weight.selections.saturating_add(1);
            weight.directives = weight
                .directives
                .saturating_add(length(item.node.directives().len()));
            sum.add(weight);
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &'a Positioned<Name>, level: u64) -> Result<Weight, ServerError> {
        match self.fragments.get(&name.node) {
            Some(Some(weight)) => return Ok(*weight),
            Some(None) => {
                return Err(refusal::bad_input(
                    format!("Fragment `{}` contains itself.", name.node),
                    format!("片段“{}”包含其自身。", name.node),
                    name.pos,
                ));
            }
            None => {}
        }
        // An unknown fragment weighs nothing here; validation names it.
        let Some(fragment) = self.document.fragments.get(&name.node) else {
            return Ok(Weight::default());
        };
        self.fragments.insert(&name.node, None);
        let mut weight = self.weigh(&fragment.node.selection_set, level)?;
        weight.directives = weight
            .directives
            .saturating_add(length(fragment.node.directives.len()));
        self.fragments.insert(&name.node, Some(weight));
        Ok(weight)
    }

    fn field(&mut self, field: &'a Positioned<Field>, level: u64) -> Result<Weight, ServerError> {
        let name = field.node.name.node.as_str();
        if name == "__typename" {
            typename(field)?;
        }
        let below = if field.node.selection_set.node.items.is_empty() {
            Weight::default()
        } else {
            deeper(self.weigh(&field.node.selection_set, level + 1)?)
        };
        if matches!(name, "__schema" | "__type") {
            refusal::INTROSPECTION.check_at(below.lists, MAX_INTROSPECTION_LISTS, field.pos)?;
        }
        let inside = below
            .once
            .saturating_add(below.per_row.saturating_mul(self.page(&field.node)));
        let (once, per_row) = match (name, field.node.get_argument("ids")) {
            ("nodes", Some(ids)) => (
                inside
                    .saturating_mul(self.list_length(&ids.node))
                    .saturating_add(1),
                0,
            ),
            ("nodes" | "edges", _) => (1, inside),
            _ => (inside.saturating_add(1), 0),
        };
        let is_list = matches!(
            name,
            "fields" | "interfaces" | "possibleTypes" | "inputFields"
        );
        Ok(Weight {
            aliases: below
                .aliases
                .saturating_add(u64::from(field.node.alias.is_some())),
            depth: below.depth + 1,
            lists: below.lists + u64::from(is_list),
            once,
            per_row,
            ..below
        })
    }

    /// How many rows the field asks for at most.
    fn page(&self, field: &Field) -> u64 {
        ["first", "last"]
            .iter()
            .find_map(|name| self.number(&field.get_argument(name)?.node))
            .unwrap_or(length(DEFAULT_PAGE))
            .min(length(MAXIMUM_PAGE))
    }

    fn list_length(&self, value: &Value) -> u64 {
        match value {
            Value::List(list) => length(list.len()),
            Value::Variable(name) => match self.variables.get(name) {
                Some(async_graphql::Value::List(list)) => length(list.len()),
                _ => 1,
            },
            _ => 1,
        }
    }

    fn number(&self, value: &Value) -> Option<u64> {
        match value {
            Value::Number(number) => Some(number.as_u64().unwrap_or(0)),
            Value::Variable(name) => match self.variables.get(name)? {
                async_graphql::Value::Number(number) => Some(number.as_u64().unwrap_or(0)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The same weight one selection set further down.
fn deeper(weight: Weight) -> Weight {
    Weight {
        levels: weight.levels + 1,
        ..weight
    }
}

/// async-graphql looks at neither selections nor directives of `__typename`.
fn typename(field: &Positioned<Field>) -> Result<(), ServerError> {
    if !field.node.selection_set.node.items.is_empty() || !field.node.arguments.is_empty() {
        return Err(refusal::bad_input(
            "`__typename` takes neither arguments nor a selection.".to_owned(),
            "“__typename”不接受参数或子选择。".to_owned(),
            field.pos,
        ));
    }
    let known = |directive: &&Positioned<Directive>| {
        matches!(directive.node.name.node.as_str(), "skip" | "include")
    };
    match field.node.directives.iter().find(|it| !known(it)) {
        None => Ok(()),
        Some(directive) => Err(refusal::bad_input(
            format!("There is no directive `@{}`.", directive.node.name.node),
            format!("不存在指令“@{}”。", directive.node.name.node),
            directive.pos,
        )),
    }
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
