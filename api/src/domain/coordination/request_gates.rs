//! What must be true before a request is sent: pure rules, named as they are said.

use chrono::NaiveDate;
use inspectorate_entity::coordination::{
    coordination_mechanism::{self, MechanismStatus},
    coordination_request::RequestKind,
    mechanism_duty::CoordinationField,
};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// The field in which a request of each kind falls.
pub fn field_of(kind: RequestKind) -> CoordinationField {
    match kind {
        RequestKind::PreInspectionInformation | RequestKind::Situation => {
            CoordinationField::Situation
        }
        RequestKind::PostInspectionNotice => CoordinationField::Notification,
        RequestKind::PersonnelSupport => CoordinationField::Personnel,
        RequestKind::ThirdPartyDetermination => CoordinationField::ProfessionalOpinion,
        RequestKind::SupervisedHandling => CoordinationField::SupervisedHandling,
    }
}

/// A mechanism is used while it is in force, on trial or not.
pub fn mechanism_is_in_force(
    mechanism: &coordination_mechanism::Model,
    day: NaiveDate,
) -> Result<()> {
    let stands = matches!(
        mechanism.status,
        MechanismStatus::Trial | MechanismStatus::InForce
    );
    if stands && mechanism.starts_on.is_some_and(|first| first <= day) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::MechanismNotInForce,
        format!("The mechanism is not in force on {day}: nothing is asked by it."),
        format!("该协作机制在 {day} 未施行，不能据此提出请求。"),
    )
    .field("input.mechanism"))
}

/// Parties of the mechanism ask one another.
pub fn both_are_parties(parties: &[Uuid], sender: Uuid, receiver: Uuid) -> Result<()> {
    let field = match (parties.contains(&sender), parties.contains(&receiver)) {
        (true, true) if sender != receiver => return Ok(()),
        (false, _) => "input.mechanism",
        _ => "input.receiver",
    };
    Err(Error::gate(
        Gate::NotAParty,
        "One party of the mechanism asks another: your body or the one asked is none, or they are the same.",
        "请求须在该机制的两个协作方之间提出：发出或接收单位不是协作方，或为同一单位。",
    )
    .field(field))
}

/// A request falls into a field of its mechanism.
pub fn falls_into_a_field(field: CoordinationField, fields: &[CoordinationField]) -> Result<()> {
    if fields.contains(&field) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RequestOutsideFields,
        "The mechanism does not cover requests of this kind: use one that does, or have it revised.",
        "该协作机制未包含此类事项，请使用相应机制或修订该机制。",
    )
    .field("input.kind"))
}

/// What a request brings besides its words.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    pub objects: usize,
    pub professional_field: bool,
    pub people: Option<i32>,
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
    pub round: bool,
}

/// Each kind of request has parts that it needs, and parts that no other kind has.
pub fn has_the_parts_of_its_kind(kind: RequestKind, parts: Parts) -> Result<()> {
    let asks_for_people = kind == RequestKind::PersonnelSupport;
    if parts.objects == 0 && !asks_for_people {
        return Err(Error::bad_input(
            "input.objects",
            "A request of this kind names the organizations that it is about.",
            "此类请求须填写涉及单位。",
        ));
    }
    if parts.professional_field != (kind == RequestKind::ThirdPartyDetermination) {
        return Err(Error::bad_input(
            "input.professionalField",
            "Where a third party determines something, and there only, the trade is named.",
            "第三方认定须填写专业领域，其他请求不填。",
        ));
    }
    match (asks_for_people, parts.people) {
        (true, Some(people)) if people > 0 => {}
        (false, None) => {}
        _ => {
            return Err(Error::bad_input(
                "input.peopleNeeded",
                "Where people are asked for, and there only, it is said how many, at least one.",
                "人员支持须填写所需人数（至少 1 人），其他请求不填。",
            ));
        }
    }
    match (asks_for_people, parts.days) {
        (true, (Some(first), Some(last))) if first <= last => {}
        (false, (None, None)) => {}
        _ => {
            return Err(Error::bad_input(
                "input.neededFrom",
                "Where people are asked for, and there only, it is said from when until when.",
                "人员支持须填写起止日期，其他请求不填。",
            ));
        }
    }
    let needs_round = matches!(
        kind,
        RequestKind::PreInspectionInformation | RequestKind::PostInspectionNotice
    );
    if needs_round && !parts.round {
        return Err(Error::bad_input(
            "input.round",
            "What is asked before a round, or told after one, names the round.",
            "巡前信息沟通和巡后情况通报须填写轮次。",
        ));
    }
    Ok(())
}

/// Who received something says to what use it was put.
pub fn was_shared_with(receiver: Uuid, own: Uuid) -> Result<()> {
    if receiver == own {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RequestOfAnotherBody,
        "It was shared with another body: that one says to what use it was put.",
        "该事项共享给其他单位，应由接收单位登记使用情况。",
    )
    .field("input.item"))
}
