//! A person lent to inspection work, from nomination to return.

use inspectorate_entity::teams::secondment::{
    SecondmentAppraisal, SecondmentCategory, SecondmentStatus,
};
use inspectorate_macros::Noun;

use super::secondment_life_cycle::available_actions;
use crate::{
    access::{policy::Agency, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coverage::round::Round,
        organizations::{organization::Organization, person::Person},
    },
    graphql::scalars::Date,
    read::One,
};

/// A person lent to the inspection work of a dispatcher (抽调): nominated by the home unit, approved by the organization department,
/// cleared by discipline, at work, back with an appraisal. Inspection office and organization department only; discipline sees those
/// that wait for its clearance, have it, or were refused.
#[derive(Noun)]
#[noun(table = "secondment", plural = "secondments", reads = ReadSecondments, visible = visible_to, order(-starts_on))]
pub struct Secondment {
    /// The dispatcher to which the person is lent (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The person (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The unit that lends the person; null when that is not visible to the viewer (派出单位).
    #[noun(one = "home_organization_id", filter)]
    pub home_organization: One<Organization>,
    /// The round for which the person is lent; null when it is for none (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// As what the person is lent (选派类别).
    #[noun(filter, order)]
    pub category: SecondmentCategory,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: SecondmentStatus,
    /// First day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day (结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// When the unit nominated the person (推荐日期).
    #[noun(filter, order)]
    pub nominated_on: Date,
    /// When it was last decided on: approved, cleared or refused; null until then (审批日期).
    #[noun(filter, order)]
    pub decided_on: Option<Date>,
    /// Why it was refused; null unless it was (不予批准理由).
    pub refusal_reason: Option<String>,
    /// How the person did; null until the return (鉴定等次).
    #[noun(filter, order, reads = ReadTalents)]
    pub appraisal: Option<SecondmentAppraisal>,
    /// The appraisal in words; null until the return (鉴定意见).
    #[noun(reads = ReadTalents)]
    pub appraisal_text: Option<String>,
    /// The year on whose list of seconded cadres it stands; null until the organization department enters it (年度挂职干部序列).
    #[noun(filter, order)]
    pub list_year: Option<i32>,
    /// When the person was promoted after it; null when not, or not recorded (提拔日期).
    #[noun(filter, order, reads = ReadTalents)]
    pub promoted_on: Option<Date>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(status: SecondmentStatus))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Discipline is asked once the organization department has approved.
fn visible_to(viewer: &Viewer) -> Visible {
    let jurisdiction = Visible::Jurisdiction("dispatcher_id");
    if viewer.agency == Agency::Discipline {
        return Visible::All(vec![
            Visible::OneOf("status", &["APPROVED", "CLEARED", "REFUSED"]),
            jurisdiction,
        ]);
    }
    jurisdiction
}
