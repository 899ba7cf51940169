//! Joint operations: agencies that inspect, audit or check the same organizations together by a mechanism, and what each may read of the other
//! meanwhile.

mod index;

pub use index::AREA;

pub mod access_grant;
pub mod joint_operation;
pub mod joint_operation_object;
pub mod joint_operation_party;
pub mod joint_referral;
pub mod joint_result;
pub mod joint_step;

pub mod agree_to_joint_operation;
pub mod answer_joint_referral;
pub mod classify_joint_operation;
pub mod close_joint_operation;
pub mod complete_joint_step;
pub mod decline_joint_operation;
pub mod enter_joint_operation;
pub mod join_joint_rectification;
pub mod plan_joint_step;
pub mod refer_joint_matter;
pub mod report_joint_operation;
pub mod request_joint_operation;
pub mod request_joint_operation_on_collision;
pub mod share_joint_result;
pub mod withdraw_joint_operation;

pub mod gates;
pub mod granting;
pub mod joint_year;
pub mod joint_year_kinds;
pub mod operation_facts;
pub mod operation_life_cycle;
pub mod operation_progress;
pub mod work_life_cycles;
