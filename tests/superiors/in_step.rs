//! What refers to the inspection of a superior: groups of inspections that go in step with it, and people who are sent to it.

use std::sync::Arc;

use inspectorate::graphql::node_id;
use serde_json::{Value, json};

use super::Host;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    groups_of_every_level_refer_to_it,
    people_are_sent_to_it,
    refers_to_what_takes_place
);

fn group(host: &Host) -> Value {
    json!({
        "kind": "VERTICAL", "name": "省市联动", "matter": "专项资金", "superiorInspection": host.inspection, "startsOn": "2022-05-01",
        "endsOn": "2022-07-31",
    })
}

async fn person(host: &Host) -> String {
    let dispatcher = node_id::encode("Organization", host.desk().place.dispatcher.id);
    let input = json!({ "code": "A-P-1", "name": "化名", "dispatcher": dispatcher });
    host.desk()
        .made(host.office(), "registerPerson", "person", input)
        .await
}

async fn groups_of_every_level_refer_to_it(house: Arc<House>) {
    let host = Host::open(&house).await;
    let fields = "linkGroup { superiorOperation superiorInspection { superior name } }";
    let below = &host.joint.camp.east.office;
    for office in [host.office(), below] {
        let answer = act(office, "openLinkGroup", fields, group(&host)).await;
        let expected = json!({
            "superiorOperation": "省委巡视市辖区", "superiorInspection": { "superior": "省委", "name": "省委巡视市辖区" },
        });
        assert_eq!(*answer.data("/openLinkGroup/linkGroup"), expected);
    }
    let query = "{ superiorInspections { nodes { linkGroups { totalCount nodes { dispatcher { code } } } } } }";
    let answer = host.office().ask(query).await;
    let groups = answer.data("/superiorInspections/nodes/0/linkGroups");
    assert_eq!(groups["totalCount"], 2);
}

async fn people_are_sent_to_it(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "person": person(&host).await, "superiorInspection": host.inspection, "startsOn": "2022-04-01" });
    let fields =
        "outgoingSecondment { superior operation superiorInspection { personnel { totalCount } } }";
    let answer = act(host.office(), "sendToSuperior", fields, input).await;
    let expected = json!({
        "superior": "省委", "operation": "省委巡视市辖区", "superiorInspection": { "personnel": { "totalCount": 1 } },
    });
    assert_eq!(*answer.data("/sendToSuperior/outgoingSecondment"), expected);
}

async fn refers_to_what_takes_place(house: Arc<House>) {
    let host = Host::open(&house).await;
    let person = person(&host).await;
    let sent = json!({ "person": person, "superiorInspection": host.inspection, "startsOn": "2022-04-01" });
    let twice = [
        ("superior", json!("省委"), "BAD_USER_INPUT"),
        ("operation", json!("省委巡视"), "BAD_USER_INPUT"),
    ];
    host.wrong(&house, ("sendToSuperior", host.office()), &sent, &twice)
        .await;
    let mut nowhere = sent.clone();
    nowhere["superiorInspection"] = json!(null);
    for (field, said) in [("superior", "operation"), ("operation", "superior")] {
        let mut half = nowhere.clone();
        half[said] = json!("省委");
        let verb = "sendToSuperior";
        let answer = refused(&house, host.office(), verb, "clientMutationId", half).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field(&format!("input.{field}"));
    }
    let twice = [("superiorOperation", json!("省委巡视"), "BAD_USER_INPUT")];
    let open = ("openLinkGroup", host.office());
    host.wrong(&house, open, &group(&host), &twice).await;
    let mut apart = group(&host);
    apart["startsOn"] = json!("2022-06-01");
    let bar = ("LINKED_WINDOWS_APART", "input.superiorInspection");
    host.barred(&house, open, apart, bar).await;
    let input = json!({ "inspection": host.inspection, "version": 1, "reason": "任务调整", "on": "2022-03-28" });
    act(
        host.office(),
        "callOffSuperiorInspection",
        super::STATE,
        input,
    )
    .await
    .data("/callOffSuperiorInspection");
    for (verb, input) in [("openLinkGroup", group(&host)), ("sendToSuperior", sent)] {
        let bar = ("SUPERIOR_INSPECTION_OVER", "input.superiorInspection");
        host.barred(&house, (verb, host.office()), input, bar).await;
    }
}
