//! The life cycle of a document with one of its addressees (收文): sent, received, and answered where an answer is owed.

use inspectorate_entity::{
    documents::document_addressee::{self, AddresseeStatus},
    vocabulary::Vocabulary,
};

use super::document_life_cycle::of_another_body;
use crate::{
    access::{change::Change, policy::Action},
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    error::{Error, Result},
    read::Batch,
};

/// What the gates of an addressee look at.
#[derive(Clone, Copy, Debug)]
pub struct AddresseeFacts {
    /// Whether it is the viewer's own body.
    pub own: bool,
    pub owes_answer: bool,
}

const OWN: Rule<AddresseeFacts> = Rule {
    gate: Gate::DocumentOfAnotherBody,
    doc: "it is addressed to one's own body",
    check: own,
};

const OWES: Rule<AddresseeFacts> = Rule {
    gate: Gate::NoAnswerOwed,
    doc: "an answer is owed",
    check: owes,
};

use AddresseeStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: S,
    rules: &'static [Rule<AddresseeFacts>],
) -> Step<S, AddresseeFacts> {
    Step {
        action,
        doc,
        from,
        to: Some(to),
        rules,
        owed: false,
        deadline: None,
    }
}

/// A document with one of its addressees, from the issue on; how long the answer may take is said by the rule of the document.
pub static ADDRESSEE: LifeCycle<AddresseeStatus, AddresseeFacts> = LifeCycle {
    noun: "DocumentAddressee",
    doc: "A document with one of its addressees, from its issue on (收文).",
    initial: S::Sent,
    begun_by: Action::IssueDocument,
    steps: &[
        step(
            Action::ReceiveDocument,
            "receive it (签收)",
            &[S::Sent],
            S::Received,
            &[OWN],
        ),
        step(
            Action::AnswerDocument,
            "answer it by another document (答复)",
            &[S::Received],
            S::Answered,
            &[OWN, OWES],
        ),
    ],
};

fn own(addressee: &AddresseeFacts) -> Result<()> {
    if addressee.own {
        return Ok(());
    }
    Err(of_another_body())
}

fn owes(addressee: &AddresseeFacts) -> Result<()> {
    if addressee.owes_answer {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NoAnswerOwed,
        "The document asks no answer of this addressee: receiving it is all.",
        "该公文无须本单位答复，签收即可。",
    ))
}

/// The state to which the verb at hand leads the addressee, or what stands in the way.
pub fn take(change: &Change, addressee: &document_addressee::Model) -> Result<AddresseeStatus> {
    let facts = AddresseeFacts {
        own: addressee.organization_id == change.viewer().organization_id,
        owes_answer: addressee.owes_answer,
    };
    ADDRESSEE
        .take(change.action(), addressee.status, &facts)
        .map_err(|error| error.field("input.addressee"))
}

/// What the viewer may do with each addressee now.
pub async fn addressee_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(AddresseeStatus::parse);
            let status = status.ok_or_else(|| Error::internal("an addressee without status"))?;
            let facts = AddresseeFacts {
                own: batch.id(row, "organization_id") == Some(batch.viewer().organization_id),
                owes_answer: batch.truth(row, "owes_answer").unwrap_or_default(),
            };
            Ok(ADDRESSEE.available(batch.viewer(), status, &facts))
        })
        .collect()
}
