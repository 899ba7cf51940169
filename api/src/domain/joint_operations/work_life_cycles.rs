//! The life cycles of a step of the common plan (联动工作步骤) and of what one side refers to another (联动协作事项).

use std::collections::HashSet;

use inspectorate_entity::{
    joint_operations::{
        joint_operation,
        joint_referral::{self, ReferralStatus},
        joint_step::{self, JointStepStatus},
    },
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use crate::{
    access::{change::Change, policy::Action},
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    error::{Error, Result},
    read::Batch,
};

/// What the gates of a step or of something referred look at.
#[derive(Clone, Copy, Debug)]
pub struct WorkFacts {
    /// Whether it is for the viewer's own body to do.
    pub own: bool,
    /// Whether its operation is over.
    pub over: bool,
}

const OWNER: Rule<WorkFacts> = Rule {
    gate: Gate::StepOfAnotherSide,
    doc: "one's own body does it",
    check: own_step,
};

const RECEIVER: Rule<WorkFacts> = Rule {
    gate: Gate::RequestOfAnotherBody,
    doc: "it was referred to one's own body",
    check: own_referral,
};

const RUNNING: Rule<WorkFacts> = Rule {
    gate: Gate::JointOperationOver,
    doc: "the operation is not over",
    check: running,
};

/// A step of the common plan until it is done.
pub static JOINT_STEP: LifeCycle<JointStepStatus, WorkFacts> = LifeCycle {
    noun: "JointStep",
    doc: "A step of the common plan of work of a joint operation (联动工作步骤).",
    initial: JointStepStatus::Open,
    begun_by: Action::PlanJointStep,
    steps: &[Step {
        action: Action::CompleteJointStep,
        doc: "record it as done (完成工作步骤)",
        from: &[JointStepStatus::Open],
        to: Some(JointStepStatus::Done),
        rules: &[OWNER, RUNNING],
        owed: false,
        deadline: None,
    }],
};

/// Something referred until it is answered.
pub static JOINT_REFERRAL: LifeCycle<ReferralStatus, WorkFacts> = LifeCycle {
    noun: "JointReferral",
    doc: "What one side of a joint operation refers to another (联动协作事项).",
    initial: ReferralStatus::Open,
    begun_by: Action::ReferJointMatter,
    steps: &[Step {
        action: Action::AnswerJointReferral,
        doc: "answer it (答复协作事项)",
        from: &[ReferralStatus::Open],
        to: Some(ReferralStatus::Answered),
        rules: &[RECEIVER, RUNNING],
        owed: false,
        deadline: None,
    }],
};

fn own_step(work: &WorkFacts) -> Result<()> {
    if work.own {
        return Ok(());
    }
    Err(Error::gate(
        Gate::StepOfAnotherSide,
        "The step is done by another side of the operation, which records that.",
        "该步骤由另一参加单位承办，应由其登记完成。",
    ))
}

fn own_referral(work: &WorkFacts) -> Result<()> {
    if work.own {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RequestOfAnotherBody,
        "It was referred to another side of the operation, which answers it.",
        "该事项移交另一参加单位，应由其答复。",
    ))
}

fn running(work: &WorkFacts) -> Result<()> {
    if !work.over {
        return Ok(());
    }
    Err(Error::gate(
        Gate::JointOperationOver,
        "The joint operation is over: nothing more is done in it.",
        "该联动监督已办结，不再办理其中事项。",
    ))
}

async fn facts(change: &Change, operation: Uuid, doer: Uuid) -> Result<WorkFacts> {
    let operation = change.held::<joint_operation::Entity>(operation).await?;
    Ok(WorkFacts {
        own: doer == change.viewer().organization_id,
        over: operation.ended_on.is_some(),
    })
}

/// The state to which the verb at hand leads the step, or what stands in the way.
pub async fn take_step(change: &Change, step: &joint_step::Model) -> Result<JointStepStatus> {
    let facts = facts(change, step.operation_id, step.owner_id).await?;
    JOINT_STEP
        .take(change.action(), step.status, &facts)
        .map_err(|error| error.field("input.step"))
}

/// The same of something referred.
pub async fn take_referral(
    change: &Change,
    referral: &joint_referral::Model,
) -> Result<ReferralStatus> {
    let facts = facts(change, referral.operation_id, referral.receiver_id).await?;
    JOINT_REFERRAL
        .take(change.action(), referral.status, &facts)
        .map_err(|error| error.field("input.referral"))
}

/// What the viewer may do with each step now.
pub async fn step_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    actions(batch, &JOINT_STEP, "owner_id").await
}

/// What the viewer may do with each matter referred now.
pub async fn referral_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    actions(batch, &JOINT_REFERRAL, "receiver_id").await
}

async fn actions<S: Vocabulary>(
    batch: &Batch<'_>,
    cycle: &LifeCycle<S, WorkFacts>,
    doer: &str,
) -> Result<Vec<Vec<AvailableAction>>> {
    let over = over(batch).await?;
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(S::parse);
            let status = status.ok_or_else(|| Error::internal("joint work without status"))?;
            let operation = batch.id(row, "operation_id");
            let facts = WorkFacts {
                own: batch.id(row, doer) == Some(batch.viewer().organization_id),
                over: operation.is_some_and(|operation| over.contains(&operation)),
            };
            Ok(cycle.available(batch.viewer(), status, &facts))
        })
        .collect()
}

/// Which operations of the rows are over: whoever sees a step of one, or something referred in it, may know that.
async fn over(batch: &Batch<'_>) -> Result<HashSet<Uuid>> {
    let operations: Vec<Uuid> = (0..batch.len())
        .filter_map(|row| batch.id(row, "operation_id"))
        .collect();
    let mut sql = batch.sql();
    sql.push("SELECT t.id FROM joint_operation t WHERE t.ended_on IS NOT NULL AND t.id")
        .in_ids(&operations);
    let rows = batch.fetch(sql).await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}
