//! Record to what use something shared was put.

use inspectorate_entity::coordination::shared_item;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{request_gates as gates, shared_item::SharedItem};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording the use of something shared takes.
#[derive(Debug, Input)]
pub struct UseSharedItemInput {
    /// What was shared (共享事项).
    pub item: GlobalId<SharedItem>,
    /// The version that you saw (版本).
    pub version: i32,
    /// To what use it was put (使用情况).
    pub use_made: Paragraph,
    /// The day, not in the future, nor before it was shared; today when left out (使用日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record to what use something was put that was shared with your body (登记共享使用情况); what was recorded before is put right.
#[verb(SharedItem)]
pub async fn use_shared_item(change: &mut Change, input: UseSharedItemInput) -> Result<Uuid> {
    let item = change
        .subject::<shared_item::Entity, _>("item", &input.item, input.version)
        .await?;
    gates::was_shared_with(item.receiver_id, change.viewer().organization_id)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, item.shared_on, "input.on")?;
    let mut used = item.clone().into_active_model();
    used.use_made = Set(Some(input.use_made.0));
    used.used_on = Set(Some(day));
    Ok(change.update(&item, used).await?.id)
}
