//! What must be true of an indicator that speaks for elevating an inspection.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// Only what is somebody's object can be inspected by somebody above.
pub fn is_an_object(usual_dispatcher: Option<Uuid>) -> Result<()> {
    if usual_dispatcher.is_some() {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.organization",
        "The organization is no dispatcher's object: assign it with `assignOrganization` first.",
        "该单位不是任何派出机关的巡察对象，请先明确其派出机关。",
    ))
}

/// Indicators say how much there is of something.
pub fn is_an_amount(value: i32) -> Result<()> {
    if value >= 0 {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.value",
        format!("{value} is below zero: give how much or how many there are."),
        format!("数值 {value} 小于零，请填写数量。"),
    ))
}

/// An indicator is withdrawn once.
pub fn indicator_stands(withdrawn_on: Option<NaiveDate>) -> Result<()> {
    let Some(day) = withdrawn_on else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::AlreadyEnded,
        format!("The indicator was withdrawn on {day}."),
        format!("该指标已于 {day} 撤销。"),
    )
    .field("input.indicator"))
}
