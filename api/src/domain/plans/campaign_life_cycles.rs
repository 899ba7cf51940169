//! The life cycles of a campaign (主题年活动) and of its tasks.

use std::collections::HashMap;

use inspectorate_entity::{
    plans::{campaign::CampaignStatus, campaign_task::CampaignTaskStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    domain::coverage::{
        gates::of_another_dispatcher, plan_life_cycle::SeenFrom, plan_step::seen_from,
    },
    error::{Error, Result},
    read::Batch,
};

/// What the gates of a campaign and of its tasks look at.
#[derive(Clone, Copy, Debug)]
pub struct CampaignFacts {
    pub seen_from: SeenFrom,
    /// Tasks that are still to be done.
    pub open_tasks: i64,
}

const OWN: Rule<CampaignFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is a campaign of one's own dispatcher",
    check: own,
};

const TASKS_DONE: Rule<CampaignFacts> = Rule {
    gate: Gate::TasksOpen,
    doc: "every task of it is done",
    check: tasks_done,
};

/// A campaign from its start to its result.
pub static CAMPAIGN: LifeCycle<CampaignStatus, CampaignFacts> = LifeCycle {
    noun: "Campaign",
    doc: "A year-long activity of an inspection body, such as a theme year (主题年活动).",
    initial: CampaignStatus::Running,
    begun_by: Action::OpenCampaign,
    steps: &[
        Step {
            action: Action::AddCampaignTask,
            doc: "give somebody a task in it (分解任务)",
            from: &[CampaignStatus::Running],
            to: None,
            rules: &[OWN],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::CiteCampaignRule,
            doc: "say which rule document it carries out (登记所落实的制度)",
            from: &[CampaignStatus::Running],
            to: None,
            rules: &[OWN],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::CloseCampaign,
            doc: "close it with its result (活动总结)",
            from: &[CampaignStatus::Running],
            to: Some(CampaignStatus::Closed),
            rules: &[OWN, TASKS_DONE],
            owed: false,
            deadline: None,
        },
    ],
};

/// A task of a campaign.
pub static CAMPAIGN_TASK: LifeCycle<CampaignTaskStatus, CampaignFacts> = LifeCycle {
    noun: "CampaignTask",
    doc: "A task of a campaign (活动任务).",
    initial: CampaignTaskStatus::Open,
    begun_by: Action::AddCampaignTask,
    steps: &[Step {
        action: Action::CompleteCampaignTask,
        doc: "say that it is done, with its result (完成任务)",
        from: &[CampaignTaskStatus::Open],
        to: Some(CampaignTaskStatus::Done),
        rules: &[OWN],
        owed: true,
        deadline: None,
    }],
};

fn own(campaign: &CampaignFacts) -> Result<()> {
    match campaign.seen_from {
        SeenFrom::Within => Ok(()),
        SeenFrom::Above => Err(of_another_dispatcher()),
    }
}

fn tasks_done(campaign: &CampaignFacts) -> Result<()> {
    match campaign.open_tasks {
        0 => Ok(()),
        open => Err(Error::gate(
            Gate::TasksOpen,
            format!("{open} of its tasks are not done: complete them first."),
            format!("尚有 {open} 项任务未完成，请先完成。"),
        )),
    }
}

/// What the viewer may do with each campaign now.
pub async fn campaign_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.campaign_id, COUNT(*) AS open_tasks FROM campaign_task t WHERE t.status = 'OPEN' AND t.campaign_id")
        .in_ids(&batch.ids())
        .push(" GROUP BY t.campaign_id");
    let mut open: HashMap<Uuid, i64> = HashMap::new();
    for row in batch.fetch(sql).await? {
        open.insert(
            row.try_get("", "campaign_id")?,
            row.try_get("", "open_tasks")?,
        );
    }
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(CampaignStatus::parse);
        let open_tasks = open.get(&id).copied().unwrap_or_default();
        let (status, facts) = (status, facts(batch, row, open_tasks)?);
        let status = status.ok_or_else(|| Error::internal("a campaign without status"))?;
        Ok(CAMPAIGN.available(batch.viewer(), status, &facts))
    })
    .collect()
}

/// What the viewer may do with each task now.
pub async fn task_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch
                .text(row, "status")
                .and_then(CampaignTaskStatus::parse);
            let status = status.ok_or_else(|| Error::internal("a task without status"))?;
            let facts = facts(batch, row, 0)?;
            Ok(CAMPAIGN_TASK.available(batch.viewer(), status, &facts))
        })
        .collect()
}

fn facts(batch: &Batch<'_>, row: usize, open_tasks: i64) -> Result<CampaignFacts> {
    let dispatcher = batch
        .id(row, "dispatcher_id")
        .ok_or_else(|| Error::internal("a campaign without its dispatcher"))?;
    Ok(CampaignFacts {
        seen_from: seen_from(batch.viewer(), dispatcher),
        open_tasks,
    })
}
