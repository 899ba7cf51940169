//! What rules rest on.

use std::sync::Arc;

use inspectorate::{blocks::rule_document, graphql::node_id};
use serde_json::{Value, json};

use super::offices::{Offices, act, caused, in_force, inventoried};
use crate::support::{
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    rests_on_an_article_of_the_regulations,
    dispatchers_without_a_rule_under_it_are_named
);

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

async fn dispatchers_without_a_rule_under_it_are_named(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let zone = offices.second_county(&house).await;
    let central = rule_document::shipped::document_id("RECTIFICATION_AND_RESULTS_USE");
    let central = node_id::encode("RuleDocument", central);
    let select = "localRules { rate { value numerator denominator definition { code } } without { organizationId name } } carriedOutBy { nodes { title } }";
    let report = async |person: &Person, rule: &str| {
        let query = format!("{{ ruleDocument(id: \"{rule}\") {{ {select} }} }}");
        person_asks(person, &query).await
    };
    // The city itself, the county and the zone have none yet; nobody here sees the other city.
    let before = report(&offices.city, &central).await;
    assert_eq!(before["localRules"]["rate"]["denominator"], "3");
    assert_eq!(before["localRules"]["rate"]["numerator"], "0");
    let rule = in_force(&offices.city, &offices.city_id, "实施办法", caused()).await;
    let cite = json!({ "rule": rule, "basis": central });
    act(&offices.city, "citeBasis", "ruleBasis", "id", cite)
        .await
        .data("/citeBasis");
    let under = json!({ "causeKind": "SUPERIOR_RULE", "causeRule": central });
    in_force(&offices.county, &offices.county_id, "县级措施", under).await;
    // One that is not in force does not count.
    let under = json!({ "causeKind": "SUPERIOR_RULE", "causeRule": rule });
    inventoried(&offices.city, &zone, "开发区措施", under.clone()).await;
    let now = report(&offices.city, &central).await;
    let expected = json!({
        "rate": { "value": "66.67", "numerator": "2", "denominator": "3", "definition": { "code": "DISPATCHERS_WITH_LOCAL_RULE" } },
        "without": [{ "organizationId": zone, "name": "某开发区党工委" }],
    });
    assert_eq!(now["localRules"], expected);
    assert_eq!(
        now["carriedOutBy"],
        json!({ "nodes": [{ "title": "县级措施" }] })
    );
    // Of a rule of the city's own, those below it are asked, and each sees itself only.
    let own = report(&offices.city, &rule).await;
    assert_eq!(own["localRules"]["rate"]["denominator"], "2");
    let below = report(&offices.county, &rule).await;
    assert_eq!(
        below["localRules"]["without"],
        json!([{ "organizationId": offices.county_id, "name": "某县委" }])
    );
}

async fn person_asks(person: &Person, query: &str) -> Value {
    person.ask(query).await.data("/ruleDocument").clone()
}
