//! Set a deadline rule of one's own.

use inspectorate_entity::{
    organizations::organization,
    rules::deadline_rule::{self, DeadlineUnit},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, IntoActiveModel};
use uuid::Uuid;

use super::{deadline_rule::DeadlineRule, deadline_running, gates, kept};
use crate::{
    access::{change::Change, policy::Agency},
    blocks::deadline::length::Length,
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name, Paragraph},
    },
};

/// How long which event gives in the work of a dispatcher (设定期限规则).
#[derive(Input)]
pub struct SetDeadlineRuleInput {
    /// The dispatching organization whose rule it is (所属派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// Its name in capitals; with the key of a superior's or shipped rule it stands before that one (规则代号).
    pub key: Code,
    /// The edition of the dispatcher's own rule that it replaces; null when there is none yet (所替换的版次).
    pub replaces_edition: Option<i32>,
    /// English name (英文名称).
    pub name: Name,
    /// Chinese name (中文名称).
    pub name_zh: Name,
    /// The event that starts the clock, such as FEEDBACK_GIVEN (起算事件).
    pub start_event: Code,
    /// How many of the unit it gives, at least 1 (时长).
    pub length: i32,
    /// What is counted (单位).
    pub unit: Coded<DeadlineUnit>,
    /// Days before the due day on which to warn, at most ten (预警天数).
    pub warnings: Vec<i32>,
    /// Agencies that may extend, at least one (可批准延期的机关).
    pub extended_by: Vec<Coded<Agency>>,
    /// The rule document that sets the length (来源).
    pub source: Paragraph,
    /// First day on which it starts clocks; today when left out (生效日期).
    pub valid_from: Option<Date>,
}

/// Set a dispatcher's own deadline rule as its next edition; deadlines that run keep the edition that set them (设定期限规则).
#[verb(DeadlineRule)]
pub async fn set_deadline_rule(change: &mut Change, input: SetDeadlineRuleInput) -> Result<Uuid> {
    gates::code_is_spelled(&input.key.0, "input.key")?;
    gates::code_is_spelled(&input.start_event.0, "input.startEvent")?;
    gates::length_is_sensible(input.length, input.unit.0)?;
    let warnings = gates::warnings_are_steps(&input.warnings)?;
    let extended_by: Vec<_> = input.extended_by.iter().map(|agency| agency.0).collect();
    gates::somebody_may_extend(&extended_by)?;
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let own = Condition::all()
        .add(deadline_rule::Column::DispatcherId.eq(dispatcher.id))
        .add(deadline_rule::Column::Key.eq(input.key.0.as_str()));
    let editions = change.rows::<deadline_rule::Entity>(own).await?;
    let latest = editions.into_iter().max_by_key(|rule| rule.edition);
    let (seen, current) = (
        input.replaces_edition.unwrap_or(0),
        latest.as_ref().map_or(0, |rule| rule.edition),
    );
    if seen != current {
        return Err(Error::stale(seen, current).field("input.replacesEdition"));
    }
    let from = input.valid_from.map_or_else(|| change.today(), |day| day.0);
    if let Some(before) = &latest {
        let mut ended = before.clone().into_active_model();
        ended.valid_to = Set(Some(gates::edition_follows(
            before.valid_from,
            before.valid_to,
            from,
        )?));
        change.update(before, ended).await?;
    }
    let length = Length {
        amount: input.length,
        unit: input.unit.0,
    };
    let shortened =
        deadline_running::shortened(change, &dispatcher, &input.key.0, length, from).await?;
    gates::no_running_deadline_is_shortened(shortened)?;
    let list = |json: serde_json::Result<String>| json.map_err(Error::internal);
    let rule = deadline_rule::ActiveModel {
        dispatcher_id: Set(Some(dispatcher.id)),
        key: Set(input.key.0),
        edition: Set(current + 1),
        name: Set(input.name.0),
        name_zh: Set(input.name_zh.0),
        start_event: Set(input.start_event.0),
        length: Set(input.length),
        unit: Set(input.unit.0),
        warnings: Set(list(serde_json::to_string(&warnings))?),
        extended_by: Set(list(serde_json::to_string(&extended_by))?),
        source: Set(input.source.0),
        valid_from: Set(Some(from)),
        valid_to: Set(None),
        ..Default::default()
    };
    Ok(change.insert(rule).await?.id)
}
