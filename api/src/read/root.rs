//! Root fields: which fields of the operation one answer serves, and ids among their arguments.

use async_graphql::{Context, Positioned, Value, parser::types::Field};
use uuid::Uuid;

use super::{page::MAXIMUM_PAGE, reader::Reader};
use crate::{
    error::{Error, Result},
    graphql::node_id,
};

impl<'a> Reader<'a> {
    /// Every field that the operation asks for under the response key of the root field at hand, when that is the first of them;
    /// none when an earlier one has answered for all.
    pub fn whole(&self, ctx: &Context<'a>, root: &str) -> Option<Vec<&'a Positioned<Field>>> {
        let set = &self.query.operation.node.selection_set.node;
        let mut merged = self.document().merge(root, [set]);
        let fields = merged.swap_remove(&ctx.item.node.response_key().node)?;
        let first = fields.first()?;
        std::ptr::eq(*first, ctx.item).then_some(fields)
    }

    /// An argument of `field`; none when it is absent.
    pub fn argument(&self, field: &Field, name: &str) -> Option<Value> {
        self.document().argument(field, name)
    }

    /// A global id among the arguments of `field`.
    pub fn id_argument(&self, field: &Field, name: &str) -> Result<(String, Uuid)> {
        match self.document().argument(field, name) {
            Some(Value::String(text)) => node_id::decode(&text)
                .ok_or_else(|| node_id::malformed(&text, "record").field(name)),
            other => Err(
                node_id::malformed(&other.unwrap_or_default().to_string(), "record").field(name),
            ),
        }
    }

    /// Global ids among the arguments of `field`, as many as a page may hold.
    pub fn ids_argument(&self, field: &Field, name: &str) -> Result<Vec<(String, Uuid)>> {
        let items = match self.document().argument(field, name) {
            Some(Value::List(items)) => items,
            Some(item) => vec![item],
            None => Vec::new(),
        };
        if items.len() > MAXIMUM_PAGE {
            let count = items.len();
            return Err(Error::limited(
                format!("`{name}` takes at most {MAXIMUM_PAGE} ids, not {count}."),
                format!("“{name}”最多 {MAXIMUM_PAGE} 个标识，收到 {count} 个。"),
            )
            .field(name));
        }
        let decoded = items.iter().map(|item| match item {
            Value::String(text) => {
                node_id::decode(text).ok_or_else(|| node_id::malformed(text, "record").field(name))
            }
            other => Err(node_id::malformed(&other.to_string(), "record").field(name)),
        });
        decoded.collect()
    }
}
