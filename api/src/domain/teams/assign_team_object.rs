//! Give a team an organization to inspect.

use inspectorate_entity::{
    organizations::organization,
    teams::{team, team_object},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    composition_gates, gates, recusal_gates, team::Team, team_facts, team_object::TeamObject,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, own},
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What giving a team an organization takes.
#[derive(Debug, Input)]
pub struct AssignTeamObjectInput {
    /// The team (巡察组).
    pub team: GlobalId<Team>,
    /// The organization that it is to inspect (被巡察单位).
    pub organization: GlobalId<Organization>,
    /// Since when, not in the future; today when left out (分派日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Give a team an organization to inspect (分派巡察对象); nobody on a cross, millstone or elevated team comes from there,
/// and nobody who sits on it stays away from it.
#[verb(TeamObject)]
pub async fn assign_team_object(change: &mut Change, input: AssignTeamObjectInput) -> Result<Uuid> {
    let team = change
        .related_alone::<team::Entity, _>("team", &input.team)
        .await?;
    own(change.viewer(), team.dispatcher_id, "input.team")?;
    gates::stands(&team)?;
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let given = Condition::all()
        .add(team_object::Column::TeamId.eq(team.id))
        .add(team_object::Column::ReleasedOn.is_null());
    let given = change.rows::<team_object::Entity>(given).await?;
    let given: Vec<Uuid> = given.iter().map(|object| object.organization_id).collect();
    gates::object_is_new(&given, organization.id)?;
    let row = change
        .insert(team_object::ActiveModel {
            team_id: Set(team.id),
            dispatcher_id: Set(team.dispatcher_id),
            organization_id: Set(organization.id),
            assigned_on: Set(day),
            ..Default::default()
        })
        .await?;
    // Looked at as it would stand: a refusal leaves nothing behind.
    let facts = team_facts::of_change(change, team.id).await?;
    composition_gates::nobody_from_the_place(&facts)
        .map_err(|error| error.field("input.organization"))?;
    recusal_gates::may_be_given(&facts, organization.id)?;
    Ok(row.id)
}
