//! Record that an inspection body is connected no more.

use inspectorate_entity::journal::platform_connection;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, platform_connection::PlatformConnection};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending a connection takes.
#[derive(Debug, Input)]
pub struct EndPlatformConnectionInput {
    /// The connection (接入记录).
    pub connection: GlobalId<PlatformConnection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Last day on which it was connected, today at the latest (断开日期).
    pub ends_on: Date,
}

/// Record that an inspection body is connected to a system no more; that it was stays on record (断开信息化平台).
#[verb(PlatformConnection)]
pub async fn end_platform_connection(
    change: &mut Change,
    input: EndPlatformConnectionInput,
) -> Result<Uuid> {
    let connection = change
        .subject::<platform_connection::Entity, _>("connection", &input.connection, input.version)
        .await?;
    let day = input.ends_on.0;
    gates::is_still_connected(connection.ends_on)?;
    gates::has_happened(day, change.today(), "input.endsOn")?;
    gates::ends_after_it_began(connection.starts_on, day)?;
    let mut ended = connection.clone().into_active_model();
    ended.ends_on = Set(Some(day));
    Ok(change.update(&connection, ended).await?.id)
}
