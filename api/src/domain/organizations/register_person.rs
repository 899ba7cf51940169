//! Enter a person in the registry.

use inspectorate_entity::organizations::{
    organization,
    person::{self, Gender},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{dated, gates, organization::Organization, person::Person, search};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        text::{Code, Name},
    },
};

/// What entering a person takes.
#[derive(Debug, Input)]
pub struct RegisterPersonInput {
    /// The code by which the person is named; nobody else has it (编号).
    pub code: Code,
    /// The name (姓名).
    pub name: Name,
    /// Gender; leave it out when not recorded (性别).
    pub gender: Option<Coded<Gender>>,
    /// The dispatcher that keeps the record (登记机关).
    pub dispatcher: GlobalId<Organization>,
}

/// Enter a person in the registry (登记人员).
#[verb(Person)]
pub async fn register_person(change: &mut Change, input: RegisterPersonInput) -> Result<Uuid> {
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    let registrations = dated::registrations(change, dispatcher.id).await?;
    gates::is_dispatcher(&registrations, change.today(), "input.dispatcher")?;
    let taken = change
        .rows::<person::Entity>(person::Column::Code.eq(input.code.0.as_str()))
        .await?;
    if !taken.is_empty() {
        return Err(Error::conflict(
            "input.code",
            format!("The code {} is in use: choose another.", input.code.0),
            format!("编号“{}”已被使用，请另选。", input.code.0),
        ));
    }
    let row = change
        .insert(person::ActiveModel {
            search: Set(search::entries(
                [input.name.0.as_str()],
                [input.code.0.as_str()],
            )),
            pinyin: Set(search::pinyin(&input.name.0)),
            code: Set(input.code.0),
            name: Set(input.name.0),
            gender: Set(input.gender.map(|gender| gender.0)),
            dispatcher_id: Set(dispatcher.id),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
