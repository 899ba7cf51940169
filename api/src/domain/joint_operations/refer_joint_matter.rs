//! Refer something to another side.

use inspectorate_entity::{
    joint_operations::{
        joint_operation, joint_operation_object,
        joint_referral::{self, ReferralKind, ReferralStatus},
    },
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    gates,
    joint_operation::JointOperation,
    joint_referral::JointReferral,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
    read::noun::Noun as _,
};

/// What referring something to another side takes.
#[derive(Debug, Input)]
pub struct ReferJointMatterInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The side that it is referred to, not your own (承接单位).
    pub receiver: GlobalId<Organization>,
    /// What is referred (种类).
    pub kind: Coded<ReferralKind>,
    /// The organization that it is about, in the scope of the operation (涉及单位).
    pub organization: Option<GlobalId<Organization>>,
    /// What it is about (事由).
    pub title: Name,
    /// What is said or asked (内容).
    pub content: Paragraph,
    /// The day, not in the future, nor before every side entered; today when left out (移交日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Refer something to another side of a joint operation: a problem that lies with it, or an interview or material that both need, so that the
/// organization is asked once (移交协作事项). The other side sees it and owes an answer.
#[verb(JointReferral)]
pub async fn refer_joint_matter(change: &mut Change, input: ReferJointMatterInput) -> Result<Uuid> {
    let operation = change
        .related_alone::<joint_operation::Entity, _>("operation", &input.operation)
        .await?;
    let sides = sides(change, operation.id).await?;
    take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let first = operation.entered_on.or(operation.agreed_on);
    not_before(day, first.unwrap_or(operation.requested_on), "input.on")?;
    let receiver = change
        .related::<organization::Entity, _>("receiver", &input.receiver)
        .await?;
    let sender = change.viewer().organization_id;
    let sides: Vec<Uuid> = sides.iter().map(|side| side.organization_id).collect();
    gates::is_another_side(receiver.id, sender, &sides, "input.receiver")?;
    let organization = match &input.organization {
        Some(id) => {
            let organization = change
                .related::<organization::Entity, _>("organization", id)
                .await?;
            let scope = joint_operation_object::Column::OperationId.eq(operation.id);
            let scope = change.rows::<joint_operation_object::Entity>(scope).await?;
            let scope: Vec<Uuid> = scope.iter().map(|object| object.organization_id).collect();
            gates::lies_in_scope(organization.id, &scope)?;
            Some(organization.id)
        }
        None => None,
    };
    let referral = change
        .insert(joint_referral::ActiveModel {
            operation_id: Set(operation.id),
            dispatcher_id: Set(operation.dispatcher_id),
            kind: Set(input.kind.0),
            sender_id: Set(sender),
            receiver_id: Set(receiver.id),
            organization_id: Set(organization),
            title: Set(input.title.0),
            content: Set(input.content.0),
            status: Set(ReferralStatus::Open),
            referred_on: Set(day),
            outcome: Set(None),
            answer: Set(None),
            answered_on: Set(None),
            ..Default::default()
        })
        .await?;
    change.touch(JointOperation::DEF, &[operation.id]).await?;
    Ok(referral.id)
}
