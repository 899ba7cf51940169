//! Clauses of benchmarks.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, caused, in_force};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    clauses_stand_in_order_once,
    a_focus_template_asks_after_a_clause
);

async fn clauses_stand_in_order_once(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let rule = in_force(
        &offices.city,
        &offices.city_id,
        "专项整治实施方案",
        caused(),
    )
    .await;
    let add = async |number: &str, sequence: Option<i32>| {
        let input = json!({ "rule": rule, "number": number, "text": "内容", "sequence": sequence });
        act(
            &offices.city,
            "addRuleClause",
            "ruleClause",
            "number sequence rule { title }",
            input,
        )
        .await
    };
    add("第一条", None).await.data("");
    let answer = add("第二条", None).await;
    assert_eq!(answer.data("/addRuleClause/ruleClause/sequence"), &json!(2));
    let query =
        format!(r#"{{ ruleDocument(id: "{rule}") {{ clauses {{ nodes {{ number text }} }} }} }}"#);
    let below = offices.county.ask(&query).await;
    assert_eq!(
        below.data("/ruleDocument/clauses/nodes"),
        &json!([{ "number": "第一条", "text": "内容" }, { "number": "第二条", "text": "内容" }])
    );
    nothing_changed(&house, async {
        add("第一条", None)
            .await
            .refused("CONFLICT")
            .of_field("input.number");
        add("第三条", Some(0))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.sequence");
        let input = json!({ "rule": rule, "number": "第三条", "text": "内容" });
        act(
            &offices.other,
            "addRuleClause",
            "ruleClause",
            "id",
            input.clone(),
        )
        .await
        .refused("NOT_FOUND");
        act(&offices.audit, "addRuleClause", "ruleClause", "id", input)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}

async fn a_focus_template_asks_after_a_clause(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let (city, title) = (&offices.city_id, "专项整治实施方案");
    let rule = in_force(&offices.city, city, title, caused()).await;
    let input = json!({ "rule": rule, "number": "第一条", "text": "内容" });
    let clause = act(&offices.city, "addRuleClause", "ruleClause", "id", input).await;
    let clause = clause.text_at("/addRuleClause/ruleClause/id");
    let list = |clause: &str| {
        json!({
            "dispatcher": city, "key": "BENCHMARK", "kind": "FOCUS", "name": "Benchmark", "nameZh": "对标", "source": "本级规定",
            "items": [{ "code": "ONE", "text": "One", "textZh": "对照检查", "clause": clause }, { "code": "TWO", "text": "Two", "textZh": "其他" }],
        })
    };
    nothing_changed(&house, async {
        let fields = "id";
        act(
            &offices.city,
            "publishChecklist",
            "checklist",
            fields,
            list(city),
        )
        .await
        .refused("NOT_FOUND")
        .of_field("input.items.0.clause");
    })
    .await;
    let fields = "items { nodes { code clause { number rule { title } } } }";
    let answer = act(
        &offices.city,
        "publishChecklist",
        "checklist",
        fields,
        list(&clause),
    )
    .await;
    let expected = json!([
        { "code": "ONE", "clause": { "number": "第一条", "rule": { "title": title } } },
        { "code": "TWO", "clause": null },
    ]);
    assert_eq!(
        answer.data("/publishChecklist/checklist/items/nodes"),
        &expected
    );
    let query = format!(
        "{{ ruleClause(id: \"{clause}\") {{ items {{ nodes {{ code checklist {{ key }} }} }} }} }}"
    );
    let answer = offices.county.ask(&query).await;
    let expected = json!([{ "code": "ONE", "checklist": { "key": "BENCHMARK" } }]);
    assert_eq!(answer.data("/ruleClause/items/nodes"), &expected);
}
