//! Name who answers for a matter.

use inspectorate_entity::organizations::{
    appointment, liaison_contact, organization, person, post,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    gates, liaison_contact::LiaisonContact, organization::Organization, person::Person, post::Post,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What naming a contact takes.
#[derive(Debug, Input)]
pub struct NameLiaisonInput {
    /// The body that names the contact (单位).
    pub organization: GlobalId<Organization>,
    /// The division that handles the matter; stands under the body (处室).
    pub division: GlobalId<Organization>,
    /// The post that answers for it; one of the division (岗位).
    pub post: GlobalId<Post>,
    /// The person; holds that post (责任人).
    pub person: GlobalId<Person>,
    /// The matter (事项).
    pub matter: Name,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Fix a matter to division, post and person (明确日常联络，到事到岗到人).
#[verb(LiaisonContact)]
pub async fn name_liaison(change: &mut Change, input: NameLiaisonInput) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let division = change
        .related::<organization::Entity, _>("division", &input.division)
        .await?;
    let post = change
        .related::<post::Entity, _>("post", &input.post)
        .await?;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    gates::exists(&organization, "input.organization")?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    gates::contact_is_of_the_body(&organization, &division, &post)?;
    let held = change
        .rows::<appointment::Entity>(
            Condition::all()
                .add(appointment::Column::PostId.eq(post.id))
                .add(appointment::Column::PersonId.eq(person.id)),
        )
        .await?;
    gates::holds_the_post(&held, span.first)?;
    let row = change
        .insert(liaison_contact::ActiveModel {
            organization_id: Set(organization.id),
            division_id: Set(division.id),
            post_id: Set(post.id),
            person_id: Set(person.id),
            matter: Set(input.matter.0),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
