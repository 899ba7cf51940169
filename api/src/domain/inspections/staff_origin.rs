//! A place from which the staff of an inspection comes.

use inspectorate_macros::Noun;

use super::inspection::Inspection;
use crate::{
    access::{
        policy::{Action, Agency, may_read},
        viewer::Viewer,
        visible::Visible,
    },
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A place from which the staff of an inspection comes, one of its dispatch facts (人员来源).
#[derive(Noun)]
#[noun(table = "staff_origin", plural = "staffOrigins", reads = ReadInspections, visible = visible_to, order(origin_code))]
pub struct StaffOrigin {
    /// The inspection (巡察).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// The dispatcher whose people they are; null when it lies outside the viewer's jurisdiction (来源地派出机关).
    #[noun(one = "origin_id", filter)]
    pub origin: One<Organization>,
    /// Its code, also where it lies outside the viewer's jurisdiction (来源地代码).
    #[noun(filter, order)]
    pub origin_code: String,
    /// What it was called when it was recorded (来源地名称).
    pub origin_name: String,
    /// The last day on which it held, because the dispatch was corrected; null while it holds (更正日期).
    #[noun(filter)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The organization, audit and other owners of special checks see it with the inspection. Those who plan see it with their own
/// inspections; everybody else, and the places that lend people, from the approval on, of a look-back from its entry on.
fn visible_to(viewer: &Viewer) -> Visible {
    let with_it = [
        Agency::Object,
        Agency::Audit,
        Agency::WorkingCommittee,
        Agency::InternalControl,
    ];
    if with_it.contains(&viewer.agency) {
        return Visible::Through("inspection_id", || Inspection::DEF);
    }
    let open = Visible::Filled("open_on");
    let own = Visible::Jurisdiction("dispatcher_id");
    let lent = Visible::Jurisdiction("origin_id");
    if may_read(viewer, Action::ReadLookBackDates) {
        Visible::Either(vec![own, Visible::All(vec![open, lent])])
    } else {
        Visible::All(vec![open, Visible::Either(vec![own, lent])])
    }
}
