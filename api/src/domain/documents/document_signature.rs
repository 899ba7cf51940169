//! Who signed a document.

use inspectorate_macros::Noun;

use super::document::Document;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// Who signed a document, for which body, in which post (签署).
#[derive(Noun)]
#[noun(table = "document_signature", plural = "documentSignatures", reads = ReadDocuments, visible = visible_to, order(signed_on, signer))]
pub struct DocumentSignature {
    /// The document (公文).
    #[noun(one = "document_id", filter)]
    pub document: One<Document>,
    /// The body for which it was signed; null when the viewer may not see it, as one above the viewer's own place (签署单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Who signed (签署人).
    #[noun(filter, order)]
    pub signer: String,
    /// The post in which it was signed, as printed (职务).
    pub post: String,
    /// When it was signed (签署日期).
    #[noun(filter, order)]
    pub signed_on: Date,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("document_id", || Document::DEF)
}
