//! A person with whom the inspectors asked to talk.

use inspectorate_macros::Noun;

use super::{inspection::Inspection, special_check::SpecialCheck};
use crate::{
    access::{groups::INSPECTORS, viewer::Viewer, visible::Visible},
    domain::organizations::person::Person,
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A person with whom the inspectors asked to talk (约谈); asked once for the inspection and all its special checks.
#[derive(Noun)]
#[noun(table = "talk_request", plural = "talkRequests", reads = ReadTalkRequests, visible = visible_to, order(-asked_on))]
pub struct TalkRequest {
    /// The inspection (巡察).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// The special check for which it is needed; null when the inspection itself needs it (专项检查).
    #[noun(one = "special_check_id", filter)]
    pub special_check: One<SpecialCheck>,
    /// With whom (谈话对象).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// When it was asked for (约谈日期).
    #[noun(filter, order)]
    pub asked_on: Date,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Those who inspect see it with the inspection, others what was asked for their special checks.
fn visible_to(viewer: &Viewer) -> Visible {
    if INSPECTORS.contains(&viewer.agency) {
        return Visible::Through("inspection_id", || Inspection::DEF);
    }
    Visible::Through("special_check_id", || SpecialCheck::DEF)
}
