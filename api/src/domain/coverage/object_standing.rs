//! How far one object has come, by the same rules by which the ledger counts.

use async_graphql::Enum;

use super::{
    ledger::{self, Stage, Standing},
    ledger_rows,
    source::Source,
};
use crate::{blocks::measure, error::Result, read::Batch};

/// How far an object has come on one day (覆盖情况); exactly one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ObjectStanding {
    /// It was put on the list later (尚未列入).
    NotYetListed,
    /// It was taken off the list (已调出).
    Withdrawn,
    /// On the list and placed in no year (未排入).
    Unplanned,
    /// Placed in a year or round (已排入).
    Planned,
    /// Its inspection has begun and is not reported or fed back yet (进驻中).
    UnderWay,
    /// Inspected in the mode that the list requires, and reported or fed back (已覆盖).
    Covered,
}

impl From<Standing> for ObjectStanding {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::NotYetListed => Self::NotYetListed,
            Standing::Withdrawn => Self::Withdrawn,
            Standing::OnList { stage, .. } => match stage {
                Stage::Unplanned => Self::Unplanned,
                Stage::Planned => Self::Planned,
                Stage::UnderWay => Self::UnderWay,
                Stage::Covered => Self::Covered,
            },
        }
    }
}

/// Where each object stands on the day asked for.
pub async fn standing(batch: &Batch<'_>) -> Result<Vec<ObjectStanding>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let source = Source::Reading(batch);
    let found = ledger_rows::read_objects(&source, batch.ids(), as_of).await?;
    let standing = |id| {
        // An object whose row is there is read by the same right; without it, it was not on the list.
        let object = found.get(&id);
        object.map_or(ObjectStanding::NotYetListed, |object| {
            ledger::standing(object, as_of).into()
        })
    };
    Ok(batch.ids().into_iter().map(standing).collect())
}
