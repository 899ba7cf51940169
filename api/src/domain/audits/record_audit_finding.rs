//! Record what an audit found.

use inspectorate_entity::audits::{audit_finding, audit_project};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{audit_finding::AuditFinding, audit_project::AuditProject, project_life_cycle::take};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        joint_operations::gates::cents,
    },
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        scalars::{Date, Decimal},
        text::{Name, Paragraph},
    },
};

/// What recording what an audit found takes.
#[derive(Debug, Input)]
pub struct RecordAuditFindingInput {
    /// The audit (审计项目).
    pub project: GlobalId<AuditProject>,
    /// What kind of problem it is, in your own words (问题类别).
    pub category: Name,
    /// The rule that is broken (定性依据).
    pub basis: Name,
    /// What was found (问题描述).
    pub description: Paragraph,
    /// How grave it is, in your own words (严重程度).
    pub severity: Option<Name>,
    /// The money that it is about, in yuan, zero or more, exact to the cent (涉及金额).
    pub amount: Option<Decimal>,
    /// The day, not in the future, nor before the first one of the audit; today when left out (发现日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record what an audit of your body found (登记审计发现). Others see it only while a joint operation opens it.
#[verb(AuditFinding)]
pub async fn record_audit_finding(
    change: &mut Change,
    input: RecordAuditFindingInput,
) -> Result<Uuid> {
    let project = change
        .related_alone::<audit_project::Entity, _>("project", &input.project)
        .await?;
    take(change, &project)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, project.starts_on, "input.on")?;
    let amount = match input.amount {
        Some(amount) => Some(cents(amount.0, "input.amount")?),
        None => None,
    };
    let before = audit_finding::Column::ProjectId.eq(project.id);
    let before = change.rows::<audit_finding::Entity>(before).await?.len();
    let finding = change
        .insert(audit_finding::ActiveModel {
            project_id: Set(project.id),
            ordinal: Set(i32::try_from(before + 1).map_err(Error::internal)?),
            category: Set(input.category.0),
            basis: Set(input.basis.0),
            description: Set(input.description.0),
            severity: Set(input.severity.map(|severity| severity.0)),
            amount_cents: Set(amount),
            found_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(finding.id)
}
