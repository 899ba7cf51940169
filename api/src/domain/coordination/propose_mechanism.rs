//! Propose a mechanism of coordination.

use inspectorate_entity::{coordination::coordination_mechanism, rules::rule_document};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::{
    coordination_mechanism::CoordinationMechanism,
    drafting::{self, Draft, DutyInput},
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::day_done, organizations::organization::Organization,
        rules::rule_document::RuleDocument,
    },
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What proposing a mechanism takes.
#[derive(Debug, Input)]
pub struct ProposeMechanismInput {
    /// What it is called; unique in its place (名称).
    pub name: Name,
    /// The bodies that work together with yours, each registered as an agency of the place (协作方).
    pub partners: Vec<GlobalId<Organization>>,
    /// In which fields they do, each once (协作事项).
    pub duties: Vec<DutyInput>,
    /// The rule document that prints it; needed before it comes into force (制度文件).
    pub rule: Option<GlobalId<RuleDocument>>,
    /// The day, not in the future; today when left out (提出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Propose a mechanism by which your body and others work together (提出协作机制); the others see it from then on, and agree or not.
#[verb(CoordinationMechanism)]
pub async fn propose_mechanism(change: &mut Change, input: ProposeMechanismInput) -> Result<Uuid> {
    let day = day_done(input.on, change.today(), "input.on")?;
    let same = Condition::all()
        .add(coordination_mechanism::Column::DispatcherId.eq(change.viewer().authority_id))
        .add(coordination_mechanism::Column::Name.eq(input.name.0.as_str()));
    if !change
        .rows::<coordination_mechanism::Entity>(same)
        .await?
        .is_empty()
    {
        return Err(Error::conflict(
            "input.name",
            "There is a mechanism of this name already: revise that, or choose another name.",
            "已有同名协作机制，请修订原机制或另取名称。",
        ));
    }
    let rule = match &input.rule {
        Some(id) => {
            let rule = change
                .related::<rule_document::Entity, _>("rule", id)
                .await?;
            Some(rule.id)
        }
        None => None,
    };
    let draft = Draft {
        name: input.name.0,
        edition: 1,
        rule,
        proposed_on: day,
        replaces: None,
        partners: drafting::partners(change, &input.partners, day).await?,
        duties: input.duties,
    };
    drafting::propose(change, draft).await
}
