//! Declare a tie between a member of a team and an organization that it inspects.

use inspectorate_entity::{
    organizations::{organization, person},
    teams::{
        recusal::{self, RecusalOrigin, RecusalStatus, RecusalTie},
        team,
    },
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{gates, recusal::Recusal, recusal_gates, team::Team, team_facts};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, own},
        organizations::{organization::Organization, person::Person},
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What declaring a tie takes.
#[derive(Debug, Input)]
pub struct DeclareRecusalInput {
    /// The team (巡察组).
    pub team: GlobalId<Team>,
    /// Somebody who sits on it (人员).
    pub person: GlobalId<Person>,
    /// The organization to which the person is tied (被巡察单位).
    pub organization: GlobalId<Organization>,
    /// What ties them (回避情形).
    pub tie: Coded<RecusalTie>,
    /// The tie in words (情形说明).
    pub detail: Paragraph,
    /// When it was declared, not in the future; today when left out (申报日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Declare a tie between somebody on a team and an organization that it inspects (申报回避); until the office has dismissed it, the
/// team is not approved.
#[verb(Recusal)]
pub async fn declare_recusal(change: &mut Change, input: DeclareRecusalInput) -> Result<Uuid> {
    let team = change
        .related_alone::<team::Entity, _>("team", &input.team)
        .await?;
    own(change.viewer(), team.dispatcher_id, "input.team")?;
    gates::stands(&team)?;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let facts = team_facts::of_change(change, team.id).await?;
    recusal_gates::sits_on_the_team(&facts, person.id)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let same = Condition::all()
        .add(recusal::Column::TeamId.eq(team.id))
        .add(recusal::Column::PersonId.eq(person.id))
        .add(recusal::Column::OrganizationId.eq(organization.id))
        .add(recusal::Column::Tie.eq(input.tie.0));
    let same = change.rows::<recusal::Entity>(same).await?;
    recusal_gates::raised_once(!same.is_empty())?;
    let row = change
        .insert(recusal::ActiveModel {
            dispatcher_id: Set(team.dispatcher_id),
            team_id: Set(team.id),
            person_id: Set(person.id),
            organization_id: Set(organization.id),
            tie: Set(input.tie.0),
            origin: Set(RecusalOrigin::Declared),
            detail: Set(input.detail.0),
            status: Set(RecusalStatus::Undecided),
            raised_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
