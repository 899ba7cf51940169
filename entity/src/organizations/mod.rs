//! Who there is: organizations in their tree, the agencies they act as, leading groups, people and their dated posts.

pub mod agency_registration;
pub mod appointment;
pub mod delegated_power;
pub mod leader_action;
pub mod leader_portfolio;
pub mod leader_portfolio_organization;
pub mod leading_group;
pub mod leading_group_member;
pub mod leading_group_member_unit;
pub mod liaison_contact;
pub mod management_arrangement;
pub mod organization;
pub mod organization_affiliation;
pub mod organization_establishment;
pub mod organization_name;
pub mod organization_relation;
pub mod party_branch_activity;
pub mod person;
pub mod post;
pub mod work_talk;
pub mod workplace;
