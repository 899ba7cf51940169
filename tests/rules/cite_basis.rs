//! What rules rest on.

use std::sync::Arc;

use inspectorate::{blocks::rule_document, graphql::node_id};
use serde_json::json;

use super::offices::{Offices, act, caused, in_force};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(rests_on_an_article_of_the_regulations);

async fn rests_on_an_article_of_the_regulations(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let rule = in_force(&offices.city, &offices.city_id, "实施办法", caused()).await;
    let central = rule_document::shipped::document_id("RECTIFICATION_AND_RESULTS_USE");
    let central = node_id::encode("RuleDocument", central);
    let input = json!({ "rule": rule, "basis": central, "article": "第三条" });
    let fields =
        "article basis { title issuedYear dispatcher { id } basisOf { nodes { rule { id } } } }";
    let answer = act(
        &offices.city,
        "citeBasis",
        "ruleBasis",
        fields,
        input.clone(),
    )
    .await;
    assert_eq!(
        answer.data("/citeBasis/ruleBasis"),
        &json!({ "article": "第三条", "basis": {
            "title": "关于加强巡视整改和成果运用的意见", "issuedYear": 2021, "dispatcher": null,
            "basisOf": { "nodes": [{ "rule": { "id": rule } }] },
        } })
    );
    // Which dispatchers have no rule under it is asked from the other side.
    let query = format!(
        r#"{{ ruleBases(filter: {{ basis: {{ id: {{ eq: "{central}" }} }} }}) {{ nodes {{ rule {{ dispatcher {{ id }} }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    assert_eq!(
        answer.data("/ruleBases/nodes/0/rule/dispatcher/id"),
        &json!(offices.city_id)
    );
    let answer = offices.other.ask(&query).await;
    assert_eq!(answer.data("/ruleBases/nodes"), &json!([]));
    nothing_changed(&house, async {
        let cite = async |input| act(&offices.city, "citeBasis", "ruleBasis", "id", input).await;
        cite(input.clone())
            .await
            .refused("CONFLICT")
            .of_field("input.basis");
        cite(json!({ "rule": rule, "basis": rule }))
            .await
            .refused("GATE")
            .by_gate("RULE_REFERS_TO_ITSELF")
            .of_field("input.basis");
        cite(json!({ "rule": central, "basis": rule }))
            .await
            .refused("GATE")
            .by_gate("SHIPPED_WITH_SERVICE")
            .of_field("input.rule");
        act(
            &offices.county,
            "citeBasis",
            "ruleBasis",
            "id",
            json!({ "rule": rule, "basis": central }),
        )
        .await
        .refused("GATE")
        .by_gate("KEPT_BY_SUPERIOR");
        act(&offices.audit, "citeBasis", "ruleBasis", "id", input)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
