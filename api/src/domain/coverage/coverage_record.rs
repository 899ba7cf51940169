//! What was inspected when, and by what.

use inspectorate_entity::coverage::coverage_record::InspectionKind;
use inspectorate_macros::Noun;

use super::{coverage_object::CoverageObject, round::Round, term::Term};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{organizations::organization::Organization, plans::first_of_type::first_of_its_type},
    graphql::scalars::Date,
    read::{Many, One},
};

/// One inspection of one organization, as the ledger counts it: what was covered when and by what (巡察记录).
#[derive(Noun)]
#[noun(table = "coverage_record", plural = "coverageRecords", reads = ReadCoverage, visible = visible_to, order(-started_on))]
pub struct CoverageRecord {
    /// The organization that was inspected (被巡察单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The dispatching Party organization that sent the team; one above the organization's own when the inspection was elevated (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The term in which it is counted (届).
    #[noun(one = "term_id", filter)]
    pub term: One<Term>,
    /// The object on a list that it counts for; null when the organization stands on none (计入对象).
    #[noun(one = "object_id", filter)]
    pub object: One<CoverageObject>,
    /// Its round; null when it ran outside the rounds (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// What kind of inspection it was (方式).
    #[noun(filter, order)]
    pub kind: InspectionKind,
    /// The inspection from which it was extended to this organization; null when it was not (延伸自).
    #[noun(one = "extended_from_id", filter)]
    pub extended_from: One<CoverageRecord>,
    /// The inspections of other organizations that were extended from it (延伸巡察).
    #[noun(many = "extended_from_id", filter)]
    pub extensions: Many<CoverageRecord>,
    /// Name of the operation that it was part of, such as a campaign; null for an ordinary round (专项名称).
    #[noun(filter, order)]
    pub operation_name: Option<String>,
    /// Its batch within the operation, from 1; null when the operation had none (批次).
    #[noun(filter, order)]
    pub batch: Option<i32>,
    /// First day on site (进驻日期).
    #[noun(filter, order)]
    pub started_on: Date,
    /// Last day on site; null while it lasts or when not recorded (撤点日期).
    #[noun(filter, order)]
    pub ended_on: Option<Date>,
    /// When its report was heard; null until then (汇报日期).
    #[noun(filter, order)]
    pub reported_on: Option<Date>,
    /// When it was fed back to the organization; null until then (反馈日期).
    #[noun(filter, order)]
    pub fed_back_on: Option<Date>,
    /// When its findings were recorded; null until then (登记问题日期).
    #[noun(filter, order)]
    pub findings_recorded_on: Option<Date>,
    /// When the rectification was accepted; null until then (整改验收日期).
    #[noun(filter, order)]
    pub rectification_accepted_on: Option<Date>,
    /// Whether it was the first inspection by its dispatcher of an object of this type; a look-back never is (首次开展).
    #[noun(computed = first_of_its_type)]
    pub first_of_its_type: bool,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The dispatcher that sent the team sees it, and so does whoever the organization belongs to.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Jurisdiction("organization_id"),
        Visible::Jurisdiction("dispatcher_id"),
    ])
}
