//! Abolish a post.

use inspectorate_entity::organizations::{appointment, post};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{dated, gates, post::Post};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What abolishing a post takes.
#[derive(Debug, Input)]
pub struct AbolishPostInput {
    /// The post (职务).
    pub post: GlobalId<Post>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (撤销日期).
    pub abolished_on: Date,
}

/// Abolish a post (撤销职务); who holds it leaves it the same day.
#[verb(Post)]
pub async fn abolish_post(change: &mut Change, input: AbolishPostInput) -> Result<Uuid> {
    let post = change
        .subject::<post::Entity, _>("post", &input.post, input.version)
        .await?;
    gates::still_holds(post.abolished_on)?;
    let held = change
        .rows::<appointment::Entity>(appointment::Column::PostId.eq(post.id))
        .await?;
    dated::end_appointments(change, held, input.abolished_on.0, "input.abolishedOn").await?;
    let mut abolished = post.clone().into_active_model();
    abolished.abolished_on = Set(Some(input.abolished_on.0));
    Ok(change.update(&post, abolished).await?.id)
}
