//! Say how many people a unit is to nominate for a round.

use inspectorate_entity::{
    coverage::round, organizations::organization, staffing::secondment_quota,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{gates, secondment_quota::SecondmentQuota};
use crate::{
    access::change::Change,
    domain::{
        coverage::{gates::own, round::Round},
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What saying how many a unit is to nominate takes.
#[derive(Debug, Input)]
pub struct SetSecondmentQuotaInput {
    /// The unit that nominates (派出单位).
    pub home_organization: GlobalId<Organization>,
    /// The round of your own dispatcher (轮次).
    pub round: GlobalId<Round>,
    /// How many, 1 or more (选派人数).
    pub number: i32,
    /// The last day for the nominations (推荐截止日期).
    pub due_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say how many people a unit is to nominate for a round, and until when (下达选派任务); a unit has one such number in a round.
#[verb(SecondmentQuota)]
pub async fn set_secondment_quota(
    change: &mut Change,
    input: SetSecondmentQuotaInput,
) -> Result<Uuid> {
    let home = change
        .related::<organization::Entity, _>("homeOrganization", &input.home_organization)
        .await?;
    let round = change
        .related_alone::<round::Entity, _>("round", &input.round)
        .await?;
    own(change.viewer(), round.dispatcher_id, "input.round")?;
    gates::asks_for_somebody(input.number)?;
    let asked = Condition::all()
        .add(secondment_quota::Column::RoundId.eq(round.id))
        .add(secondment_quota::Column::HomeOrganizationId.eq(home.id));
    let asked = change.rows::<secondment_quota::Entity>(asked).await?;
    gates::asked_once(!asked.is_empty())?;
    let row = change
        .insert(secondment_quota::ActiveModel {
            dispatcher_id: Set(round.dispatcher_id),
            home_organization_id: Set(home.id),
            round_id: Set(round.id),
            number: Set(input.number),
            due_on: Set(input.due_on.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
