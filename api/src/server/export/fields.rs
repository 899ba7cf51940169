//! What has to be known of the schema to make a table of a query: which fields are lists, and where they lead.

use std::{collections::HashMap, sync::LazyLock};

use async_graphql::{
    OutputType,
    registry::{MetaTypeName, Registry},
};

use crate::graphql::query::Query;

/// Where a field leads.
#[derive(Debug)]
pub struct Leads {
    pub to: String,
    pub list: bool,
}

static TYPES: LazyLock<HashMap<String, HashMap<String, Leads>>> = LazyLock::new(|| {
    let mut registry = Registry::default();
    Query::create_type_info(&mut registry);
    let types = registry.types.iter().filter_map(|(name, ty)| {
        let fields = ty.fields()?.iter().map(|(field, meta)| {
            let leads = Leads {
                to: MetaTypeName::concrete_typename(&meta.ty).to_owned(),
                list: meta.ty.contains('['),
            };
            (field.clone(), leads)
        });
        Some((name.to_string(), fields.collect()))
    });
    types.collect()
});

/// Where the field of a type leads; none for a field that is not there, which the validation of the query says.
pub fn field(of: &str, name: &str) -> Option<&'static Leads> {
    TYPES.get(of)?.get(name)
}

/// Whether a field of the root is a list of rows.
pub fn is_list(name: &str) -> bool {
    field("Query", name).is_some_and(|leads| leads.to.ends_with("Connection"))
}
