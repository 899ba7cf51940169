//! What a field says of itself.

use std::borrow::Cow;

use crate::read::noun::{FieldDef, FieldKind};

/// What the field says of itself, with what its null means where the noun says nothing of it: a relation that always stands is null for
/// those alone who may not see the other side, a list only beside an error.
pub fn meaning(def: &FieldDef) -> Cow<'static, str> {
    let null = match def.kind {
        FieldKind::One { .. } | FieldKind::First { .. } | FieldKind::Any { .. } => {
            "Null only when the viewer may not see it."
        }
        FieldKind::Many { .. } => "Null only together with an error.",
        FieldKind::Column { .. } | FieldKind::Computed { .. } => return Cow::Borrowed(def.doc),
    };
    if def.doc.to_lowercase().contains("null") {
        return Cow::Borrowed(def.doc);
    }
    Cow::Owned(format!("{} {null}", def.doc))
}
