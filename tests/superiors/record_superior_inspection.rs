//! Recording that a superior announced its inspection: for those who work on inspections, here and below.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{Host, host::announced};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(is_known_here_and_below, is_refused, is_for_offices);

const VERB: &str = "recordSuperiorInspection";

async fn is_known_here_and_below(house: Arc<House>) {
    let host = Host::open(&house).await;
    let mut input = announced();
    input["name"] = json!("省委专项巡视");
    input["kind"] = json!("SPECIAL");
    input["mechanism"] = json!(host.joint.mechanism);
    let fields = "superiorInspection { dispatcher { code } superior name kind mechanism { name } topics status announcedOn startsOn endsOn \
        enteredOn endedOn endReason tasks { totalCount } personnel { totalCount } linkGroups { totalCount } version }";
    let answer = act(host.office(), VERB, fields, input).await;
    let none = json!({ "totalCount": 0 });
    let expected = json!({
        "dispatcher": { "code": "A" }, "superior": "省委", "name": "省委专项巡视", "kind": "SPECIAL",
        "mechanism": { "name": "巡审联动机制" }, "topics": "民生领域", "status": "ANNOUNCED", "announcedOn": "2022-03-20",
        "startsOn": "2022-04-01", "endsOn": "2022-05-31", "enteredOn": null, "endedOn": null, "endReason": null, "tasks": none,
        "personnel": none, "linkGroups": none, "version": 1,
    });
    assert_eq!(
        *answer.data("/recordSuperiorInspection/superiorInspection"),
        expected
    );
    let query = "{ superiorInspections(filter: { status: { eq: ANNOUNCED }, superior: { eq: \"省委\" } }) { totalCount nodes { dispatcher { code } } } }";
    let place = &host.desk().place;
    for (agency, seen) in [
        (Agency::LeadingGroup, 2),
        (Agency::Discipline, 2),
        (Agency::Superior, 2),
        (Agency::Object, 0),
        (Agency::Audit, 0),
        (Agency::Propaganda, 0),
    ] {
        let answer = place.person(agency, Role::Viewer).ask(query).await;
        let count = answer.data("/superiorInspections/totalCount");
        assert_eq!(*count, seen, "{agency:?}");
    }
    let below = host.joint.camp.east.office.ask(query).await;
    assert_eq!(*below.data("/superiorInspections/totalCount"), 2);
    let node = below.data("/superiorInspections/nodes/0");
    assert_eq!(*node, json!({ "dispatcher": null }));
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let mut other = announced();
    other["name"] = json!("省委专项巡视");
    let wrong = [
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("endsOn", json!("2022-03-31"), "BAD_USER_INPUT"),
        ("superior", json!(" "), "BAD_USER_INPUT"),
        ("kind", json!("NO_SUCH_KIND"), "BAD_USER_INPUT"),
        ("name", json!("省委巡视市辖区"), "CONFLICT"),
    ];
    host.wrong(&house, (VERB, host.office()), &other, &wrong)
        .await;
    other["mechanism"] = json!(host.joint.mechanism);
    other["on"] = json!("2022-03-09");
    let bar = ("MECHANISM_NOT_IN_FORCE", "input.mechanism");
    host.barred(&house, (VERB, host.office()), other, bar).await;
}

async fn is_for_offices(house: Arc<House>) {
    let host = Host::open(&house).await;
    host.desk()
        .only(&[Agency::Office], VERB, "clientMutationId", announced())
        .await;
}
