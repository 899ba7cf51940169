//! A file of a document for whoever sees its row: what is needed to send its bytes.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    noun::{Noun, NounDef},
    sql::Sql,
};
use crate::{
    access::{viewer::Viewer, visible},
    database::Database,
    domain::documents::document_file::DocumentFile,
    error::Result,
};

/// A file whose row exists for the viewer.
#[derive(Clone, Debug)]
pub struct StoredFile {
    pub name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    /// The key under which its bytes are stored.
    pub key: String,
}

/// The file of this id; none when the viewer may not see its row.
pub async fn of(viewer: &Viewer, database: &Database, id: Uuid) -> Result<Option<StoredFile>> {
    let mut sql = Sql::new(database.backend());
    sql.push("SELECT t.name, t.media_type, t.size, t.sha256, t.stored_as FROM document_file t WHERE t.id = ")
        .bind(id)
        .push(" AND ");
    visible::rows(DocumentFile::DEF, viewer, "t", &mut sql);
    let row = database.reader.query_one_raw(sql.finish()).await?;
    row.map(|row| {
        Ok(StoredFile {
            name: row.try_get("", "name")?,
            media_type: row.try_get("", "media_type")?,
            size: row.try_get("", "size")?,
            sha256: row.try_get("", "sha256")?,
            key: row.try_get("", "stored_as")?,
        })
    })
    .transpose()
}

/// Whether the row of this id exists for the viewer.
pub async fn exists(
    viewer: &Viewer,
    database: &Database,
    noun: &NounDef,
    id: Uuid,
) -> Result<bool> {
    let mut sql = Sql::new(database.backend());
    sql.push("SELECT 1 FROM \"")
        .push(noun.table)
        .push("\" t WHERE t.id = ")
        .bind(id)
        .push(" AND ");
    visible::rows(noun, viewer, "t", &mut sql);
    let row = database.reader.query_one_raw(sql.finish()).await?;
    Ok(row.is_some())
}
