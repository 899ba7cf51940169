//! A city that guides its one county.

use std::sync::Arc;

use inspectorate::graphql::node_id;
use serde_json::{Value, json};

use crate::{coverage::desk::Desk, support::house::House};

/// A city that guides its one county.
pub struct Guidance {
    pub city: Desk,
    pub county: Desk,
    /// The county's dispatcher.
    pub guided: String,
    pub operation: String,
    pub group: String,
}

impl Guidance {
    pub async fn open(house: &Arc<House>) -> Self {
        let city = Desk::open(house).await;
        let county = city.county(house).await;
        let input = json!({ "name": "全覆盖指导督导", "startsOn": "2022-03-01" });
        let operation = city
            .made(&city.office, "openGuidance", "guidanceOperation", input)
            .await;
        let input = json!({ "operation": operation, "name": "第一指导督导组" });
        let group = city
            .made(&city.office, "formGuidanceGroup", "guidanceGroup", input)
            .await;
        Self {
            guided: node_id::encode("Organization", county.place.dispatcher.id),
            city,
            county,
            operation,
            group,
        }
    }

    /// A visit to the county on 10 May 2022.
    pub async fn visit(&self) -> String {
        let input = json!({ "group": self.group, "guided": self.guided, "visitedOn": "2022-05-10", "leftOn": "2022-05-12", "report": "查阅底稿" });
        let office = &self.city.office;
        self.city
            .made(office, "recordGuidanceVisit", "guidanceVisit", input)
            .await
    }

    /// A suggestion made at `visit`, about an old problem.
    pub async fn suggestion(&self, visit: &str) -> String {
        let input = suggestion(visit);
        let office = &self.city.office;
        self.city
            .made(
                office,
                "makeGuidanceSuggestion",
                "guidanceSuggestion",
                input,
            )
            .await
    }

    /// The county's answer to the suggestion at version 1.
    pub async fn answer(&self, suggestion: &str) {
        let input = json!({ "suggestion": suggestion, "version": 1, "answer": "已补充编制", "on": "2022-06-01" });
        let office = &self.county.office;
        self.county
            .made(
                office,
                "answerGuidanceSuggestion",
                "guidanceSuggestion",
                input,
            )
            .await;
    }
}

/// The input of a suggestion about an old problem.
pub fn suggestion(visit: &str) -> Value {
    json!({
        "visit": visit, "aspect": "队伍建设", "content": "配齐巡察干部", "longStanding": true, "firstRaisedOn": "2020-05-10",
        "formerHandlers": "原县委巡察办", "dueOn": "2022-06-10",
    })
}
