//! The wall chart: every dimension of the ledger in one query, in a number of statements that does not grow; objects at risk;
//! dispatchers side by side; what the settings of a dispatcher let count.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::{
    coverage::{
        coverage_record::{self, InspectionKind},
        term,
    },
    organizations::organization::OrganizationLevel,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;
use uuid::Uuid;

use super::{
    desk::{Desk, act},
    scheduling::Scheduling,
};
use crate::support::{
    house::House,
    on_each_database,
    place::{NewOrganization, register},
};

on_each_database!(
    takes_the_same_statements_for_any_number,
    names_objects_at_risk,
    credits_elevated_work_by_rule,
    compares_the_dispatchers_below,
);

const CHART: &str = "query($id: ID!) { coveragePlan(id: $id) { ledger { asOf total { ...line } byLevel { ...line } bySector { ...line } byBlock { ...line } byObjectType { ...line } \
    byYear { ...line } byDispatcher { ...line } coveredByKind { value } inspectionsByKind { value } pace { due { value } behind { value } onTimeRate { value } projectedOn late } } } } \
    fragment line on LedgerLine { group { dimension value label } listed { value } planned { value } underWay { value } covered { value } lookedBack { value } specialOnly { value } withdrawn { value } completionRate { value numerator denominator } }";

async fn takes_the_same_statements_for_any_number(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 12).await;
    let variables = json!({ "id": scheduling.plan });
    scheduling.list(0..1, None).await;
    let mut taken = Vec::new();
    for _ in 0..2 {
        let before = house.statements().await;
        let answer = scheduling
            .desk
            .office
            .graphql(CHART, variables.clone())
            .await;
        let ledger = answer.data("/coveragePlan/ledger").clone();
        taken.push(house.statements().await - before);
        let labels = &ledger["byObjectType"][0]["group"];
        assert_eq!(
            (&labels["value"], &labels["label"]),
            (&json!("SCHOOL"), &json!("学校"))
        );
        assert_eq!(ledger["byLevel"][0]["group"]["value"], "COUNTY");
        assert_eq!(ledger["byDispatcher"][0]["group"]["label"], "A市委");
        scheduling
            .block(taken.len() as i32, taken.len() * 5 - 4..taken.len() * 5)
            .await;
    }
    assert_eq!(taken, [2, 2], "the plan, and all that is counted");
}

async fn names_objects_at_risk(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let mut objects = Vec::new();
    for number in [0, 1, 2] {
        objects.push(desk.object(&plan, number).await);
    }
    let office = &desk.office;
    let placed = json!({ "object": objects[0], "version": 1, "year": 2022 });
    act(office, "scheduleObject", "coverageObject { id }", placed)
        .await
        .data("/scheduleObject");
    let first = json!({ "object": objects[1], "version": 1, "priority": "FIRST", "reason": "市委研究决定" });
    act(office, "setObjectPriority", "coverageObject { id }", first)
        .await
        .data("/setObjectPriority");
    let done = json!({ "term": term, "organization": desk.organization(2), "kind": "ROUTINE", "startedOn": "2022-04-06", "reportedOn": "2022-07-20" });
    act(office, "recordCoverage", "coverageRecord { id }", done)
        .await
        .data("/recordCoverage");
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ objectsAtRisk {{ objectId organizationName standing reasons {{ risk text textZh }} }} }} }}"
    );
    let answer = office.ask(&query).await;
    let at_risk = answer
        .data("/coveragePlan/objectsAtRisk")
        .as_array()
        .cloned()
        .expect("a list");
    let risks = |object: &str| {
        let found = at_risk.iter().find(|one| one["objectId"] == json!(object));
        let reasons = found.and_then(|one| one["reasons"].as_array().cloned());
        let reasons = reasons.unwrap_or_default().into_iter();
        reasons
            .filter_map(|one| Some(one["risk"].as_str()?.to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        risks(&objects[0]),
        ["PLACEMENT_MISSED"],
        "placed in 2022 and not begun"
    );
    assert!(risks(&objects[1]).contains(&"PRIORITY_UNPLACED".to_owned()));
    assert!(risks(&objects[2]).is_empty(), "covered");
}

async fn credits_elevated_work_by_rule(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    elevated(&house, &desk).await;
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ ledger {{ total {{ covered {{ value }} coveredElevated {{ value }} }} inspectionsByKind {{ value }} }} objects {{ nodes {{ standing }} }} }} }}"
    );
    let counted = |answer: &crate::support::answer::Answer| {
        let total = answer.data("/coveragePlan/ledger/total");
        (
            total["covered"]["value"].clone(),
            total["coveredElevated"]["value"].clone(),
            answer
                .data("/coveragePlan/objects/nodes/0/standing")
                .clone(),
        )
    };
    let answer = desk.office.ask(&query).await;
    assert_eq!(
        counted(&answer),
        (json!("0"), json!("0"), json!("UNPLANNED")),
        "shipped: an elevated inspection does not cover"
    );
    let dispatcher = node_id::encode("Organization", desk.place.dispatcher.id);
    let set = json!({ "dispatcher": dispatcher, "key": "ELEVATED_COUNTS_AS_ROUTINE", "value": "true", "reason": "市委规定" });
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    act(&keeper, "setSetting", "settingValue { id }", set)
        .await
        .data("/setSetting");
    let answer = desk.office.ask(&query).await;
    assert_eq!(counted(&answer), (json!("1"), json!("1"), json!("COVERED")));
    assert_eq!(
        answer.data("/coveragePlan/ledger/inspectionsByKind"),
        &json!([]),
        "the dispatcher itself inspected nothing"
    );
}

/// The province inspects the first organization of the city.
pub async fn elevated(house: &Arc<House>, desk: &Desk) {
    let day = |text: &str| text.parse::<chrono::NaiveDate>().expect("a day");
    let province =
        NewOrganization::new("P", "省委").with(|row| row.level = OrganizationLevel::Province);
    let province = province.insert(house).await;
    let now = chrono::Utc::now();
    let term = term::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(province.id),
        ordinal: Set(1),
        name: Set("省届".to_owned()),
        starts_on: Set(day("2021-10-01")),
        ends_on: Set(day("2026-12-31")),
        closed_on: Set(None),
        closing_statement: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    let term = term
        .insert(&house.database.writer)
        .await
        .expect("the term is written");
    let record = coverage_record::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(province.id),
        term_id: Set(term.id),
        organization_id: Set(desk.place.objects[0].id),
        object_id: Set(None),
        round_id: Set(None),
        kind: Set(InspectionKind::Routine),
        extended_from_id: Set(None),
        operation_name: Set(None),
        batch: Set(None),
        started_on: Set(day("2022-03-01")),
        ended_on: Set(Some(day("2022-04-01"))),
        reported_on: Set(Some(day("2022-04-20"))),
        fed_back_on: Set(None),
        findings_recorded_on: Set(None),
        rectification_accepted_on: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    record
        .insert(&house.database.writer)
        .await
        .expect("the record is written");
}

async fn compares_the_dispatchers_below(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let county = NewOrganization::new("A-C", "甲县委").under(&desk.place.dispatcher);
    let county = county
        .object_of(&desk.place.dispatcher)
        .insert(&house)
        .await;
    register(&house, &county, Agency::Dispatcher, &county).await;
    let office = NewOrganization::new("A-C-OFFICE", "甲县委巡察办").under(&county);
    let office = office.insert(&house).await;
    register(&house, &office, Agency::Office, &county).await;
    let office = house.person(Agency::Office, "A-C-OFFICE", Role::Approver);
    let term =
        json!({ "ordinal": 3, "name": "第三届", "startsOn": "2021-10-01", "endsOn": "2026-12-31" });
    let term = desk.made(&office, "openTerm", "term", term).await;
    let below = json!({ "term": term, "fromYear": 2022, "toYear": 2026, "name": "县规划" });
    let below = desk
        .made(&office, "draftFiveYearPlan", "coveragePlan", below)
        .await;
    for number in 0..2 {
        let village = NewOrganization::new(&format!("A-C-V{number}"), "村").under(&county);
        let village = village.object_of(&county).insert(&house).await;
        let input = json!({ "plan": below, "object": { "organization": node_id::encode("Organization", village.id), "objectType": "VILLAGE_OR_COMMUNITY", "listedOn": "2022-01-10" } });
        desk.made(&office, "listObject", "coverageObject", input)
            .await;
    }
    let city = node_id::encode("Organization", desk.place.dispatcher.id);
    let query = format!(
        "{{ organization(id: \"{city}\") {{ coverage {{ total {{ listed {{ value }} }} byObjectType {{ group {{ value }} listed {{ value }} }} dispatchers {{ dispatcherName planName figures {{ listed {{ value }} }} pace {{ late }} }} }} }} }}"
    );
    let before = house.statements().await;
    let answer = desk.office.ask(&query).await;
    let coverage = answer.data("/organization/coverage");
    assert_eq!(
        house.statements().await - before,
        3,
        "the organization, the plans, the objects"
    );
    assert_eq!(coverage["total"]["listed"]["value"], "3", "the sum of all");
    let names: Vec<_> = coverage["dispatchers"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| (&one["dispatcherName"], &one["figures"]["listed"]["value"]))
        .collect();
    assert_eq!(
        names,
        [
            (&json!("A市委"), &json!("1")),
            (&json!("甲县委"), &json!("2"))
        ]
    );
    let villages = coverage["byObjectType"].as_array().expect("a list");
    assert!(
        villages
            .iter()
            .any(|line| line["group"]["value"] == "VILLAGE_OR_COMMUNITY"
                && line["listed"]["value"] == "2")
    );
    // The county sees itself; who reads issued plans only sees neither draft.
    let own = office.ask(&query).await;
    assert!(own.data("/organization").is_null());
    let audit = desk
        .place
        .person(Agency::Audit, Role::Viewer)
        .ask(&query)
        .await;
    assert!(audit.data("/organization/coverage").is_null());
}
