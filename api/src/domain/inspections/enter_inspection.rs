//! Enter the organization.

use inspectorate_entity::teams::team;
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue, ColumnTrait, Set};
use uuid::Uuid;

use super::{
    covering, dispatch, gates,
    inspection::Inspection,
    inspection_step::{Asked, take},
};
use crate::{
    access::change::Change,
    domain::coverage::gates::Days,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording the entry takes.
#[derive(Debug, Input)]
pub struct EnterInspectionInput {
    /// The inspection (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that the team has entered the organization (进驻): the ledger counts the inspection from now on, and the organization sees it.
#[verb(Inspection)]
pub async fn enter_inspection(change: &mut Change, input: EnterInspectionInput) -> Result<Uuid> {
    let asked = Asked {
        inspection: &input.inspection,
        version: input.version,
        on: input.on,
    };
    let (before, entered) = take(change, asked, |inspection, day| {
        inspection.entered_on = Set(Some(day));
        // Whoever is entered knows it.
        if matches!(inspection.announced_on, ActiveValue::Unchanged(None)) {
            inspection.announced_on = Set(Some(day));
        }
    })
    .await?;
    let window = Days {
        first: before.starts_on,
        last: before.ends_on,
    };
    gates::enters_in_its_window(entered.status_on, window)?;
    if let Some(team) = before.team_id {
        let team = change
            .rows::<team::Entity>(team::Column::Id.eq(team))
            .await?;
        team.iter()
            .try_for_each(|team| gates::enters_on_a_day_of_the_team(entered.status_on, team))?;
    }
    dispatch::open(change, &entered).await?;
    covering::begin(change, entered.id).await?;
    Ok(entered.id)
}
