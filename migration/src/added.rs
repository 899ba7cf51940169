//! One way to add columns to a table that stands already, on SQLite and PostgreSQL alike: every new column is empty or has a value
//! that is true of the rows of before.

use sea_orm_migration::{
    prelude::{DbErr, SchemaManager},
    sea_orm::{ConnectionTrait, DbBackend},
};

/// Columns to be added to one table; `add` writes them with their indexes, `drop` takes them away again.
pub struct AddedColumns<'a> {
    manager: &'a SchemaManager<'a>,
    table: &'static str,
    columns: Vec<(&'static str, String)>,
    indexed: Vec<&'static str>,
}

impl<'a> AddedColumns<'a> {
    /// None yet.
    pub fn to(manager: &'a SchemaManager<'a>, table: &'static str) -> Self {
        Self {
            manager,
            table,
            columns: Vec::new(),
            indexed: Vec::new(),
        }
    }

    /// Text that may be null.
    pub fn optional_text(self, column: &'static str) -> Self {
        let text = self.text().to_owned();
        self.column(column, text)
    }

    /// Text that is `value` in the rows of before.
    pub fn text_of_before(self, column: &'static str, value: &str) -> Self {
        let text = format!("{} NOT NULL DEFAULT '{value}'", self.text());
        self.column(column, text)
    }

    /// A day that may be null.
    pub fn optional_date(self, column: &'static str) -> Self {
        let date = if self.is_sqlite() {
            "date_text"
        } else {
            "date"
        };
        self.column(column, date.to_owned())
    }

    /// Yes or no; no in the rows of before.
    pub fn no_before(self, column: &'static str) -> Self {
        self.column(column, "boolean NOT NULL DEFAULT FALSE".to_owned())
    }

    /// A reference that may be null, with its foreign key and index.
    pub fn optional_reference(self, column: &'static str, target: &str) -> Self {
        let id = if self.is_sqlite() { "blob" } else { "uuid" };
        let key = format!("fk_{}_{column}", self.table);
        let reference = format!(
            "{id} CONSTRAINT \"{key}\" REFERENCES \"{target}\" (\"id\") ON DELETE RESTRICT"
        );
        self.column(column, reference).index(column)
    }

    /// A number that may be null.
    pub fn optional_integer(self, column: &'static str) -> Self {
        self.column(column, "integer".to_owned())
    }

    /// A number of 64 bits that may be null, also money in cents.
    pub fn optional_big_integer(self, column: &'static str) -> Self {
        self.column(column, "bigint".to_owned())
    }

    /// An index for one of the columns, which is filtered or ordered by.
    pub fn index(mut self, column: &'static str) -> Self {
        self.indexed.push(column);
        self
    }

    /// Add them.
    pub async fn add(self) -> Result<(), DbErr> {
        let table = self.table;
        for (column, kind) in &self.columns {
            self.run(format!(
                "ALTER TABLE \"{table}\" ADD COLUMN \"{column}\" {kind}"
            ))
            .await?;
        }
        for column in &self.indexed {
            self.run(format!(
                "CREATE INDEX \"ix_{table}_{column}\" ON \"{table}\" (\"{column}\")"
            ))
            .await?;
        }
        Ok(())
    }

    /// Take them away.
    pub async fn drop(self) -> Result<(), DbErr> {
        let table = self.table;
        for column in &self.indexed {
            self.run(format!("DROP INDEX \"ix_{table}_{column}\""))
                .await?;
        }
        for (column, _) in self.columns.iter().rev() {
            self.run(format!("ALTER TABLE \"{table}\" DROP COLUMN \"{column}\""))
                .await?;
        }
        Ok(())
    }

    fn column(mut self, column: &'static str, kind: String) -> Self {
        self.columns.push((column, kind));
        self
    }

    fn text(&self) -> &'static str {
        if self.is_sqlite() {
            "text"
        } else {
            "text COLLATE \"C\""
        }
    }

    fn is_sqlite(&self) -> bool {
        self.manager.get_database_backend() == DbBackend::Sqlite
    }

    async fn run(&self, statement: String) -> Result<(), DbErr> {
        self.manager
            .get_connection()
            .execute_unprepared(&statement)
            .await?;
        Ok(())
    }
}
