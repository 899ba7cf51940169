//! Attach a file to a document: what `POST /files` does when the bytes have come.

use inspectorate_entity::documents::{
    document,
    document_file::{self, Column},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{document::Document, document_file::DocumentFile, document_life_cycle::take};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        node_id::GlobalId,
        text::{Code, Name},
    },
};

/// What attaching a file takes beside its bytes, which are stored by then.
#[derive(Debug, Input)]
pub struct AttachFileInput {
    /// The document (公文).
    pub document: GlobalId<Document>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its name (文件名).
    pub name: Name,
    /// Its media type, which its content has (媒体类型).
    pub media_type: Name,
    /// Its length in bytes (字节数).
    pub size: Code,
    /// SHA-256 of its bytes (校验值).
    pub sha256: Code,
    /// The key under which its bytes are stored (存储键).
    pub stored_as: Code,
}

/// Attach a file to a draft of your body (上传附件); of a name that the document has, it is the next revision.
#[verb(DocumentFile)]
pub async fn attach_file(change: &mut Change, input: AttachFileInput) -> Result<Uuid> {
    let document = change
        .subject::<document::Entity, _>("document", &input.document, input.version)
        .await?;
    take(change, &document).await?;
    let same = Condition::all()
        .add(Column::DocumentId.eq(document.id))
        .add(Column::Name.eq(input.name.0.as_str()));
    let same = change.rows::<document_file::Entity>(same).await?;
    let last = same.iter().map(|file| file.revision).max();
    let (body, name) = (
        change.viewer().organization_id,
        change.viewer().name.clone(),
    );
    let file = change
        .insert(document_file::ActiveModel {
            document_id: Set(document.id),
            organization_id: Set(body),
            name: Set(input.name.0),
            revision: Set(last.unwrap_or_default() + 1),
            media_type: Set(input.media_type.0),
            size: Set(input.size.0.parse().unwrap_or(i64::MAX)),
            sha256: Set(input.sha256.0),
            stored_as: Set(input.stored_as.0),
            attached_on: Set(change.today()),
            attached_by: Set(name),
            removed_on: Set(None),
            removal_reason: Set(None),
            ..Default::default()
        })
        .await?;
    let touched = document.clone().into_active_model();
    change.update(&document, touched).await?;
    Ok(file.id)
}
