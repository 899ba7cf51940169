//! What documents bring to the schema: their nouns and their verbs, one word each.

use super::{
    answer_document, attach_file, document, document_addressee, document_file, document_signature,
    draft_document, issue_document, receive_document, remove_file, revise_document, sign_document,
    withdraw_document,
};
use crate::{access::verb::VerbDef, domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        document::Document::DEF,
        document_addressee::DocumentAddressee::DEF,
        document_signature::DocumentSignature::DEF,
        document_file::DocumentFile::DEF,
    ],
    verbs: &[
        &draft_document::VERB,
        &revise_document::VERB,
        &remove_file::VERB,
        &sign_document::VERB,
        &issue_document::VERB,
        &receive_document::VERB,
        &answer_document::VERB,
        &withdraw_document::VERB,
    ],
    queries: &[],
};

/// What is done by sending a file (`POST /files`), and not by a mutation.
pub const BY_UPLOAD: &VerbDef = &attach_file::VERB;
