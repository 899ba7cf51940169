//! Give an inspection its team.

use inspectorate_entity::{inspections::inspection, teams::team};
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    assignment::{self, Since},
    gates,
    inspection::Inspection,
    marking,
};
use crate::{
    access::change::Change,
    domain::teams::team::Team,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What giving an inspection its team takes.
#[derive(Debug, Input)]
pub struct AssignInspectionTeamInput {
    /// The inspection, not entered yet (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The team: of the round of the inspection, or of no round; it has a leader (巡察组).
    pub team: GlobalId<Team>,
    /// The day on which it was decided, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Why it is taken from the team that has it; needed when another team has it, leave it out otherwise (调整原因).
    pub reason: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Give an inspection its team (确定巡察组): its staff comes from where the people of the team come from, and its marks follow. Assign
/// the team again after a change of its people.
#[verb(Inspection)]
pub async fn assign_inspection_team(
    change: &mut Change,
    input: AssignInspectionTeamInput,
) -> Result<Uuid> {
    let before = change
        .subject::<inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    gates::own(change.viewer(), before.dispatcher_id, "input.inspection")?;
    gates::not_entered(before.status, "input.inspection")?;
    let team = change
        .related_alone::<team::Entity, _>("team", &input.team)
        .await?;
    let since = Since {
        day: gates::day_done(input.on, change.today(), "input.on")?,
        reason: input.reason.as_ref().map(|reason| reason.0.as_str()),
    };
    let given = assignment::give(change, &before, &team, since, "input.team").await?;
    let id = given.id;
    marking::renew(change, &[given]).await?;
    Ok(id)
}
