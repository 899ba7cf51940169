//! Webhooks that are behind the log, and how far each was delivered.
//!
//! A webhook is claimed before it is delivered: of several instances one has it, for as long as a call may take. Every step
//! is written only while the claim and the position still stand, so that a webhook that was paused, wound back or ended meanwhile
//! stays as its owner left it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use inspectorate_entity::{
    organizations::organization,
    webhooks::webhook::{self, Column, WebhookStatus},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
    sea_query::{Expr, Func},
};
use uuid::Uuid;

use crate::{database::Database, error::Result};

/// The webhooks of a database as one instance sees them.
pub struct Due {
    pub database: Database,
    /// This instance.
    pub instance: Uuid,
    /// How long a claim holds unless it is renewed.
    pub claim: Duration,
}

impl Due {
    /// Claim webhooks to which something up to `end` was not delivered yet and that need not wait, those first that waited longest.
    pub async fn claim(&self, end: i64, most: usize) -> Result<Vec<Uuid>> {
        let now = Utc::now();
        let free = || {
            Condition::all()
                .add(Column::Status.eq(WebhookStatus::Active))
                .add(unset_or_before(Column::ClaimedUntil, now))
        };
        let waited = Func::coalesce([
            Expr::col(Column::LastAttemptAt),
            Expr::col(Column::CreatedAt),
        ]);
        let found: Vec<Uuid> = webhook::Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(free())
            .filter(Column::Position.lt(end))
            .filter(unset_or_before(Column::NextAttemptAt, now))
            .order_by(Expr::from(waited), Order::Asc)
            .order_by_asc(Column::Id)
            .limit(most as u64)
            .into_tuple()
            .all(&self.database.reader)
            .await?;
        let mut claimed = Vec::with_capacity(found.len());
        for id in found {
            let claim = self.until(webhook::Entity::update_many(), now);
            let claim = claim.filter(Column::Id.eq(id)).filter(free());
            if claim.exec(&self.database.writer).await?.rows_affected == 1 {
                claimed.push(id);
            }
        }
        Ok(claimed)
    }

    /// The claimed webhook as it is now, with the code of its body, and the claim renewed; none when it is not to be delivered any more.
    pub async fn hold(&self, id: Uuid) -> Result<Option<(webhook::Model, String)>> {
        let renewed = self.until(webhook::Entity::update_many(), Utc::now());
        let renewed = renewed.filter(self.claimed(id)).exec(&self.database.writer);
        if renewed.await?.rows_affected == 0 {
            return Ok(None);
        }
        let row = webhook::Entity::find_by_id(id).filter(Column::Status.eq(WebhookStatus::Active));
        let Some(row) = row.one(&self.database.writer).await? else {
            return Ok(None);
        };
        let body = organization::Entity::find_by_id(row.organization_id);
        let body = body.one(&self.database.reader).await?;
        Ok(body.map(|body| (row, body.code)))
    }

    /// It was delivered, or there was nothing to deliver, up to `position`.
    pub async fn advance(&self, row: &webhook::Model, position: i64, tried: bool) -> Result<()> {
        let mut step = self
            .step(row)
            .col_expr(Column::Position, Expr::value(position))
            .col_expr(Column::Attempts, Expr::value(0))
            .col_expr(Column::NextAttemptAt, Expr::value(None::<DateTime<Utc>>))
            .col_expr(Column::LastError, Expr::value(None::<String>));
        if tried {
            step = step.col_expr(Column::LastAttemptAt, Expr::value(Utc::now()));
        }
        step.exec(&self.database.writer).await?;
        Ok(())
    }

    /// It waits until `next`; counted as a try in vain, and the last one where no `next` is given, or not counted at all.
    pub async fn fail(
        &self,
        row: &webhook::Model,
        why: &str,
        next: Option<DateTime<Utc>>,
        attempts: i32,
    ) -> Result<()> {
        let status = match next {
            Some(_) => WebhookStatus::Active,
            None => WebhookStatus::Failed,
        };
        self.step(row)
            .col_expr(Column::Attempts, Expr::value(attempts))
            .col_expr(Column::LastAttemptAt, Expr::value(Utc::now()))
            .col_expr(Column::NextAttemptAt, Expr::value(next))
            .col_expr(Column::LastError, Expr::value(why))
            .col_expr(Column::Status, Expr::value(status))
            .exec(&self.database.writer)
            .await?;
        Ok(())
    }

    /// Its receiver wants nothing any more: it ends, and its keys with it.
    pub async fn end(&self, row: &webhook::Model) -> Result<()> {
        self.step(row)
            .col_expr(Column::LastAttemptAt, Expr::value(Utc::now()))
            .col_expr(Column::LastError, Expr::value("answered 410"))
            .col_expr(Column::Status, Expr::value(WebhookStatus::Ended))
            .col_expr(Column::SigningKey, Expr::value(""))
            .col_expr(Column::PreviousKey, Expr::value(None::<String>))
            .exec(&self.database.writer)
            .await?;
        Ok(())
    }

    /// Let go of one webhook, or of all that this instance has claimed.
    pub async fn release(&self, id: Option<Uuid>) -> Result<()> {
        let mut release = webhook::Entity::update_many()
            .col_expr(Column::ClaimedBy, Expr::value(None::<Uuid>))
            .col_expr(Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
            .filter(Column::ClaimedBy.eq(self.instance));
        if let Some(id) = id {
            release = release.filter(Column::Id.eq(id));
        }
        release.exec(&self.database.writer).await?;
        Ok(())
    }

    fn until(
        &self,
        update: UpdateMany<webhook::Entity>,
        now: DateTime<Utc>,
    ) -> UpdateMany<webhook::Entity> {
        update
            .col_expr(Column::ClaimedBy, Expr::value(self.instance))
            .col_expr(Column::ClaimedUntil, Expr::value(now + self.claim))
    }

    fn claimed(&self, id: Uuid) -> Condition {
        Condition::all()
            .add(Column::Id.eq(id))
            .add(Column::ClaimedBy.eq(self.instance))
            .add(Column::Status.eq(WebhookStatus::Active))
    }

    fn step(&self, row: &webhook::Model) -> UpdateMany<webhook::Entity> {
        webhook::Entity::update_many()
            .filter(self.claimed(row.id))
            .filter(Column::Version.eq(row.version))
    }
}

fn unset_or_before(column: Column, now: DateTime<Utc>) -> Condition {
    Condition::any().add(column.is_null()).add(column.lte(now))
}
