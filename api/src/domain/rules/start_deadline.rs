//! Put a deadline on a record.

use async_graphql::ID;
use inspectorate_entity::{
    organizations::organization,
    rules::{deadline, deadline_rule},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use uuid::Uuid;

use super::{deadline::Deadline, deadline_clock, deadline_gates, deadline_record, gates, kept};
use crate::{
    access::change::Change,
    blocks::deadline::{clock::Clock, length::Length},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Code},
};

/// A deadline on a record (起算期限).
#[derive(Input)]
pub struct StartDeadlineInput {
    /// The record that something must be done about, of a noun of the union `DeadlineRecord` (所属记录).
    pub record: ID,
    /// The dispatching organization in whose work it runs; its rule applies, else its superior's, else the shipped one (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// Key of the rule, such as RECTIFICATION_PLAN (规则代号).
    pub rule: Code,
    /// Day of the event that starts the clock, today at the latest; the day itself does not count (起算日期).
    pub started_on: Date,
    /// The organization that has to do it; null when that is the dispatcher itself (责任单位).
    pub owed_by: Option<GlobalId<Organization>>,
}

/// Put a deadline on a record, by the rule that is in force on the day its clock starts (起算期限).
#[verb(Deadline)]
pub async fn start_deadline(change: &mut Change, input: StartDeadlineInput) -> Result<Uuid> {
    let started_on = input.started_on.0;
    deadline_gates::is_not_in_the_future(started_on, change.today(), "input.startedOn")?;
    let (noun, record_id) = change.any("record", &input.record).await?;
    deadline_record::can_carry_a_deadline(noun)?;
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let owed_by = match &input.owed_by {
        Some(id) => Some(
            change
                .related::<organization::Entity, _>("owedBy", id)
                .await?
                .id,
        ),
        None => None,
    };
    let named = Condition::all().add(deadline_rule::Column::Key.eq(input.rule.0.as_str()));
    let rules = change.rows::<deadline_rule::Entity>(named).await?;
    let rule = gates::rule_in_force(&rules, &kept::chain(&dispatcher.path), started_on)?;
    let length = Length {
        amount: rule.length,
        unit: rule.unit,
    };
    let clock = Clock::start(started_on, length, &deadline_clock::calendar(change).await?);
    let (due_on, awaits_calendar_of) = clock.due.columns();
    let deadline = deadline::ActiveModel {
        dispatcher_id: Set(dispatcher.id),
        owed_by_id: Set(owed_by),
        record_noun: Set(noun.name.to_owned()),
        record_id: Set(record_id),
        rule_id: Set(rule.id),
        rule_edition: Set(rule.edition),
        unit: Set(rule.unit),
        warnings: Set(rule.warnings.clone()),
        started_on: Set(started_on),
        counted_from: Set(clock.counted_from),
        counted: Set(clock.counted),
        due_on: Set(due_on),
        awaits_calendar_of: Set(awaits_calendar_of),
        paused_on: Set(None),
        pause_reason: Set(None),
        met_on: Set(None),
        ..Default::default()
    };
    Ok(change.insert(deadline).await?.id)
}
