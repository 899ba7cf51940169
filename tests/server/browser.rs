//! The page at `/`: served whole by the binary, and not able to load anything else.

use std::sync::Arc;

use super::on_sqlite;
use crate::support::{Ground, house::House};

on_sqlite!(
    the_page_and_its_files,
    can_be_switched_off,
    every_answer_is_guarded
);

async fn the_page_and_its_files(house: Arc<House>) {
    let response = house.http.get(&house.address).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'self';"));
    let page = response.text().await.unwrap();
    assert!(!page.contains("//"), "nothing from elsewhere");
    let files: Vec<&str> = page
        .split('"')
        .filter(|part| part.starts_with("/graphiql/"))
        .collect();
    assert!(!files.is_empty());
    for file in files {
        let response = house
            .http
            .get(format!("{}{file}", house.address))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 200, "{file}");
        let kind = response.headers()["content-type"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(
            kind.starts_with("text/javascript") || kind.starts_with("text/css"),
            "{kind}"
        );
    }
    for file in [
        "/graphiql/../Cargo.toml",
        "/graphiql/%2e%2e%2fCargo.toml",
        "/graphiql/x.js",
    ] {
        let response = house
            .http
            .get(format!("{}{file}", house.address))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 404, "{file}");
    }
}

async fn can_be_switched_off(house: Arc<House>) {
    let bare = House::open_with(house.kind, &house.url, &["--graphiql", "false"]).await;
    for path in ["/", "/graphiql/init.js"] {
        let response = bare
            .http
            .get(format!("{}{path}", bare.address))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 404, "{path}");
    }
    bare.close().await;
}

async fn every_answer_is_guarded(house: Arc<House>) {
    for path in ["/", "/graphql", "/healthz", "/metrics"] {
        let response = house
            .http
            .get(format!("{}{path}", house.address))
            .send()
            .await
            .unwrap();
        let headers = response.headers();
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["x-frame-options"], "DENY", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
    }
}
