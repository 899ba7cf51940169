//! A file of a document, in one revision.

use inspectorate_macros::Noun;

use super::document::Document;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// A file of a document, in one revision (附件). `POST /files?document=…&version=…&name=…` attaches one and `GET /files/{id}` gives its bytes, both
/// with the same token; whoever sees the document sees its files, one that was removed only who attached it.
#[derive(Noun)]
#[noun(table = "document_file", plural = "documentFiles", reads = ReadDocuments, visible = visible_to, order(name, -revision))]
pub struct DocumentFile {
    /// The document (公文).
    #[noun(one = "document_id", filter)]
    pub document: One<Document>,
    /// The body that attached it; null when the viewer may not see it, as one above the viewer's own place (上传单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Its name, which is no path (文件名).
    #[noun(filter, order)]
    pub name: String,
    /// Which revision of the file of that name it is, from one (版次).
    #[noun(filter, order)]
    pub revision: i32,
    /// Its media type; its content was found to be of it (媒体类型).
    #[noun(filter, order)]
    pub media_type: String,
    /// Its length in bytes (字节数).
    pub size: i64,
    /// SHA-256 of its bytes, 64 hexadecimal digits (校验值).
    #[noun(filter, order)]
    pub sha256: String,
    /// When it was attached (上传日期).
    #[noun(filter, order)]
    pub attached_on: Date,
    /// Who attached it (上传人).
    pub attached_by: String,
    /// When it was removed; null unless it was (移除日期).
    #[noun(filter, order)]
    pub removed_on: Option<Date>,
    /// Why it was removed; null unless it was (移除原因).
    pub removal_reason: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::Through("document_id", || Document::DEF),
        Visible::Either(vec![
            Visible::Empty("removed_on"),
            Visible::Is("organization_id", viewer.organization_id),
        ]),
    ])
}
