//! To whom a document goes, from its draft to its issue or withdrawal.

use std::collections::HashSet;

use chrono::NaiveDate;
use inspectorate_entity::{
    documents::{
        document,
        document_addressee::{self, AddresseePart, AddresseeStatus},
    },
    organizations::organization,
};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::document_addressee::DocumentAddressee;
use crate::{
    access::change::Change,
    domain::{
        meetings::gates::at_most,
        organizations::organization::Organization,
        rules::deadline_begun::{self, Beginning},
    },
    error::{Error, Result},
    graphql::node_id::GlobalId,
    read::noun::Noun as _,
};

/// Bodies that one document may be addressed to.
const MOST: usize = 200;

/// The bodies to which a draft is addressed, each once and none the issuer.
#[derive(Debug, Default)]
pub struct Named {
    known: HashSet<Uuid>,
    pub all: Vec<(Uuid, AddresseePart)>,
}

impl Named {
    /// Add the bodies that the client names in `field`.
    pub async fn read(
        &mut self,
        change: &Change,
        field: &str,
        part: AddresseePart,
        named: &[GlobalId<Organization>],
    ) -> Result<()> {
        at_most(named.len(), MOST, &format!("input.{field}"))?;
        for (index, body) in named.iter().enumerate() {
            let field = format!("{field}.{index}");
            let body = change
                .related::<organization::Entity, _>(&field, body)
                .await?;
            self.add(change, body.id, part, &format!("input.{field}"))?;
        }
        Ok(())
    }

    /// Add a body.
    pub fn add(
        &mut self,
        change: &Change,
        body: Uuid,
        part: AddresseePart,
        field: &str,
    ) -> Result<()> {
        if body == change.viewer().organization_id {
            return Err(Error::bad_input(
                field,
                "Nobody addresses a document to itself.",
                "收文单位不能是发文单位自身。",
            ));
        }
        if !self.known.insert(body) {
            return Err(Error::conflict(
                field,
                "That body is named already: it is addressed once.",
                "该单位已填写，请勿重复。",
            ));
        }
        self.all.push((body, part));
        Ok(())
    }

    /// Write them.
    pub async fn write(self, change: &mut Change, document: Uuid, asks: bool) -> Result<()> {
        for (body, part) in self.all {
            change
                .insert(document_addressee::ActiveModel {
                    document_id: Set(document),
                    organization_id: Set(body),
                    part: Set(part),
                    owes_answer: Set(asks && part == AddresseePart::Main),
                    status: Set(AddresseeStatus::Named),
                    received_on: Set(None),
                    received_by: Set(None),
                    answered_on: Set(None),
                    answer_id: Set(None),
                    ..Default::default()
                })
                .await?;
        }
        Ok(())
    }
}

/// Those of a document.
pub async fn of(change: &Change, document: Uuid) -> Result<Vec<document_addressee::Model>> {
    let those = document_addressee::Column::DocumentId.eq(document);
    change.rows::<document_addressee::Entity>(those).await
}

/// Send an issued document to its addressees; the deadline of each answer that is owed begins.
pub async fn send(change: &mut Change, document: &document::Model, day: NaiveDate) -> Result<()> {
    for addressee in of(change, document.id).await? {
        let mut sent = addressee.clone().into_active_model();
        sent.status = Set(AddresseeStatus::Sent);
        change.update(&addressee, sent).await?;
        let Some(rule) = document.answer_rule.as_deref() else {
            continue;
        };
        if addressee.owes_answer {
            let beginning = Beginning {
                noun: DocumentAddressee::DEF,
                record: addressee.id,
                dispatcher: document.dispatcher_id,
                owed_by: Some(addressee.organization_id),
                rule,
                started_on: day,
            };
            deadline_begun::begin(change, beginning).await?;
        }
    }
    Ok(())
}

/// Nobody waits for a withdrawn document any more; who answered it did.
pub async fn call_back(change: &mut Change, document: Uuid, day: NaiveDate) -> Result<()> {
    for addressee in of(change, document).await? {
        if addressee.status == AddresseeStatus::Answered {
            continue;
        }
        let mut called = addressee.clone().into_active_model();
        called.status = Set(AddresseeStatus::Withdrawn);
        change.update(&addressee, called).await?;
        deadline_begun::lifted(change, addressee.id, day).await?;
    }
    Ok(())
}
