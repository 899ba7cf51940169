//! Who was at a training.

use inspectorate_macros::Noun;

use super::training::Training;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::person::Person,
    read::{One, noun::Noun as _},
};

/// Whether a person was at a training (培训出勤).
#[derive(Noun)]
#[noun(table = "training_attendance", plural = "trainingAttendances", reads = ReadTeams, visible = visible_to, order(-attended))]
pub struct TrainingAttendance {
    /// The training (培训).
    #[noun(one = "training_id", filter)]
    pub training: One<Training>,
    /// The person (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// Whether the person was there (是否到场).
    #[noun(filter, order)]
    pub attended: bool,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("training_id", || Training::DEF)
}
