//! Correct the record of a person.

use inspectorate_entity::organizations::person::{self, Gender};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{person::Person, search};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, text::Name},
};

/// What correcting a person takes.
#[derive(Debug, Input)]
pub struct CorrectPersonInput {
    /// The person (人员).
    pub person: GlobalId<Person>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The name; leave it out to keep it (姓名).
    pub name: Option<Name>,
    /// Gender; leave it out to keep it (性别).
    pub gender: Option<Coded<Gender>>,
}

/// Correct the name or gender of a person; what is left out stays (更正人员信息).
#[verb(Person)]
pub async fn correct_person(change: &mut Change, input: CorrectPersonInput) -> Result<Uuid> {
    let person = change
        .subject::<person::Entity, _>("person", &input.person, input.version)
        .await?;
    let mut corrected = person.clone().into_active_model();
    if let Some(name) = input.name {
        corrected.search = Set(search::entries(
            [name.0.as_str(), &person.name],
            [person.code.as_str()],
        ));
        corrected.pinyin = Set(search::pinyin(&name.0));
        corrected.name = Set(name.0);
    }
    if let Some(gender) = input.gender {
        corrected.gender = Set(Some(gender.0));
    }
    Ok(change.update(&person, corrected).await?.id)
}
