//! Create a post.

use inspectorate_entity::organizations::{
    organization,
    post::{self, PostFunction},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, organization::Organization, post::Post};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{coded::Coded, node_id::GlobalId, text::Name},
};

/// What creating a post takes.
#[derive(Debug, Input)]
pub struct CreatePostInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// Its title (职务名称).
    pub title: Name,
    /// What it is, for the rules that ask (职务性质).
    pub function: Coded<PostFunction>,
    /// Its place in the order of the leadership, 1 first (排序).
    pub rank_order: i32,
    /// Whether its holder is the number-one leader (一把手).
    pub is_head: bool,
    /// Whether it is held full time (专职).
    pub is_full_time: bool,
}

/// Create a post in an organization (设立职务).
#[verb(Post)]
pub async fn create_post(change: &mut Change, input: CreatePostInput) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    gates::exists(&organization, "input.organization")?;
    if input.rank_order < 1 {
        return Err(Error::bad_input(
            "input.rankOrder",
            "The order of a post counts from 1: give 1 or more.",
            "职务排序从 1 起，请填写 1 或更大的数。",
        ));
    }
    let row = change
        .insert(post::ActiveModel {
            organization_id: Set(organization.id),
            title: Set(input.title.0),
            function: Set(input.function.0),
            rank_order: Set(input.rank_order),
            is_head: Set(input.is_head),
            is_full_time: Set(input.is_full_time),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
