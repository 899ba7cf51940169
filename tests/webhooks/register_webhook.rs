//! Registering an address that is told of events.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use super::receiver::{Receiver, look, register, registered};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
    place::Place,
};

on_each_database!(
    is_its_owners_alone,
    the_secret_is_told_once,
    is_refused,
    private_addresses_are_refused,
    nothing_is_called_unless_it_is_set,
    a_body_has_only_so_many,
);

async fn is_its_owners_alone(house: Arc<House>) {
    let receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let there = Place::build(&house, "Y").await;
    let office = place.person(Agency::Office, Role::Admin);
    let input = json!({ "url": receiver.url("/a"), "nouns": ["Organization", "Organization"], "actions": ["renameOrganization"] });
    let id = register(&office, input)
        .await
        .text_at("/registerWebhook/webhook/id");
    let webhook = look(&place.person(Agency::Office, Role::Viewer), &id).await;
    assert_eq!(webhook["nouns"], json!(["Organization"]));
    assert_eq!(webhook["actions"], json!(["renameOrganization"]));
    assert_eq!(webhook["agency"], "OFFICE");
    let strangers = [
        there.person(Agency::Office, Role::Admin),
        place.person(Agency::Dispatcher, Role::Admin),
        place.person(Agency::Audit, Role::Admin),
    ];
    for stranger in strangers {
        let query = "query($id: ID!) { webhook(id: $id) { id } webhooks { totalCount } events(filter: { subjectType: { eq: \"Webhook\" } }) { totalCount } }";
        let answer = stranger.graphql(query, json!({ "id": id })).await;
        assert!(answer.data("/webhook").is_null());
        assert_eq!(answer.data("/webhooks/totalCount"), 0);
        assert_eq!(answer.data("/events/totalCount"), 0);
        let input = json!({ "webhook": id, "version": 1 });
        let query =
            "mutation($input: EndWebhookInput!) { endWebhook(input: $input) { webhook { id } } }";
        let ended = stranger.graphql(query, json!({ "input": input })).await;
        ended.refused("NOT_FOUND").of_field("input.webhook");
    }
    house.stop().await;
}

/// Neither the record, nor its history, nor a repetition of the call, nor a row of the log holds it.
async fn the_secret_is_told_once(house: Arc<House>) {
    let receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let input = json!({ "url": receiver.url("/a"), "nouns": ["Term"], "clientMutationId": "one" });
    let first = register(&office, input.clone()).await;
    let secret = first.text_at("/registerWebhook/secret");
    assert!(
        secret.starts_with("whsec_") && secret.len() >= 6 + 32,
        "{secret}"
    );
    let again = register(&office, input).await;
    assert!(again.data("/registerWebhook/secret").is_null());
    assert_eq!(
        again.data("/registerWebhook/webhook/id"),
        first.data("/registerWebhook/webhook/id")
    );
    let key = &secret[6..];
    let id = first.text_at("/registerWebhook/webhook/id");
    let query = "query($id: ID!) { webhook(id: $id) { url status history { nodes { changes { field old new } } } } }";
    let read = office.graphql(query, json!({ "id": id })).await;
    assert!(
        !read.text.contains(key) && !read.text.contains("igning"),
        "{}",
        read.text
    );
    let statement = Statement::from_string(
        house.database.backend(),
        "SELECT changes FROM event WHERE noun = 'Webhook'",
    );
    let rows = house
        .database
        .writer
        .query_all_raw(statement)
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    for row in rows {
        let changes: String = row.try_get_by_index(0).unwrap();
        assert!(!changes.contains(key), "{changes}");
    }
    house.stop().await;
}

async fn is_refused(house: Arc<House>) {
    let receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let good = receiver.url("/a");
    nothing_changed(&house, async {
        let urls = [
            "nonsense".to_owned(),
            "ftp://127.0.0.1/".to_owned(),
            "https://elsewhere.example.org/".to_owned(),
            "http://127.0.0.1:1/".to_owned(),
            good.replace("http://", "http://a:b@"),
            format!("{good}#x"),
        ];
        for url in urls {
            refuse(
                &office,
                json!({ "url": url }),
                "BAD_USER_INPUT",
                "input.url",
            )
            .await;
        }
        let input = json!({ "url": good, "nouns": ["Term", "Nonsense"] });
        refuse(&office, input, "BAD_USER_INPUT", "input.nouns.1").await;
        let input = json!({ "url": good, "actions": ["nonsense"] });
        refuse(&office, input, "BAD_USER_INPUT", "input.actions.0").await;
        let input = json!({ "url": good, "nouns": vec!["Term"; 51] });
        refuse(&office, input, "LIMITED", "input.nouns").await;
        let handler = place.person(Agency::Office, Role::Handler);
        register(&handler, json!({ "url": good }))
            .await
            .refused("FORBIDDEN");
        // What the agency may not read it does not filter by either.
        let object = place.person(Agency::Object, Role::Admin);
        let input = json!({ "url": good, "nouns": ["Recusal"] });
        let answer = register(&object, input).await;
        answer.refused("BAD_USER_INPUT").of_field("input.nouns.0");
    })
    .await;
    house.stop().await;
}

/// Even of a host on the list, unless the operator has set it; and then without TLS nothing either.
async fn private_addresses_are_refused(house: Arc<House>) {
    let hosts = "127.0.0.1,10.1.2.3,169.254.169.254,[::1],[::ffff:10.0.0.1],[fd00::1]";
    let flags = ["--webhook-allow", hosts];
    let house = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    nothing_changed(&house, async {
        for host in hosts.split(',') {
            for scheme in ["https", "http"] {
                let input = json!({ "url": format!("{scheme}://{host}/") });
                let answer = register(&office, input).await;
                let refusal = answer.refused("BAD_USER_INPUT").of_field("input.url");
                assert!(refusal.message().contains("WEBHOOK_PRIVATE"), "{host}");
            }
        }
    })
    .await;
    house.stop().await;
}

async fn nothing_is_called_unless_it_is_set(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    nothing_changed(&house, async {
        let answer = register(&office, json!({ "url": "https://example.org/" })).await;
        let refusal = answer.refused("BAD_USER_INPUT").of_field("input.url");
        assert!(refusal.message().contains("WEBHOOK_ALLOW"));
    })
    .await;
}

async fn a_body_has_only_so_many(house: Arc<House>) {
    let flags = ["--webhook-allow", "example.org"];
    let house = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    for number in 0..20 {
        numbered(&office, number)
            .await
            .text_at("/registerWebhook/secret");
    }
    numbered(&office, 20)
        .await
        .refused("LIMITED")
        .of_field("input.url");
    let audit = place.person(Agency::Audit, Role::Admin);
    registered(&audit, "https://example.org/").await;
    house.stop().await;
}

async fn refuse(person: &Person, input: Value, code: &str, field: &str) {
    let answer = register(person, input).await;
    answer.refused(code).of_field(field);
}

async fn numbered(person: &Person, number: usize) -> Answer {
    let url = format!("https://example.org/{number}");
    register(person, json!({ "url": url, "nouns": ["Term"] })).await
}
