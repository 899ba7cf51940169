//! Register a practice.

use inspectorate_entity::{rules::rule_document, teams::practice};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{conduct_gates as gates, practice::Practice};
use crate::{
    access::change::Change,
    domain::{coverage::gates::day_done, rules::rule_document::RuleDocument},
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What registering a practice takes.
#[derive(Debug, Input)]
pub struct RegisterPracticeInput {
    /// What it is called (名称).
    pub name: Name,
    /// What is done (做法).
    pub summary: Paragraph,
    /// The rule document that lays it down; leave it out when none does (所依制度).
    pub rule: Option<GlobalId<RuleDocument>>,
    /// Since when it is followed, not in the future; today when left out (开始日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Register a practice of inspection work (登记经验做法) of the authority that you act for.
#[verb(Practice)]
pub async fn register_practice(change: &mut Change, input: RegisterPracticeInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let rule = match &input.rule {
        Some(rule) => Some(
            change
                .related::<rule_document::Entity, _>("rule", rule)
                .await?,
        ),
        None => None,
    };
    let day = day_done(input.on, change.today(), "input.on")?;
    let same = Condition::all()
        .add(practice::Column::DispatcherId.eq(dispatcher))
        .add(practice::Column::Name.eq(input.name.0.as_str()));
    let same = change.rows::<practice::Entity>(same).await?;
    gates::practice_is_new(!same.is_empty())?;
    let row = change
        .insert(practice::ActiveModel {
            dispatcher_id: Set(dispatcher),
            name: Set(input.name.0),
            summary: Set(input.summary.0),
            rule_id: Set(rule.map(|rule| rule.id)),
            begun_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
