//! A person and their posts.

use inspectorate_entity::organizations::person::Gender;
use inspectorate_macros::Noun;

use super::{
    appointment::Appointment, leader_action::LeaderAction, leader_portfolio::LeaderPortfolio,
    leading_group_member::LeadingGroupMember, organization::Organization,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::measure::Measure,
    domain::teams::{
        experience::inspection_experience, honour::Honour, team_member::TeamMember,
        training_attendance::TrainingAttendance,
    },
    graphql::scalars::Date,
    read::{Many, One, Search, noun::Noun as _},
};

/// A person known to inspection work; what they are follows from their dated posts (人员).
#[derive(Noun)]
#[noun(table = "person", plural = "people", reads = ReadPeople, visible = visible_to, order(pinyin, code))]
pub struct Person {
    /// The code by which people and scripts name the person; unique (编号).
    #[noun(filter, order)]
    pub code: String,
    /// The name (姓名).
    #[noun(filter, order)]
    pub name: String,
    /// The name in pinyin: order by it for the order of Chinese lists (拼音).
    #[noun(order)]
    pub pinyin: String,
    /// Finds the person as people type: part of the name, pinyin, pinyin initials or code, in any width and case (检索).
    #[noun(filter)]
    pub search: Search,
    /// Gender; null when not recorded (性别).
    #[noun(filter)]
    pub gender: Option<Gender>,
    /// The dispatcher that keeps the record; null when that is not visible to the viewer (登记机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The posts that the person holds and held (任职经历).
    #[noun(many = "person_id", filter)]
    pub appointments: Many<Appointment>,
    /// The seats in leading groups (领导小组任职).
    #[noun(many = "person_id", filter)]
    pub leading_group_seats: Many<LeadingGroupMember>,
    /// The seats on inspection teams (巡察组任职).
    #[noun(many = "person_id", filter)]
    pub team_seats: Many<TeamMember>,
    /// The trainings to which the person was called (培训出勤).
    #[noun(many = "person_id", filter)]
    pub trainings: Many<TrainingAttendance>,
    /// The titles that the person was given (荣誉).
    #[noun(many = "person_id", filter)]
    pub honours: Many<Honour>,
    /// Days on inspection teams up to a day, counted as grassroots experience; null to all but office and organization department (巡察经历累计时间).
    #[noun(computed = inspection_experience, reads = ReadTalents, needs(name: String), args(as_of: Option<Date> = "The last day counted; today when left out. Not in the future."))]
    pub inspection_experience: Option<Measure>,
    /// The fields that the person is and was in charge of (分管领域).
    #[noun(many = "person_id", filter)]
    pub portfolios: Many<LeaderPortfolio>,
    /// What the person did as a leader in person (四个亲自).
    #[noun(many = "person_id", filter)]
    pub actions: Many<LeaderAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Jurisdiction("dispatcher_id"),
        Visible::Named("person_id", || Appointment::DEF),
    ])
}
