//! The dispatchers directly below one: registered as such on a day, with no other between.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{
    agency_registration::{self, Agency},
    organization,
};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::{access::change::Change, error::Result};

/// A dispatcher by its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub id: Uuid,
    pub path: String,
}

/// Of `dispatchers`, those below `path` with no other of them between.
pub fn directly_below(path: &str, dispatchers: &[Placed]) -> Vec<Uuid> {
    let stands_below = |upper: &str, lower: &str| upper != lower && lower.starts_with(upper);
    let below: Vec<&Placed> = dispatchers
        .iter()
        .filter(|one| stands_below(path, &one.path))
        .collect();
    let direct = below.iter().filter(|one| {
        !below
            .iter()
            .any(|other| stands_below(&other.path, &one.path))
    });
    direct.map(|one| one.id).collect()
}

/// The dispatchers directly below `dispatcher` on `day`.
pub async fn on(change: &Change, dispatcher: Uuid, day: NaiveDate) -> Result<Vec<Uuid>> {
    use agency_registration::Column as Of;
    let registered = Condition::all()
        .add(Of::Agency.eq(Agency::Dispatcher))
        .add(Of::StartsOn.lte(day))
        .add(
            Condition::any()
                .add(Of::EndsOn.is_null())
                .add(Of::EndsOn.gte(day)),
        );
    let registered = change
        .rows::<agency_registration::Entity>(registered)
        .await?;
    let ids = registered.iter().map(|row| row.organization_id);
    let ids = ids.chain([dispatcher]);
    let rows = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(ids))
        .await?;
    let placed: Vec<Placed> = rows
        .into_iter()
        .map(|row| Placed {
            id: row.id,
            path: row.path,
        })
        .collect();
    let path = placed.iter().find(|one| one.id == dispatcher);
    let path = path.map(|one| one.path.clone()).unwrap_or_default();
    Ok(directly_below(&path, &placed))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Placed, directly_below};

    fn placed(id: u128, path: &str) -> Placed {
        Placed {
            id: Uuid::from_u128(id),
            path: path.to_owned(),
        }
    }

    #[test]
    fn a_county_under_a_city_is_not_directly_below_the_province() {
        let tree = [
            placed(1, "/p/"),
            placed(2, "/p/x/c1/"),
            placed(3, "/p/c2/"),
            placed(4, "/p/c2/d1/"),
            placed(5, "/q/"),
        ];
        let of = |path: &str| directly_below(path, &tree);
        assert_eq!(of("/p/"), [Uuid::from_u128(2), Uuid::from_u128(3)]);
        assert_eq!(of("/p/c2/"), [Uuid::from_u128(4)]);
        assert!(of("/q/").is_empty());
    }
}
