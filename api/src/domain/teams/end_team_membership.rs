//! Take a person off a team before its time.

use inspectorate_entity::teams::team_member;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, team_member::TeamMember};
use crate::{
    access::change::Change,
    blocks::gate::Gate,
    domain::coverage::gates::own,
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What taking a person off a team takes.
#[derive(Debug, Input)]
pub struct EndTeamMembershipInput {
    /// The seat (任职).
    pub team_member: GlobalId<TeamMember>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The last day on the team (终止日期).
    pub ends_on: Date,
    /// Why it ends (提前终止原因).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take a person off a team before its time (退出巡察组); the seat stays on record.
#[verb(TeamMember)]
pub async fn end_team_membership(
    change: &mut Change,
    input: EndTeamMembershipInput,
) -> Result<Uuid> {
    let seat = change
        .subject::<team_member::Entity, _>("teamMember", &input.team_member, input.version)
        .await?;
    own(change.viewer(), seat.dispatcher_id, "input.teamMember")?;
    if seat.end_reason.is_some() {
        return Err(Error::gate(
            Gate::AlreadyEnded,
            "The seat has ended already.",
            "该任职已终止。",
        )
        .field("input.teamMember"));
    }
    gates::ends_in_time(&seat, input.ends_on.0)?;
    let mut ended = seat.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    ended.end_reason = Set(Some(input.reason.0));
    Ok(change.update(&seat, ended).await?.id)
}
