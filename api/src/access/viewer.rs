//! Who asks: the person, the agency and body they act for, and the jurisdiction that follows from the registry.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use inspectorate_entity::vocabulary::Vocabulary as _;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    policy::{Action, Agency, Role},
    token::Claims,
};
use crate::{
    blocks::{measure::today, webhook::Targets},
    database::Database,
    error::{Error, Result},
    read::sql::Sql,
};

/// The one asking, for the length of a request or a subscription.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Stable id of the person (`sub` of the token).
    pub subject: String,
    /// The person's name as the token gives it.
    pub name: String,
    pub agency: Agency,
    pub roles: BTreeSet<Role>,
    /// The body that the person acts for.
    pub organization_id: Uuid,
    pub organization_code: String,
    /// Stored tree path of that body, ending in `/`.
    pub organization_path: String,
    /// The authority in whose jurisdiction the body acts, by its registration.
    pub authority_id: Uuid,
    /// Stored tree path of that authority, ending in `/`: everything at or below it is in the jurisdiction.
    pub jurisdiction: String,
    /// When the token ends; a subscription ends with it.
    pub expires_at: DateTime<Utc>,
    /// What may not be done from where the client stands, whatever the permissions say.
    pub withheld: Arc<[Action]>,
    /// Where the service may call for the viewer.
    pub targets: Arc<Targets>,
}

impl Viewer {
    /// The viewer whom `claims` speak of: the registry says in whose jurisdiction the body acts today. A body that is not
    /// registered as this agency today is nobody.
    pub async fn resolve(database: &Database, claims: Claims) -> Result<Self> {
        let expires_at = claims.expires_at().ok_or_else(Error::unauthenticated)?;
        let unknown = Self {
            subject: claims.sub,
            name: claims.name,
            agency: claims.agency,
            roles: claims.roles,
            organization_id: Uuid::nil(),
            organization_code: claims.organization,
            organization_path: String::new(),
            authority_id: Uuid::nil(),
            jurisdiction: String::new(),
            expires_at,
            withheld: Arc::default(),
            targets: Arc::default(),
        };
        unknown.again(database).await
    }

    /// The same person as the registry knows the body now, for what lives longer than a request: a registration that has ended
    /// gives no more rights, and one that has changed gives others.
    #[expect(
        clippy::disallowed_methods,
        reason = "without a viewer there is no right yet that the statement could carry"
    )]
    pub async fn again(&self, database: &Database) -> Result<Self> {
        let statement = registration(database, self, today()).finish();
        let row = database.reader.query_one_raw(statement).await?;
        let row = row.ok_or_else(Error::unauthenticated)?;
        Ok(Self {
            organization_id: row.try_get_by_index(0)?,
            organization_path: row.try_get_by_index(1)?,
            authority_id: row.try_get_by_index(2)?,
            jurisdiction: row.try_get_by_index(3)?,
            ..self.clone()
        })
    }
}

/// The registration that holds on `day`; the latest where several do.
fn registration(database: &Database, viewer: &Viewer, day: NaiveDate) -> Sql {
    let mut sql = Sql::new(database.backend());
    sql.push("SELECT o.id, o.path, a.id, a.path FROM organization o JOIN agency_registration r ON r.organization_id = o.id JOIN organization a ON a.id = r.authority_id WHERE o.code = ")
        .bind(viewer.organization_code.as_str())
        .push(" AND r.agency = ")
        .bind(viewer.agency.as_str())
        .push(" AND r.starts_on <= ")
        .bind(day)
        .push(" AND (r.ends_on IS NULL OR r.ends_on >= ")
        .bind(day)
        // A body that has ended acts no more, whether or not somebody thought of its registrations.
        .push(") AND (o.retired_on IS NULL OR o.retired_on >= ")
        .bind(day)
        .push(") ORDER BY r.starts_on DESC, r.id LIMIT 1");
    sql
}
