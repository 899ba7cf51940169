//! Beginning a deadline on a record, and ending it, as verbs of every area do it.

use chrono::NaiveDate;
use inspectorate_entity::{
    organizations::organization,
    rules::{deadline, deadline_rule},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, IntoActiveModel};
use uuid::Uuid;

use super::{deadline_clock, deadline_running, gates, kept};
use crate::{
    access::change::Change,
    blocks::deadline::{clock::Clock, length::Length},
    error::Result,
    read::noun::NounDef,
};

/// A deadline about to begin.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// What it stands on.
    pub noun: &'static NounDef,
    pub record: Uuid,
    /// In whose work it runs: its rule applies, else its superior's, else the shipped one.
    pub dispatcher: Uuid,
    /// Who has to keep it; none when that is the dispatcher itself.
    pub owed_by: Option<Uuid>,
    /// Key of the rule.
    pub rule: &'a str,
    pub started_on: NaiveDate,
}

/// Begin a deadline by the rule that is in force on the day its clock starts.
pub async fn begin(change: &mut Change, beginning: Beginning<'_>) -> Result<deadline::Model> {
    let named = Condition::all().add(deadline_rule::Column::Key.eq(beginning.rule));
    let rules = change.rows::<deadline_rule::Entity>(named).await?;
    let dispatcher = organization::Column::Id.eq(beginning.dispatcher);
    let dispatcher = change.rows::<organization::Entity>(dispatcher).await?;
    let path = dispatcher.first().map(|row| row.path.as_str());
    let chain = kept::chain(path.unwrap_or_default());
    let rule = gates::rule_in_force(&rules, &chain, beginning.started_on)?;
    let length = Length {
        amount: rule.length,
        unit: rule.unit,
    };
    let calendar = deadline_clock::calendar(change).await?;
    let clock = Clock::start(beginning.started_on, length, &calendar);
    let (due_on, awaits_calendar_of) = clock.due.columns();
    let deadline = deadline::ActiveModel {
        dispatcher_id: Set(beginning.dispatcher),
        owed_by_id: Set(beginning.owed_by),
        record_noun: Set(beginning.noun.name.to_owned()),
        record_id: Set(beginning.record),
        rule_id: Set(rule.id),
        rule_edition: Set(rule.edition),
        unit: Set(rule.unit),
        warnings: Set(rule.warnings.clone()),
        started_on: Set(beginning.started_on),
        counted_from: Set(clock.counted_from),
        counted: Set(clock.counted),
        due_on: Set(due_on),
        awaits_calendar_of: Set(awaits_calendar_of),
        paused_on: Set(None),
        pause_reason: Set(None),
        met_on: Set(None),
        lifted_on: Set(None),
        ..Default::default()
    };
    change.insert(deadline).await
}

/// What the deadlines that run on a record ask for was done on `day`.
pub async fn met(change: &mut Change, record: Uuid, day: NaiveDate) -> Result<()> {
    for deadline in running(change, record).await? {
        let mut ended = deadline.clone().into_active_model();
        ended.met_on = Set(Some(day.max(deadline.started_on)));
        change.update(&deadline, ended).await?;
    }
    Ok(())
}

/// From `day` on nobody asks any more for what the deadlines that run on a record ask for.
pub async fn lifted(change: &mut Change, record: Uuid, day: NaiveDate) -> Result<()> {
    for deadline in running(change, record).await? {
        let mut ended = deadline.clone().into_active_model();
        ended.lifted_on = Set(Some(day.max(deadline.started_on)));
        change.update(&deadline, ended).await?;
    }
    Ok(())
}

async fn running(change: &Change, record: Uuid) -> Result<Vec<deadline::Model>> {
    let of_record = deadline::Column::RecordId.eq(record);
    let running = deadline_running::running().add(of_record);
    change.rows::<deadline::Entity>(running).await
}
