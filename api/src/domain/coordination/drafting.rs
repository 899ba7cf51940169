//! Writing a proposed mechanism with its parties and duties.

use chrono::NaiveDate;
use inspectorate_entity::{
    coordination::{
        coordination_mechanism::{self, MechanismStatus},
        mechanism_duty::{self, CoordinationField},
        mechanism_party,
    },
    organizations::{agency_registration::Agency, organization},
    rules::deadline_rule,
};
use inspectorate_macros::Input;
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::mechanism_gates as gates;
use crate::{
    access::change::Change,
    domain::{
        meetings::{callers, gates::at_most},
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        text::{Code, Paragraph},
    },
};

/// A field in which the parties work together (协作事项).
#[derive(Debug, Input)]
pub struct DutyInput {
    /// The field (协作领域).
    pub field: Coded<CoordinationField>,
    /// What is done in it (内容).
    pub content: Option<Paragraph>,
    /// The division that answers for it (责任处室).
    pub responsible: Option<GlobalId<Organization>>,
    /// Key of the deadline rule for requests in this field; the general one when left out (期限规则).
    pub deadline_rule: Option<Code>,
}

/// A mechanism about to be proposed.
pub struct Draft {
    pub name: String,
    pub edition: i32,
    pub rule: Option<Uuid>,
    pub proposed_on: NaiveDate,
    pub replaces: Option<Uuid>,
    /// The parties besides the viewer's own body, and as which agencies each of them acts.
    pub partners: Vec<(Uuid, Vec<Agency>)>,
    pub duties: Vec<DutyInput>,
}

/// The bodies named as partners, with the agencies as which they act here.
pub async fn partners(
    change: &Change,
    named: &[GlobalId<Organization>],
    day: NaiveDate,
) -> Result<Vec<(Uuid, Vec<Agency>)>> {
    at_most(named.len(), 50, "input.partners")?;
    let initiator = change.viewer().organization_id;
    let mut partners: Vec<(Uuid, Vec<Agency>)> = Vec::with_capacity(named.len());
    for (index, partner) in named.iter().enumerate() {
        let field = format!("partners.{index}");
        let body = change
            .related::<organization::Entity, _>(&field, partner)
            .await?;
        let agencies = callers::agencies(change, body.id, day).await?;
        let others: Vec<Uuid> = partners.iter().map(|(id, _)| *id).collect();
        let field = format!("input.{field}");
        gates::partner_is_an_agency(body.id, initiator, &others, &agencies, &field)?;
        partners.push((body.id, agencies));
    }
    Ok(partners)
}

/// Write the mechanism as proposed by the viewer's body, which thereby agrees.
pub async fn propose(change: &mut Change, draft: Draft) -> Result<Uuid> {
    gates::says_with_whom_in_what(draft.partners.len(), draft.duties.len())?;
    at_most(draft.duties.len(), 20, "input.duties")?;
    let initiator = change.viewer().organization_id;
    let dispatcher = change.viewer().authority_id;
    let mut agencies = vec![change.viewer().agency];
    agencies.extend(draft.partners.iter().flat_map(|(_, agencies)| agencies));
    let mechanism = change
        .insert(coordination_mechanism::ActiveModel {
            dispatcher_id: Set(dispatcher),
            initiator_id: Set(initiator),
            name: Set(draft.name),
            edition: Set(draft.edition),
            rule_id: Set(draft.rule),
            status: Set(MechanismStatus::Proposed),
            proposed_on: Set(draft.proposed_on),
            starts_on: Set(None),
            established_on: Set(None),
            ends_on: Set(None),
            end_reason: Set(None),
            replaces_id: Set(draft.replaces),
            ..Default::default()
        })
        .await?;
    let bodies = draft.partners.iter().map(|(id, _)| (*id, None));
    for (organization, agreed_on) in [(initiator, Some(draft.proposed_on))]
        .into_iter()
        .chain(bodies)
    {
        change
            .insert(mechanism_party::ActiveModel {
                mechanism_id: Set(mechanism.id),
                organization_id: Set(organization),
                agreed_on: Set(agreed_on),
                ..Default::default()
            })
            .await?;
    }
    let mut named = Vec::with_capacity(draft.duties.len());
    for (index, duty) in draft.duties.into_iter().enumerate() {
        let field = format!("duties.{index}");
        let kind = duty.field.0;
        gates::duty_fits_the_parties(kind, &named, &agencies, &format!("input.{field}.field"))?;
        named.push(kind);
        let responsible = match &duty.responsible {
            Some(id) => {
                let field = format!("{field}.responsible");
                let row = change
                    .related::<organization::Entity, _>(&field, id)
                    .await?;
                Some(row.id)
            }
            None => None,
        };
        if let Some(rule) = &duty.deadline_rule {
            rule_is_known(change, &rule.0, &format!("input.{field}.deadlineRule")).await?;
        }
        change
            .insert(mechanism_duty::ActiveModel {
                mechanism_id: Set(mechanism.id),
                field: Set(kind),
                content: Set(duty.content.map(|content| content.0)),
                responsible_id: Set(responsible),
                deadline_rule: Set(duty.deadline_rule.map(|rule| rule.0)),
                ..Default::default()
            })
            .await?;
    }
    Ok(mechanism.id)
}

async fn rule_is_known(change: &Change, key: &str, field: &str) -> Result<()> {
    let rules = deadline_rule::Column::Key.eq(key);
    if !change
        .rows::<deadline_rule::Entity>(rules)
        .await?
        .is_empty()
    {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("There is no deadline rule `{key}`: take the key of one of `deadlineRules`."),
        format!("没有代号为“{key}”的期限规则，请从 `deadlineRules` 选用。"),
    ))
}
