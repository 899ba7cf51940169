//! What must be true of the inspection of a superior: pure rules, named as they are said.

use chrono::NaiveDate;
use inspectorate_entity::{
    documents::document,
    superiors::superior_inspection::{self, SuperiorInspectionStatus},
};

use crate::{
    blocks::gate::Gate,
    domain::coverage::gates::Days,
    error::{Error, Result},
};

/// What an inspection that does not take place asks for is done for nobody.
pub fn is_not_called_off(inspection: &superior_inspection::Model, field: &str) -> Result<()> {
    if inspection.status != SuperiorInspectionStatus::CalledOff {
        return Ok(());
    }
    Err(Error::gate(
        Gate::SuperiorInspectionOver,
        "The superior called that inspection off: name one that takes place.",
        "该上级巡视已取消，请另选。",
    )
    .field(field))
}

/// What goes in step with the inspection of a superior shares days with it: with those that it had, else with those that are planned.
pub fn goes_in_step(
    days: Days,
    inspection: &superior_inspection::Model,
    field: &str,
) -> Result<()> {
    let planned = inspection.ends_on.unwrap_or(NaiveDate::MAX);
    let of_superior = Days {
        first: inspection.entered_on.unwrap_or(inspection.starts_on),
        last: inspection.ended_on.unwrap_or(planned),
    };
    if of_superior.overlaps(&days) {
        return Ok(());
    }
    let Days { first, last } = of_superior;
    Err(Error::gate(
        Gate::LinkedWindowsApart,
        format!("The days share none with {first} to {last} of the superior's inspection: what is linked runs at the same time."),
        format!("与上级巡视的时段（{first} 至 {last}）不重叠，联动须同时段开展。"),
    )
    .field(field))
}

/// Nothing was delivered with a draft.
pub fn document_went_out(document: &document::Model) -> Result<()> {
    if document.issued_on.is_some() {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.document",
        "The document is not issued, so nothing was delivered with it: issue it first, or leave it out.",
        "该公文尚未印发，不能作为已提供的材料：请先印发，或不填。",
    ))
}
