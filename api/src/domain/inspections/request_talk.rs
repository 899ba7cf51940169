//! Ask to talk with somebody.

use inspectorate_entity::{
    inspections::{inspection, talk_request},
    organizations::person,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    asking, gates, inspection::Inspection, special_check::SpecialCheck, talk_request::TalkRequest,
};
use crate::{
    access::change::Change,
    domain::organizations::person::Person,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What asking to talk with somebody takes.
#[derive(Debug, Input)]
pub struct RequestTalkInput {
    /// The inspection, approved and not left yet (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The special check for which it is needed; leave it out when the inspection itself needs it (专项检查).
    pub special_check: Option<GlobalId<SpecialCheck>>,
    /// With whom; asked once for the inspection and all its special checks (谈话对象).
    pub person: GlobalId<Person>,
    /// The day on which it was asked for, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Ask to talk with somebody (约谈); nobody is asked twice in one inspection, whoever carries a check along.
#[verb(TalkRequest)]
pub async fn request_talk(change: &mut Change, input: RequestTalkInput) -> Result<Uuid> {
    let inspection = change
        .related_alone::<inspection::Entity, _>("inspection", &input.inspection)
        .await?;
    gates::can_be_asked(&inspection, "input.inspection")?;
    let check = asking::check(change, &inspection, input.special_check.as_ref()).await?;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    let asked = change
        .rows::<talk_request::Entity>(talk_request::Column::InspectionId.eq(inspection.id))
        .await?;
    let asked: Vec<Uuid> = asked.into_iter().map(|one| one.person_id).collect();
    gates::asked_once(&asked, &person.id, "input.person")?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let request = change
        .insert(talk_request::ActiveModel {
            inspection_id: Set(inspection.id),
            dispatcher_id: Set(inspection.dispatcher_id),
            special_check_id: Set(check),
            person_id: Set(person.id),
            asked_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(request.id)
}
