//! Open a campaign.

use chrono::Datelike;
use inspectorate_entity::{
    coverage::coverage_plan,
    plans::campaign::{self, CampaignStatus},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{campaign::Campaign, campaign_citation::cite, gates};
use crate::{
    access::change::Change,
    domain::{
        coverage::{coverage_plan::CoveragePlan, gates::own},
        rules::rule_document::RuleDocument,
    },
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What opening a campaign takes.
#[derive(Debug, Input)]
pub struct OpenCampaignInput {
    /// What it is called; unique in its year (活动名称).
    pub name: Name,
    /// Its first day, which lies in its year (开始日期).
    pub starts_on: Date,
    /// The plan that calls for it, one of the dispatcher for which you act; leave it out when none does (所依据的规划).
    pub plan: Option<GlobalId<CoveragePlan>>,
    /// What the plan says about it, in its own words; needed with a plan, and left out without one (规划条款).
    pub plan_clause: Option<Paragraph>,
    /// The rule documents that it carries out, at most 50; more can be cited later (所落实的制度).
    pub rules: Option<Vec<GlobalId<RuleDocument>>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Open a year-long activity of the inspection body for which you act (开展主题年活动).
#[verb(Campaign)]
pub async fn open_campaign(change: &mut Change, input: OpenCampaignInput) -> Result<Uuid> {
    let (dispatcher, year) = (change.viewer().authority_id, input.starts_on.0.year());
    let same = Condition::all()
        .add(campaign::Column::DispatcherId.eq(dispatcher))
        .add(campaign::Column::Year.eq(year))
        .add(campaign::Column::Name.eq(input.name.0.as_str()));
    if !change.rows::<campaign::Entity>(same).await?.is_empty() {
        return Err(Error::conflict(
            "input.name",
            "There is a campaign of this name in that year already: choose another name.",
            "当年已有同名活动，请另取名称。",
        ));
    }
    let plan_id = match &input.plan {
        None => None,
        Some(plan) => {
            let plan = change
                .related::<coverage_plan::Entity, _>("plan", plan)
                .await?;
            own(change.viewer(), plan.dispatcher_id, "input.plan")?;
            Some(plan.id)
        }
    };
    gates::clause_goes_with_its_plan(plan_id.is_some(), input.plan_clause.is_some())?;
    let campaign = change
        .insert(campaign::ActiveModel {
            dispatcher_id: Set(dispatcher),
            year: Set(year),
            name: Set(input.name.0),
            status: Set(CampaignStatus::Running),
            starts_on: Set(input.starts_on.0),
            ends_on: Set(None),
            result: Set(None),
            plan_id: Set(plan_id),
            plan_clause: Set(input.plan_clause.map(|clause| clause.0)),
            ..Default::default()
        })
        .await?;
    let rules = input.rules.iter().flatten().enumerate();
    let rules: Vec<_> = rules
        .map(|(at, rule)| (format!("rules.{at}"), rule))
        .collect();
    cite(change, campaign.id, &rules).await?;
    Ok(campaign.id)
}
