//! Propose a new wording of a mechanism.

use inspectorate_entity::{
    coordination::{
        coordination_mechanism::{self, MechanismStatus},
        mechanism_party,
    },
    rules::rule_document,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::{
    coordination_mechanism::CoordinationMechanism,
    drafting::{self, Draft, DutyInput},
    mechanism_gates as gates,
    mechanism_life_cycle::take,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        meetings::callers,
        rules::rule_document::RuleDocument,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What proposing a new wording of a mechanism takes.
#[derive(Debug, Input)]
pub struct ReviseMechanismInput {
    /// The mechanism in the wording that stands (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What it is called from then on; as before when left out (名称).
    pub name: Option<Name>,
    /// In which fields its parties then work together (协作事项).
    pub duties: Vec<DutyInput>,
    /// The rule document that prints the new wording; needed before it comes into force (制度文件).
    pub rule: Option<GlobalId<RuleDocument>>,
    /// The day, not in the future, nor before the mechanism came into force; today when left out (提出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Propose a new wording of a mechanism to its parties (修订协作机制); the old one stands until the new one comes into force.
#[verb(CoordinationMechanism)]
pub async fn revise_mechanism(change: &mut Change, input: ReviseMechanismInput) -> Result<Uuid> {
    let mechanism = change
        .subject::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism, input.version)
        .await?;
    take(change, &mechanism).await?;
    let waiting = Condition::all()
        .add(coordination_mechanism::Column::ReplacesId.eq(mechanism.id))
        .add(coordination_mechanism::Column::Status.eq(MechanismStatus::Proposed));
    let waiting = change
        .rows::<coordination_mechanism::Entity>(waiting)
        .await?;
    gates::no_revision_waits(!waiting.is_empty())?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, mechanism.starts_on.unwrap_or(day), "input.on")?;
    let rule = match &input.rule {
        Some(id) => {
            let rule = change
                .related::<rule_document::Entity, _>("rule", id)
                .await?;
            Some(rule.id)
        }
        None => None,
    };
    let parties = mechanism_party::Column::MechanismId.eq(mechanism.id);
    let parties = change.rows::<mechanism_party::Entity>(parties).await?;
    let own = change.viewer().organization_id;
    let mut partners = Vec::with_capacity(parties.len());
    for party in parties.iter().filter(|party| party.organization_id != own) {
        let agencies = callers::agencies(change, party.organization_id, day).await?;
        partners.push((party.organization_id, agencies));
    }
    let draft = Draft {
        name: input.name.map_or(mechanism.name, |name| name.0),
        edition: mechanism.edition + 1,
        rule,
        proposed_on: day,
        replaces: Some(mechanism.id),
        partners,
        duties: input.duties,
    };
    drafting::propose(change, draft).await
}
