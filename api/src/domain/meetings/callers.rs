//! As which agencies a body acts in the viewer's place on a day.

use chrono::NaiveDate;
use inspectorate_entity::organizations::agency_registration::Agency;
use uuid::Uuid;

use crate::{
    access::change::Change,
    domain::organizations::{dated, gates::Span},
    error::Result,
};

/// The agencies as which `body` is registered on `day` in the jurisdiction for which the viewer acts.
pub async fn agencies(change: &Change, body: Uuid, day: NaiveDate) -> Result<Vec<Agency>> {
    let here = change.viewer().authority_id;
    let registrations = dated::registrations(change, body).await?;
    let holds = registrations.into_iter().filter(|row| {
        let span = Span {
            first: row.starts_on,
            last: row.ends_on,
        };
        row.authority_id == here && span.holds_on(day)
    });
    Ok(holds.map(|row| row.agency).collect())
}
