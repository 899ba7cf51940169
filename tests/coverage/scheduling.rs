//! A plan whose objects are to be spread over rounds that are still to come.

use std::sync::Arc;

use chrono::Datelike;
use inspectorate::{blocks::measure, graphql::node_id};
use inspectorate_entity::organizations::organization;
use serde_json::{Value, json};

use super::desk::{Desk, act};
use crate::support::{answer::Answer, house::House, place::NewOrganization};

/// A five-year plan from this year on, with two rounds next year.
pub struct Scheduling {
    pub desk: Desk,
    pub term: String,
    pub plan: String,
    pub rounds: [String; 2],
    /// Next year, in which the rounds are.
    pub year: i32,
    pub organizations: Vec<organization::Model>,
}

impl Scheduling {
    /// With so many organizations under the dispatcher, none of them listed yet.
    pub async fn open(house: &Arc<House>, organizations: usize) -> Self {
        let desk = Desk::open(house).await;
        let year = measure::today().year() + 1;
        let term = json!({ "ordinal": 9, "name": "第九届", "startsOn": format!("{}-01-01", year - 2), "endsOn": format!("{}-12-31", year + 3) });
        let term = desk.made(&desk.office, "openTerm", "term", term).await;
        let plan =
            json!({ "term": term, "fromYear": year - 1, "toYear": year + 3, "name": "五年规划" });
        let office = &desk.office;
        let plan = desk
            .made(office, "draftFiveYearPlan", "coveragePlan", plan)
            .await;
        let mut rounds = Vec::new();
        for (ordinal, from, to) in [(1, "03-01", "05-31"), (2, "09-01", "11-30")] {
            let round = json!({ "term": term, "ordinal": ordinal, "name": format!("第{ordinal}轮"), "year": year,
                "startsOn": format!("{year}-{from}"), "endsOn": format!("{year}-{to}") });
            rounds.push(desk.made(office, "openRound", "round", round).await);
        }
        let mut made = Vec::new();
        for number in 0..organizations {
            let new = NewOrganization::new(&format!("A-S{number:02}"), &format!("第{number}单位"));
            let new = new
                .under(&desk.place.dispatcher)
                .object_of(&desk.place.dispatcher);
            made.push(new.insert(house).await);
        }
        Self {
            desk,
            term,
            plan,
            rounds: rounds.try_into().expect("two rounds"),
            year,
            organizations: made,
        }
    }

    /// A sector block with the organizations of these numbers; the ids of their objects.
    pub async fn block(&self, sequence: i32, numbers: std::ops::Range<usize>) -> Vec<String> {
        let desk = &self.desk;
        let input =
            json!({ "plan": self.plan, "name": format!("板块{sequence}"), "sequence": sequence });
        let block = desk
            .made(&desk.office, "addSectorBlock", "sectorBlock", input)
            .await;
        self.list(numbers, Some(&block)).await
    }

    /// Put the organizations of these numbers on the list; the ids of their objects.
    pub async fn list(&self, numbers: std::ops::Range<usize>, block: Option<&str>) -> Vec<String> {
        let mut objects = Vec::new();
        for number in numbers {
            let organization = self.organization(number);
            let input = json!({ "plan": self.plan, "object": { "organization": organization, "block": block, "objectType": "SCHOOL", "reason": "列入" } });
            let desk = &self.desk;
            objects.push(
                desk.made(&desk.office, "listObject", "coverageObject", input)
                    .await,
            );
        }
        objects
    }

    pub fn organization(&self, number: usize) -> String {
        node_id::encode("Organization", self.organizations[number].id)
    }

    /// The request for both rounds, with so many teams of two objects each.
    pub fn request(&self, teams: [i32; 2]) -> Value {
        let rounds = self.rounds.iter().zip(teams);
        let rounds = rounds
            .map(|(round, teams)| json!({ "round": round, "teams": teams, "objectsPerTeam": 2 }));
        json!({ "rounds": rounds.collect::<Vec<_>>() })
    }

    pub async fn propose(&self, request: &Value) -> Answer {
        self.propose_of(&self.plan, request).await
    }

    pub async fn propose_of(&self, plan: &str, request: &Value) -> Answer {
        let query = "query($plan: ID!, $request: ScheduleRequestInput!) { coveragePlan(id: $plan) { proposeSchedule(request: $request) { \
            version rounds { roundId ordinal year capacity taken placed blocks } \
            placements { objectId organizationId organizationName blockName priority ordinal year reasons { rule text textZh } } \
            unplaced { objectId clashes { rule text } } \
            quality { toPlace placed blocks blocksDivided blocksTooLarge blocksOutOfRotation capacity intervalsBroken similarGroups similarGroupsTogether } } } }";
        let variables = json!({ "plan": plan, "request": request });
        self.desk.office.graphql(query, variables).await
    }

    /// The rounds of objects in a proposal, by number.
    pub fn ordinals(proposal: &Value, objects: &[String]) -> Vec<Option<i64>> {
        let placements = proposal["placements"].as_array().expect("a list");
        let ordinal = |object: &String| {
            let placed = placements
                .iter()
                .find(|placed| placed["objectId"] == json!(object));
            placed.and_then(|placed| placed["ordinal"].as_i64())
        };
        objects.iter().map(ordinal).collect()
    }

    /// Approve the plan.
    pub async fn approve(&self) {
        let desk = &self.desk;
        let version = desk.version(&self.plan, "CoveragePlan").await;
        let input = json!({ "plan": self.plan, "version": version });
        let answer = act(
            &desk.dispatcher,
            "approvePlan",
            "coveragePlan { id }",
            input,
        )
        .await;
        answer.data("/approvePlan");
    }
}

/// Where the proposal stands in an answer.
pub const PROPOSAL: &str = "/coveragePlan/proposeSchedule";
