//! Record what a meeting decided.

use inspectorate_entity::{
    meetings::{
        meeting,
        meeting_decision::{self, DecisionStatus},
        meeting_item,
    },
    organizations::{organization, person},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    gates, meeting::Meeting, meeting_decision::MeetingDecision, meeting_item::MeetingItem,
    meeting_life_cycle::take,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::not_before,
        organizations::{organization::Organization, person::Person},
        rules::deadline_begun::{self, Beginning},
    },
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Paragraph},
    },
    read::noun::Noun as _,
};

/// What recording what a meeting decided takes.
#[derive(Debug, Input)]
pub struct RecordMeetingDecisionInput {
    /// The meeting (会议).
    pub meeting: GlobalId<Meeting>,
    /// The item of its agenda on which it was decided; on none when left out (议题).
    pub item: Option<GlobalId<MeetingItem>>,
    /// What was decided (内容).
    pub content: Paragraph,
    /// The body that carries it out; a decision without one is refused by the gate DECISION_WITHOUT_OWNER (承办单位).
    pub owner: Option<GlobalId<Organization>>,
    /// The person who answers for it (责任人).
    pub responsible: Option<GlobalId<Person>>,
    /// The last day that the meeting itself set; leave it out where a rule sets it (完成期限).
    pub due_on: Option<Date>,
    /// Key of the deadline rule that sets the last day, counted from the meeting; MEETING_DECISION when neither is given (期限规则).
    pub rule: Option<Code>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record what a meeting decided (登记议定事项): who carries it out, and until when; its owner sees it from then on.
#[verb(MeetingDecision)]
pub async fn record_meeting_decision(
    change: &mut Change,
    input: RecordMeetingDecisionInput,
) -> Result<Uuid> {
    let meeting = change
        .related_alone::<meeting::Entity, _>("meeting", &input.meeting)
        .await?;
    take(change, &meeting, "input.meeting").await?;
    let owner = gates::decision_has_an_owner(input.owner)?;
    let owner = change
        .related::<organization::Entity, _>("owner", &owner)
        .await?;
    let responsible = match &input.responsible {
        Some(id) => {
            let person = change
                .related::<person::Entity, _>("responsible", id)
                .await?;
            Some(person.id)
        }
        None => None,
    };
    let item = match &input.item {
        Some(id) => {
            let item = change
                .related::<meeting_item::Entity, _>("item", id)
                .await?;
            if item.meeting_id != meeting.id {
                return Err(Error::not_found("MeetingItem", "input.item"));
            }
            Some(item.id)
        }
        None => None,
    };
    let day = meeting.held_on.unwrap_or(meeting.planned_on);
    gates::due_by_one_of_both(input.due_on.is_some(), input.rule.is_some())?;
    let due_on = input.due_on.map(|day| day.0);
    if let Some(due_on) = due_on {
        not_before(due_on, day, "input.dueOn")?;
    }
    let known = meeting_decision::Column::MeetingId.eq(meeting.id);
    let known = change.rows::<meeting_decision::Entity>(known).await?;
    let last = known.iter().map(|decision| decision.ordinal).max();
    let decision = change
        .insert(meeting_decision::ActiveModel {
            meeting_id: Set(meeting.id),
            dispatcher_id: Set(meeting.dispatcher_id),
            item_id: Set(item),
            ordinal: Set(last.unwrap_or_default() + 1),
            content: Set(input.content.0),
            owner_id: Set(owner.id),
            responsible_id: Set(responsible),
            status: Set(DecisionStatus::Open),
            decided_on: Set(day),
            due_on: Set(due_on),
            result: Set(None),
            carried_out_on: Set(None),
            withdrawal_reason: Set(None),
            withdrawn_on: Set(None),
            ..Default::default()
        })
        .await?;
    if due_on.is_none() {
        let beginning = Beginning {
            noun: MeetingDecision::DEF,
            record: decision.id,
            dispatcher: meeting.dispatcher_id,
            owed_by: Some(owner.id),
            rule: input
                .rule
                .as_ref()
                .map_or("MEETING_DECISION", |rule| &rule.0),
            started_on: day,
        };
        deadline_begun::begin(change, beginning).await?;
    }
    Ok(decision.id)
}
