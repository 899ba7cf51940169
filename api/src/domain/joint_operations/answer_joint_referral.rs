//! Answer what another side referred.

use inspectorate_entity::joint_operations::joint_referral::{self, ReferralOutcome};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    joint_operation::JointOperation, joint_referral::JointReferral, work_life_cycles::take_referral,
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
    read::noun::Noun as _,
};

/// What answering something referred takes.
#[derive(Debug, Input)]
pub struct AnswerJointReferralInput {
    /// What was referred (协作事项).
    pub referral: GlobalId<JointReferral>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What became of it (办理结果).
    pub outcome: Coded<ReferralOutcome>,
    /// What your side says (答复内容).
    pub answer: Paragraph,
    /// The day, not in the future, nor before it was referred; today when left out (答复日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Answer what another side of a joint operation referred to yours (答复协作事项).
#[verb(JointReferral)]
pub async fn answer_joint_referral(
    change: &mut Change,
    input: AnswerJointReferralInput,
) -> Result<Uuid> {
    let referral = change
        .subject::<joint_referral::Entity, _>("referral", &input.referral, input.version)
        .await?;
    let status = take_referral(change, &referral).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, referral.referred_on, "input.on")?;
    let mut answered = referral.clone().into_active_model();
    answered.status = Set(status);
    answered.outcome = Set(Some(input.outcome.0));
    answered.answer = Set(Some(input.answer.0));
    answered.answered_on = Set(Some(day));
    change.update(&referral, answered).await?;
    change
        .touch(JointOperation::DEF, &[referral.operation_id])
        .await?;
    Ok(referral.id)
}
