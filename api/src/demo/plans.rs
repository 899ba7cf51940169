//! How the places write what stands around their plans: checkpoints, what a plan rests on, pilots, theme years.

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    organizations::organization::OrganizationLevel,
    plans::{
        campaign::{self, CampaignStatus},
        campaign_rule,
        pilot::{self, PilotStatus},
        plan_basis::{self, BasisKind},
        plan_checkpoint::{self, CheckpointKind, CheckpointStatus},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::book::{Book, day, moment};

impl Book {
    /// The three checkpoints of the annual plan of `year`, all held.
    pub fn checkpoints(&mut self, dispatcher: Uuid, plan: Uuid, year: i32) {
        let three = [
            (
                CheckpointKind::Start,
                day(year, 4, 1),
                day(year, 3, 15),
                None,
            ),
            (CheckpointKind::Mid, day(year, 7, 31), day(year, 7, 8), None),
            (
                CheckpointKind::End,
                day(year + 1, 1, 31),
                day(year, 12, 31),
                Some(day(year, 12, 31)),
            ),
        ];
        for (kind, due_on, held_on, figures_as_of) in three {
            let id = self.id("PlanCheckpoint");
            self.checkpoints.push(plan_checkpoint::ActiveModel {
                id: Set(id),
                plan_id: Set(plan),
                dispatcher_id: Set(dispatcher),
                kind: Set(kind),
                status: Set(CheckpointStatus::Held),
                due_on: Set(due_on),
                held_on: Set(Some(held_on)),
                result: Set(Some("示例：按计划推进".to_owned())),
                file_reference: Set(None),
                figures_as_of: Set(figures_as_of),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        }
    }

    /// A planning document that a plan rests on.
    pub fn rests_on(&mut self, dispatcher: Uuid, plan: Uuid, title: &str, clause: &str) {
        let id = self.id("PlanBasis");
        self.bases.push(plan_basis::ActiveModel {
            id: Set(id),
            plan_id: Set(plan),
            dispatcher_id: Set(dispatcher),
            kind: Set(BasisKind::PlanningDocument),
            title: Set(title.to_owned()),
            issuer: Set(None),
            document_number: Set(None),
            clause: Set(clause.to_owned()),
            dated_on: Set(None),
            dropped_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    /// A pilot that the province chose, one of `participants`.
    pub fn pilot(&mut self, participant: Uuid, topic: &str, sponsor: &str, participants: i32) {
        let id = self.id("Pilot");
        self.pilots.push(pilot::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(participant),
            participant_id: Set(participant),
            topic: Set(topic.to_owned()),
            level: Set(OrganizationLevel::Province),
            sponsor: Set(sponsor.to_owned()),
            participants: Set(Some(participants)),
            status: Set(PilotStatus::Running),
            starts_on: Set(day(2022, 1, 1)),
            ends_on: Set(None),
            report: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    /// A campaign of the year of its first day, and the plan that calls for it with its clause.
    pub fn campaign(
        &mut self,
        dispatcher: Uuid,
        name: &str,
        first: NaiveDate,
        clause: Option<(Uuid, &str)>,
    ) -> Uuid {
        let id = self.id("Campaign");
        self.campaigns.push(campaign::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(dispatcher),
            year: Set(first.year()),
            name: Set(name.to_owned()),
            status: Set(CampaignStatus::Running),
            starts_on: Set(first),
            ends_on: Set(None),
            result: Set(None),
            plan_id: Set(clause.map(|(plan, _)| plan)),
            plan_clause: Set(clause.map(|(_, words)| words.to_owned())),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// The rule documents of a dispatcher with these titles are what a campaign carries out.
    pub fn carries_out(&mut self, campaign: Uuid, dispatcher: Uuid, titles: &[&str]) {
        let rules = self.rule_documents.iter().filter(|rule| {
            let title = rule.title.try_as_ref().map(String::as_str);
            rule.dispatcher_id.try_as_ref() == Some(&Some(dispatcher))
                && title.is_some_and(|title| titles.contains(&title))
        });
        let rules = rules.filter_map(|rule| rule.id.try_as_ref().copied());
        let cited = rules.map(|rule| campaign_rule::ActiveModel {
            campaign_id: Set(campaign),
            rule_id: Set(rule),
        });
        let cited: Vec<_> = cited.collect();
        self.campaign_rules.extend(cited);
    }
}
