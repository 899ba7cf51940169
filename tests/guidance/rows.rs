//! Rows of every noun of guidance in a place: for the proof that outsiders see none of them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use super::suggestion;
use crate::{
    coverage::desk::act,
    support::place::{NewOrganization, Place, register},
};

/// An operation whose group visited a county and suggested something.
pub async fn fill(place: &Place) {
    let (house, code) = (&place.house, format!("{}-GUIDED", place.code));
    let county = NewOrganization::new(&code, "示例县委").under(&place.dispatcher);
    let county = county.insert(house).await;
    register(house, &county, Agency::Dispatcher, &county).await;
    let office = place.person(Agency::Office, Role::Admin);
    let input = json!({ "name": "指导督导", "startsOn": "2022-03-01" });
    let answer = act(&office, "openGuidance", "guidanceOperation { id }", input).await;
    let operation = answer.text_at("/openGuidance/guidanceOperation/id");
    let input = json!({ "operation": operation, "name": "第一组" });
    let answer = act(&office, "formGuidanceGroup", "guidanceGroup { id }", input).await;
    let group = answer.text_at("/formGuidanceGroup/guidanceGroup/id");
    let guided = node_id::encode("Organization", county.id);
    let input = json!({ "group": group, "guided": guided, "visitedOn": "2022-05-10" });
    let answer = act(
        &office,
        "recordGuidanceVisit",
        "guidanceVisit { id }",
        input,
    )
    .await;
    let visit = answer.text_at("/recordGuidanceVisit/guidanceVisit/id");
    let fields = "guidanceSuggestion { id }";
    act(
        &office,
        "makeGuidanceSuggestion",
        fields,
        suggestion(&visit),
    )
    .await
    .data("/makeGuidanceSuggestion");
}
