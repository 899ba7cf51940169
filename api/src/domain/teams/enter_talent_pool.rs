//! Enter a person in a talent pool.

use inspectorate_entity::{
    organizations::{organization, person},
    teams::talent::{self, TalentAvailability},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{secondment_gates as gates, talent::Talent};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::day_done,
        inspections::codes,
        organizations::{organization::Organization, person::Person},
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::{Date, RegionCode},
        text::{Code, Name},
    },
};

/// What entering a person in a talent pool takes.
#[derive(Debug, Input)]
pub struct EnterTalentPoolInput {
    /// The pool, a code of the list `TALENT_POOL` (人才库).
    pub pool: Code,
    /// The person (人员).
    pub person: GlobalId<Person>,
    /// The organization from which the person comes (所在单位).
    pub home_organization: GlobalId<Organization>,
    /// What the person is good at; leave it out when not known (专业特长).
    pub specialty: Option<Name>,
    /// Where the person comes from; leave it out when not known (籍贯).
    pub native_region: Option<RegionCode>,
    /// Whether the person can be called; available when left out (可抽调情况).
    pub availability: Option<Coded<TalentAvailability>>,
    /// Since when, not in the future; today when left out (入库日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Enter a person in a talent pool (入库) of the authority that you act for.
#[verb(Talent)]
pub async fn enter_talent_pool(change: &mut Change, input: EnterTalentPoolInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let pool = [("input.pool".to_owned(), input.pool.0.as_str())];
    codes::known(change, "TALENT_POOL", &pool).await?;
    let person = change
        .related_alone::<person::Entity, _>("person", &input.person)
        .await?;
    let home = change
        .related::<organization::Entity, _>("homeOrganization", &input.home_organization)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let held = Condition::all()
        .add(talent::Column::PersonId.eq(person.id))
        .add(talent::Column::DispatcherId.eq(dispatcher))
        .add(talent::Column::EndsOn.is_null());
    let held = change.rows::<talent::Entity>(held).await?;
    gates::in_pool_once(held.iter().any(|row| row.pool == input.pool.0))?;
    let row = change
        .insert(talent::ActiveModel {
            dispatcher_id: Set(dispatcher),
            pool: Set(input.pool.0),
            person_id: Set(person.id),
            home_organization_id: Set(home.id),
            specialty: Set(input.specialty.map(|specialty| specialty.0)),
            native_region: Set(input.native_region.map(|region| region.0)),
            availability: Set(input
                .availability
                .map_or(TalentAvailability::Available, |availability| availability.0)),
            starts_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
