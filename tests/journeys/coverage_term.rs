//! A new term in a city of 9 counties with 2,400 objects: plan, list, a year's checkpoints, two objects merged, one added,
//! the ledger as of five days, a schedule proposed and adopted, the term closed.

use std::{sync::Arc, time::Instant};

use chrono::{Datelike, Utc};
use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::organizations::organization::{self, OrganizationLevel};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act, refused},
    plans::checkpoint,
    support::{
        house::House,
        on_each_database,
        place::{NewOrganization, Place},
    },
};

on_each_database!(is_planned_carried_out_and_closed);

const COUNTIES: usize = 9;
const OBJECTS: usize = 2400;
const BLOCKS: [&str; 4] = ["市属国企", "卫生健康系统", "教育系统", "党政部门"];
/// Objects in the first year's first round, and how many of them are inspected.
const PLACED: usize = 24;
const INSPECTED: usize = 20;

/// The last year: a term that began with it has a whole year behind it and lasts.
fn year() -> i32 {
    Utc::now().year() - 1
}

fn day(month_and_day: &str) -> String {
    format!("{}-{month_and_day}", year())
}

/// The organizations of the city, put into the registry directly: counties, and under them what is on the city's list.
async fn organizations(house: &Arc<House>, place: &Place) -> Vec<String> {
    let mut counties = Vec::new();
    for number in 1..=COUNTIES {
        let new = NewOrganization::new(&format!("J-{number}"), &format!("示例县{number}"));
        let new = new.under(&place.dispatcher);
        counties.push(new.insert(house).await);
    }
    let rows: Vec<_> = (0..OBJECTS)
        .map(|number| {
            let new =
                NewOrganization::new(&format!("J-{number:04}"), &format!("示例单位{number:04}"));
            let new = new
                .under(&counties[number % COUNTIES])
                .object_of(&place.dispatcher)
                .with(|row| row.level = OrganizationLevel::County);
            new.row
        })
        .collect();
    for some in rows.chunks(400) {
        let some = some
            .iter()
            .map(|row| row.clone().into_active_model().reset_all());
        organization::Entity::insert_many(some)
            .exec_without_returning(&house.database.writer)
            .await
            .expect("the organizations can be written");
    }
    rows.iter()
        .map(|row| node_id::encode("Organization", row.id))
        .collect()
}

/// The term, its issued five-year plan with all objects on its list, in blocks.
async fn plan(desk: &Desk, organizations: &[String]) -> [String; 2] {
    let term = json!({ "ordinal": 9, "name": "第九届", "startsOn": day("01-01"), "endsOn": format!("{}-12-31", year() + 4) });
    let term = desk.made(&desk.office, "openTerm", "term", term).await;
    let plan = json!({ "term": term, "fromYear": year(), "toYear": year() + 4, "name": "五年规划", "printedObjectCount": OBJECTS });
    let plan = desk
        .made(&desk.office, "draftFiveYearPlan", "coveragePlan", plan)
        .await;
    let mut blocks = Vec::new();
    for (sequence, name) in (1..).zip(BLOCKS) {
        blocks.push(desk.block(&plan, name, sequence).await);
    }
    let objects: Vec<Value> = organizations
        .iter()
        .enumerate()
        .map(|(number, organization)| {
            let block = &blocks[number * BLOCKS.len() / OBJECTS];
            json!({ "organization": organization, "objectType": "SCHOOL", "block": block, "listedOn": day("01-05") })
        })
        .collect();
    for portion in objects.chunks(1000) {
        let input = json!({ "plan": plan, "objects": portion });
        act(&desk.office, "listObjects", "coveragePlan { id }", input)
            .await
            .data("/listObjects");
    }
    issue(desk, &plan, "01-10").await;
    [term, plan]
}

/// Approve and issue a plan on one day of the first year.
async fn issue(desk: &Desk, plan: &str, on: &str) {
    for verb in ["approvePlan", "issuePlan"] {
        let version = desk.version(plan, "CoveragePlan").await;
        let input = json!({ "plan": plan, "version": version, "on": day(on) });
        act(&desk.dispatcher, verb, "coveragePlan { id }", input)
            .await
            .data(&format!("/{verb}"));
    }
}

/// The objects of `plan` in the order of the list, each with its organization.
async fn listed(desk: &Desk, plan: &str, first: usize) -> Vec<[String; 2]> {
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ objects(first: {first}, filter: {{ withdrawnOn: {{ isNull: true }}, block: {{ sequence: {{ eq: 1 }} }} }}) {{ nodes {{ id organization {{ id }} }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let nodes = answer.data("/coveragePlan/objects/nodes");
    let text = |value: &Value| value.as_str().expect("an id").to_owned();
    let nodes = nodes.as_array().expect("a list").iter();
    nodes
        .map(|node| [text(&node["id"]), text(&node["organization"]["id"])])
        .collect()
}

/// The first year: its plan with a round of the first block, the inspections, and the three checkpoints.
async fn carry_out(desk: &Desk, term: &str, plan: &str) {
    let annual =
        json!({ "plan": plan, "year": year(), "name": "年度计划", "printedObjectCount": PLACED });
    let annual = desk
        .made(&desk.office, "draftAnnualPlan", "coveragePlan", annual)
        .await;
    let round = json!({ "term": term, "ordinal": 1, "name": "第一轮", "year": year(), "startsOn": day("03-01"), "endsOn": day("05-31") });
    let round = desk.made(&desk.office, "openRound", "round", round).await;
    let query =
        format!("{{ coveragePlan(id: \"{plan}\") {{ blocks(first: 1) {{ nodes {{ id }} }} }} }}");
    let answer = desk.office.ask(&query).await;
    let block = answer.text_at("/coveragePlan/blocks/nodes/0/id");
    let turn = json!({ "round": round, "block": block });
    act(
        &desk.office,
        "assignBlockToRound",
        "roundBlock { id }",
        turn,
    )
    .await
    .data("/assignBlockToRound");
    let objects = listed(desk, plan, PLACED).await;
    for [object, _] in &objects {
        let input = json!({ "object": object, "version": 1, "year": year(), "annualPlan": annual, "round": round });
        act(
            &desk.office,
            "scheduleObject",
            "coverageObject { id }",
            input,
        )
        .await
        .data("/scheduleObject");
    }
    issue(desk, &annual, "02-01").await;
    for (number, [_, organization]) in objects.iter().take(INSPECTED).enumerate() {
        // The first half is reported before the middle of the year, the other after.
        let reported = if number < INSPECTED / 2 {
            "06-20"
        } else {
            "07-20"
        };
        let input = json!({ "term": term, "organization": organization, "round": round, "kind": "ROUTINE", "startedOn": day("03-01"), "endedOn": day("05-31"), "reportedOn": day(reported) });
        act(
            &desk.office,
            "recordCoverage",
            "coverageRecord { id }",
            input,
        )
        .await
        .data("/recordCoverage");
    }
    for (kind, held) in [("START", "02-15"), ("MID", "07-10"), ("END", "12-28")] {
        let (id, version) = checkpoint(desk, &annual, kind).await;
        let input = json!({ "checkpoint": id, "version": version, "heldOn": day(held), "result": "按计划推进", "figuresAsOf": day(held) });
        act(
            &desk.office,
            "recordCheckpoint",
            "planCheckpoint { id }",
            input,
        )
        .await
        .data("/recordCheckpoint");
    }
}

/// Two rounds of next year are filled by a proposal, which is adopted: 40 teams of five objects each.
async fn schedule(desk: &Desk, term: &str, plan: &str) {
    let next = year() + 2;
    let mut rounds = Vec::new();
    for (ordinal, from, to) in [(2, "03-01", "05-31"), (3, "09-01", "11-30")] {
        let round = json!({ "term": term, "ordinal": ordinal, "name": format!("第{ordinal}轮"), "year": next, "startsOn": format!("{next}-{from}"), "endsOn": format!("{next}-{to}") });
        let round = desk.made(&desk.office, "openRound", "round", round).await;
        rounds.push(json!({ "round": round, "teams": 20, "objectsPerTeam": 5 }));
    }
    let request = json!({ "rounds": rounds });
    let query = "query($plan: ID!, $request: ScheduleRequestInput!) { coveragePlan(id: $plan) { proposeSchedule(request: $request) { version quality { placed } } } }";
    let variables = json!({ "plan": plan, "request": request });
    let answer = desk.office.graphql(query, variables).await;
    let proposal = answer.data("/coveragePlan/proposeSchedule");
    assert_eq!(proposal["quality"]["placed"], 200);
    let input = json!({ "plan": plan, "proposal": proposal["version"], "request": request });
    let fields = format!(
        "coveragePlan {{ objects(filter: {{ assignments: {{ some: {{ year: {{ eq: {next} }} }} }} }}) {{ totalCount }} }}"
    );
    let adopted = act(&desk.office, "adoptSchedule", &fields, input).await;
    let placed = adopted.data("/adoptSchedule/coveragePlan/objects/totalCount");
    assert_eq!(*placed, 200);
}

/// Listed, covered and withdrawn as of a day.
async fn ledger(desk: &Desk, plan: &str, as_of: &str) -> [String; 3] {
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ ledger(asOf: \"{as_of}\") {{ total {{ listed {{ value }} covered {{ value }} withdrawn {{ value }} }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let total = answer.data("/coveragePlan/ledger/total");
    ["listed", "covered", "withdrawn"].map(|figure| {
        let value = total[figure]["value"].as_str();
        value.expect("a figure").to_owned()
    })
}

async fn is_planned_carried_out_and_closed(house: Arc<House>) {
    let began = Instant::now();
    let desk = Desk::open(&house).await;
    let organizations = organizations(&house, &desk.place).await;
    let [term, plan] = plan(&desk, &organizations).await;
    println!("2,400 objects listed after {:?}", began.elapsed());
    carry_out(&desk, &term, &plan).await;

    // Two organizations become one, and a new one is added to the list.
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let [ending, living] = [&organizations[OBJECTS - 1], &organizations[OBJECTS - 2]];
    let input = json!({ "organization": ending, "version": 1, "into": living, "mergedOn": day("09-30"), "reason": "机构改革" });
    act(&keeper, "mergeOrganizations", "organization { id }", input)
        .await
        .data("/mergeOrganizations");
    let added = json!({ "organization": desk.organization(0), "objectType": "SCHOOL", "listedOn": day("11-01"), "reason": "新设单位", "decision": "市委常委会" });
    let input = json!({ "plan": plan, "object": added });
    act(&desk.office, "listObject", "coverageObject { id }", input)
        .await
        .data("/listObject");

    for (as_of, listed, covered, withdrawn) in [
        ("01-04", 0, 0, 0),
        ("01-05", OBJECTS, 0, 0),
        ("06-30", OBJECTS, INSPECTED / 2, 0),
        ("09-30", OBJECTS - 1, INSPECTED, 1),
        ("12-31", OBJECTS, INSPECTED, 1),
    ] {
        let expected = [listed, covered, withdrawn].map(|figure| figure.to_string());
        assert_eq!(ledger(&desk, &plan, &day(as_of)).await, expected, "{as_of}");
    }

    schedule(&desk, &term, &plan).await;
    println!("200 objects scheduled after {:?}", began.elapsed());

    let close =
        |reason: Option<&str>| json!({ "term": term, "version": 1, "uncoveredReason": reason });
    let left = refused(
        &house,
        &desk.dispatcher,
        "closeTerm",
        "term { id }",
        close(None),
    )
    .await;
    left.refused("GATE").by_gate("OBJECTS_UNCOVERED");
    let input = close(Some("提前换届，转入下一届"));
    act(&desk.dispatcher, "closeTerm", "term { closedOn }", input)
        .await
        .data("/closeTerm");
    let input = json!({ "plan": plan, "objects": [{ "organization": desk.organization(1), "objectType": "SCHOOL", "reason": "增列", "listedOn": day("12-01") }] });
    let late = refused(
        &house,
        &desk.office,
        "listObjects",
        "coveragePlan { id }",
        input,
    )
    .await;
    late.refused("GATE").by_gate("TERM_CLOSED");
    println!("The term was over after {:?}", began.elapsed());
}
