//! Ask another party of a mechanism for something.

use inspectorate_entity::{
    coordination::{
        coordination_mechanism,
        coordination_request::{
            self, InformationClass, ProfessionalField, RequestKind, RequestStatus,
        },
        mechanism_duty, mechanism_party, request_object,
    },
    coverage::round,
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    coordination_mechanism::CoordinationMechanism,
    coordination_request::CoordinationRequest,
    request_gates::{self as gates, Parts},
};
use crate::{
    access::change::Change,
    domain::{
        coverage::{gates::day_done, round::Round},
        meetings::gates::at_most,
        organizations::organization::Organization,
        rules::deadline_begun::{self, Beginning},
    },
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
    read::noun::Noun as _,
};

/// The deadline rule of requests whose duty names none.
const GENERAL_RULE: &str = "COORDINATION_REQUEST";

/// What asking another party of a mechanism for something takes.
#[derive(Debug, Input)]
pub struct SendCoordinationRequestInput {
    /// The mechanism by which it is asked; in force, and your body is a party (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// The party that is asked (接收单位); of a mechanism with one other party it may be left out, as where that one is not visible to you.
    pub receiver: Option<GlobalId<Organization>>,
    /// What kind of request it is; it says in which field of the mechanism it falls (请求种类).
    pub kind: Coded<RequestKind>,
    /// Who may know of it (密级).
    pub class: Coded<InformationClass>,
    /// What it is about (事由).
    pub title: Name,
    /// What is asked, or told (内容).
    pub content: Paragraph,
    /// About which organizations, at most 200; all but requests for people need one (涉及单位).
    pub objects: Option<Vec<GlobalId<Organization>>>,
    /// The round before or after which it is asked; information before and notices after one need it (轮次).
    pub round: Option<GlobalId<Round>>,
    /// The trade that the question asks about; where a third party determines something, and there only (专业领域).
    pub professional_field: Option<Coded<ProfessionalField>>,
    /// How many people are needed; where people are asked for, and there only (所需人数).
    pub people_needed: Option<i32>,
    /// From when on; where people are asked for, and there only (起始日期).
    pub needed_from: Option<Date>,
    /// Until when; where people are asked for, and there only (结束日期).
    pub needed_to: Option<Date>,
    /// The day, not in the future; today when left out (发出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Ask another party of a mechanism for something, or tell it something (发出协作请求). The party sees it and owes an answer by the deadline
/// rule of the field; a notice owes no answer.
#[verb(CoordinationRequest)]
pub async fn send_coordination_request(
    change: &mut Change,
    input: SendCoordinationRequestInput,
) -> Result<Uuid> {
    let (kind, sender) = (input.kind.0, change.viewer().organization_id);
    let mechanism = change
        .related::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    gates::mechanism_is_in_force(&mechanism, day)?;
    let receiver = receiver(change, &input, mechanism.id).await?;
    let duties = mechanism_duty::Column::MechanismId.eq(mechanism.id);
    let duties = change.rows::<mechanism_duty::Entity>(duties).await?;
    let field = gates::field_of(kind);
    let fields: Vec<_> = duties.iter().map(|duty| duty.field).collect();
    gates::falls_into_a_field(field, &fields)?;
    let named = input.objects.unwrap_or_default();
    at_most(named.len(), 200, "input.objects")?;
    let (first, last) = (
        input.needed_from.map(|day| day.0),
        input.needed_to.map(|day| day.0),
    );
    let parts = Parts {
        objects: named.len(),
        professional_field: input.professional_field.is_some(),
        people: input.people_needed,
        days: (first, last),
        round: input.round.is_some(),
    };
    gates::has_the_parts_of_its_kind(kind, parts)?;
    let round = match &input.round {
        Some(id) => Some(change.related::<round::Entity, _>("round", id).await?.id),
        None => None,
    };
    let request = change
        .insert(coordination_request::ActiveModel {
            dispatcher_id: Set(mechanism.dispatcher_id),
            mechanism_id: Set(mechanism.id),
            kind: Set(kind),
            field: Set(field),
            sender_id: Set(sender),
            receiver_id: Set(receiver),
            class: Set(input.class.0),
            title: Set(input.title.0),
            content: Set(input.content.0),
            professional_field: Set(input.professional_field.map(|field| field.0)),
            people_needed: Set(input.people_needed),
            needed_from: Set(first),
            needed_to: Set(last),
            round_id: Set(round),
            status: Set(RequestStatus::Sent),
            sent_on: Set(day),
            received_on: Set(None),
            accepted_on: Set(None),
            returned_on: Set(None),
            return_reason: Set(None),
            replied_on: Set(None),
            escalated_on: Set(None),
            withdrawn_on: Set(None),
            withdrawal_reason: Set(None),
            ..Default::default()
        })
        .await?;
    about(change, request.id, &named).await?;
    if kind != RequestKind::PostInspectionNotice {
        let duty = duties.iter().find(|duty| duty.field == field);
        let rule = duty.and_then(|duty| duty.deadline_rule.as_deref());
        let beginning = Beginning {
            noun: CoordinationRequest::DEF,
            record: request.id,
            dispatcher: mechanism.dispatcher_id,
            owed_by: Some(receiver),
            rule: rule.unwrap_or(GENERAL_RULE),
            started_on: day,
        };
        deadline_begun::begin(change, beginning).await?;
    }
    Ok(request.id)
}

/// The party that is asked: the one named, or the only other one.
async fn receiver(
    change: &Change,
    input: &SendCoordinationRequestInput,
    mechanism: Uuid,
) -> Result<Uuid> {
    let sender = change.viewer().organization_id;
    let parties = mechanism_party::Column::MechanismId.eq(mechanism);
    let parties = change.rows::<mechanism_party::Entity>(parties).await?;
    let parties: Vec<Uuid> = parties.iter().map(|party| party.organization_id).collect();
    let others: Vec<Uuid> = parties
        .iter()
        .copied()
        .filter(|party| *party != sender)
        .collect();
    let receiver = match (&input.receiver, others.as_slice()) {
        (Some(id), _) => {
            let body = change
                .related::<organization::Entity, _>("receiver", id)
                .await?;
            body.id
        }
        (None, [other]) => *other,
        (None, _) => {
            return Err(Error::bad_input(
                "input.receiver",
                "The mechanism has several other parties: name the one that is asked.",
                "该机制有多个协作方，请填写接收单位。",
            ));
        }
    };
    gates::both_are_parties(&parties, sender, receiver)?;
    Ok(receiver)
}

/// The organizations that the request is about, each once.
async fn about(change: &mut Change, request: Uuid, named: &[GlobalId<Organization>]) -> Result<()> {
    let mut known: Vec<Uuid> = Vec::with_capacity(named.len());
    for (index, object) in named.iter().enumerate() {
        let field = format!("objects.{index}");
        let object = change
            .related::<organization::Entity, _>(&field, object)
            .await?;
        if known.contains(&object.id) {
            return Err(Error::conflict(
                format!("input.{field}"),
                "That organization is named already.",
                "该单位已填写，请勿重复。",
            ));
        }
        known.push(object.id);
        change
            .insert(request_object::ActiveModel {
                request_id: Set(request),
                organization_id: Set(object.id),
                ..Default::default()
            })
            .await?;
    }
    Ok(())
}
