//! Recording who took notice of a practice: sessions are counted, and a restricted reference is shown to planners only.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{camp::Camp, register_practice::practice};
use crate::support::{house::House, on_each_database};

on_each_database!(counts_sessions, hides_restricted_references);

async fn counts_sessions(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let practice = camp.made("registerPractice", "practice", practice()).await;
    let session = |ordinal: i32, day: &str| json!({ "practice": practice, "form": "EXCHANGED", "byWhom": "示例主办机关", "level": "CENTRAL", "occasion": "全国市县巡察办主任提级培训班", "ordinal": ordinal, "on": day });
    let wrong = camp
        .refused(
            "recordRecognition",
            "practiceRecognition",
            session(0, "2019-05-01"),
        )
        .await;
    wrong.refused("BAD_USER_INPUT").of_field("input.ordinal");
    let early = camp
        .refused(
            "recordRecognition",
            "practiceRecognition",
            session(1, "2018-12-31"),
        )
        .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    for (ordinal, day) in [(1, "2019-05-01"), (2, "2019-09-01")] {
        camp.made(
            "recordRecognition",
            "practiceRecognition",
            session(ordinal, day),
        )
        .await;
    }
    let query = "{ practices { nodes { recognitions(filter: { form: { eq: EXCHANGED } }) { totalCount nodes { ordinal onDay } } } } }";
    let answer = camp.office.ask(query).await;
    let found = answer.data("/practices/nodes/0/recognitions");
    assert_eq!(found["totalCount"], 2);
    assert_eq!(found["nodes"][0]["ordinal"], 2, "the latest first");
}

async fn hides_restricted_references(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let practice = camp.made("registerPractice", "practice", practice()).await;
    for access in ["OPEN", "RESTRICTED"] {
        let input = json!({ "practice": practice, "form": "PUBLISHED", "byWhom": "示例刊物", "level": "CENTRAL", "access": access, "on": "2020-06-01" });
        camp.made("recordRecognition", "practiceRecognition", input)
            .await;
    }
    for (agency, shown) in [
        (Agency::Office, 2),
        (Agency::LeadingGroup, 2),
        (Agency::Discipline, 1),
        (Agency::Organization, 1),
    ] {
        let who = camp.place.person(agency, Role::Viewer);
        let answer = who.ask("{ practiceRecognitions { totalCount } }").await;
        assert_eq!(
            answer.data("/practiceRecognitions/totalCount"),
            shown,
            "{agency:?}"
        );
    }
    let audit = camp.place.person(Agency::Audit, Role::Admin);
    let answer = audit.ask("{ practices { totalCount } }").await;
    answer.refused("FORBIDDEN");
}
