//! The life cycle of a mechanism (协作机制): proposed, agreed to, in force on trial or for good, revised, ended.

use std::collections::HashMap;

use inspectorate_entity::{
    coordination::{
        coordination_mechanism::{self, MechanismStatus},
        mechanism_party,
    },
    vocabulary::Vocabulary,
};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::mechanism_party::MechanismParty;
use crate::{
    access::{
        change::Change,
        policy::{Action, Agency},
        viewer::Viewer,
        visible,
    },
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    domain::coverage::gates::of_another_dispatcher,
    error::{Error, Result},
    read::{Batch, noun::Noun as _},
};

/// What the gates of a mechanism look at.
#[derive(Clone, Copy, Debug)]
pub struct MechanismFacts {
    /// Whether the viewer acts for the dispatcher in whose work it stands.
    pub own: bool,
    /// Whether the viewer's body is a party that has not agreed.
    pub asked: bool,
    /// Whether a rule document prints it.
    pub printed: bool,
    /// Parties that have not agreed.
    pub silent: i64,
    /// Whether the viewer decides without them.
    pub decides: bool,
}

const OWN: Rule<MechanismFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is a mechanism of one's own place",
    check: own,
};

const ASKED: Rule<MechanismFacts> = Rule {
    gate: Gate::NotAskedToAgree,
    doc: "one's own body is a party that has not agreed yet",
    check: asked,
};

const PRINTED: Rule<MechanismFacts> = Rule {
    gate: Gate::MechanismWithoutDocument,
    doc: "a rule document prints it",
    check: printed,
};

const AGREED: Rule<MechanismFacts> = Rule {
    gate: Gate::PartiesDisagree,
    doc: "every party agreed, or the dispatcher decides",
    check: agreed,
};

use MechanismStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: Option<S>,
    rules: &'static [Rule<MechanismFacts>],
) -> Step<S, MechanismFacts> {
    Step {
        action,
        doc,
        from,
        to,
        rules,
        owed: false,
        deadline: None,
    }
}

/// A mechanism from its proposal to its end.
pub static MECHANISM: LifeCycle<MechanismStatus, MechanismFacts> = LifeCycle {
    noun: "CoordinationMechanism",
    doc: "A mechanism by which agencies work together (协作机制).",
    initial: S::Proposed,
    begun_by: Action::ProposeMechanism,
    steps: &[
        step(
            Action::AgreeToMechanism,
            "agree to it (同意协作机制)",
            &[S::Proposed],
            None,
            &[ASKED],
        ),
        step(
            Action::PutMechanismOnTrial,
            "put it in force on trial (试行协作机制)",
            &[S::Proposed],
            Some(S::Trial),
            &[OWN, PRINTED, AGREED],
        ),
        step(
            Action::EstablishMechanism,
            "put it in force for good (建立协作机制)",
            &[S::Proposed, S::Trial],
            Some(S::InForce),
            &[OWN, PRINTED, AGREED],
        ),
        step(
            Action::ReviseMechanism,
            "propose a new wording; it is revised when that comes into force (修订协作机制)",
            &[S::Trial, S::InForce],
            None,
            &[OWN],
        ),
        step(
            Action::EndMechanism,
            "end it (终止协作机制)",
            &[S::Proposed, S::Trial, S::InForce],
            Some(S::Ended),
            &[OWN],
        ),
    ],
};

fn own(mechanism: &MechanismFacts) -> Result<()> {
    if mechanism.own {
        return Ok(());
    }
    Err(of_another_dispatcher())
}

fn asked(mechanism: &MechanismFacts) -> Result<()> {
    if mechanism.asked {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAskedToAgree,
        "Your body is no party of this mechanism whose agreement is waited for.",
        "贵单位不是该机制待同意的协作方。",
    ))
}

fn printed(mechanism: &MechanismFacts) -> Result<()> {
    if mechanism.printed {
        return Ok(());
    }
    Err(Error::gate(
        Gate::MechanismWithoutDocument,
        "No rule document prints the mechanism: propose it with its document.",
        "该机制没有制度文件，请在提出时填写。",
    ))
}

fn agreed(mechanism: &MechanismFacts) -> Result<()> {
    match mechanism.silent {
        0 => Ok(()),
        _ if mechanism.decides => Ok(()),
        silent => Err(Error::gate(
            Gate::PartiesDisagree,
            format!(
                "{silent} of its parties have not agreed: let them agree, or let the dispatcher decide."
            ),
            format!("尚有 {silent} 个协作方未同意：请其同意，或由派出党组织决定。"),
        )),
    }
}

fn facts(
    viewer: &Viewer,
    dispatcher: Option<Uuid>,
    printed: bool,
    silent: &[Uuid],
) -> MechanismFacts {
    MechanismFacts {
        own: dispatcher == Some(viewer.authority_id),
        asked: silent.contains(&viewer.organization_id),
        printed,
        silent: i64::try_from(silent.len()).unwrap_or(i64::MAX),
        decides: viewer.agency == Agency::Dispatcher,
    }
}

/// The state to which the verb at hand leads the mechanism, or what stands in the way.
pub async fn take(
    change: &Change,
    mechanism: &coordination_mechanism::Model,
) -> Result<MechanismStatus> {
    let parties = mechanism_party::Column::MechanismId.eq(mechanism.id);
    let parties = change.rows::<mechanism_party::Entity>(parties).await?;
    let silent = parties.iter().filter(|party| party.agreed_on.is_none());
    let silent: Vec<Uuid> = silent.map(|party| party.organization_id).collect();
    let (dispatcher, printed) = (Some(mechanism.dispatcher_id), mechanism.rule_id.is_some());
    let facts = facts(change.viewer(), dispatcher, printed, &silent);
    MECHANISM
        .take(change.action(), mechanism.status, &facts)
        .map_err(|error| error.field("input.mechanism"))
}

/// What the viewer may do with each mechanism now.
pub async fn mechanism_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.mechanism_id, t.organization_id FROM mechanism_party t WHERE t.agreed_on IS NULL AND t.mechanism_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(MechanismParty::DEF, batch.viewer(), "t", &mut sql);
    let mut silent: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let of_it = silent.entry(row.try_get("", "mechanism_id")?).or_default();
        of_it.push(row.try_get("", "organization_id")?);
    }
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(MechanismStatus::parse);
        let status = status.ok_or_else(|| Error::internal("a mechanism without status"))?;
        let silent = silent.get(&id).map(Vec::as_slice).unwrap_or_default();
        let printed = batch.id(row, "rule_id").is_some();
        let dispatcher = batch.id(row, "dispatcher_id");
        let facts = facts(batch.viewer(), dispatcher, printed, silent);
        Ok(MECHANISM.available(batch.viewer(), status, &facts))
    })
    .collect()
}
