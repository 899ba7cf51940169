//! Keep a code list of one's own.

use inspectorate_entity::{organizations::organization, rules::code_list};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use uuid::Uuid;

use super::{code_list::CodeList, gates, kept};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        text::{Code, Name, Paragraph},
    },
};

/// A code list that a dispatcher keeps (新建代码表).
#[derive(Input)]
pub struct AddCodeListInput {
    /// The dispatching organization that keeps it (所属派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// Its name in capitals, such as FOUR_IMPLEMENTATIONS; with the key of a shipped list it stands before that one (表代号).
    pub key: Code,
    /// English name (英文名称).
    pub name: Name,
    /// Chinese name (中文名称).
    pub name_zh: Name,
    /// What a code of this list says about a record (定义).
    pub definition: Paragraph,
    /// The document that it comes from (来源).
    pub source: Paragraph,
}

/// Keep a code list of a dispatcher's own, beside or in place of a shipped one (新建代码表).
#[verb(CodeList)]
pub async fn add_code_list(change: &mut Change, input: AddCodeListInput) -> Result<Uuid> {
    gates::code_is_spelled(&input.key.0, "input.key")?;
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let same = Condition::all()
        .add(code_list::Column::DispatcherId.eq(dispatcher.id))
        .add(code_list::Column::Key.eq(input.key.0.as_str()));
    if !change.rows::<code_list::Entity>(same).await?.is_empty() {
        return Err(Error::conflict(
            "input.key",
            "This dispatcher already keeps a list with this key: add entries to it, or choose another key.",
            "该派出机关已有相同代号的代码表：请在其中增加代码，或改用其他代号。",
        ));
    }
    let list = code_list::ActiveModel {
        dispatcher_id: Set(Some(dispatcher.id)),
        key: Set(input.key.0),
        name: Set(input.name.0),
        name_zh: Set(input.name_zh.0),
        definition: Set(input.definition.0),
        source: Set(input.source.0),
        ..Default::default()
    };
    Ok(change.insert(list).await?.id)
}
