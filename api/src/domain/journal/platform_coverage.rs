//! How far the inspection bodies of cities and counties are connected (S425).

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::{
    journal::platform_connection::PlatformKind, organizations::organization::OrganizationLevel,
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{coded::Coded, node_id},
    read::{Batch, Sql, noun::Noun},
};

const COVERAGE: Definition = Definition::new(
    "PLATFORM_COVERAGE",
    1,
    "Of the bodies of city or county level at or below the organization that are registered as inspection office on that day, those that are connected to the system on that day.",
    "截至当日，本单位及下级市、县级巡视巡察机构中已接入该平台的机构数占机构总数的比例。",
);

/// How far inspection bodies are connected to a system (平台接入覆盖情况).
#[derive(SimpleObject)]
pub struct PlatformCoverage {
    /// The system (平台).
    kind: Coded<PlatformKind>,
    /// CITY or COUNTY; null for both together (层级).
    level: Option<Coded<OrganizationLevel>>,
    /// The share of the bodies that are connected (覆盖率).
    rate: Measure,
}

/// An inspection body on the day, at or below the organization that is asked about, and a system that it is connected to.
struct Body {
    above: Uuid,
    id: Uuid,
    level: OrganizationLevel,
    kinds: Vec<PlatformKind>,
}

/// Of each organization, whether it is connected to the intranet of the discipline organs.
pub async fn intranet(batch: &Batch<'_>) -> Result<Vec<Option<bool>>> {
    connected(batch, PlatformKind::DisciplineIntranet).await
}

/// Of each organization, whether it has video consultation.
pub async fn video(batch: &Batch<'_>) -> Result<Vec<Option<bool>>> {
    connected(batch, PlatformKind::VideoConsultation).await
}

async fn connected(batch: &Batch<'_>, kind: PlatformKind) -> Result<Vec<Option<bool>>> {
    let bodies = bodies(batch, measure::as_of(batch.argument("asOf")?)?).await?;
    let of = |id| {
        let own = bodies.iter().find(|body| body.above == id && body.id == id);
        own.map(|body| body.kinds.contains(&kind))
    };
    Ok(batch.ids().into_iter().map(of).collect())
}

/// Of each organization, for every system and level the share of the bodies at or below it that are connected.
pub async fn coverage(batch: &Batch<'_>) -> Result<Vec<Option<Vec<PlatformCoverage>>>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let bodies = bodies(batch, as_of).await?;
    let levels = [
        None,
        Some(OrganizationLevel::City),
        Some(OrganizationLevel::County),
    ];
    let of = |(row, id): (usize, Uuid)| {
        let name = batch.text(row, "name").unwrap_or_default();
        let global = node_id::encode(Organization::DEF.name, id);
        let scope = vec![ScopePart::new(Dimension::Organization, Some(global), name)];
        let basis = Basis { scope, as_of };
        let mut lines = Vec::new();
        for kind in PlatformKind::ALL.iter().copied() {
            for level in levels {
                let counted = bodies.iter().filter(|body| {
                    let fits = matches!(
                        body.level,
                        OrganizationLevel::City | OrganizationLevel::County
                    );
                    body.above == id && fits && level.is_none_or(|level| level == body.level)
                });
                let (mut whole, mut part) = (0, 0);
                for body in counted {
                    whole += 1;
                    part += usize::from(body.kinds.contains(&kind));
                }
                lines.push(PlatformCoverage {
                    kind: Coded(kind),
                    level: level.map(Coded),
                    rate: basis.share(part, whole, COVERAGE),
                });
            }
        }
        Some(lines)
    };
    Ok(batch.ids().into_iter().enumerate().map(of).collect())
}

async fn bodies(batch: &Batch<'_>, day: NaiveDate) -> Result<Vec<Body>> {
    let mut sql = batch.sql();
    sql.push("SELECT h.id AS above, d.id AS id, d.level AS level, c.kind AS kind FROM organization h JOIN organization d ON d.path >= h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' LEFT JOIN platform_connection c ON c.organization_id = d.id AND ");
    holds("c", day, &mut sql);
    sql.push(" WHERE EXISTS (SELECT 1 FROM agency_registration r WHERE r.organization_id = d.id AND r.agency = 'OFFICE' AND ");
    holds("r", day, &mut sql);
    sql.push(") AND h.id").in_ids(&batch.ids()).push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    let mut found: HashMap<(Uuid, Uuid), Body> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let (above, id): (Uuid, Uuid) = (row.try_get("", "above")?, row.try_get("", "id")?);
        let level: String = row.try_get("", "level")?;
        let Some(level) = OrganizationLevel::parse(&level) else {
            continue;
        };
        let body = found.entry((above, id)).or_insert(Body {
            above,
            id,
            level,
            kinds: Vec::new(),
        });
        let kind: Option<String> = row.try_get("", "kind")?;
        body.kinds
            .extend(kind.and_then(|kind| PlatformKind::parse(&kind)));
    }
    Ok(found.into_values().collect())
}

/// A dated row that holds on `day`.
fn holds(alias: &str, day: NaiveDate, sql: &mut Sql) {
    sql.column(alias, "starts_on").push(" <= ").bind(day);
    sql.push(" AND (")
        .column(alias, "ends_on")
        .push(" IS NULL OR ");
    sql.column(alias, "ends_on")
        .push(" >= ")
        .bind(day)
        .push(")");
}
