//! What joint operations bring to the schema: their nouns and their verbs, one word each.

use super::{
    access_grant, agree_to_joint_operation, answer_joint_referral, classify_joint_operation,
    close_joint_operation, complete_joint_step, decline_joint_operation, enter_joint_operation,
    join_joint_rectification, joint_operation, joint_operation_object, joint_operation_party,
    joint_referral, joint_result, joint_step, plan_joint_step, refer_joint_matter,
    report_joint_operation, request_joint_operation, request_joint_operation_on_collision,
    share_joint_result, withdraw_joint_operation,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        joint_operation::JointOperation::DEF,
        joint_operation_party::JointOperationParty::DEF,
        joint_operation_object::JointOperationObject::DEF,
        access_grant::AccessGrant::DEF,
        joint_step::JointStep::DEF,
        joint_referral::JointReferral::DEF,
        joint_result::JointResult::DEF,
    ],
    verbs: &[
        &request_joint_operation::VERB,
        &request_joint_operation_on_collision::VERB,
        &agree_to_joint_operation::VERB,
        &decline_joint_operation::VERB,
        &withdraw_joint_operation::VERB,
        &enter_joint_operation::VERB,
        &plan_joint_step::VERB,
        &complete_joint_step::VERB,
        &refer_joint_matter::VERB,
        &answer_joint_referral::VERB,
        &share_joint_result::VERB,
        &report_joint_operation::VERB,
        &join_joint_rectification::VERB,
        &close_joint_operation::VERB,
        &classify_joint_operation::VERB,
    ],
    queries: &[],
};
