//! Joint operations: who takes part, about which organizations, what each side may read, and what was found.

pub mod access_grant;
pub mod joint_operation;
pub mod joint_operation_object;
pub mod joint_operation_party;
pub mod joint_referral;
pub mod joint_result;
pub mod joint_step;
