//! An organization as the platform of supervision: what is done at it by whomever, to each agency as far as it may see it.

use std::sync::Arc;

use inspectorate::{
    access::policy::{self, Agency, Role},
    blocks::shipped,
    schema,
};
use serde_json::{Value, json};

use crate::{
    support::{house::House, house::Person, on_each_database, place::Place},
    visibility::world,
};

on_each_database!(joins_what_each_side_may_see);

/// The lists that an organization joins; each is a part of the list of the root of the same name.
const JOINED: [&str; 3] = ["inspections", "auditProjects", "jointOperationObjects"];

/// How many of a list `person` sees at all organizations together, and how many by the list itself.
async fn counted(person: &Person, list: &str) -> (u64, u64) {
    let query = format!(
        "{{ organizations(first: 100) {{ nodes {{ {list} {{ totalCount }} }} }} {list} {{ totalCount }} }}"
    );
    let answer = person.ask(&query).await;
    let nodes = answer.data("/organizations/nodes").as_array().cloned();
    let count = |value: &Value| value["totalCount"].as_u64().expect("a number");
    let nodes = nodes.expect("a list");
    let joined = nodes.iter().map(|node| count(&node[list])).sum();
    (joined, count(answer.data(&format!("/{list}"))))
}

async fn joins_what_each_side_may_see(house: Arc<House>) {
    shipped::load(&house.database)
        .await
        .expect("what ships is loaded");
    let (here, there) = (
        Place::build(&house, "XM").await,
        Place::build(&house, "NJ").await,
    );
    world::fill(&here).await;
    for list in JOINED {
        let noun = schema::nouns().find(|noun| noun.plural == list);
        let readers = policy::grant(noun.expect("a noun").reads).agencies;
        let mut most = 0;
        for agency in readers.iter().copied() {
            let person = here.person(agency, Role::Viewer);
            let (joined, listed) = counted(&person, list).await;
            assert_eq!(joined, listed, "{agency:?} {list}");
            most = most.max(joined);
            let stranger = there.person(agency, Role::Viewer);
            assert_eq!(counted(&stranger, list).await, (0, 0), "{agency:?} {list}");
        }
        assert!(most > 0, "nobody sees any of {list}");
    }
    let office = here.person(Agency::Office, Role::Viewer);
    let query =
        "{ organizations(filter: { inspections: { some: { id: { in: [] } } } }) { totalCount } }";
    let none = json!({ "totalCount": 0 });
    assert_eq!(*office.ask(query).await.data("/organizations"), none);
}
