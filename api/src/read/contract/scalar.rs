//! The names of column types in the schema, registered as they are first met.

use async_graphql::registry::{MetaEnumValue, Registry};

use crate::{
    graphql::{described, scalars},
    read::noun::{EnumDef, Scalar},
};

/// The name of the type of a column.
pub fn scalar_name(registry: &mut Registry, scalar: Scalar) -> String {
    match scalar {
        Scalar::Text | Scalar::Search => "String".into(),
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
