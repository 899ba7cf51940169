//! Record a breach of discipline.

use inspectorate_entity::{
    organizations::person,
    rules::{checklist, checklist_item},
    teams::{
        team,
        violation::{self, ViolationCategory},
    },
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    conduct_gates as gates, team::Team, violation::Violation, violation_life_cycle::VIOLATION,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_after, own},
        organizations::person::Person,
        rules::kept::chain,
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What recording a breach of discipline takes.
#[derive(Debug, Input)]
pub struct RecordViolationInput {
    /// Who broke it (人员).
    pub person: GlobalId<Person>,
    /// The team on which the person sat; leave it out outside a team (巡察组).
    pub team: Option<GlobalId<Team>>,
    /// Which discipline (类别).
    pub category: Coded<ViolationCategory>,
    /// The clause that was broken; for the four must-nots a code of the checklist FOUR_MUST_NOTS, which is needed (条款).
    pub clause: Option<Name>,
    /// When it happened (发生日期).
    pub occurred_on: Date,
    /// What happened (情形说明).
    pub detail: Paragraph,
    /// When it became known, not in the future; today when left out (发现日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record a breach of discipline by an inspection cadre (登记违纪情况), with the clause that was broken.
#[verb(Violation)]
pub async fn record_violation(change: &mut Change, input: RecordViolationInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    let team = match &input.team {
        Some(team) => Some(change.related::<team::Entity, _>("team", team).await?),
        None => None,
    };
    if let Some(team) = &team {
        own(change.viewer(), team.dispatcher_id, "input.team")?;
    }
    let clause = input.clause.map(|clause| clause.0);
    if input.category.0 == ViolationCategory::FourMustNots {
        let clauses = four_must_nots(change).await?;
        gates::names_a_clause(clause.as_deref(), &clauses)?;
    }
    let day = day_done(input.on, change.today(), "input.on")?;
    not_after(input.occurred_on.0, day, "input.occurredOn")?;
    let row = change
        .insert(violation::ActiveModel {
            dispatcher_id: Set(dispatcher),
            person_id: Set(person.id),
            team_id: Set(team.map(|team| team.id)),
            category: Set(input.category.0),
            clause: Set(clause),
            occurred_on: Set(input.occurred_on.0),
            found_on: Set(day),
            detail: Set(input.detail.0),
            status: Set(VIOLATION.initial),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}

/// The codes of the checklist of the four must-nots, as it ships or as the dispatcher or its superiors keep it.
async fn four_must_nots(change: &Change) -> Result<Vec<String>> {
    let keepers = Condition::any()
        .add(checklist::Column::DispatcherId.is_null())
        .add(checklist::Column::DispatcherId.is_in(chain(&change.viewer().jurisdiction)));
    let lists = Condition::all()
        .add(checklist::Column::Key.eq("FOUR_MUST_NOTS"))
        .add(keepers);
    let lists = change.rows::<checklist::Entity>(lists).await?;
    let lists = lists.into_iter().map(|list| list.id);
    let items = change
        .rows::<checklist_item::Entity>(checklist_item::Column::ChecklistId.is_in(lists))
        .await?;
    Ok(items.into_iter().map(|item| item.code).collect())
}
