//! Many rows at once through the door for writes: recorded like single ones, written by a few statements.
#![expect(
    clippy::disallowed_methods,
    reason = "part of the door for writes: every row is recorded for the event of the change"
)]

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    TryIntoModel,
};
use uuid::Uuid;

use super::{change::Change, duplicate::duplicate, recorded::record};
use crate::{error::Result, read::noun::NounDef};

/// How many rows one statement writes: few enough for the number of values that SQLite binds.
const ROWS_AT_ONCE: usize = 500;

impl Change {
    /// Write many new rows of one table, a few hundred with a statement.
    pub async fn insert_all<A>(&mut self, new: Vec<A>) -> Result<()>
    where
        A: ActiveModelTrait
            + ActiveModelBehavior
            + TryIntoModel<<A::Entity as EntityTrait>::Model>
            + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        for some in new.chunks(ROWS_AT_ONCE) {
            let rows: Vec<A> = some
                .iter()
                .map(|row| self.stamped(row.clone(), 1, true))
                .collect();
            for row in &rows {
                let row = row.clone().try_into_model()?;
                self.recorded.extend(record::<A::Entity>(None, &row));
            }
            let written = A::Entity::insert_many(rows)
                .exec_without_returning(self.tx())
                .await;
            written.map_err(duplicate)?;
        }
        Ok(())
    }

    /// Count up the version of records that changed through rows of other tables; the change stands in their history.
    pub async fn touch(&mut self, noun: &'static NounDef, ids: &[Uuid]) -> Result<()> {
        let mut sql = self.sql();
        sql.push("UPDATE \"")
            .push(noun.table)
            .push("\" SET version = version + 1, updated_at = ")
            .bind(self.now())
            .push(" WHERE id")
            .in_ids(ids);
        self.tx().execute_raw(sql.finish()).await?;
        self.touched.extend(ids.iter().map(|id| (noun.name, *id)));
        Ok(())
    }
}
