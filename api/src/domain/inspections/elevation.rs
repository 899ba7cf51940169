//! Why an inspection is elevated, as verbs are given it.

use inspectorate_entity::inspections::{elevation_ground, inspection};
use inspectorate_macros::Input;
use sea_orm::{ColumnTrait, Set};

use super::codes;
use crate::{
    access::change::Change,
    error::Result,
    graphql::text::{Code, Paragraph},
};

/// Why an inspection is elevated (提级理由).
#[derive(Debug, Input)]
pub struct ElevationInput {
    /// The reasons, codes of the list `ELEVATION_REASON`, at least one (提级条件).
    pub reasons: Vec<Code>,
    /// In what the dispatcher below failed, a code of the list `ELEVATION_FAILURE`; leave it out when it is not stated (巡不动、巡不深、巡不透).
    pub failure: Option<Code>,
    /// The matter in words; leave it out when the reasons say it all (说明).
    pub statement: Option<Paragraph>,
}

impl ElevationInput {
    /// The statement, or the codes of the reasons where there is none.
    pub fn in_words(&self) -> String {
        let codes: Vec<&str> = self.reasons.iter().map(|code| code.0.as_str()).collect();
        let statement = self.statement.as_ref();
        statement.map_or_else(|| codes.join("、"), |statement| statement.0.clone())
    }
}

/// Every code of `elevation` stands in its list; `field` is where it stands in the input.
pub async fn check(change: &Change, elevation: &ElevationInput, field: &str) -> Result<()> {
    let reasons: Vec<_> = elevation
        .reasons
        .iter()
        .enumerate()
        .map(|(number, reason)| (format!("{field}.reasons.{number}"), reason.0.as_str()))
        .collect();
    codes::known(change, "ELEVATION_REASON", &reasons).await?;
    let failure: Vec<_> = elevation
        .failure
        .iter()
        .map(|failure| (format!("{field}.failure"), failure.0.as_str()))
        .collect();
    codes::known(change, "ELEVATION_FAILURE", &failure).await
}

/// Write the reasons that are not written yet.
pub async fn write(
    change: &mut Change,
    of: &inspection::Model,
    elevation: &ElevationInput,
) -> Result<()> {
    let written = change
        .rows::<elevation_ground::Entity>(elevation_ground::Column::InspectionId.eq(of.id))
        .await?;
    let mut known: Vec<String> = written.into_iter().map(|ground| ground.reason).collect();
    for reason in &elevation.reasons {
        if known.contains(&reason.0) {
            continue;
        }
        known.push(reason.0.clone());
        change
            .insert(elevation_ground::ActiveModel {
                inspection_id: Set(of.id),
                dispatcher_id: Set(of.dispatcher_id),
                reason: Set(reason.0.clone()),
                ..Default::default()
            })
            .await?;
    }
    Ok(())
}
