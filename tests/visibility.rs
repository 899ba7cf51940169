//! For every noun: an outsider gets no row, no count, no id, no event.

mod crossed;
mod live;
mod sight;
pub mod world;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
    read::noun::{FieldKind, NounDef},
    schema,
};
use inspectorate_entity::journal::event;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use self::sight::{Sight, all, readable, sight};
use crate::support::{
    house::{House, Person},
    on_each_database,
    place::Place,
};

on_each_database!(
    outsiders_see_nothing,
    a_deadline_shows_where_its_record_does
);

/// Nouns whose rows belong to no place, so that one place cannot add a row of its own: the national working-day calendar.
const SHARED: [&str; 1] = ["WorkdayCalendarDay"];

/// Two places that know nothing of each other: whatever happens in one, nothing that anybody of the other sees, counts, looks up,
/// filters by or hears of changes by it.
async fn outsiders_see_nothing(house: Arc<House>) {
    shipped::load(&house.database)
        .await
        .expect("what ships is loaded");
    let (here, there) = (
        Place::build(&house, "XM").await,
        Place::build(&house, "NJ").await,
    );
    world::fill(&there).await;
    sealed(&house).await;
    let mut before = BTreeMap::new();
    for agency in Agency::ALL.iter().copied() {
        before.insert(
            agency,
            sight(&there.person(agency, Role::Admin), agency).await,
        );
    }
    // Nobody answers its pings while the places are looked at.
    let radio = House::open_with(house.kind, &house.url, &["--ws-ping-interval", "600"]).await;
    let listeners = live::listen(&radio, &there).await;

    world::fill(&here).await;
    sealed(&house).await;

    let own = own(&here, &before).await;
    for noun in schema::nouns().filter(|noun| !SHARED.contains(&noun.name)) {
        let found = own.get(noun.name).map_or(0, BTreeSet::len);
        assert!(
            found > 0,
            "`tests/visibility/world.rs` makes no {}: whether outsiders see it is not proved",
            noun.name
        );
    }
    for agency in Agency::ALL.iter().copied() {
        let outsider = there.person(agency, Role::Admin);
        let now = sight(&outsider, agency).await;
        assert_eq!(
            now, before[&agency],
            "{agency:?} of another place sees as before"
        );
        for noun in readable(agency) {
            let Some(ids) = own.get(noun.name) else {
                continue;
            };
            look_up(&outsider, noun, ids).await;
            if crossed::TRIED.contains(&agency) {
                filter_by(&outsider, agency, noun, &own).await;
            }
        }
    }
    crossed::shows_nothing(&house, &there, &before, &own).await;
    live::hear_only_their_own(&house, &there, listeners).await;
    radio.stop().await;
}

/// The ids of what stands in `here` alone, by noun, as all of its agencies together see them.
async fn own(
    here: &Place,
    before: &BTreeMap<Agency, Sight>,
) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut own: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for agency in Agency::ALL.iter().copied() {
        for (noun, ids) in all(&here.person(agency, Role::Admin), agency).await {
            own.entry(noun).or_default().extend(ids);
        }
    }
    for sight in before.values() {
        for (noun, seen) in sight {
            let ids = own.entry(noun).or_default();
            ids.retain(|id| !seen.ids.contains(id));
        }
    }
    own
}

/// Neither `node`, `nodes` nor the noun's own lookup gives a row by its id.
async fn look_up(outsider: &Person, noun: &NounDef, ids: &BTreeSet<String>) {
    for batch in ids.iter().collect::<Vec<_>>().chunks(100) {
        let answer = outsider
            .graphql(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                json!({ "ids": batch }),
            )
            .await;
        let nodes = answer.data("/nodes").as_array().cloned();
        let nodes = nodes.unwrap_or_default();
        assert!(nodes.iter().all(Value::is_null), "{}: {nodes:?}", noun.name);
    }
    if let Some(id) = ids.first() {
        let query = format!(
            "query($id: ID!) {{ node(id: $id) {{ id }} one: {}(id: $id) {{ id }} }}",
            noun.singular
        );
        let answer = outsider.graphql(&query, json!({ "id": id })).await;
        assert!(answer.data("/node").is_null() && answer.data("/one").is_null());
    }
}

/// No filter finds a row of the place, and none finds a row by what it is related to there.
async fn filter_by(
    outsider: &Person,
    agency: Agency,
    noun: &NounDef,
    own: &BTreeMap<&str, BTreeSet<String>>,
) {
    let among = |name: &str| {
        let ids = own.get(name).into_iter().flatten().take(20);
        json!({ "id": { "in": ids.collect::<Vec<_>>() } })
    };
    let mut filters = vec![among(noun.name)];
    for field in noun.fields.iter().filter(|field| field.filter) {
        let (target, list) = match &field.kind {
            FieldKind::One { noun, .. } => (noun(), false),
            FieldKind::Many { noun, .. } => (noun(), true),
            _ => continue,
        };
        let may = readable(agency).any(|readable| readable.name == target.name);
        if may && own.contains_key(target.name) {
            let by = among(target.name);
            let by = if list { json!({ "some": by }) } else { by };
            filters.push(json!({ field.name: by }));
        }
    }
    for filter in filters {
        let query = format!(
            "query($filter: {}Filter!) {{ {}(filter: $filter) {{ totalCount nodes {{ id }} }} }}",
            noun.name, noun.plural
        );
        let answer = outsider.graphql(&query, json!({ "filter": filter })).await;
        if answer.body["errors"][0]["extensions"]["code"] == "FORBIDDEN" {
            continue;
        }
        let found = answer.data(&format!("/{}", noun.plural));
        assert_eq!(
            found,
            &json!({ "totalCount": 0, "nodes": [] }),
            "{agency:?}: {filter}"
        );
    }
}

/// Wait until every event of the log has its place.
async fn sealed(house: &House) {
    for _ in 0..200 {
        let waiting = event::Entity::find().filter(event::Column::Position.is_null());
        if waiting.count(&house.database.reader).await.unwrap() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the log is sealed within ten seconds");
}

async fn position(house: &House) -> u64 {
    event::Entity::find()
        .count(&house.database.reader)
        .await
        .unwrap()
}

/// Whoever owes a deadline sees it only where it also sees what the deadline is about.
async fn a_deadline_shows_where_its_record_does(house: Arc<House>) {
    shipped::load(&house.database)
        .await
        .expect("what ships is loaded");
    let place = Place::build(&house, "XM").await;
    let office = place.person(Agency::Office, Role::Admin);
    let ids: Vec<_> = place.objects.iter().map(sight::id).collect();
    let start = "mutation($input: StartDeadlineInput!) { startDeadline(input: $input) { deadline { id } } }";
    let mut deadlines = Vec::new();
    for record in [&ids[0], &ids[1]] {
        let input = json!({ "record": record, "dispatcher": sight::id(&place.dispatcher), "rule": "RECTIFICATION_PLAN", "startedOn": "2022-09-29", "owedBy": ids[0] });
        let answer = office.graphql(start, json!({ "input": input })).await;
        deadlines.push(answer.text_at("/startDeadline/deadline/id"));
    }
    // The first object owes both; the second deadline is about a record of its neighbour.
    let debtor = place.person(Agency::Object, Role::Admin);
    for (person, seen) in [(&office, vec![true, true]), (&debtor, vec![true, false])] {
        let listed = person
            .ask("{ deadlines(orderBy: [{ field: STARTED_ON }]) { totalCount nodes { id } } }")
            .await;
        let visible = seen.iter().filter(|seen| **seen).count();
        assert_eq!(listed.data("/deadlines/totalCount"), &json!(visible));
        for (id, seen) in deadlines.iter().zip(seen) {
            let query = format!("{{ deadline(id: \"{id}\") {{ id dueOn }} }}");
            let answer = person.ask(&query).await;
            assert_eq!(answer.data("/deadline").is_object(), seen);
        }
    }
}

/// Somebody whose body is not registered for the agency today is nobody.
#[test]
fn unregistered_bodies_are_refused() {
    crate::support::on(
        crate::support::database::Kind::Sqlite,
        |house: Arc<House>| async move {
            let place = Place::build(&house, "XM").await;
            let stranger = house.person(Agency::Audit, &place.objects[1].code, Role::Admin);
            let answer = stranger.ask("{ __typename }").await;
            assert_eq!(answer.status, 401);
            answer.refused("UNAUTHENTICATED");
        },
    );
}
