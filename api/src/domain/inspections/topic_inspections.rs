//! One topic over all levels of a place: the same organization counts once, whoever inspected it on that topic.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use async_graphql::SimpleObject;
use inspectorate_entity::{organizations::organization::OrganizationLevel, vocabulary::Vocabulary};
use uuid::Uuid;

use super::inspection::Inspection;
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{node_id, text::Code},
    read::{Batch, noun::Noun as _},
};

/// The inspections on one topic by the dispatchers at and below an organization (同一专题各级巡察情况). Levels are not to be summed up:
/// the totals count an organization once that two levels inspected.
#[derive(Clone, Debug, SimpleObject)]
pub struct TopicInspections {
    /// By the level of the dispatcher that sent the team, from the highest; levels that inspected nothing are left out (分层级).
    pub levels: Vec<TopicFigures>,
    /// All levels together (合计).
    pub total: TopicFigures,
}

/// Figures of one topic (专题巡察数).
#[derive(Clone, Debug, SimpleObject)]
pub struct TopicFigures {
    /// Different organizations, each once (单位数).
    pub organizations: Measure,
    /// Inspections (次数).
    pub inspections: Measure,
}

const ORGANIZATIONS: Definition = Definition::new(
    "ORGANIZATIONS_INSPECTED_ON_TOPIC",
    1,
    "Different organizations that a team entered by that day for an inspection on the topic, each once, whichever levels inspected it.",
    "截至该日因该专题被进驻巡察的单位数，无论由哪几级开展均计一次。",
);

const INSPECTIONS: Definition = Definition::new(
    "INSPECTIONS_ON_TOPIC",
    1,
    "Inspections on the topic that began on site by that day; what was carried on from another is left out.",
    "截至该日该专题已进驻的巡察次数，不含延伸和点穴式。",
);

/// What was inspected on the topic: the different organizations, and how often.
#[derive(Default)]
struct Inspected {
    organizations: BTreeSet<Uuid>,
    inspections: usize,
}

/// The topic over the levels of each organization: one statement for the whole batch.
pub async fn topic_inspections(batch: &Batch<'_>) -> Result<Vec<TopicInspections>> {
    let topic: Code = batch.argument("topic")?;
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let mut sql = batch.sql();
    sql.push("SELECT r.id AS root, d.level, i.organization_id FROM inspection i JOIN organization d ON d.id = i.dispatcher_id ")
        .push("JOIN organization r ON substr(d.path, 1, length(r.path)) = r.path WHERE i.form = 'OWN' AND i.topic = ")
        .bind(topic.0)
        .push(" AND i.entered_on <= ")
        .bind(as_of)
        .push(" AND r.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Inspection::DEF, batch.viewer(), "i", &mut sql);
    let mut inspected: HashMap<Uuid, BTreeMap<usize, Inspected>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let level: String = row.try_get("", "level")?;
        let levels = OrganizationLevel::variants();
        let level = levels.iter().position(|known| known.value == level);
        let of = inspected.entry(row.try_get("", "root")?).or_default();
        let of = of.entry(level.unwrap_or(levels.len())).or_default();
        of.organizations.insert(row.try_get("", "organization_id")?);
        of.inspections += 1;
    }
    let ids = batch.ids().into_iter().enumerate();
    let figures = ids.map(|(row, id)| {
        let part = ScopePart::new(
            Dimension::Organization,
            Some(node_id::encode(Organization::DEF.name, id)),
            batch.text(row, "name").unwrap_or_default(),
        );
        let scope = vec![part];
        figures(
            inspected.remove(&id).unwrap_or_default(),
            &Basis { scope, as_of },
        )
    });
    Ok(figures.collect())
}

fn figures(inspected: BTreeMap<usize, Inspected>, basis: &Basis) -> TopicInspections {
    let mut total = Inspected::default();
    let mut levels = Vec::with_capacity(inspected.len());
    for (level, of) in inspected {
        total.organizations.extend(&of.organizations);
        total.inspections += of.inspections;
        let level = OrganizationLevel::variants().get(level);
        let (value, label) = level.map_or((None, ""), |level| (Some(level.value), level.zh));
        let part = ScopePart::new(Dimension::Level, value.map(str::to_owned), label);
        levels.push(counted(&of, &basis.narrowed(part)));
    }
    TopicInspections {
        levels,
        total: counted(&total, basis),
    }
}

fn counted(of: &Inspected, basis: &Basis) -> TopicFigures {
    TopicFigures {
        organizations: basis.count(of.organizations.len(), Unit::Organization, ORGANIZATIONS),
        inspections: basis.count(of.inspections, Unit::Inspection, INSPECTIONS),
    }
}
