//! One way to declare a table, so that SQLite and PostgreSQL hold the same thing in the same order.
//!
//! Text is compared by its bytes on both databases (`COLLATE "C"` on PostgreSQL), every reference is a foreign key with an
//! index, and nothing is nullable unless the column says `optional`.

use sea_orm_migration::{
    prelude::{
        Alias, ColumnDef, ConditionalStatement, DbErr, Expr, ExprTrait, ForeignKey,
        ForeignKeyAction, Index, IndexCreateStatement, SchemaManager, Table, TableCreateStatement,
    },
    sea_orm::DbBackend,
};

/// A table about to be created; `create` writes it with its indexes.
pub struct NewTable<'a> {
    manager: &'a SchemaManager<'a>,
    name: &'static str,
    table: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
}

impl<'a> NewTable<'a> {
    /// A table whose rows carry an `id`.
    pub fn new(manager: &'a SchemaManager<'a>, name: &'static str) -> Self {
        let mut table = Self::without_id(manager, name);
        let mut id = table.uuid("id");
        table.table.col(id.primary_key());
        table
    }

    /// A table whose key the caller declares, such as a link between two others.
    pub fn without_id(manager: &'a SchemaManager<'a>, name: &'static str) -> Self {
        let mut table = Table::create();
        table.table(Alias::new(name));
        Self {
            manager,
            name,
            table,
            indexes: Vec::new(),
        }
    }

    /// A reference to a row of `target`, with its foreign key and index.
    pub fn reference(self, column: &'static str, target: &'static str) -> Self {
        self.refer(column, target, true)
    }

    /// A reference that may be null.
    pub fn optional_reference(self, column: &'static str, target: &'static str) -> Self {
        self.refer(column, target, false)
    }

    /// An id without a foreign key: of a row that may be of several tables.
    pub fn id(mut self, column: &'static str) -> Self {
        let mut id = self.uuid(column);
        self.table.col(id.not_null());
        self
    }

    /// Such an id that may be null.
    pub fn optional_id(mut self, column: &'static str) -> Self {
        let mut id = self.uuid(column);
        self.table.col(id.take());
        self
    }

    /// Text of any length, ordered by its bytes.
    pub fn text(self, column: &'static str) -> Self {
        self.character(column, true)
    }

    /// Text that may be null.
    pub fn optional_text(self, column: &'static str) -> Self {
        self.character(column, false)
    }

    /// A day without a time.
    pub fn date(mut self, column: &'static str) -> Self {
        self.table.col(ColumnDef::new(column).date().not_null());
        self
    }

    /// A day that may be null, such as the end of something that still holds.
    pub fn optional_date(mut self, column: &'static str) -> Self {
        self.table.col(ColumnDef::new(column).date());
        self
    }

    /// A moment in UTC.
    pub fn time(mut self, column: &'static str) -> Self {
        self.table
            .col(ColumnDef::new(column).timestamp_with_time_zone().not_null());
        self
    }

    /// A moment that may be null.
    pub fn optional_time(mut self, column: &'static str) -> Self {
        self.table
            .col(ColumnDef::new(column).timestamp_with_time_zone());
        self
    }

    /// A number of 32 bits.
    pub fn integer(mut self, column: &'static str) -> Self {
        self.table.col(ColumnDef::new(column).integer().not_null());
        self
    }

    /// A number of 32 bits that may be null.
    pub fn optional_integer(mut self, column: &'static str) -> Self {
        self.table.col(ColumnDef::new(column).integer());
        self
    }

    /// A number of 64 bits, also money in cents.
    pub fn big_integer(mut self, column: &'static str) -> Self {
        self.table
            .col(ColumnDef::new(column).big_integer().not_null());
        self
    }

    /// A number of 64 bits that may be null.
    pub fn optional_big_integer(mut self, column: &'static str) -> Self {
        self.table.col(ColumnDef::new(column).big_integer());
        self
    }

    /// Yes or no.
    pub fn boolean(mut self, column: &'static str) -> Self {
        self.table.col(ColumnDef::new(column).boolean().not_null());
        self
    }

    /// From when until when a fact holds: `starts_on`, and `ends_on`, its last day, null while it holds.
    pub fn dated(self) -> Self {
        self.date("starts_on")
            .optional_date("ends_on")
            .index(&["starts_on"])
            .index(&["ends_on"])
    }

    /// What every record that can change carries: `version`, `created_at`, `updated_at`.
    pub fn record(mut self) -> Self {
        self.table
            .col(ColumnDef::new("version").integer().not_null().default(1));
        self.time("created_at").time("updated_at")
    }

    /// The key of a table without `id`.
    pub fn primary_key(mut self, columns: &[&'static str]) -> Self {
        let mut key = Index::create();
        for column in columns {
            key.col(*column);
        }
        self.table.primary_key(&mut key);
        self
    }

    /// An index for a column, or several together, that is filtered or ordered by.
    pub fn index(mut self, columns: &[&'static str]) -> Self {
        let index = self.index_over("ix", columns);
        self.indexes.push(index);
        self
    }

    /// No two rows share these columns.
    pub fn unique(mut self, columns: &[&'static str]) -> Self {
        let mut index = self.index_over("ux", columns);
        self.indexes.push(index.unique().take());
        self
    }

    /// Among the rows where `open` is null, no two share these columns.
    pub fn unique_while_null(mut self, columns: &[&'static str], open: &'static str) -> Self {
        let mut index = self.index_over("ux", columns);
        index.unique().and_where(Expr::col(open).is_null());
        self.indexes.push(index);
        self
    }

    /// Write the table and its indexes.
    pub async fn create(mut self) -> Result<(), DbErr> {
        self.manager.create_table(self.table.take()).await?;
        for index in self.indexes {
            self.manager.create_index(index).await?;
        }
        Ok(())
    }

    fn uuid(&self, column: &'static str) -> ColumnDef {
        let mut id = ColumnDef::new(column);
        match self.manager.get_database_backend() {
            DbBackend::Sqlite => id.blob(),
            _ => id.uuid(),
        };
        id
    }

    fn refer(mut self, column: &'static str, target: &'static str, required: bool) -> Self {
        let mut reference = self.uuid(column);
        if required {
            reference.not_null();
        }
        self.table.col(reference);
        self.table.foreign_key(
            ForeignKey::create()
                .name(format!("fk_{}_{column}", self.name))
                .from(self.name, column)
                .to(target, "id")
                .on_delete(ForeignKeyAction::Restrict),
        );
        self.index(&[column])
    }

    fn character(mut self, column: &'static str, required: bool) -> Self {
        let mut text = ColumnDef::new(column);
        text.text();
        if self.manager.get_database_backend() == DbBackend::Postgres {
            text.extra("COLLATE \"C\"");
        }
        if required {
            text.not_null();
        }
        self.table.col(text);
        self
    }

    fn index_over(&self, prefix: &str, columns: &[&'static str]) -> IndexCreateStatement {
        let mut index = Index::create();
        index
            .name(format!("{prefix}_{}_{}", self.name, columns.join("_")))
            .table(self.name);
        for column in columns {
            index.col(*column);
        }
        index
    }
}

/// Remove tables, the youngest first: the way back of a migration.
pub async fn drop_tables(manager: &SchemaManager<'_>, names: &[&'static str]) -> Result<(), DbErr> {
    for name in names.iter().rev() {
        manager
            .drop_table(Table::drop().table(*name).to_owned())
            .await?;
    }
    Ok(())
}
