//! Record that others took notice of a practice.

use inspectorate_entity::{
    organizations::organization::OrganizationLevel,
    teams::{
        practice,
        practice_recognition::{self, RecognitionAccess, RecognitionForm},
    },
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{practice::Practice, practice_recognition::PracticeRecognition};
use crate::{
    access::change::Change,
    domain::coverage::gates::{counts_from_one, day_done, not_before, own},
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What recording notice of a practice takes.
#[derive(Debug, Input)]
pub struct RecordRecognitionInput {
    /// The practice (经验做法).
    pub practice: GlobalId<Practice>,
    /// How it was taken notice of (方式).
    pub form: Coded<RecognitionForm>,
    /// Which body or medium (认可机关、媒体).
    pub by_whom: Name,
    /// On which level it stands (层级).
    pub level: Coded<OrganizationLevel>,
    /// The meeting, class or publication; leave it out when there was none (场合、刊物).
    pub occasion: Option<Name>,
    /// Number of the session or issue, from 1; leave it out when it has none (期次).
    pub ordinal: Option<i32>,
    /// Who may know of it; everybody who sees the practice when left out (知悉范围).
    pub access: Option<Coded<RecognitionAccess>>,
    /// When, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that others took notice of a practice (登记经验推广): praised it, recommended it, heard it presented, printed it.
#[verb(PracticeRecognition)]
pub async fn record_recognition(
    change: &mut Change,
    input: RecordRecognitionInput,
) -> Result<Uuid> {
    let practice = change
        .related::<practice::Entity, _>("practice", &input.practice)
        .await?;
    own(change.viewer(), practice.dispatcher_id, "input.practice")?;
    if let Some(ordinal) = input.ordinal {
        counts_from_one(ordinal, "input.ordinal")?;
    }
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, practice.begun_on, "input.on")?;
    let row = change
        .insert(practice_recognition::ActiveModel {
            practice_id: Set(practice.id),
            dispatcher_id: Set(practice.dispatcher_id),
            form: Set(input.form.0),
            by_whom: Set(input.by_whom.0),
            level: Set(input.level.0),
            occasion: Set(input.occasion.map(|occasion| occasion.0)),
            ordinal: Set(input.ordinal),
            on_day: Set(day),
            access: Set(input
                .access
                .map_or(RecognitionAccess::Open, |access| access.0)),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
