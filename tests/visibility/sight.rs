//! All that exists for a person.

use std::collections::{BTreeMap, BTreeSet};

use inspectorate::{
    access::policy::{self, Agency},
    graphql::node_id,
    read::noun::NounDef,
    schema,
};
use inspectorate_entity::organizations::organization;
use serde_json::json;

use crate::support::house::Person;

/// What a person sees of every noun.
pub type Sight = BTreeMap<&'static str, Seen>;

/// The ids of a noun's rows, and how many there are said to be.
#[derive(Debug, PartialEq, Eq)]
pub struct Seen {
    pub ids: BTreeSet<String>,
    pub total: usize,
}

pub fn id(organization: &organization::Model) -> String {
    node_id::encode("Organization", organization.id)
}

/// The nouns that the agency may read at all.
pub fn readable(agency: Agency) -> impl Iterator<Item = &'static NounDef> {
    schema::nouns().filter(move |noun| policy::grant(noun.reads).agencies.contains(&agency))
}

/// What `person` sees: every row of every list, page by page, and the counts.
pub async fn sight(person: &Person, agency: Agency) -> Sight {
    let nouns: Vec<_> = readable(agency).collect();
    let mut sight = Sight::new();
    // Several lists at once, as many as the service's limits let through.
    for few in nouns.chunks(10) {
        let lists = few.iter().map(|noun| {
            format!(
                "{}(first: 100) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }}",
                noun.plural
            )
        });
        let query = format!("{{ {} }}", lists.collect::<Vec<_>>().join(" "));
        let answer = person.ask(&query).await;
        for noun in few {
            let list = answer.data(&format!("/{}", noun.plural));
            let total = list["totalCount"].as_u64().unwrap_or_default() as usize;
            let mut ids = ids_of(list);
            let mut page = list["pageInfo"].clone();
            while page["hasNextPage"] == json!(true) {
                let query = format!(
                    "query($after: String!) {{ {}(first: 100, after: $after) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}",
                    noun.plural
                );
                let variables = json!({ "after": page["endCursor"] });
                let next = person.graphql(&query, variables).await;
                let list = next.data(&format!("/{}", noun.plural));
                ids.extend(ids_of(list));
                page = list["pageInfo"].clone();
            }
            assert_eq!(total, ids.len(), "{} counts what it shows", noun.plural);
            sight.insert(noun.name, Seen { ids, total });
        }
    }
    sight
}

/// The ids alone.
pub async fn all(
    person: &Person,
    agency: Agency,
) -> impl Iterator<Item = (&'static str, BTreeSet<String>)> {
    let sight = sight(person, agency).await;
    sight.into_iter().map(|(noun, seen)| (noun, seen.ids))
}

fn ids_of(list: &serde_json::Value) -> BTreeSet<String> {
    let nodes = list["nodes"].as_array().cloned().unwrap_or_default();
    nodes
        .iter()
        .filter_map(|node| Some(node["id"].as_str()?.to_owned()))
        .collect()
}
