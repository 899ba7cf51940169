//! What must be true before an examination is recorded: pure rules, named as they are said.

use chrono::NaiveDate;
use inspectorate_entity::organizations::post;
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// Who is examined as a member of a leadership team held a post in the organization on the day.
pub fn serves_there(posts: &[post::Model], organization: Uuid, day: NaiveDate) -> Result<()> {
    if posts
        .iter()
        .any(|post| post.organization_id == organization)
    {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotInTheOrganization,
        format!("The person held no post in the inspected organization on {day}: name one of its leaders, or leave the person out."),
        format!("该人员 {day} 未在被巡视单位任职：请填写其班子成员，或不填写人员。"),
    )
    .field("input.person"))
}
