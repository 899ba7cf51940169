//! What a rule document asks of an agency again and again.

use inspectorate_entity::organizations::agency_registration::Agency;
use inspectorate_macros::Noun;

use super::{
    duty_schedule::{DutySchedule, schedule},
    rule_duty_record::RuleDutyRecord,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{organizations::organization::Organization, rules::rule_document::RuleDocument},
    graphql::scalars::Date,
    read::{Many, One, noun::Noun as _},
};

/// What a rule document asks of an agency again and again, such as a study session every month or a supervision visit every quarter
/// (制度规定的定期工作).
#[derive(Noun)]
#[noun(table = "rule_duty", plural = "ruleDuties", reads = ReadRules, visible = visible_to, order(first_due_on, action))]
pub struct RuleDuty {
    /// The rule document (制度).
    #[noun(one = "rule_id", filter)]
    pub rule: One<RuleDocument>,
    /// The dispatcher that keeps the rule; null when it is not visible to the viewer (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Who has to do it (责任机关).
    #[noun(filter, order)]
    pub agency: Agency,
    /// What has to be done (工作内容).
    #[noun(filter, order)]
    pub action: String,
    /// After how many months it has to be done again (间隔月数).
    #[noun(filter, order)]
    pub every_months: i32,
    /// The day by which it has to be done for the first time (首次期限).
    #[noun(filter, order)]
    pub first_due_on: Date,
    /// When it was done (完成记录).
    #[noun(many = "duty_id", filter)]
    pub records: Many<RuleDutyRecord>,
    /// Every time by which it had to be done so far, whether it was, and the next one (期次安排).
    #[noun(
        computed = schedule,
        needs(action: String, first_due_on: Date, every_months: i32),
        ids(rule_id),
        args(as_of: Option<Date> = "The day to look at; today when left out. Not in the future.")
    )]
    pub schedule: DutySchedule,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("rule_id", || RuleDocument::DEF)
}
