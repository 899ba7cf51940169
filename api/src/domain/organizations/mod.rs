//! Organizations (组织机构): who there is, in which tree, acting as which agency, led by whom.
//!
//! Whatever changes with time is a row with a first and a last day, so that every question can be asked as of any date; a body
//! that is at once dispatcher and object is two such rows, never a flag.

use super::Area;

mod index;

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

mod abolish_post;
mod appoint_to_post;
mod arrange_management;
mod assign_organization;
mod assign_portfolio;
mod constitute_leading_group;
mod correct_leader_action;
mod correct_person;
mod correct_work_talk;
mod create_post;
mod delegate_power;
mod dissolve_leading_group;
mod end_agency_registration;
mod end_appointment;
mod end_delegated_power;
mod end_leading_group_membership;
mod end_liaison;
mod end_member_unit;
mod end_organization_relation;
mod end_portfolio;
mod merge_organizations;
mod move_organization;
mod name_liaison;
mod reclassify_organization;
mod record_branch_activity;
mod record_leader_action;
mod record_work_talk;
mod record_workplace;
mod register_agency;
mod register_organization;
mod register_person;
mod relate_organizations;
mod rename_organization;
mod retire_organization;
mod seat_leading_group_member;
mod seat_member_unit;
mod set_establishment;

pub mod dated;
pub mod gates;
pub mod on_a_day;
pub mod search;
mod tree;

pub const AREA: Area = Area {
    nouns: index::NOUNS,
    verbs: index::VERBS,
    queries: &[],
};
