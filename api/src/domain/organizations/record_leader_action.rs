//! Record what a leader did in person.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{
    leader_action::{self, LeaderActionKind, LeaderDuty},
    leading_group_member::{self, LeadingGroupPost},
    organization, person,
    post::PostFunction,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    dated, gates, leader_action::LeaderAction, organization::Organization, person::Person,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording what a leader did takes.
#[derive(Debug, Input)]
pub struct RecordLeaderActionInput {
    /// The dispatcher whose leader it is (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// The leader (领导).
    pub person: GlobalId<Person>,
    /// Which of the four (种类).
    pub kind: Coded<LeaderActionKind>,
    /// The duty in which a secretary acted who also leads the leading group; leave it out for others (双重职责).
    pub duty: Option<Coded<LeaderDuty>>,
    /// The day, not in the future (日期).
    pub acted_on: Date,
    /// What it was about (事项).
    pub matter: Paragraph,
}

/// Record one of the four in-person duties (四个亲自); a secretary who leads the leading group names the duty in which they acted.
#[verb(LeaderAction)]
pub async fn record_leader_action(
    change: &mut Change,
    input: RecordLeaderActionInput,
) -> Result<Uuid> {
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    let day = input.acted_on.0;
    gates::is_not_in_the_future(day, change.today(), "input.actedOn")?;
    let leads = is_secretary_who_leads(change, dispatcher.id, person.id, day).await?;
    gates::names_the_duty(leads, input.duty.is_some())?;
    let row = change
        .insert(leader_action::ActiveModel {
            dispatcher_id: Set(dispatcher.id),
            person_id: Set(person.id),
            kind: Set(input.kind.0),
            duty: Set(input.duty.map(|duty| duty.0)),
            acted_on: Set(day),
            matter: Set(input.matter.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}

/// Whether the person is, on that day, both secretary of the dispatcher and leader of its leading group.
pub async fn is_secretary_who_leads(
    change: &Change,
    dispatcher: Uuid,
    person: Uuid,
    day: NaiveDate,
) -> Result<bool> {
    let held = dated::posts_held_on(change, person, day).await?;
    let is_secretary = held.iter().any(|post| {
        post.organization_id == dispatcher && post.function == PostFunction::PartySecretary
    });
    let seats = change
        .rows::<leading_group_member::Entity>(
            Condition::all()
                .add(leading_group_member::Column::DispatcherId.eq(dispatcher))
                .add(leading_group_member::Column::PersonId.eq(person)),
        )
        .await?;
    let leads_group = seats.iter().any(|seat| {
        let span = gates::Span {
            first: seat.starts_on,
            last: seat.ends_on,
        };
        seat.post == LeadingGroupPost::Leader && span.holds_on(day)
    });
    Ok(is_secretary && leads_group)
}
