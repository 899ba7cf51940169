//! Tokens of an issuer with key pairs, as the service checks them on the wire: every algorithm, from a file and from an address,
//! keys that rotate, and every way a token can be wrong.

mod issuer;

use std::{sync::Arc, time::Duration};

use inspectorate::{
    access::policy::{Agency, Role},
    settings::{TokenAlgorithm, TokenSettings},
};
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};

use self::issuer::{Issuer, Pair, claims};
use super::{on_sqlite, socket::Socket};
use crate::support::{
    Ground,
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
    place::Place,
};

on_each_database!(
    every_algorithm_from_a_file_and_an_address,
    whatever_is_wrong_does_nothing,
);
on_sqlite!(a_websocket_is_refused_too);

const KINDS: [(TokenAlgorithm, Algorithm); 3] = [
    (TokenAlgorithm::Rs256, Algorithm::RS256),
    (TokenAlgorithm::Es256, Algorithm::ES256),
    (TokenAlgorithm::EdDsa, Algorithm::EdDSA),
];

/// A further service on the database of `house` that trusts `issuer`.
async fn trusting(house: &House, algorithm: TokenAlgorithm, issuer: &impl Issuer) -> Arc<House> {
    let tokens = TokenSettings {
        algorithm,
        key: issuer.key(),
        jwks_interval: Duration::from_millis(100),
        ..TokenSettings::demo()
    };
    Arc::new(House::open_trusting(house.kind, &house.url, tokens, &[]).await)
}

async fn ask(house: &Arc<House>, token: String) -> Answer {
    let person = Person {
        house: house.clone(),
        token,
    };
    person.ask("{ me { organizationCode } }").await
}

async fn every_algorithm_from_a_file_and_an_address(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    for (setting, algorithm) in KINDS {
        let (old, new) = (
            Pair::new(algorithm, 1, "k-1"),
            Pair::new(algorithm, 2, "k-2"),
        );
        let (file, address) = (issuer::File::new(), issuer::Address::new().await);
        rotates(&house, &place, setting, &file, (&old, &new)).await;
        rotates(&house, &place, setting, &address, (&old, &new)).await;
    }
}

/// The old key works, then the new one as soon as it is published, and the old one no more after it is withdrawn.
async fn rotates(
    house: &House,
    place: &Place,
    setting: TokenAlgorithm,
    issuer: &impl Issuer,
    (old, new): (&Pair, &Pair),
) {
    issuer.publish(&[&old.public]);
    let service = trusting(house, setting, issuer).await;
    let claims = claims(&format!("{}-OFFICE", place.code));
    let (by_old, by_new) = (old.sign(&claims), new.sign(&claims));
    let answer = ask(&service, by_old.clone()).await;
    assert_eq!(
        answer.data("/me/organizationCode"),
        &json!(format!("{}-OFFICE", place.code))
    );
    let early = ask(&service, by_new.clone()).await;
    assert_eq!(early.status, 401);
    early.refused("UNAUTHENTICATED");

    issuer.publish(&[&old.public, &new.public]);
    becomes(&service, &by_new, 200).await;
    becomes(&service, &by_old, 200).await;
    issuer.publish(&[&new.public]);
    becomes(&service, &by_old, 401).await;
    becomes(&service, &by_new, 200).await;
    service.close().await;
}

/// Within a few readings of the set the token is answered by `status`.
async fn becomes(service: &Arc<House>, token: &str, status: u16) {
    for _ in 0..100 {
        if ask(service, token.to_owned()).await.status == status {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("answered by {status} within ten seconds");
}

/// The tokens that must not be accepted by a service that trusts `good` (ES256) and `other`, with what is wrong about each.
fn wrong(good: &Pair, other: &Pair, stranger: &Pair, office: &str) -> Vec<(&'static str, String)> {
    let fine = claims(office);
    let now = fine["iat"].as_u64().unwrap();
    let with = |changes: Value| {
        let mut claims = fine.clone();
        for (claim, value) in changes.as_object().unwrap() {
            claims[claim] = value.clone();
        }
        good.sign(&claims)
    };
    let body = good.sign(&fine);
    let [_, body, signature] = body.split('.').collect::<Vec<_>>()[..] else {
        unreachable!()
    };
    // {"alg":"none","typ":"JWT"}
    let none = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0";
    let forged = |secret: &str| {
        let secret = EncodingKey::from_secret(secret.as_bytes());
        issuer::sign(Algorithm::HS256, &secret, Some("k-1"), &fine)
    };
    let rsa = Pair::new(Algorithm::RS256, 0, "k-3");
    vec![
        (
            "another algorithm, its key published too",
            other.sign(&fine),
        ),
        ("another algorithm", rsa.sign(&fine)),
        ("unsigned", format!("{none}.{body}.")),
        (
            "unsigned, with a signature",
            format!("{none}.{body}.{signature}"),
        ),
        (
            "HS256 with the public key",
            forged(&good.public.to_string()),
        ),
        (
            "HS256 with a coordinate",
            forged(good.public["x"].as_str().unwrap()),
        ),
        ("HS256 with nothing", forged("")),
        (
            "expired",
            with(json!({ "exp": now - 120, "iat": now - 600, "nbf": now - 600 })),
        ),
        ("not yet valid", with(json!({ "nbf": now + 300 }))),
        ("issued in the future", with(json!({ "iat": now + 300 }))),
        (
            "lives too long",
            with(json!({ "exp": now + 24 * 3600 + 60 })),
        ),
        ("of another issuer", with(json!({ "iss": "elsewhere" }))),
        ("for another audience", with(json!({ "aud": "elsewhere" }))),
        ("an unknown key id", stranger.sign(&fine)),
        (
            "a known id, another key",
            issuer::sign(Algorithm::ES256, &stranger.key, Some("k-1"), &fine),
        ),
        (
            "no body of the registry",
            with(json!({ "organization": "NOBODY" })),
        ),
        (
            "an agency the body is not",
            with(json!({ "agency": "AUDIT" })),
        ),
        ("nothing", String::new()),
    ]
}

async fn whatever_is_wrong_does_nothing(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let good = Pair::new(Algorithm::ES256, 1, "k-1");
    let other = Pair::new(Algorithm::EdDSA, 1, "k-2");
    let stranger = Pair::new(Algorithm::ES256, 9, "k-9");
    let file = issuer::File::new();
    file.publish(&[&good.public, &other.public]);
    let service = trusting(&house, TokenAlgorithm::Es256, &file).await;
    let office = format!("{}-OFFICE", place.code);
    let id = inspectorate::graphql::node_id::encode("Organization", place.objects[0].id);
    let input =
        json!({ "organization": id, "version": 1, "name": "冒名更改", "renamedOn": "2022-01-01" });
    let query = "mutation($input: RenameOrganizationInput!) { renameOrganization(input: $input) { organization { id } } }";
    let rename = async |token: String| {
        let person = Person {
            house: service.clone(),
            token,
        };
        person.graphql(query, json!({ "input": input })).await
    };
    let mut said = Vec::new();
    nothing_changed(&house, async {
        for (what, token) in wrong(&good, &other, &stranger, &office) {
            let answer = rename(token).await;
            assert_eq!(answer.status, 401, "{what}: {}", answer.text);
            assert!(answer.body.get("data").is_none(), "{what}: {}", answer.text);
            said.push(answer.refused("UNAUTHENTICATED").message().to_owned());
        }
    })
    .await;
    said.dedup();
    assert_eq!(
        said.len(),
        1,
        "no refusal tells more than another: {said:?}"
    );
    rename(good.sign(&claims(&office)))
        .await
        .data("/renameOrganization/organization/id");
    service.close().await;
}

async fn a_websocket_is_refused_too(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let good = Pair::new(Algorithm::ES256, 1, "k-1");
    let other = Pair::new(Algorithm::EdDSA, 1, "k-2");
    let stranger = Pair::new(Algorithm::ES256, 9, "k-9");
    let file = issuer::File::new();
    file.publish(&[&good.public, &other.public]);
    let service = trusting(&house, TokenAlgorithm::Es256, &file).await;
    let office = place.person(Agency::Office, Role::Admin);
    let code = format!("{}-OFFICE", place.code);
    let mut tokens = wrong(&good, &other, &stranger, &code);
    tokens.push(("the demo's, which is not trusted here", office.token));
    for (what, token) in tokens {
        let mut socket = Socket::open(&service, Some("graphql-transport-ws")).await;
        let payload = json!({ "authorization": format!("Bearer {token}") });
        socket
            .say(json!({ "type": "connection_init", "payload": payload }))
            .await;
        assert_eq!(socket.closed().await, 4403, "{what}");
    }
    let token = good.sign(&claims(&code));
    Socket::ready(&service, &token).await;
    service.close().await;
}
