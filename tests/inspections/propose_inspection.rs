//! Proposing an inspection: its marks follow from the dispatch facts.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::camp::{Camp, INSPECTION, elevation};
use crate::{
    coverage::desk::{act, refused},
    support::{answer::Answer, house::House, on_each_database},
};

on_each_database!(
    keeps_the_dispatch_facts_apart,
    derives_several_marks_at_once,
    says_which_part_it_has_in_the_topic,
    refuses_bad_windows_and_codes,
    refuses_what_is_not_to_be_elevated,
    looks_back_after_the_feedback_only,
    is_for_those_who_plan,
);

async fn not_proposed(camp: &Camp, more: Value) -> Answer {
    let input = camp.proposal(more);
    let office = &camp.desk.office;
    refused(
        &camp.house,
        office,
        "proposeInspection",
        "inspection { id }",
        input,
    )
    .await
}

async fn keeps_the_dispatch_facts_apart(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let fields = "inspection { status year authorizingBody { code } dispatcher { code } usualDispatcher { code } \
        staffOrigins { nodes { originCode } } round { ordinal } cross elevated availableActions { action } }";
    let input = camp.proposal(json!({ "staffOrigins": ["A"] }));
    let answer = act(&camp.desk.office, "proposeInspection", fields, input).await;
    let made = answer.data("/proposeInspection/inspection").clone();
    let body = json!({ "code": "A" });
    assert_eq!(made["status"], "PROPOSED");
    assert_eq!(made["year"], 2022);
    assert_eq!(
        [
            &made["authorizingBody"],
            &made["dispatcher"],
            &made["usualDispatcher"]
        ],
        [&body; 3]
    );
    assert_eq!(
        made["staffOrigins"]["nodes"],
        json!([{ "originCode": "A" }])
    );
    assert_eq!(made["cross"], false);
    let actions = made["availableActions"].as_array().expect("actions");
    assert!(actions.contains(&json!({ "action": "preInformInspection" })));
    assert!(!actions.contains(&json!({ "action": "elevateInspection" })));
}

async fn derives_several_marks_at_once(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.propose(json!({})).await;
    let town = json!({
        "organization": camp.east.town_id(), "staffOrigins": ["A", "A-W"], "authorizingBody": "A-E",
        "crossMode": "EXCHANGE", "elevation": elevation(),
    });
    let answer = act(
        &camp.desk.office,
        "proposeInspection",
        INSPECTION,
        camp.proposal(town),
    )
    .await;
    let marks = answer.data("/proposeInspection/inspection").clone();
    for (mark, holds) in [
        ("cross", true),
        ("elevated", true),
        ("elevatedCross", true),
        ("millstone", false),
        ("assistance", false),
    ] {
        assert_eq!(marks[mark], holds, "{mark}");
    }
    let query = "{ marked: inspections(filter: { elevatedCross: { eq: true }, cross: { eq: true } }) { totalCount nodes { \
        unableBody { code } failure elevationGrounds { nodes { reason } } crossMode authorizingBody { code } } } \
        plain: inspections(filter: { elevated: { eq: false } }) { totalCount } }";
    let answer = camp.desk.office.ask(query).await;
    let marked = answer.data("/marked/nodes/0");
    let expected = json!({
        "unableBody": { "code": "A-E" }, "failure": "CANNOT_INSPECT", "crossMode": "EXCHANGE", "authorizingBody": { "code": "A-E" },
        "elevationGrounds": { "nodes": [{ "reason": "MANY_COMPLAINTS" }, { "reason": "STRONG_CLANS" }] },
    });
    assert_eq!(*marked, expected);
    assert_eq!(answer.data("/marked/totalCount"), 1);
    assert_eq!(answer.data("/plain/totalCount"), 1);
}

async fn says_which_part_it_has_in_the_topic(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let special = json!({ "kind": "SPECIAL", "topic": "BUSINESS_ENVIRONMENT", "topicPart": "LEAD_DEPARTMENT" });
    let fields = "inspection { topic topicPart }";
    let input = camp.proposal(special);
    let answer = act(&camp.desk.office, "proposeInspection", fields, input).await;
    let expected = json!({ "topic": "BUSINESS_ENVIRONMENT", "topicPart": "LEAD_DEPARTMENT" });
    assert_eq!(*answer.data("/proposeInspection/inspection"), expected);
    let other = json!({ "organization": camp.desk.organization(1), "kind": "SPECIAL", "topic": "BUSINESS_ENVIRONMENT" });
    camp.propose(other).await;
    let query = "{ lead: inspections(filter: { topicPart: { eq: LEAD_DEPARTMENT } }) { totalCount } \
        none: inspections(filter: { topicPart: { isNull: true } }) { totalCount } }";
    let found = camp.desk.office.ask(query).await;
    assert_eq!(*found.data("/lead/totalCount"), 1);
    assert_eq!(*found.data("/none/totalCount"), 1);
}

async fn refuses_bad_windows_and_codes(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let outside = not_proposed(&camp, json!({ "endsOn": "2022-07-01" })).await;
    outside
        .refused("GATE")
        .by_gate("WINDOW_OUTSIDE_ROUND")
        .of_field("input.startsOn");
    let backward = not_proposed(&camp, json!({ "endsOn": "2022-03-31" })).await;
    backward.refused("BAD_USER_INPUT").of_field("input.endsOn");
    let no_term = json!({ "round": null, "startsOn": "2019-04-01", "endsOn": "2019-05-01" });
    not_proposed(&camp, no_term)
        .await
        .refused("GATE")
        .by_gate("YEAR_OUTSIDE_PLAN");
    let special = not_proposed(&camp, json!({ "kind": "SPECIAL" })).await;
    special.refused("BAD_USER_INPUT").of_field("input.topic");
    let topic = not_proposed(
        &camp,
        json!({ "kind": "SPECIAL", "topic": "NO_SUCH_TOPIC" }),
    )
    .await;
    topic.refused("BAD_USER_INPUT").of_field("input.topic");
    let part = json!({ "topicPart": "LEAD_DEPARTMENT" });
    let part = not_proposed(&camp, part).await;
    part.refused("BAD_USER_INPUT").of_field("input.topicPart");
    let batch = not_proposed(&camp, json!({ "batch": 0 })).await;
    batch.refused("BAD_USER_INPUT").of_field("input.batch");
    let nobody = not_proposed(&camp, json!({ "staffOrigins": ["NOBODY"] })).await;
    nobody.refused("NOT_FOUND").of_field("input.staffOrigins.0");
    let none = not_proposed(&camp, json!({ "staffOrigins": [] })).await;
    none.refused("BAD_USER_INPUT")
        .of_field("input.staffOrigins");
    let office = not_proposed(&camp, json!({ "authorizingBody": "A-OFFICE" })).await;
    office
        .refused("NOT_FOUND")
        .of_field("input.authorizingBody");
}

async fn refuses_what_is_not_to_be_elevated(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let town = camp.east.town_id();
    let silent = not_proposed(&camp, json!({ "organization": town })).await;
    silent
        .refused("GATE")
        .by_gate("ELEVATION_WITHOUT_REASON")
        .of_field("input.elevation");
    let unfounded = json!({ "organization": town, "elevation": { "reasons": [] } });
    not_proposed(&camp, unfounded)
        .await
        .refused("GATE")
        .by_gate("ELEVATION_WITHOUT_REASON");
    let unknown = json!({ "organization": town, "elevation": { "reasons": ["FAR_AWAY"] } });
    let unknown = not_proposed(&camp, unknown).await;
    unknown
        .refused("BAD_USER_INPUT")
        .of_field("input.elevation.reasons.0");
    let own = not_proposed(&camp, json!({ "elevation": elevation() })).await;
    own.refused("GATE").by_gate("ELEVATED_FROM_BELOW");
    // The county itself is the city's object: its own office sends nobody there.
    camp.east.term().await;
    let county = inspectorate::graphql::node_id::encode("Organization", camp.east.body.id);
    let input = camp.proposal(json!({ "organization": county, "round": null }));
    let below = refused(
        &house,
        &camp.east.office,
        "proposeInspection",
        "inspection { id }",
        input,
    )
    .await;
    below
        .refused("GATE")
        .by_gate("OBJECT_OF_ANOTHER_DISPATCHER");
}

async fn looks_back_after_the_feedback_only(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let first = camp.routine("reportInspection").await;
    let look_back = |at: &str| json!({ "kind": "LOOK_BACK", "round": null, "looksBackAt": at, "startsOn": "2023-03-01", "endsOn": "2023-03-31", "on": "2022-12-30" });
    let early = not_proposed(&camp, look_back(&first)).await;
    early
        .refused("GATE")
        .by_gate("EARLIER_NOT_FED_BACK")
        .of_field("input.looksBackAt");
    camp.step("feedBackInspection", &first, "2022-07-01").await;
    let other = json!({ "organization": camp.desk.organization(1) });
    let mut of_another = look_back(&first);
    of_another["organization"] = other["organization"].clone();
    not_proposed(&camp, of_another)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("input.looksBackAt");
    let nothing = json!({ "kind": "LOOK_BACK", "round": null, "startsOn": "2023-03-01", "endsOn": "2023-03-31" });
    not_proposed(&camp, nothing)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("input.looksBackAt");
    let fields = "inspection { looksBackAt { id } earlierInspections { nodes { id } } }";
    let input = camp.proposal(look_back(&first));
    let answer = act(&camp.desk.office, "proposeInspection", fields, input).await;
    let made = answer.data("/proposeInspection/inspection");
    let expected = json!({ "looksBackAt": { "id": first }, "earlierInspections": { "nodes": [{ "id": first }] } });
    assert_eq!(
        *made, expected,
        "what was found before is laid before its team"
    );
}

async fn is_for_those_who_plan(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = camp.proposal(json!({}));
    let those = [Agency::LeadingGroup, Agency::Office];
    camp.desk
        .only(&those, "proposeInspection", "inspection { id }", input)
        .await;
}
