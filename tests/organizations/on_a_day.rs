//! What is asked of dated facts: shares over the dispatchers below, and names that lists are ordered by.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Scene, created, look};
use crate::support::{house::House, on_each_database};

on_each_database!(
    secretaries_leading_below_are_counted,
    chinese_lists_are_ordered_by_pinyin
);

/// One of two dispatchers below is led by its own secretary, and only while both facts hold.
async fn secretaries_leading_below_are_counted(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    for number in [1, 2] {
        let body = scene.object(number);
        let input = json!({ "organization": body, "agency": "DISPATCHER", "authority": body, "startsOn": "2020-01-01" });
        created(&scene.office, "registerAgency", "agencyRegistration", input).await;
    }
    let body = scene.object(1);
    let input = json!({ "dispatcher": body, "termLabel": "第一届", "constitutedOn": "2021-01-01" });
    let group = created(
        &scene.secretary,
        "constituteLeadingGroup",
        "leadingGroup",
        input,
    )
    .await;
    let person = scene.person("P-1", "化名甲").await;
    let post = scene.post(&body, "PARTY_SECRETARY", true).await;
    scene.appointment(&person, &post, "2021-06-01").await;
    let input = json!({
        "leadingGroup": group, "person": person, "post": "LEADER", "startsOn": "2021-01-01", "endsOn": "2022-06-30",
    });
    let seat = "seatLeadingGroupMember";
    created(&scene.secretary, seat, "leadingGroupMember", input).await;
    for (day, share, part) in [
        ("2021-05-31", "0", "0"),
        ("2021-06-01", "50", "1"),
        ("2022-06-30", "50", "1"),
        ("2022-07-01", "0", "0"),
    ] {
        let select = format!(
            "it: secretariesLeadingBelow(asOf: \"{day}\") {{ value numerator denominator asOf }}"
        );
        let it = look(&scene.office, "organization", &scene.dispatcher(), &select).await;
        let measure = it.data("/it/it");
        assert_eq!(measure["numerator"], json!(part), "{day}");
        assert_eq!(measure["denominator"], json!("2"), "{day}");
        assert_eq!(measure["asOf"], json!(day));
        let value = measure["value"].as_str().unwrap_or_default();
        assert_eq!(value.trim_end_matches(".00"), share, "{day}");
    }
}

async fn chinese_lists_are_ordered_by_pinyin(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    for (code, name) in [("P-1", "张化名"), ("P-2", "安化名"), ("P-3", "李化名")] {
        scene.person(code, name).await;
    }
    let query = "{ people(orderBy: [{ field: PINYIN, direction: ASC }]) { nodes { name } } }";
    let listed = scene.office.ask(query).await;
    let ordered = json!([{ "name": "安化名" }, { "name": "李化名" }, { "name": "张化名" }]);
    assert_eq!(*listed.data("/people/nodes"), ordered);
}
