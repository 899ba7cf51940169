//! Appoint a person to a post.

use inspectorate_entity::organizations::{appointment, person, post};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{appointment::Appointment, gates, person::Person, post::Post};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What appointing a person takes.
#[derive(Debug, Input)]
pub struct AppointToPostInput {
    /// The person (人员).
    pub person: GlobalId<Person>,
    /// The post (职务).
    pub post: GlobalId<Post>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Appoint a person to a post (任职); a number-one leader is one at a time.
#[verb(Appointment)]
pub async fn appoint_to_post(change: &mut Change, input: AppointToPostInput) -> Result<Uuid> {
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    // Held exclusively, so that two appointments to one post are looked at one after the other.
    let post = change
        .related_alone::<post::Entity, _>("post", &input.post)
        .await?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    let held = change
        .rows::<appointment::Entity>(appointment::Column::PostId.eq(post.id))
        .await?;
    gates::post_is_open(&post, &held, person.id, span)?;
    let row = change
        .insert(appointment::ActiveModel {
            person_id: Set(person.id),
            post_id: Set(post.id),
            organization_id: Set(post.organization_id),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
