//! A body to which a document is addressed.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// As what a body is addressed (收文类别).
    pub enum AddresseePart {
        /// It has to act on the document (主送).
        Main = "MAIN",
        /// It is to know of the document (抄送).
        Copy = "COPY",
    }
}

vocabulary! {
    /// How far a document has come with one of its addressees (收文状态).
    pub enum AddresseeStatus {
        /// Named in a draft, which it does not see (拟送).
        Named = "NAMED",
        /// Sent (待签收).
        Sent = "SENT",
        /// Received; ends here where no answer is owed (已签收).
        Received = "RECEIVED",
        /// Answered by another document (已答复).
        Answered = "ANSWERED",
        /// The document was withdrawn before it was answered (已撤回).
        Withdrawn = "WITHDRAWN",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_addressee")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub document_id: Uuid,
    pub organization_id: Uuid,
    pub part: AddresseePart,
    pub owes_answer: bool,
    pub status: AddresseeStatus,
    pub received_on: Option<Date>,
    /// The name of who received it, as the token gave it.
    pub received_by: Option<String>,
    pub answered_on: Option<Date>,
    pub answer_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
