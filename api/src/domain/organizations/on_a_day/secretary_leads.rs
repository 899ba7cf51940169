//! Whether the Party secretary leads the leading group (S08), of one dispatcher and over those below it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{super::organization::Organization, in_force::in_force};
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart},
    error::Result,
    graphql::node_id,
    read::{Batch, noun::Noun},
};

const LED_BY_SECRETARY: Definition = Definition::new(
    "LEADING_GROUP_LED_BY_SECRETARY",
    1,
    "Of the bodies below that are registered as dispatchers on that day, those whose leading group is led by a person who holds a post of Party secretary of the same body on that day.",
    "截至当日，下级派出机关中由本级党委（党组）书记担任领导小组组长的派出机关数占下级派出机关总数的比例。",
);

/// A dispatcher on the day, at or below the organization that is asked about.
struct Dispatcher {
    above: Uuid,
    id: Uuid,
    has_leader: bool,
    is_led_by_secretary: bool,
}

/// Of each organization, whether its own secretary leads its leading group; none when it is no dispatcher or has no leader.
pub async fn own(batch: &Batch<'_>) -> Result<Vec<Option<bool>>> {
    let dispatchers = dispatchers(batch, measure::as_of(batch.argument("asOf")?)?).await?;
    let of = |id: Uuid| {
        let own = dispatchers
            .iter()
            .find(|row| row.id == id && row.above == id);
        own.filter(|row| row.has_leader)
            .map(|row| row.is_led_by_secretary)
    };
    Ok(batch.ids().into_iter().map(of).collect())
}

/// Of each organization, the share of the dispatchers below it whose secretary leads.
pub async fn below(batch: &Batch<'_>) -> Result<Vec<Measure>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let dispatchers = dispatchers(batch, as_of).await?;
    let of = |(row, id): (usize, Uuid)| {
        let below = dispatchers
            .iter()
            .filter(|one| one.above == id && one.id != id);
        let (mut whole, mut part) = (0, 0);
        for one in below {
            whole += 1;
            part += usize::from(one.is_led_by_secretary);
        }
        let name = batch.text(row, "name").unwrap_or_default();
        let id = node_id::encode(Organization::DEF.name, id);
        let scope = vec![ScopePart::new(Dimension::Organization, Some(id), name)];
        Basis { scope, as_of }.share(part, whole, LED_BY_SECRETARY)
    };
    Ok(batch.ids().into_iter().enumerate().map(of).collect())
}

async fn dispatchers(batch: &Batch<'_>, day: NaiveDate) -> Result<Vec<Dispatcher>> {
    let mut sql = batch.sql();
    sql.push("SELECT h.id AS above, d.id AS id, EXISTS (SELECT 1 FROM leading_group_member m WHERE m.dispatcher_id = d.id AND m.post = 'LEADER' AND ");
    in_force("m", day, &mut sql);
    sql.push(") AS has_leader, EXISTS (SELECT 1 FROM leading_group_member m JOIN appointment a ON a.person_id = m.person_id ")
        .push("JOIN post t ON t.id = a.post_id WHERE m.dispatcher_id = d.id AND m.post = 'LEADER' AND t.organization_id = d.id AND ")
        .column("t", "function")
        .push(" = 'PARTY_SECRETARY' AND ");
    in_force("m", day, &mut sql);
    sql.push(" AND ");
    in_force("a", day, &mut sql);
    sql.push(") AS led FROM organization h JOIN organization d ON d.path >= h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' ")
        .push("WHERE EXISTS (SELECT 1 FROM agency_registration r WHERE r.organization_id = d.id AND r.agency = 'DISPATCHER' AND ");
    in_force("r", day, &mut sql);
    sql.push(") AND h.id").in_ids(&batch.ids()).push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    let rows = batch.fetch(sql).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        found.push(Dispatcher {
            above: row.try_get("", "above")?,
            id: row.try_get("", "id")?,
            has_leader: row.try_get("", "has_leader")?,
            is_led_by_secretary: row.try_get("", "led")?,
        });
    }
    Ok(found)
}
