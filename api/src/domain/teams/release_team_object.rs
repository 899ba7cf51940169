//! Take an organization off a team.

use inspectorate_entity::{
    inspections::inspection::{self, InspectionStatus},
    teams::team_object,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, team_object::TeamObject};
use crate::{
    access::change::Change,
    blocks::gate::Gate,
    domain::coverage::gates::{day_done, not_before, own},
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What taking an organization off a team takes.
#[derive(Debug, Input)]
pub struct ReleaseTeamObjectInput {
    /// The organization on the team (巡察组分工).
    pub team_object: GlobalId<TeamObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// When, not in the future; today when left out (撤回日期).
    pub on: Option<Date>,
    /// Why (撤回原因).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take an organization off a team (撤回巡察对象); it stays on record.
#[verb(TeamObject)]
pub async fn release_team_object(
    change: &mut Change,
    input: ReleaseTeamObjectInput,
) -> Result<Uuid> {
    let object = change
        .subject::<team_object::Entity, _>("teamObject", &input.team_object, input.version)
        .await?;
    own(change.viewer(), object.dispatcher_id, "input.teamObject")?;
    if let Some(day) = object.released_on {
        return Err(Error::gate(
            Gate::AlreadyEnded,
            format!("It was taken off the team on {day}."),
            format!("已于 {day} 撤回。"),
        )
        .field("input.teamObject"));
    }
    let inspections = Condition::all()
        .add(inspection::Column::TeamId.eq(object.team_id))
        .add(inspection::Column::OrganizationId.eq(object.organization_id))
        .add(
            inspection::Column::Status
                .is_not_in([InspectionStatus::Closed, InspectionStatus::Withdrawn]),
        );
    let inspections = change.rows::<inspection::Entity>(inspections).await?;
    gates::has_no_inspection_there(inspections.len())?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, object.assigned_on, "input.on")?;
    let mut released = object.clone().into_active_model();
    released.released_on = Set(Some(day));
    released.release_reason = Set(Some(input.reason.0));
    Ok(change.update(&object, released).await?.id)
}
