//! Share what one's own side found.

use inspectorate_entity::{
    audits::{audit_finding, audit_project},
    joint_operations::{joint_operation, joint_operation_object, joint_result},
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    gates,
    joint_operation::JointOperation,
    joint_result::JointResult,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    domain::{
        audits::{audit_finding::AuditFinding, gates::is_ones_own},
        coverage::gates::{day_done, not_before},
        journal::gates::check_sum,
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::{Date, Decimal},
        text::{Code, Name, Paragraph},
    },
    read::noun::Noun as _,
};

/// What sharing what one's own side found takes.
#[derive(Debug, Input)]
pub struct ShareJointResultInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The organization that it is about, in the scope of the operation (涉及单位).
    pub organization: GlobalId<Organization>,
    /// What kind of problem it is (问题类别).
    pub category: Name,
    /// The rule that is broken (定性依据).
    pub basis: Name,
    /// What was found (问题描述).
    pub description: Paragraph,
    /// How grave it is, in your own words (严重程度).
    pub severity: Option<Name>,
    /// The money that it is about, in yuan, zero or more, exact to the cent (涉及金额).
    pub amount: Option<Decimal>,
    /// The side in whose figures it counts; your own when left out (计数单位).
    pub counted_by: Option<GlobalId<Organization>>,
    /// Evidence of other sides that it rests on (所用他方证据).
    pub evidence_reused: Option<Paragraph>,
    /// SHA-256 of the file that holds the evidence, 64 hexadecimal digits (证据文件校验值).
    pub sha256: Option<Code>,
    /// The finding of an audit of your body that it is, about the same organization; each is shared once (审计发现).
    pub audit_finding: Option<GlobalId<AuditFinding>>,
    /// The day, not in the future, nor before every side entered; today when left out (共享日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Share what your side found with the other sides of a joint operation (共享成果). It keeps who found it, and counts for one side only.
#[verb(JointResult)]
pub async fn share_joint_result(change: &mut Change, input: ShareJointResultInput) -> Result<Uuid> {
    let operation = change
        .related_alone::<joint_operation::Entity, _>("operation", &input.operation)
        .await?;
    let sides = sides(change, operation.id).await?;
    take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let first = operation.entered_on.or(operation.agreed_on);
    not_before(day, first.unwrap_or(operation.requested_on), "input.on")?;
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let scope = joint_operation_object::Column::OperationId.eq(operation.id);
    let scope = change.rows::<joint_operation_object::Entity>(scope).await?;
    let scope: Vec<Uuid> = scope.iter().map(|object| object.organization_id).collect();
    gates::lies_in_scope(organization.id, &scope)?;
    let finder = change.viewer().organization_id;
    let counter = match &input.counted_by {
        Some(id) => {
            let body = change
                .related::<organization::Entity, _>("countedBy", id)
                .await?;
            body.id
        }
        None => finder,
    };
    let sides: Vec<Uuid> = sides.iter().map(|side| side.organization_id).collect();
    gates::counts_for_a_side(counter, &sides)?;
    let finding = match &input.audit_finding {
        Some(id) => Some(finding(change, id, organization.id).await?),
        None => None,
    };
    let amount = match input.amount {
        Some(amount) => Some(gates::cents(amount.0, "input.amount")?),
        None => None,
    };
    let sha256 = match &input.sha256 {
        Some(sha256) => Some(check_sum(&sha256.0)?),
        None => None,
    };
    let result = change
        .insert(joint_result::ActiveModel {
            operation_id: Set(operation.id),
            finder_id: Set(finder),
            counter_id: Set(counter),
            organization_id: Set(organization.id),
            category: Set(input.category.0),
            basis: Set(input.basis.0),
            description: Set(input.description.0),
            severity: Set(input.severity.map(|severity| severity.0)),
            amount_cents: Set(amount),
            evidence_reused: Set(input.evidence_reused.map(|evidence| evidence.0)),
            sha256: Set(sha256),
            audit_finding_id: Set(finding),
            shared_on: Set(day),
            ..Default::default()
        })
        .await?;
    change.touch(JointOperation::DEF, &[operation.id]).await?;
    Ok(result.id)
}

/// The finding named: of an audit of the viewer's own body at that organization, and not shared before.
async fn finding(change: &Change, id: &GlobalId<AuditFinding>, organization: Uuid) -> Result<Uuid> {
    let finding = change
        .related_alone::<audit_finding::Entity, _>("auditFinding", id)
        .await?;
    let project = change
        .held::<audit_project::Entity>(finding.project_id)
        .await?;
    is_ones_own(project.auditor_id, change.viewer().organization_id)
        .map_err(|error| error.field("input.auditFinding"))?;
    gates::lies_in_scope(organization, &[project.organization_id])?;
    let before = joint_result::Column::AuditFindingId.eq(finding.id);
    let before = change.rows::<joint_result::Entity>(before).await?.len();
    gates::is_shared_once(before)?;
    Ok(finding.id)
}
