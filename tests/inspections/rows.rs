//! Rows of every noun of inspections in a place that has a term: for the proof that outsiders see none of them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use super::camp::elevation;
use crate::{
    coverage::desk::act,
    support::{
        house::Person,
        place::{NewOrganization, Place, register},
    },
};

/// A linked inspection of the place's own object, approved, and an elevated one of a county's town.
pub async fn fill(place: &Place) {
    let (house, code) = (&place.house, &place.code);
    let county =
        NewOrganization::new(&format!("{code}-COUNTY"), "示例县委").under(&place.dispatcher);
    let county = county.insert(house).await;
    register(house, &county, Agency::Dispatcher, &county).await;
    let town = NewOrganization::new(&format!("{code}-TOWN"), "示例镇").under(&county);
    let town = town.object_of(&county).insert(house).await;
    let office = place.person(Agency::Office, Role::Admin);
    let dispatcher = place.person(Agency::Dispatcher, Role::Admin);
    let input = json!({ "kind": "VERTICAL", "name": "市县联动", "matter": "营商环境", "startsOn": "2022-03-01", "endsOn": "2022-12-31" });
    let group = act(&office, "openLinkGroup", "linkGroup { id }", input).await;
    let group = group.text_at("/openLinkGroup/linkGroup/id");
    let own = place.objects[1].id;
    for (organization, elevation) in [(own, json!(null)), (town.id, elevation())] {
        let input = json!({
            "organization": node_id::encode("Organization", organization), "kind": "MOBILE", "startsOn": "2022-09-01",
            "endsOn": "2022-09-30", "on": "2022-08-01", "elevation": elevation,
        });
        let fields = "inspection { id version }";
        let answer = act(&office, "proposeInspection", fields, input).await;
        let inspection = answer.text_at("/proposeInspection/inspection/id");
        let version = answer.data("/proposeInspection/inspection/version");
        let input = json!({ "inspection": inspection, "version": version, "group": group });
        let answer = act(&office, "linkInspection", fields, input).await;
        let version = answer.data("/linkInspection/inspection/version");
        let input = json!({ "inspection": inspection, "version": version, "on": "2022-08-02" });
        act(&dispatcher, "approveInspection", fields, input)
            .await
            .data("/approveInspection");
        asked(place, &office, &inspection).await;
    }
    let input = json!({
        "organization": node_id::encode("Organization", town.id), "reason": "MANY_COMPLAINTS", "name": "信访件", "value": 12, "unit": "件",
        "asOf": "2022-06-30", "source": "信访台账",
    });
    act(
        &office,
        "recordElevationIndicator",
        "elevationIndicator { id }",
        input,
    )
    .await
    .data("/recordElevationIndicator");
}

/// A special check, a material and a talk of an inspection.
async fn asked(place: &Place, office: &Person, inspection: &str) {
    let owner = node_id::encode("Organization", place.objects[2].id);
    let input =
        json!({ "inspection": inspection, "kind": "IDEOLOGY", "owner": owner, "on": "2022-08-03" });
    act(office, "orderSpecialCheck", "specialCheck { id }", input)
        .await
        .data("/orderSpecialCheck");
    let input = json!({ "inspection": inspection, "materials": [{ "name": "会议记录" }], "on": "2022-08-03" });
    act(office, "requestMaterials", "inspection { id }", input)
        .await
        .data("/requestMaterials");
    let person = office.ask("{ people(first: 1) { nodes { id } } }").await;
    let person = person.text_at("/people/nodes/0/id");
    let input = json!({ "inspection": inspection, "person": person, "on": "2022-08-03" });
    act(office, "requestTalk", "talkRequest { id }", input)
        .await
        .data("/requestTalk");
}
