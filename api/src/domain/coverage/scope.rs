//! The groups in which the ledger counts, as parts of a measure's scope.

use inspectorate_entity::{coverage::coverage_record::InspectionKind, vocabulary::Vocabulary};

use crate::blocks::measure::{Dimension, ScopePart};

/// One kind of inspection.
pub fn kind(kind: InspectionKind) -> ScopePart {
    entry(Dimension::InspectionKind, kind)
}

/// One calendar year.
pub fn year(year: i32) -> ScopePart {
    let year = year.to_string();
    ScopePart::new(Dimension::Year, Some(year.clone()), year)
}

/// A value of a closed list, labelled by its Chinese term.
pub fn entry<V: Vocabulary>(dimension: Dimension, value: V) -> ScopePart {
    let spelling = value.as_str();
    let label = V::variants()
        .iter()
        .find(|entry| entry.value == spelling)
        .map_or(spelling, |entry| entry.zh);
    ScopePart::new(dimension, Some(spelling.to_owned()), label)
}
