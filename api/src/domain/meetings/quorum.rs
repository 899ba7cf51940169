//! Whom a meeting needs, and whether enough of them came.

use std::collections::HashMap;

use inspectorate_entity::meetings::{
    meeting,
    meeting_attendance::{self, Presence},
};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::meeting_attendance::MeetingAttendance;
use crate::{
    access::{change::Change, visible},
    blocks::{
        measure::today,
        setting::{self, Settings},
    },
    error::Result,
    read::{Batch, noun::Noun as _},
};

/// Who is needed, and who of them came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    pub needed: i64,
    /// Of those, for how many it is not recorded whether they came.
    pub unrecorded: i64,
    /// Of those, how many came, with those who sent somebody where that counts.
    pub there: i64,
    /// How many of a hundred have to come.
    pub least: Decimal,
}

impl Attendance {
    fn asked(settings: &Settings) -> Self {
        Self {
            least: settings.points(setting::MEETING_QUORUM),
            ..Self::default()
        }
    }

    fn add(&mut self, presence: Presence, count: i64, substitutes_count: bool) {
        self.needed += count;
        match presence {
            Presence::Expected => self.unrecorded += count,
            Presence::Present => self.there += count,
            Presence::Substituted if substitutes_count => self.there += count,
            Presence::Substituted | Presence::Absent => {}
        }
    }
}

/// Of a meeting that is to be held.
pub async fn of_change(change: &Change, meeting: &meeting::Model) -> Result<Attendance> {
    let settings = setting::of_change(change, meeting.dispatcher_id, change.today()).await?;
    let substitutes = settings.flag(setting::SUBSTITUTES_COUNT_FOR_QUORUM);
    let needed = Condition::all()
        .add(meeting_attendance::Column::MeetingId.eq(meeting.id))
        .add(meeting_attendance::Column::Required.eq(true));
    let mut attendance = Attendance::asked(&settings);
    for row in change.rows::<meeting_attendance::Entity>(needed).await? {
        attendance.add(row.presence, 1, substitutes);
    }
    Ok(attendance)
}

/// Of each meeting of a page: two statements whatever the number.
pub async fn of_batch(batch: &Batch<'_>) -> Result<HashMap<Uuid, Attendance>> {
    let dispatchers: Vec<Uuid> = (0..batch.len())
        .filter_map(|row| batch.id(row, "dispatcher_id"))
        .collect();
    let settings = setting::of_batch(batch, &dispatchers, today()).await?;
    let mut sql = batch.sql();
    sql.push("SELECT t.meeting_id, t.presence, COUNT(*) AS called FROM meeting_attendance t WHERE t.required AND t.meeting_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(MeetingAttendance::DEF, batch.viewer(), "t", &mut sql);
    sql.push(" GROUP BY t.meeting_id, t.presence");
    let mut counts: HashMap<Uuid, Vec<(Presence, i64)>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let presence: Presence = row.try_get("", "presence")?;
        let counted = (presence, row.try_get("", "called")?);
        let of_it = counts.entry(row.try_get("", "meeting_id")?).or_default();
        of_it.push(counted);
    }
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let dispatcher = batch.id(row, "dispatcher_id").unwrap_or_default();
            let settings = settings.get(&dispatcher).cloned().unwrap_or_default();
            let substitutes = settings.flag(setting::SUBSTITUTES_COUNT_FOR_QUORUM);
            let mut attendance = Attendance::asked(&settings);
            for (presence, count) in counts.remove(&id).unwrap_or_default() {
                attendance.add(presence, count, substitutes);
            }
            (id, attendance)
        })
        .collect())
}
