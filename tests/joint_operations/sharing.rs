//! What an agreement opens: exactly that, from the agreement to the end, to the sides alone; rows, counts, lookups, history, events.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::Joint;
use crate::{
    coverage::desk::act,
    meetings::body,
    support::{house::House, house::Person, on_each_database},
};

on_each_database!(
    inspections_are_open_while_it_runs,
    what_hangs_on_inspections_opens_no_further,
    results_are_open_as_agreed,
    a_period_that_is_over_opens_nothing
);

/// What somebody sees of an inspection: rows, count, lookup, history and events.
async fn seen(person: &Person, inspection: &str) -> Value {
    let query = format!(
        "{{ inspections {{ totalCount nodes {{ id }} }} node(id: \"{inspection}\") {{ id }} \
         inspection(id: \"{inspection}\") {{ history {{ totalCount }} }} \
         events(filter: {{ subjectType: {{ eq: \"Inspection\" }} }}) {{ totalCount }} }}"
    );
    person.ask(&query).await.data("").clone()
}

fn nothing() -> Value {
    json!({ "inspections": { "totalCount": 0, "nodes": [] }, "node": null, "inspection": null, "events": { "totalCount": 0 } })
}

fn is_open(seen: &Value, inspection: &str) {
    assert_eq!(
        seen["inspections"],
        json!({ "totalCount": 1, "nodes": [{ "id": inspection }] })
    );
    assert_eq!(seen["node"], json!({ "id": inspection }));
    let counted = |at: &str| seen.pointer(at).and_then(Value::as_i64).unwrap_or(0);
    assert!(counted("/inspection/history/totalCount") > 0, "{seen}");
    assert!(counted("/events/totalCount") > 0, "{seen}");
}

async fn inspections_are_open_while_it_runs(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let inspection = joint.camp.routine("approveInspection").await;
    let third = joint
        .desk()
        .place
        .person(Agency::InternalControl, Role::Admin);
    let others = [&joint.audit, &third];
    for person in others {
        assert_eq!(seen(person, &inspection).await, nothing(), "before");
    }
    let operation = joint.requested(joint.input()).await;
    assert_eq!(
        seen(&joint.audit, &inspection).await,
        nothing(),
        "asked for"
    );
    let input = json!({ "operation": operation, "on": "2022-03-21" });
    act(
        &joint.audit,
        "agreeToJointOperation",
        "clientMutationId",
        input,
    )
    .await
    .data("/agreeToJointOperation");
    is_open(&seen(&joint.audit, &inspection).await, &inspection);
    assert_eq!(seen(&third, &inspection).await, nothing(), "no side");
    let known = "{ jointOperations { totalCount } jointOperationParties { totalCount } accessGrants { totalCount } }";
    let expected = json!({ "jointOperations": { "totalCount": 0 }, "jointOperationParties": { "totalCount": 0 }, "accessGrants": { "totalCount": 0 } });
    for person in [&third, &joint.discipline] {
        assert_eq!(*person.ask(known).await.data(""), expected, "no side");
    }
    joint.enter(&joint.audit, &operation, "2022-04-02").await;
    joint.enter(joint.office(), &operation, "2022-04-02").await;
    is_open(&seen(&joint.audit, &inspection).await, &inspection);
    joint.close(&operation).await;
    for person in others {
        assert_eq!(seen(person, &inspection).await, nothing(), "after");
    }
}

/// Audit sees with an opened inspection what it may read of any: where its people come from and what was asked for; not the checks of
/// others, and nothing of the inspection beside it.
async fn what_hangs_on_inspections_opens_no_further(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let camp = &joint.camp;
    let beside = camp
        .propose(json!({ "organization": joint.desk().organization(1) }))
        .await;
    let inspection = camp.routine("approveInspection").await;
    camp.carry(&beside, "approveInspection").await;
    let committee = body(&joint.desk().place, "WORKING-COMMITTEE").await;
    for of in [&inspection, &beside] {
        let input = json!({ "inspection": of, "kind": "PARTY_BUILDING", "owner": committee, "on": "2022-03-05" });
        act(
            joint.office(),
            "orderSpecialCheck",
            "clientMutationId",
            input,
        )
        .await
        .data("/orderSpecialCheck");
        let input = json!({ "inspection": of, "materials": [{ "name": "专项资金台账" }], "on": "2022-03-05" });
        act(
            joint.office(),
            "requestMaterials",
            "clientMutationId",
            input,
        )
        .await
        .data("/requestMaterials");
    }
    let query = "{ inspections { totalCount } staffOrigins { totalCount } materialRequests { totalCount } specialChecks { totalCount } \
        events(filter: { subjectType: { eq: \"SpecialCheck\" } }) { totalCount } }";
    let seen = async |counts: [i64; 3]| {
        let expected = json!({
            "inspections": { "totalCount": counts[0] }, "staffOrigins": { "totalCount": counts[1] },
            "materialRequests": { "totalCount": counts[2] }, "specialChecks": { "totalCount": 0 }, "events": { "totalCount": 0 },
        });
        assert_eq!(*joint.audit.ask(query).await.data(""), expected);
    };
    seen([0, 0, 0]).await;
    let operation = joint.entered(joint.input()).await;
    seen([1, 1, 1]).await;
    let both = joint.office().ask(query).await;
    assert_eq!(*both.data("/specialChecks/totalCount"), 2);
    assert_eq!(*both.data("/staffOrigins/totalCount"), 2);
    for hidden in [
        "talkRequests",
        "teams",
        "elevationGrounds",
        "checklistAnswers",
    ] {
        let answer = joint
            .audit
            .ask(&format!("{{ {hidden} {{ totalCount }} }}"))
            .await;
        answer.refused("FORBIDDEN");
    }
    joint.close(&operation).await;
    seen([0, 0, 0]).await;
}

async fn results_are_open_as_agreed(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let query = "{ jointResults { totalCount } }";
    for (keeps, after) in [(false, 0), (true, 1)] {
        let input = joint.with("keepsResults", json!(keeps));
        let operation = joint.entered(input).await;
        let fields = "jointResult { id }";
        act(
            &joint.audit,
            "shareJointResult",
            fields,
            joint.finding(&operation),
        )
        .await
        .data("/shareJointResult");
        let during = joint.office().ask(query).await;
        assert_eq!(*during.data("/jointResults/totalCount"), 1, "during");
        joint.reported(&operation).await;
        joint.close(&operation).await;
        let closed = joint.office().ask(query).await;
        assert_eq!(*closed.data("/jointResults/totalCount"), after, "after");
    }
    let found = joint.audit.ask(query).await;
    assert_eq!(*found.data("/jointResults/totalCount"), 2, "one's own");
}

async fn a_period_that_is_over_opens_nothing(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let inspection = joint.camp.routine("approveInspection").await;
    joint
        .agreed(joint.with("endsOn", json!("2022-12-31")))
        .await;
    assert_eq!(seen(&joint.audit, &inspection).await, nothing());
    // One that runs, but about a time after the inspection.
    joint
        .agreed(joint.with("startsOn", json!("2023-01-01")))
        .await;
    assert_eq!(seen(&joint.audit, &inspection).await, nothing());
}
