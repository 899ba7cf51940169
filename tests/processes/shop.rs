//! A city that keeps templates of its own, and what its people do with them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::{
    coverage::desk::act,
    inspections::camp::Camp,
    support::{answer::Answer, house::Person, place::Place},
};

/// Publish a checklist of the place's dispatcher, used since the start of 2022, with these codes as its items.
pub async fn publish(place: &Place, key: &str, kind: &str, codes: &[&str], more: Value) -> Answer {
    let items = codes
        .iter()
        .map(|code| json!({ "code": code, "text": code, "textZh": "示例条目" }));
    let mut input = json!({
        "dispatcher": node_id::encode("Organization", place.dispatcher.id), "key": key, "kind": kind, "name": "Own", "nameZh": "自定",
        "source": "本级规定", "validFrom": "2022-01-01", "items": items.collect::<Vec<_>>(),
    });
    for (name, part) in more.as_object().expect("an object") {
        input[name] = part.clone();
    }
    let keeper = place.person(Agency::Office, Role::Admin);
    act(&keeper, "publishChecklist", "checklist { id }", input).await
}

/// The process of the city with three steps, of which the service itself shows the entry.
pub async fn three_steps(camp: &Camp) {
    let codes = ["ENTERED", "PAPERS_COMPLETE", "EXPLANATION_HEARD"];
    publish(
        &camp.desk.place,
        "INSPECTION_PROCESS",
        "PROCESS",
        &codes,
        json!({}),
    )
    .await
    .data("/publishChecklist");
}

/// The id of an item of a checklist by which an inspection is carried out.
pub async fn item(person: &Person, inspection: &str, list: &str, code: &str) -> String {
    let query = format!(
        "{{ inspection(id: \"{inspection}\") {{ checklists {{ nodes {{ key items(filter: {{ code: {{ eq: \"{code}\" }} }}) {{ nodes {{ id }} }} }} }} }} }}"
    );
    let answer = person.ask(&query).await;
    let lists = answer.data("/inspection/checklists/nodes").as_array();
    let lists = lists.expect("a list of checklists");
    let list = lists.iter().find(|one| one["key"] == list);
    let list = list.unwrap_or_else(|| panic!("{} binds it: {}", "the checklist", answer.text));
    let id = list["items"]["nodes"][0]["id"].as_str();
    id.expect("the item is there").to_owned()
}
