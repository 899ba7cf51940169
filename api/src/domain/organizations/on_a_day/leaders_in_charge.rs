//! Which leader is in charge of an organization on a day (S21, S22): because they are in charge of its sector, or of it by name.

use async_graphql::{ID, SimpleObject};
use uuid::Uuid;

use super::{super::leader_portfolio::LeaderPortfolio, in_force::in_force};
use crate::{
    access::visible,
    blocks::measure,
    error::Result,
    graphql::node_id,
    read::{Batch, noun::Noun},
};

/// A leader who answers for an organization on the day asked for (分管领导).
#[derive(Clone, Debug, SimpleObject)]
pub struct LeaderInCharge {
    /// Id of the portfolio (分管领域).
    pub portfolio: ID,
    /// Id of the leader (人员).
    pub person: ID,
    /// The name (姓名).
    pub name: String,
    /// The field in words (领域).
    pub field: String,
    /// Whether the portfolio names the organization itself; else it is meant by its sector (是否点名分管).
    pub is_named: bool,
}

/// The leaders in charge of each organization.
pub async fn leaders_in_charge(batch: &Batch<'_>) -> Result<Vec<Vec<LeaderInCharge>>> {
    let day = measure::as_of(batch.argument("asOf")?)?;
    let mut sql = batch.sql();
    sql.push("SELECT o.id AS organization, l.id AS portfolio, l.person_id AS person, p.name AS name, l.field AS field, n.id IS NOT NULL AS is_named ")
        .push("FROM organization o JOIN leader_portfolio l ON ");
    in_force("l", day, &mut sql);
    sql.push(" JOIN person p ON p.id = l.person_id LEFT JOIN leader_portfolio_organization n ON n.portfolio_id = l.id AND n.organization_id = o.id AND ");
    in_force("n", day, &mut sql);
    sql.push(" WHERE (n.id IS NOT NULL OR (l.sector_code = o.sector_code AND EXISTS (SELECT 1 FROM organization_affiliation f ")
        .push("WHERE f.organization_id = o.id AND f.dispatcher_id = l.dispatcher_id AND ");
    in_force("f", day, &mut sql);
    sql.push("))) AND o.id").in_ids(&batch.ids()).push(" AND ");
    visible::rows(LeaderPortfolio::DEF, batch.viewer(), "l", &mut sql);
    sql.push(" ORDER BY l.starts_on, l.id");
    let rows = batch.fetch(sql).await?;
    let mut found: Vec<(Uuid, LeaderInCharge)> = Vec::with_capacity(rows.len());
    for row in rows {
        let (portfolio, person): (Uuid, Uuid) =
            (row.try_get("", "portfolio")?, row.try_get("", "person")?);
        let leader = LeaderInCharge {
            portfolio: ID(node_id::encode(LeaderPortfolio::DEF.name, portfolio)),
            person: ID(node_id::encode("Person", person)),
            name: row.try_get("", "name")?,
            field: row.try_get("", "field")?,
            is_named: row.try_get("", "is_named")?,
        };
        found.push((row.try_get("", "organization")?, leader));
    }
    let of = |id: &Uuid| {
        let leaders = found.iter().filter(|(organization, _)| organization == id);
        leaders.map(|(_, leader)| leader.clone()).collect()
    };
    Ok(batch.ids().iter().map(of).collect())
}
