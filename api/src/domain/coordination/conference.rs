//! Who is a member of a joint conference: bodies that work together with the inspection bodies by a mechanism in force.

use std::collections::HashSet;

use chrono::NaiveDate;
use inspectorate_entity::coordination::{coordination_mechanism, mechanism_party};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::{
    access::change::Change,
    blocks::gate::Gate,
    error::{Error, Result},
};

/// The bodies that are party to a mechanism of the viewer's place in force, on trial or not, on `day`.
pub async fn parties_on(change: &Change, day: NaiveDate) -> Result<HashSet<Uuid>> {
    use coordination_mechanism::Column as Of;
    let standing = Condition::all()
        .add(Of::DispatcherId.eq(change.viewer().authority_id))
        .add(Of::StartsOn.lte(day))
        .add(
            Condition::any()
                .add(Of::EndsOn.is_null())
                .add(Of::EndsOn.gte(day)),
        );
    let standing = change
        .rows::<coordination_mechanism::Entity>(standing)
        .await?;
    let ids = standing.iter().map(|mechanism| mechanism.id);
    let parties = mechanism_party::Column::MechanismId.is_in(ids);
    let parties = change.rows::<mechanism_party::Entity>(parties).await?;
    Ok(parties
        .into_iter()
        .map(|party| party.organization_id)
        .collect())
}

/// A member of a joint conference comes from a body that has a mechanism; who only sits in may come from anywhere.
pub fn member_has_a_mechanism(
    body: Option<Uuid>,
    required: bool,
    parties: &HashSet<Uuid>,
    field: &str,
) -> Result<()> {
    if !required || body.is_some_and(|body| parties.contains(&body)) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::MemberWithoutMechanism,
        "A member of a joint conference comes from a body that has a mechanism in force with the inspection bodies: name it, or let it only sit in.",
        "联席会议成员须来自与巡视巡察机构建有现行协作机制的单位：请填写该单位，或列为列席。",
    )
    .field(field))
}
