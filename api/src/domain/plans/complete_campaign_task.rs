//! Say that a task of a campaign is done.

use inspectorate_entity::plans::{campaign, campaign_task};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    campaign_life_cycles::{CAMPAIGN_TASK, CampaignFacts},
    campaign_task::CampaignTask,
};
use crate::{
    access::change::Change,
    domain::coverage::{
        gates::{day_done, not_before},
        plan_step::seen_from,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What completing a task takes.
#[derive(Debug, Input)]
pub struct CompleteCampaignTaskInput {
    /// The task (任务).
    pub task: GlobalId<CampaignTask>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it (完成情况).
    pub result: Paragraph,
    /// The day on which it was done, not in the future; today when left out (完成日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say that a task of a campaign is done, with its result (完成活动任务).
#[verb(CampaignTask)]
pub async fn complete_campaign_task(
    change: &mut Change,
    input: CompleteCampaignTaskInput,
) -> Result<Uuid> {
    let task = change
        .subject::<campaign_task::Entity, _>("task", &input.task, input.version)
        .await?;
    let facts = CampaignFacts {
        seen_from: seen_from(change.viewer(), task.dispatcher_id),
        open_tasks: 0,
    };
    let status = CAMPAIGN_TASK
        .take(change.action(), task.status, &facts)
        .map_err(|error| error.field("input.task"))?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let campaigns = change
        .rows::<campaign::Entity>(campaign::Column::Id.eq(task.campaign_id))
        .await?;
    if let Some(campaign) = campaigns.first() {
        not_before(day, campaign.starts_on, "input.on")?;
    }
    let mut done = task.clone().into_active_model();
    done.status = Set(status);
    done.done_on = Set(Some(day));
    done.result = Set(Some(input.result.0));
    Ok(change.update(&task, done).await?.id)
}
