//! Opening and shutting what a joint operation lets its sides read.

use chrono::NaiveDate;
use inspectorate_entity::joint_operations::access_grant;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use crate::{access::change::Change, error::Result};

/// Every side agreed: what was agreed on is open from `day` on, in its own time.
pub async fn open(change: &mut Change, operation: Uuid, day: NaiveDate) -> Result<()> {
    let waiting = Condition::all()
        .add(access_grant::Column::OperationId.eq(operation))
        .add(access_grant::Column::OpenedOn.is_null());
    for grant in change.rows::<access_grant::Entity>(waiting).await? {
        let mut opened = grant.clone().into_active_model();
        opened.opened_on = Set(Some(day));
        change.update(&grant, opened).await?;
    }
    Ok(())
}

/// It is over: what was open for its time is shut at once; what lasts beyond it stays.
pub async fn shut(change: &mut Change, operation: Uuid, day: NaiveDate) -> Result<()> {
    let open = Condition::all()
        .add(access_grant::Column::OperationId.eq(operation))
        .add(access_grant::Column::EndsOn.is_not_null())
        .add(access_grant::Column::ClosedOn.is_null());
    for grant in change.rows::<access_grant::Entity>(open).await? {
        let mut closed = grant.clone().into_active_model();
        closed.closed_on = Set(Some(day));
        change.update(&grant, closed).await?;
    }
    Ok(())
}
