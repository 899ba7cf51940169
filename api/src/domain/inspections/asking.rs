//! What the organization is asked for: by whom, and how the same thing is known again.

use inspectorate_entity::inspections::{inspection, special_check};
use uuid::Uuid;

use super::{gates, special_check::SpecialCheck};
use crate::{access::change::Change, error::Result, graphql::node_id::GlobalId};

/// The special check for which something is asked, one of the inspection. Without one, the dispatcher's own agencies ask.
pub async fn check(
    change: &Change,
    of: &inspection::Model,
    asked: Option<&GlobalId<SpecialCheck>>,
) -> Result<Option<Uuid>> {
    let Some(asked) = asked else {
        gates::names_its_check(change.viewer())?;
        gates::own(change.viewer(), of.dispatcher_id, "input.inspection")?;
        return Ok(None);
    };
    let check = change
        .related::<special_check::Entity, _>("specialCheck", asked)
        .await?;
    gates::check_of_the_viewer(change.viewer(), &check, "input.specialCheck")?;
    gates::check_of_the_inspection(check.inspection_id, of.id)?;
    gates::check_is_open(check.finished_on, "input.specialCheck")?;
    Ok(Some(check.id))
}

/// The name without blanks and in small letters.
pub fn folded(name: &str) -> String {
    let letters = name.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}
