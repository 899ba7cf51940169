//! Answering a request, in part or in full.

use inspectorate_entity::{
    coordination::{
        coordination_reply,
        coordination_request::{self, InformationClass, RequestKind, RequestStatus},
        request_object,
    },
    organizations::organization,
};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::request_life_cycle::take;
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        organizations::organization::Organization,
        rules::deadline_begun,
    },
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date},
};

/// An answer about to be recorded.
pub struct Answer {
    pub class: InformationClass,
    pub content: String,
    pub organization: Option<GlobalId<Organization>>,
    pub people: Option<i32>,
    pub on: Option<Date>,
}

/// Record the answer, and bring the request into the state to which the verb at hand leads; the deadline ends with the last answer.
pub async fn reply(
    change: &mut Change,
    request: coordination_request::Model,
    answer: Answer,
) -> Result<Uuid> {
    let status = take(change, &request).await?;
    let day = day_done(answer.on, change.today(), "input.on")?;
    let since = request.accepted_on.unwrap_or(request.sent_on);
    not_before(day, since, "input.on")?;
    people_fit(request.kind, answer.people)?;
    let organization = match &answer.organization {
        Some(id) => {
            let body = change
                .related::<organization::Entity, _>("organization", id)
                .await?;
            was_asked_about(change, request.id, body.id).await?;
            Some(body.id)
        }
        None => None,
    };
    let known = coordination_reply::Column::RequestId.eq(request.id);
    let known = change.rows::<coordination_reply::Entity>(known).await?;
    let last = known.iter().map(|reply| reply.ordinal).max();
    let is_final = status == RequestStatus::Replied;
    change
        .insert(coordination_reply::ActiveModel {
            request_id: Set(request.id),
            ordinal: Set(last.unwrap_or_default() + 1),
            is_final: Set(is_final),
            organization_id: Set(organization),
            class: Set(answer.class),
            content: Set(answer.content),
            people: Set(answer.people),
            replied_on: Set(day),
            ..Default::default()
        })
        .await?;
    let mut replied = request.clone().into_active_model();
    replied.status = Set(status);
    if is_final {
        replied.replied_on = Set(Some(day));
        deadline_begun::met(change, request.id, day).await?;
    }
    Ok(change.update(&request, replied).await?.id)
}

/// People are sent where people were asked for.
fn people_fit(kind: RequestKind, people: Option<i32>) -> Result<()> {
    let asked = kind == RequestKind::PersonnelSupport;
    if people.is_none_or(|people| asked && people >= 0) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.people",
        "A number of people, 0 or more, is answered to a request for people only.",
        "仅人员支持请求的答复可填写选派人数（不小于 0）。",
    ))
}

async fn was_asked_about(change: &Change, request: Uuid, organization: Uuid) -> Result<()> {
    let asked = Condition::all()
        .add(request_object::Column::RequestId.eq(request))
        .add(request_object::Column::OrganizationId.eq(organization));
    if !change
        .rows::<request_object::Entity>(asked)
        .await?
        .is_empty()
    {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.organization",
        "The request does not ask about that organization.",
        "该请求未涉及此单位。",
    ))
}
