//! What a unit is to nominate for a round, how it stands, and which units are late.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
    teams::{
        camp::{Camp, call, id},
        secondment_camp::{nominated, seat_of},
    },
};

on_each_database!(says_which_units_are_late, is_refused);

/// Two people of the camp's first object until 15 March 2022.
pub fn quota(camp: &Camp) -> Value {
    json!({ "homeOrganization": id(&camp.place.objects[0]), "round": camp.round, "number": 2, "dueOn": "2022-03-15" })
}

const STANDING: &str = "{ secondmentQuotas { nodes { number \
    before: nominated(asOf: \"2022-02-28\") { value numerator denominator } after: nominated(asOf: \"2022-03-16\") { value numerator } \
    wasOverdue: isOverdue(asOf: \"2022-03-15\") isOverdue(asOf: \"2022-03-16\") } } \
    organizations(filter: { code: { eq: \"A\" } }) { nodes { \
    early: overdueQuotas(asOf: \"2022-03-15\") { unit } late: overdueQuotas(asOf: \"2022-03-16\") { unit number nominated dueOn } } } }";

async fn says_which_units_are_late(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    camp.made("setSecondmentQuota", "secondmentQuota", quota(&camp))
        .await;
    // Another unit keeps its word.
    let mut other = quota(&camp);
    (other["homeOrganization"], other["number"]) = (json!(id(&camp.place.objects[1])), json!(1));
    camp.made("setSecondmentQuota", "secondmentQuota", other)
        .await;
    let person = camp.person("示例乙").await;
    let input = json!({
        "person": person, "homeOrganization": id(&camp.place.objects[1]), "round": camp.round, "category": "OTHER",
        "startsOn": "2022-04-01", "endsOn": "2022-06-30", "on": "2022-03-01",
    });
    camp.made("nominateForSecondment", "secondment", input)
        .await;
    // One of two is nominated on 1 March; a second one too, but is refused the next day.
    nominated(&camp, "示例甲").await;
    let refused = nominated(&camp, "示例丙").await;
    let input =
        json!({ "secondment": refused, "version": 1, "reason": "另有任务", "on": "2022-03-02" });
    let department = seat_of(&camp, "approveSecondment");
    call(&department, "refuseSecondment", "secondment", "", input)
        .await
        .data("/done");
    for agency in [Agency::Office, Agency::Organization] {
        let reader = camp.place.person(agency, Role::Viewer);
        let answer = reader.ask(STANDING).await;
        let quotas = answer.data("/secondmentQuotas/nodes").as_array();
        let mut quotas = quotas.expect("quotas").clone();
        quotas.sort_by_key(|quota| quota["number"].as_i64());
        assert_eq!(quotas[0]["isOverdue"], false);
        let expected = json!({
            "number": 2, "before": { "value": "0", "numerator": "0", "denominator": "2" }, "after": { "value": "50", "numerator": "1" },
            "wasOverdue": false, "isOverdue": true,
        });
        assert_eq!(quotas[1], expected);
        let city = answer.data("/organizations/nodes/0");
        assert_eq!(city["early"], json!([]));
        let name = &camp.place.objects[0].name;
        let late = json!([{ "unit": name, "number": 2, "nominated": 1, "dueOn": "2022-03-15" }]);
        assert_eq!(city["late"], late);
    }
    for agency in [Agency::Discipline, Agency::Team, Agency::Audit] {
        let reader = camp.place.person(agency, Role::Admin);
        let answer = reader.ask("{ secondmentQuotas { totalCount } }").await;
        answer.refused("FORBIDDEN");
        let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { overdueQuotas { unit } } } }";
        reader.ask(query).await.refused("FORBIDDEN");
    }
}

async fn is_refused(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let verb = "setSecondmentQuota";
    for number in [0, -3] {
        let mut none = quota(&camp);
        none["number"] = json!(number);
        let answer = camp.refused(verb, "secondmentQuota", none).await;
        answer.refused("BAD_USER_INPUT").of_field("input.number");
    }
    camp.made(verb, "secondmentQuota", quota(&camp)).await;
    let twice = camp.refused(verb, "secondmentQuota", quota(&camp)).await;
    twice.refused("CONFLICT").of_field("input.homeOrganization");
    let elsewhere = Place::build(&house, "B").await;
    let stranger = elsewhere.person(Agency::Office, Role::Admin);
    let asked = call(&stranger, verb, "secondmentQuota", "", quota(&camp));
    nothing_changed(&house, asked).await.refused("NOT_FOUND");
    for agency in Agency::ALL.iter().copied() {
        let role = match agency {
            Agency::Office | Agency::Organization => Role::Viewer,
            _ => Role::Admin,
        };
        let person = camp.place.person(agency, role);
        let asked = call(&person, verb, "secondmentQuota", "", quota(&camp));
        nothing_changed(&house, asked).await.refused("FORBIDDEN");
    }
}
