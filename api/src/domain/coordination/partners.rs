//! With how many bodies the inspection bodies of a place work together by a mechanism.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{coordination_mechanism::CoordinationMechanism, mechanism_party::MechanismParty};
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit, as_of},
    domain::organizations::on_a_day::in_force::in_force,
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun as _},
};

const PARTNERS: Definition = Definition::new(
    "COORDINATION_PARTNERS",
    1,
    "Different bodies that are party to a mechanism of the dispatcher in force or on trial on that day, its own inspection bodies (dispatcher, leading group, office, teams) and the superior's left out, as far as the viewer sees them.",
    "当日施行或试行的协作机制的协作方数（同一单位计一次），不含本级派出机关、领导小组、巡视巡察办、巡视巡察组及上级巡视机构，以查看者可见者为限。",
);

/// The partners of each dispatcher on the day.
pub async fn coordination_partners(batch: &Batch<'_>) -> Result<Vec<Measure>> {
    let day = as_of(batch.argument::<Option<Date>>("asOf")?)?;
    let mut sql = batch.sql();
    sql.push("SELECT m.dispatcher_id, p.organization_id FROM coordination_mechanism m JOIN mechanism_party p ON p.mechanism_id = m.id WHERE m.starts_on IS NOT NULL AND ");
    in_force("m", day, &mut sql);
    sql.push(" AND NOT EXISTS (SELECT 1 FROM agency_registration r WHERE r.organization_id = p.organization_id AND r.agency IN ('DISPATCHER', 'LEADING_GROUP', 'OFFICE', 'TEAM', 'SUPERIOR') AND ");
    in_force("r", day, &mut sql);
    sql.push(") AND m.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(CoordinationMechanism::DEF, batch.viewer(), "m", &mut sql);
    sql.push(" AND ");
    visible::rows(MechanismParty::DEF, batch.viewer(), "p", &mut sql);
    let mut partners: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        partners
            .entry(row.try_get("", "dispatcher_id")?)
            .or_default()
            .insert(row.try_get("", "organization_id")?);
    }
    let rows = batch.ids().into_iter().enumerate();
    Ok(rows
        .map(|(row, id)| {
            let name = batch.text(row, "name").unwrap_or_default();
            let dispatcher = Some(node_id::encode("Organization", id));
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Dispatcher, dispatcher, name)],
                as_of: day,
            };
            let count = partners.get(&id).map_or(0, HashSet::len);
            basis.count(count, Unit::Organization, PARTNERS)
        })
        .collect())
}
