//! The door for writes: one transaction, in which rows are found through the viewer, written, and recorded old → new.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one door through which rows are written"
)]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, Condition, ConnectionTrait, DatabaseTransaction,
    EntityTrait, Iden, IntoActiveModel, Iterable, ModelTrait, PrimaryKeyTrait, QueryFilter,
    QueryResult, QuerySelect, SqliteTransactionMode, TransactionOptions, TransactionTrait, Value,
};
use uuid::Uuid;

use super::{
    duplicate::duplicate,
    policy::Action,
    recorded::{Recorded, record},
    viewer::Viewer,
    visible,
};
use crate::{
    database::Database,
    error::{Error, Result},
    graphql::node_id::{GlobalId, decode, malformed},
    read::{
        Sql,
        noun::{Noun, NounDef},
    },
};

/// A change under way. Dropped without commit, it never happened.
pub struct Change {
    viewer: Viewer,
    action: Action,
    now: DateTime<Utc>,
    tx: DatabaseTransaction,
    pub(super) recorded: Vec<Recorded>,
    /// Records that changed through rows of other tables only.
    pub(super) touched: Vec<(&'static str, Uuid)>,
    pub(super) told: Option<String>,
}

impl Change {
    /// Open the transaction; whether the viewer may is decided before.
    pub(super) async fn begin(
        viewer: &Viewer,
        database: &Database,
        action: Action,
    ) -> Result<Self> {
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: None,
            // Taken at once: a deferred transaction that turns into a writer does not wait for the one before it.
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        };
        let tx = database.writer.begin_with_options(options).await?;
        Ok(Self {
            viewer: viewer.clone(),
            action,
            // Not before the wait for other writers is over, so that the log's times run in its order as far as they can.
            now: chrono::SubsecRound::trunc_subsecs(Utc::now(), 6),
            tx,
            recorded: Vec::new(),
            touched: Vec::new(),
            told: None,
        })
    }

    /// Who changes.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// What is being done.
    pub fn action(&self) -> Action {
        self.action
    }

    /// Answer a secret with this call, and never again.
    pub fn tell_once(&mut self, secret: String) {
        self.told = Some(secret);
    }

    /// The moment of the change, the same for everything in it.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The day of the change where the work is done (China Standard Time).
    pub fn today(&self) -> NaiveDate {
        (self.now + chrono::Duration::hours(8)).date_naive()
    }

    /// The transaction, for statements that move many rows at once.
    pub fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// The record to be changed: it exists for the viewer, is locked until the end, and is still at version `seen`.
    pub async fn subject<E, N>(&self, field: &str, id: &GlobalId<N>, seen: i32) -> Result<E::Model>
    where
        E: EntityTrait,
        N: Noun,
        <E::PrimaryKey as PrimaryKeyTrait>::ValueType: From<Uuid>,
    {
        let row = self.locked::<E, N>(field, id, true).await?;
        match version::<E>(&row) {
            Some(current) if current != seen => Err(Error::stale(seen, current)),
            _ => Ok(row),
        }
    }

    /// Another record that the change refers to: it exists for the viewer and stays as it is until the end.
    pub async fn related<E, N>(&self, field: &str, id: &GlobalId<N>) -> Result<E::Model>
    where
        E: EntityTrait,
        N: Noun,
        <E::PrimaryKey as PrimaryKeyTrait>::ValueType: From<Uuid>,
    {
        self.locked::<E, N>(field, id, false).await
    }

    /// Like `related`, of a record whose other facts a rule looks at: no other change adds to them until the end of this one.
    pub async fn related_alone<E, N>(&self, field: &str, id: &GlobalId<N>) -> Result<E::Model>
    where
        E: EntityTrait,
        N: Noun,
        <E::PrimaryKey as PrimaryKeyTrait>::ValueType: From<Uuid>,
    {
        self.locked::<E, N>(field, id, true).await
    }

    /// A record of whichever noun that the change refers to: it exists for the viewer.
    pub async fn any(&self, field: &str, id: &str) -> Result<(&'static NounDef, Uuid)> {
        let field = format!("input.{field}");
        let (name, key) =
            decode(id).ok_or_else(|| malformed(id, "record").field(field.as_str()))?;
        let hidden = || Error::not_found("record", field.as_str());
        let noun = crate::schema::nouns()
            .find(|noun| noun.name == name)
            .ok_or_else(hidden)?;
        let mut sql = Sql::new(self.tx.get_database_backend());
        sql.push("SELECT t.id FROM \"")
            .push(noun.table)
            .push("\" t WHERE t.id = ")
            .bind(key);
        sql.push(" AND ");
        visible::rows(noun, &self.viewer, "t", &mut sql);
        let found = self.tx.query_one_raw(sql.finish()).await?;
        found.map(|_| (noun, key)).ok_or_else(hidden)
    }

    async fn locked<E, N>(
        &self,
        field: &str,
        id: &GlobalId<N>,
        exclusively: bool,
    ) -> Result<E::Model>
    where
        E: EntityTrait,
        N: Noun,
        <E::PrimaryKey as PrimaryKeyTrait>::ValueType: From<Uuid>,
    {
        let hidden = || Error::not_found(N::DEF.name, format!("input.{field}"));
        let key = id.key().ok_or_else(hidden)?;
        let mut sql = Sql::new(self.tx.get_database_backend());
        sql.push("SELECT t.id FROM \"")
            .push(N::DEF.table)
            .push("\" t WHERE t.id = ")
            .bind(key);
        sql.push(" AND ");
        visible::rows(N::DEF, &self.viewer, "t", &mut sql);
        if sql.is_postgres() {
            sql.push(if exclusively {
                " FOR UPDATE OF t"
            } else {
                " FOR SHARE OF t"
            });
        }
        self.tx
            .query_one_raw(sql.finish())
            .await?
            .ok_or_else(hidden)?;
        E::find_by_id(<<E::PrimaryKey as PrimaryKeyTrait>::ValueType as From<
            Uuid,
        >>::from(key))
        .one(&self.tx)
        .await?
        .ok_or_else(hidden)
    }

    /// Rows that a rule has to look at, whoever may see them: what a rule refuses must not depend on the viewer.
    pub async fn rows<E: EntityTrait>(
        &self,
        condition: impl Into<Condition>,
    ) -> Result<Vec<E::Model>> {
        Ok(E::find().filter(condition.into()).all(&self.tx).await?)
    }

    /// The row on which the subject hangs, held until the change is over; whoever may see it.
    pub async fn held<E>(&self, id: Uuid) -> Result<E::Model>
    where
        E: EntityTrait,
        <E::PrimaryKey as PrimaryKeyTrait>::ValueType: From<Uuid>,
    {
        let row = E::find_by_id(<E::PrimaryKey as PrimaryKeyTrait>::ValueType::from(id));
        let row = row.lock_exclusive().one(&self.tx).await?;
        row.ok_or_else(|| Error::internal("a record whose parent is not there"))
    }

    /// An empty statement for the database at hand.
    pub fn sql(&self) -> Sql {
        Sql::new(self.tx.get_database_backend())
    }

    /// Run a statement that selects; rights are the caller's part, by `access::visible::rows`.
    pub async fn select(&self, sql: Sql) -> Result<Vec<QueryResult>> {
        Ok(self.tx.query_all_raw(sql.finish()).await?)
    }

    /// Write a new row.
    pub async fn insert<A>(&mut self, new: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let new = self.stamped(new, 1, true);
        let row = new.insert(&self.tx).await.map_err(duplicate)?;
        self.recorded.extend(record::<A::Entity>(None, &row));
        Ok(row)
    }

    /// Write a row anew; answers it as it is now, at the next version.
    pub async fn update<A>(
        &mut self,
        before: &<A::Entity as EntityTrait>::Model,
        changed: A,
    ) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let next = version::<A::Entity>(before).unwrap_or(0) + 1;
        let changed = self.stamped(changed, next, false);
        let row = changed.update(&self.tx).await.map_err(duplicate)?;
        self.recorded
            .extend(record::<A::Entity>(Some(before), &row));
        Ok(row)
    }

    /// Fill in what every table keeps about its rows.
    pub(super) fn stamped<A: ActiveModelTrait>(&self, mut row: A, version: i32, fresh: bool) -> A {
        for column in <A::Entity as EntityTrait>::Column::iter() {
            match column.unquoted() {
                "version" => row.set(column, Value::from(version)),
                "updated_at" => row.set(column, Value::from(self.now)),
                "created_at" if fresh => row.set(column, Value::from(self.now)),
                "id" if fresh && matches!(row.get(column), sea_orm::ActiveValue::NotSet) => {
                    row.set(column, Value::from(Uuid::now_v7()));
                }
                _ => {}
            }
        }
        row
    }

    pub(super) async fn finish(self) -> Result<()> {
        Ok(self.tx.commit().await?)
    }
}

/// The version of a row, when its table keeps one.
fn version<E: EntityTrait>(row: &E::Model) -> Option<i32> {
    let column = E::Column::iter().find(|column| column.unquoted() == "version")?;
    match row.get(column) {
        Value::Int(version) => version,
        _ => None,
    }
}
