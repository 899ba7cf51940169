//! Prepare a meeting.

use chrono::Datelike;
use inspectorate_entity::{
    coverage::round,
    meetings::meeting::{self, MeetingKind, MeetingMedium, MeetingStatus},
    organizations::{leading_group, organization, person},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    agenda::{self, AgendaItemInput},
    callers, gates,
    invitation::{self, InvitedInput},
    meeting::Meeting,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::{
            gates::{counts_from_one, own},
            round::Round,
        },
        organizations::{organization::Organization, person::Person},
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What preparing a meeting takes.
#[derive(Debug, Input)]
pub struct PrepareMeetingInput {
    /// What kind of meeting it is; it says by which body it is called (会议种类).
    pub kind: Coded<MeetingKind>,
    /// The body that calls it, registered in your place as the agency whose meeting it is (召集单位).
    pub convener: GlobalId<Organization>,
    /// What it is called (会议名称).
    pub name: Name,
    /// Its number among those of its kind as the convener counts them in the year, from 1; a joint conference needs one (次数).
    pub ordinal: Option<i32>,
    /// How people come together; in one room when left out (会议形式).
    pub medium: Option<Coded<MeetingMedium>>,
    /// Who chairs it; not recorded when left out (主持人).
    pub chair: Option<GlobalId<Person>>,
    /// The round that it opens or looks back at; a meeting that looks back needs one, and a mobilization meeting without one opens all rounds of its year (轮次).
    pub round: Option<GlobalId<Round>>,
    /// The meeting of a superior that it carries out (贯彻的上级会议).
    pub implements: Option<Name>,
    /// The day for which it is called (拟召开日期).
    pub planned_on: Date,
    /// Whom it calls, at most 200; more can be called later (参会名单).
    pub invited: Option<Vec<InvitedInput>>,
    /// What stands on its agenda, at most 50; more can be added later (议题).
    pub items: Option<Vec<AgendaItemInput>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Prepare a meeting in the work of the dispatcher for which you act (筹备会议): who calls it, whom it needs, what stands on its agenda.
#[verb(Meeting)]
pub async fn prepare_meeting(change: &mut Change, input: PrepareMeetingInput) -> Result<Uuid> {
    let (dispatcher, day, kind) = (
        change.viewer().authority_id,
        input.planned_on.0,
        input.kind.0,
    );
    let convener = change
        .related::<organization::Entity, _>("convener", &input.convener)
        .await?;
    gates::called_by_its_body(kind, &callers::agencies(change, convener.id, day).await?)?;
    gates::says_what_its_kind_needs(kind, input.round.is_some(), input.ordinal)?;
    let chair = match &input.chair {
        Some(id) => Some(change.related::<person::Entity, _>("chair", id).await?.id),
        None => None,
    };
    let round = match &input.round {
        Some(id) => {
            let round = change.related::<round::Entity, _>("round", id).await?;
            own(change.viewer(), round.dispatcher_id, "input.round")?;
            Some(round.id)
        }
        None => None,
    };
    let leading_group = match kind {
        MeetingKind::LeadingGroup => {
            let groups = leading_group::Column::DispatcherId.eq(dispatcher);
            let groups = change.rows::<leading_group::Entity>(groups).await?;
            Some(gates::group_on(&groups, day)?)
        }
        _ => None,
    };
    if let Some(ordinal) = input.ordinal {
        counts_from_one(ordinal, "input.ordinal")?;
        let same = Condition::all()
            .add(meeting::Column::ConvenerId.eq(convener.id))
            .add(meeting::Column::Kind.eq(kind))
            .add(meeting::Column::Year.eq(day.year()))
            .add(meeting::Column::Ordinal.eq(ordinal))
            .add(meeting::Column::Status.ne(MeetingStatus::Cancelled));
        let taken = !change.rows::<meeting::Entity>(same).await?.is_empty();
        gates::ordinal_is_free(taken)?;
    }
    let medium = input.medium.map(|medium| medium.0);
    let meeting = change
        .insert(meeting::ActiveModel {
            dispatcher_id: Set(dispatcher),
            convener_id: Set(convener.id),
            kind: Set(kind),
            name: Set(input.name.0),
            year: Set(day.year()),
            ordinal: Set(input.ordinal),
            medium: Set(medium.unwrap_or(MeetingMedium::InPerson)),
            chair_id: Set(chair),
            round_id: Set(round),
            leading_group_id: Set(leading_group),
            implements: Set(input.implements.map(|name| name.0)),
            planned_on: Set(day),
            held_on: Set(None),
            status: Set(MeetingStatus::Prepared),
            minutes: Set(None),
            cancellation_reason: Set(None),
            filed_with: Set(None),
            filed_on: Set(None),
            ..Default::default()
        })
        .await?;
    invitation::call(change, &meeting, input.invited.unwrap_or_default()).await?;
    let items = input.items.unwrap_or_default().into_iter().enumerate();
    let items = items.map(|(at, item)| (format!("items.{at}"), item));
    agenda::put(change, meeting.id, items.collect()).await?;
    Ok(meeting.id)
}
