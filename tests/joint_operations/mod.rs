//! Joint operations: every verb, what they open to whom for how long, who hears of them, and how they count in a year.

mod joint;

mod agree_to_joint_operation;
mod answer_joint_referral;
mod classify_joint_operation;
mod close_joint_operation;
mod complete_joint_step;
mod decline_joint_operation;
mod enter_joint_operation;
mod join_joint_rectification;
mod plan_joint_step;
mod platform;
mod refer_joint_matter;
mod report_joint_operation;
mod request_joint_operation;
mod request_joint_operation_on_collision;
pub mod rows;
mod share_joint_result;
mod sharing;
mod watch;
mod withdraw_joint_operation;
mod year;

use joint::FIELDS;
pub use joint::Joint;
