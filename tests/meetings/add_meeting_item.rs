//! Adding to an agenda: after what stands there; what is studied names its document, which then knows where it was studied.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(names_what_is_studied, is_refused, is_for_planners);

const FIELDS: &str = "meetingItem { ordinal kind title documentTitle reportedBy { code } document { title } meeting { name } }";

async fn names_what_is_studied(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.prepared().await, &hall.desk.office);
    let shipped = office
        .ask("{ ruleDocuments(first: 2) { totalCount nodes { id title } } unstudied: ruleDocuments(filter: { studies: { none: {} } }) { totalCount } }")
        .await;
    let document = shipped.data("/ruleDocuments/nodes/0");
    let all = shipped.data("/unstudied/totalCount").as_i64();
    assert_eq!(all, shipped.data("/ruleDocuments/totalCount").as_i64());
    let item = json!({ "kind": "STUDY", "title": "学习上级文件", "document": document["id"] });
    let input = json!({ "meeting": meeting, "item": item });
    let answer = act(office, "addMeetingItem", FIELDS, input).await;
    let expected = json!({
        "ordinal": 2, "kind": "STUDY", "title": "学习上级文件", "documentTitle": null, "reportedBy": null,
        "document": { "title": document["title"] }, "meeting": { "name": "第一次室务会" },
    });
    assert_eq!(*answer.data("/addMeetingItem/meetingItem"), expected);
    // What was studied nowhere is what is left.
    let query = "{ ruleDocuments(filter: { studies: { none: {} } }) { totalCount } }";
    let left = office.ask(query).await;
    let left = left.data("/ruleDocuments/totalCount").as_i64();
    assert_eq!(left, all.map(|all| all - 1));
    let item = json!({ "kind": "HEAR", "title": "听取汇报", "reportedBy": hall.discipline });
    let input = json!({ "meeting": meeting, "item": item });
    let answer = act(office, "addMeetingItem", FIELDS, input).await;
    let code = answer.data("/addMeetingItem/meetingItem/reportedBy/code");
    assert_eq!(code, "A-DISCIPLINE");
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.prepared().await, &hall.desk.office);
    let add = |item: serde_json::Value| json!({ "meeting": meeting, "item": item });
    for (item, field) in [
        (
            json!({ "kind": "RELAY", "title": "传达" }),
            "input.item.document",
        ),
        (
            json!({ "kind": "CONSIDER", "title": "研究", "documentTitle": "某文件" }),
            "input.item.document",
        ),
        (
            json!({ "kind": "HEAR", "title": "听取" }),
            "input.item.reportedBy",
        ),
        (
            json!({ "kind": "CONSIDER", "title": "" }),
            "input.item.title",
        ),
    ] {
        let answer = refused(&house, office, "addMeetingItem", FIELDS, add(item)).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let input = json!({ "meeting": meeting, "version": 1, "reason": "时间冲突" });
    act(office, "cancelMeeting", "meeting { id }", input)
        .await
        .data("/cancelMeeting");
    let late = add(json!({ "kind": "CONSIDER", "title": "研究" }));
    let late = refused(&house, office, "addMeetingItem", FIELDS, late).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.meeting");
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let input = json!({ "meeting": meeting, "item": { "kind": "CONSIDER", "title": "研究" } });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, "addMeetingItem", "meetingItem { id }", input)
        .await;
}
