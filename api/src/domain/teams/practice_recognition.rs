//! Notice that others took of a practice.

use inspectorate_entity::{
    organizations::organization::OrganizationLevel,
    teams::practice_recognition::{RecognitionAccess, RecognitionForm},
};
use inspectorate_macros::Noun;

use super::practice::Practice;
use crate::{
    access::{groups::PLANNERS, viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// Notice that others took of a practice (认可、推广、交流、刊发). A restricted one, such as in an internal reference, is shown to those who
/// plan inspections only.
#[derive(Noun)]
#[noun(table = "practice_recognition", plural = "practiceRecognitions", reads = ReadPractices, visible = visible_to, order(-on_day))]
pub struct PracticeRecognition {
    /// The practice (经验做法).
    #[noun(one = "practice_id", filter)]
    pub practice: One<Practice>,
    /// How (方式).
    #[noun(filter, order)]
    pub form: RecognitionForm,
    /// Which body or medium (认可机关、媒体).
    #[noun(filter, order)]
    pub by_whom: String,
    /// On which level it stands (层级).
    #[noun(filter, order)]
    pub level: OrganizationLevel,
    /// The meeting, class or publication; null when none was named (场合、刊物).
    #[noun(filter, order)]
    pub occasion: Option<String>,
    /// Number of the session or issue; null when it has none (期次).
    #[noun(filter, order)]
    pub ordinal: Option<i32>,
    /// When (日期).
    #[noun(filter, order)]
    pub on_day: Date,
    /// Who may know of it (知悉范围).
    #[noun(filter, order)]
    pub access: RecognitionAccess,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever sees the practice; a restricted one those who plan.
fn visible_to(viewer: &Viewer) -> Visible {
    let practice = Visible::Through("practice_id", || Practice::DEF);
    if PLANNERS.contains(&viewer.agency) {
        return practice;
    }
    Visible::All(vec![Visible::OneOf("access", &["OPEN"]), practice])
}
