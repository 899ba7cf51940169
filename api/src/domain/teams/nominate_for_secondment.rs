//! Nominate a person for inspection work.

use inspectorate_entity::{
    coverage::round,
    organizations::{organization, person},
    teams::secondment::{self, SecondmentCategory},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{secondment::Secondment, secondment_gates as gates, secondment_life_cycle::SECONDMENT};
use crate::{
    access::change::Change,
    domain::{
        coverage::{
            gates::{day_done, own},
            round::Round,
        },
        organizations::{gates::Span, organization::Organization, person::Person},
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date},
};

/// What nominating a person takes.
#[derive(Debug, Input)]
pub struct NominateForSecondmentInput {
    /// The person (人员).
    pub person: GlobalId<Person>,
    /// The unit that lends the person (派出单位).
    pub home_organization: GlobalId<Organization>,
    /// The round; leave it out when it is for none (轮次).
    pub round: Option<GlobalId<Round>>,
    /// As what the person is lent (选派类别).
    pub category: Coded<SecondmentCategory>,
    /// First day (开始日期).
    pub starts_on: Date,
    /// Last day (结束日期).
    pub ends_on: Date,
    /// The day of the nomination, not in the future; today when left out (推荐日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Enter a unit's nomination of a person for inspection work (推荐抽调人员); nobody is lent twice at once.
#[verb(Secondment)]
pub async fn nominate_for_secondment(
    change: &mut Change,
    input: NominateForSecondmentInput,
) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let person = change
        .related_alone::<person::Entity, _>("person", &input.person)
        .await?;
    let home = change
        .related::<organization::Entity, _>("homeOrganization", &input.home_organization)
        .await?;
    let mut round_id = None;
    if let Some(round) = &input.round {
        let round = change.related::<round::Entity, _>("round", round).await?;
        own(change.viewer(), round.dispatcher_id, "input.round")?;
        round_id = Some(round.id);
    }
    let span = Span::new(input.starts_on.0, Some(input.ends_on.0))?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let others = change
        .rows::<secondment::Entity>(secondment::Column::PersonId.eq(person.id))
        .await?;
    gates::lent_once(span, &others)?;
    let row = change
        .insert(secondment::ActiveModel {
            dispatcher_id: Set(dispatcher),
            person_id: Set(person.id),
            home_organization_id: Set(home.id),
            round_id: Set(round_id),
            category: Set(input.category.0),
            status: Set(SECONDMENT.initial),
            starts_on: Set(input.starts_on.0),
            ends_on: Set(input.ends_on.0),
            nominated_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
