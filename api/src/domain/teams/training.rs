//! Training of inspection cadres: classes, and the business training before a round.

use inspectorate_entity::teams::training::TrainingKind;
use inspectorate_macros::Noun;

use super::training_attendance::TrainingAttendance;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::coverage::round::Round,
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{Many, One},
};

/// One session of training (培训) of inspection cadres: a class of the inspection bodies, or the business training before a round.
#[derive(Noun)]
#[noun(table = "training", plural = "trainings", reads = ReadTeams, visible = visible_to, order(-held_on, ordinal))]
pub struct Training {
    /// The dispatching Party organization whose work it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The round before which it is given; null for a class (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// What it is for (种类).
    #[noun(filter, order)]
    pub kind: TrainingKind,
    /// What the class is called; null when it has no name (课堂名称).
    #[noun(filter, order)]
    pub series: Option<String>,
    /// The calendar year in which it was held (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// Its number among the trainings of its kind in the year, from 1 (期次).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What it was about (主题).
    #[noun(filter, order)]
    pub topic: String,
    /// When it was held (日期).
    #[noun(filter, order)]
    pub held_on: Date,
    /// Who was there and who was not (出勤).
    #[noun(many = "training_id", filter)]
    pub attendances: Many<TrainingAttendance>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
