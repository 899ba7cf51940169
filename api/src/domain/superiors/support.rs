//! What refers to the inspection of a superior, by its record or in words.

use inspectorate_entity::superiors::superior_inspection;

use super::{gates, superior_inspection::SuperiorInspection};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, text::Name},
};

/// The record in `input.superiorInspection`: it takes place, and `words`, the fields that would say the same in words, are left out.
pub async fn recorded(
    change: &Change,
    id: &GlobalId<SuperiorInspection>,
    words: &[(&str, Option<&Name>)],
) -> Result<superior_inspection::Model> {
    if let Some((field, _)) = words.iter().find(|(_, word)| word.is_some()) {
        return Err(Error::bad_input(
            format!("input.{field}"),
            "The record of the inspection says that already: leave it out, or leave the record out.",
            "上级巡视记录已含此项，请勿同时填写。",
        ));
    }
    let inspection = change
        .related::<superior_inspection::Entity, _>("superiorInspection", id)
        .await?;
    gates::is_not_called_off(&inspection, "input.superiorInspection")?;
    Ok(inspection)
}

/// What is said in words where there is no record.
pub fn in_words(field: &str, word: Option<Name>) -> Result<String> {
    word.map(|word| word.0).ok_or_else(|| {
        Error::bad_input(
            format!("input.{field}"),
            "Say it in words, or give the record of the superior's inspection in superiorInspection.",
            "请填写文字，或在 superiorInspection 中选择上级巡视记录。",
        )
    })
}
