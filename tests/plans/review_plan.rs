//! Reviewing a plan from above: returned ones are handed in again, and one's own plan is nobody's to review.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    returns_and_confirms,
    is_owed_by_the_nearest_above,
    is_owed_once_with_its_deadline,
    is_from_above_only,
    is_refused,
    is_for_office_and_superior,
    is_read_by_planners_and_superiors,
);

const FIELDS: &str = "planReview { outcome grade comments reviewedOn superior { code } reviewer { code } plan { id guidance status version } }";

/// A county's plan, handed in on 20 January 2022, at version 2.
async fn handed_in(desk: &Desk, house: &Arc<House>) -> (Desk, String) {
    let county = desk.county(house).await;
    let (_, plan) = county.plan().await;
    county.object(&plan, 0).await;
    let input = json!({ "plan": plan, "version": 1, "on": "2022-01-20" });
    act(&county.office, "submitPlan", "coveragePlan { id }", input)
        .await
        .data("/submitPlan");
    (county, plan)
}

/// What the worklist of this person holds, as record type, action and record.
async fn owes(desk: &Desk) -> serde_json::Value {
    let answer = desk
        .office
        .ask("{ worklist { recordType action state dueOn record { id } } }")
        .await;
    answer.data("/worklist").clone()
}

/// A plan that waits for review and has a deadline stands in the list once, with the day; once it is reviewed, the deadline stands by itself.
async fn is_owed_once_with_its_deadline(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let county = desk.county(&house).await;
    let term = county.term().await;
    let input = json!({ "term": term, "fromYear": 2022, "toYear": 2036, "name": "长期规划" });
    let plan = county
        .made(&county.office, "draftFiveYearPlan", "coveragePlan", input)
        .await;
    county.object(&plan, 0).await;
    let input = json!({ "plan": plan, "version": 1, "on": "2022-01-20" });
    act(&county.office, "submitPlan", "coveragePlan { id }", input)
        .await
        .data("/submitPlan");
    let city = node_id::encode("Organization", desk.place.dispatcher.id);
    let input = json!({ "record": plan, "dispatcher": city, "rule": "RECTIFICATION_PLAN", "startedOn": "2022-09-29" });
    act(&desk.office, "startDeadline", "deadline { id }", input)
        .await
        .data("/startDeadline");
    assert_eq!(
        owes(&desk).await,
        json!([{ "recordType": "CoveragePlan", "action": "reviewPlan", "state": "SUBMITTED", "dueOn": "2022-10-25", "record": { "id": plan } }])
    );
    let input = json!({ "plan": plan, "version": 2, "outcome": "CONFIRMED", "comments": "同意", "on": "2022-02-01" });
    act(&desk.office, "reviewPlan", "planReview { id }", input)
        .await
        .data("/reviewPlan");
    assert_eq!(
        owes(&desk).await,
        json!([{ "recordType": "CoveragePlan", "action": "meetDeadline", "state": "OVERDUE", "dueOn": "2022-10-25", "record": { "id": plan } }])
    );
}

async fn is_owed_by_the_nearest_above(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let county = desk.county(&house).await;
    let term = county.term().await;
    let input = json!({ "term": term, "fromYear": 2022, "toYear": 2036, "name": "长期规划" });
    let plan = county
        .made(&county.office, "draftFiveYearPlan", "coveragePlan", input)
        .await;
    county.object(&plan, 0).await;
    assert_eq!(
        owes(&desk).await,
        json!([]),
        "a draft is nobody's to review"
    );
    let input = json!({ "plan": plan, "version": 1, "on": "2022-01-20" });
    act(&county.office, "submitPlan", "coveragePlan { id }", input)
        .await
        .data("/submitPlan");
    let above = desk.place.person(Agency::Superior, Role::Approver);
    let list = above.ask("{ worklist { action record { id } } }").await;
    let review = json!([{ "action": "reviewPlan", "record": { "id": plan } }]);
    assert_eq!(
        *list.data("/worklist"),
        review,
        "also the superior body of the city"
    );
    assert_eq!(
        owes(&desk).await,
        json!([{ "recordType": "CoveragePlan", "action": "reviewPlan", "state": "SUBMITTED", "dueOn": null, "record": { "id": plan } }])
    );
    let village = county.county(&house).await;
    let term = village.term().await;
    let input = json!({ "term": term, "fromYear": 2022, "toYear": 2036, "name": "乡镇规划" });
    let further = village
        .made(&village.office, "draftFiveYearPlan", "coveragePlan", input)
        .await;
    village.object(&further, 0).await;
    let input = json!({ "plan": further, "version": 1, "on": "2022-01-20" });
    act(&village.office, "submitPlan", "coveragePlan { id }", input)
        .await
        .data("/submitPlan");
    let own = owes(&county).await;
    assert_eq!(own[0]["record"]["id"], json!(further), "{own}");
    assert_eq!(own.as_array().map(Vec::len), Some(1));
    let input = json!({ "plan": plan, "version": 2, "outcome": "CONFIRMED", "comments": "同意" });
    act(&desk.office, "reviewPlan", FIELDS, input)
        .await
        .data("/reviewPlan");
    assert_eq!(
        owes(&desk).await,
        json!([]),
        "neither the reviewed nor the one further below"
    );
}

async fn returns_and_confirms(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (county, plan) = handed_in(&desk, &house).await;
    let waiting = "{ coveragePlans(filter: { guidance: { eq: NOT_REVIEWED }, status: { in: [SUBMITTED, APPROVED, ISSUED] } }) { nodes { id } } }";
    let nodes = desk.office.ask(waiting).await;
    assert_eq!(*nodes.data("/coveragePlans/nodes"), json!([{ "id": plan }]));
    let input = json!({ "plan": plan, "version": 2, "outcome": "RETURNED", "comments": "村（社区）未列入", "on": "2022-01-25" });
    let answer = act(&desk.office, "reviewPlan", FIELDS, input).await;
    let expected = json!({
        "outcome": "RETURNED", "grade": null, "comments": "村（社区）未列入", "reviewedOn": "2022-01-25",
        "superior": { "code": "A" }, "reviewer": { "code": "A-OFFICE" },
        "plan": { "id": plan, "guidance": "RETURNED", "status": "SUBMITTED", "version": 3 },
    });
    assert_eq!(*answer.data("/reviewPlan/planReview"), expected);
    let input = json!({ "plan": plan, "version": 3 });
    let approved = refused(
        &house,
        &county.dispatcher,
        "approvePlan",
        "coveragePlan { id }",
        input,
    )
    .await;
    approved
        .refused("GATE")
        .by_gate("PLAN_RETURNED")
        .of_field("input.plan");
    let input = json!({ "plan": plan, "version": 3, "on": "2022-01-28" });
    let fields = "coveragePlan { guidance submittedOn reviews { totalCount } }";
    let again = act(&county.office, "submitPlan", fields, input).await;
    let expected = json!({ "guidance": "NOT_REVIEWED", "submittedOn": "2022-01-28", "reviews": { "totalCount": 1 } });
    assert_eq!(*again.data("/submitPlan/coveragePlan"), expected);
    let input = json!({ "plan": plan, "version": 4 });
    let twice = refused(&house, &county.office, "submitPlan", fields, input).await;
    twice.refused("GATE").by_gate("PLAN_UNDER_REVIEW");
    let input = json!({ "plan": plan, "version": 4, "outcome": "CONFIRMED", "comments": "同意", "on": "2022-01-29" });
    act(&desk.office, "reviewPlan", FIELDS, input)
        .await
        .data("/reviewPlan");
    county.issue(&plan).await;
    let nodes = desk.office.ask(waiting).await;
    assert_eq!(*nodes.data("/coveragePlans/nodes"), json!([]));
}

async fn is_from_above_only(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (county, plan) = handed_in(&desk, &house).await;
    let input = json!({ "plan": plan, "version": 2, "outcome": "CONFIRMED", "comments": "同意" });
    let own = refused(&house, &county.office, "reviewPlan", FIELDS, input.clone()).await;
    own.refused("GATE")
        .by_gate("REVIEWED_FROM_ABOVE")
        .of_field("input.plan");
    let stranger = Desk::at(&house, "B").await;
    let foreign = refused(
        &house,
        &stranger.office,
        "reviewPlan",
        FIELDS,
        input.clone(),
    )
    .await;
    foreign.refused("NOT_FOUND").of_field("input.plan");
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ availableActions {{ action enabled blockedBy {{ gate }} }} }} }}"
    );
    let own = county.office.ask(&query).await;
    let actions = own.data("/coveragePlan/availableActions").clone();
    let review = json!({ "action": "reviewPlan", "enabled": false, "blockedBy": [{ "gate": "REVIEWED_FROM_ABOVE" }] });
    assert_eq!(actions[1], review);
    let above = desk.office.ask(&query).await;
    let actions = above.data("/coveragePlan/availableActions");
    assert_eq!(actions[1]["enabled"], true);
    assert_eq!(
        actions[0]["blockedBy"][0]["gate"],
        "RECORD_OF_ANOTHER_DISPATCHER"
    );
    let superior = county.place.person(Agency::Superior, Role::Approver);
    act(&superior, "reviewPlan", FIELDS, input)
        .await
        .data("/reviewPlan");
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = handed_in(&desk, &house).await;
    let review = |version: i32, on: &str, grade: Option<&str>| json!({ "plan": plan, "version": version, "outcome": "CONFIRMED", "comments": "同意", "on": on, "grade": grade });
    for (input, code, field) in [
        (review(2, "2022-01-19", None), "BAD_USER_INPUT", "input.on"),
        (review(2, "2999-01-01", None), "BAD_USER_INPUT", "input.on"),
        (review(1, "2022-01-25", None), "CONFLICT", "input.version"),
        (
            review(2, "2022-01-25", Some("EXCELLENT")),
            "BAD_USER_INPUT",
            "input.grade",
        ),
    ] {
        let answer = refused(&house, &desk.office, "reviewPlan", FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_office_and_superior(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = handed_in(&desk, &house).await;
    let input = json!({ "plan": plan, "version": 2, "outcome": "CONFIRMED", "comments": "同意" });
    desk.only(
        &[Agency::Office, Agency::Superior],
        "reviewPlan",
        "planReview { id }",
        input.clone(),
    )
    .await;
    let handler = desk.place.person(Agency::Office, Role::Handler);
    refused(&house, &handler, "reviewPlan", FIELDS, input)
        .await
        .refused("FORBIDDEN");
}

async fn is_read_by_planners_and_superiors(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (county, plan) = handed_in(&desk, &house).await;
    let input = json!({ "plan": plan, "version": 2, "outcome": "CONFIRMED", "comments": "同意" });
    act(&desk.office, "reviewPlan", FIELDS, input)
        .await
        .data("/reviewPlan");
    county.issue(&plan).await;
    let query = "{ planReviews { totalCount } }";
    for agency in [
        Agency::Dispatcher,
        Agency::LeadingGroup,
        Agency::Office,
        Agency::Superior,
    ] {
        let person = desk.place.person(agency, Role::Viewer);
        assert_eq!(person.ask(query).await.data("/planReviews/totalCount"), 1);
    }
    assert_eq!(
        county
            .office
            .ask(query)
            .await
            .data("/planReviews/totalCount"),
        1
    );
    for agency in [
        Agency::Discipline,
        Agency::Organization,
        Agency::Audit,
        Agency::Team,
    ] {
        let person = desk.place.person(agency, Role::Admin);
        person.ask(query).await.refused("FORBIDDEN");
    }
    let stranger = Desk::at(&house, "B").await;
    assert_eq!(
        stranger
            .office
            .ask(query)
            .await
            .data("/planReviews/totalCount"),
        0
    );
}
