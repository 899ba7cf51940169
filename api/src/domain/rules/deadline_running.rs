//! Deadlines that run: neither met nor lifted. While they do, a rule that reaches back would shorten them.

use chrono::NaiveDate;
use inspectorate_entity::{
    organizations::organization,
    rules::{deadline, deadline_rule},
};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::{deadline_clock, kept};
use crate::{
    access::change::Change,
    blocks::deadline::{clock::Clock, length::Length},
    error::Result,
};

/// Those that are neither met nor lifted.
pub fn running() -> Condition {
    Condition::all()
        .add(deadline::Column::MetOn.is_null())
        .add(deadline::Column::LiftedOn.is_null())
}

/// How many running deadlines in the work of `dispatcher`, and of those below it, would be due earlier if the rule of `key` had given
/// `length` since `from`. Those that a rule of somebody nearer set do not count.
pub async fn shortened(
    change: &Change,
    dispatcher: &organization::Model,
    key: &str,
    length: Length,
    from: NaiveDate,
) -> Result<usize> {
    let chain = kept::chain(&dispatcher.path);
    let rules: Vec<Uuid> = change
        .rows::<deadline_rule::Entity>(deadline_rule::Column::Key.eq(key))
        .await?
        .iter()
        .filter(|rule| rule.dispatcher_id.is_none_or(|own| chain.contains(&own)))
        .map(|rule| rule.id)
        .collect();
    let running = running()
        .add(deadline::Column::RuleId.is_in(rules))
        .add(deadline::Column::StartedOn.gte(from));
    let running = change.rows::<deadline::Entity>(running).await?;
    if running.is_empty() {
        return Ok(0);
    }
    let owners = running.iter().map(|row| row.dispatcher_id);
    let owners = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(owners))
        .await?;
    let here: Vec<Uuid> = owners
        .iter()
        .filter(|row| row.path.starts_with(&dispatcher.path))
        .map(|row| row.id)
        .collect();
    let calendar = deadline_clock::calendar(change).await?;
    let shortened = running.iter().filter(|row| {
        let (due, _) = Clock::start(row.started_on, length, &calendar)
            .due
            .columns();
        let earlier = match (due, row.due_on) {
            (Some(new), Some(old)) => new < old,
            _ => false,
        };
        earlier && here.contains(&row.dispatcher_id)
    });
    Ok(shortened.count())
}
