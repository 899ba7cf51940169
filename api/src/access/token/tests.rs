//! Every way a token can be wrong.

use std::time::Duration;

use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use super::{Grant, Tokens, issue, now};
use crate::{
    access::policy::{Agency, Role},
    error::ErrorCode,
    settings::{TokenKey, TokenSettings},
};

fn grant() -> Grant {
    Grant {
        subject: "u-17".to_owned(),
        name: "林一鸣".to_owned(),
        agency: Agency::Office,
        organization: "XM-XCB".to_owned(),
        roles: [Role::Handler].into(),
    }
}

pub fn claims() -> Value {
    let now = now();
    json!({
        "iss": "inspectorate", "aud": "inspectorate", "sub": "u-17", "name": "林一鸣", "agency": "OFFICE",
        "organization": "XM-XCB", "roles": ["handler"], "exp": now + 3600, "nbf": now, "iat": now, "jti": "t-1",
    })
}

fn signed(claims: &Value) -> String {
    let TokenKey::Secret(secret) = TokenSettings::demo().key else {
        unreachable!()
    };
    jsonwebtoken::encode(
        &Header::new(Algorithm::HS256),
        claims,
        &EncodingKey::from_secret(secret.as_bytes()),
    )
    .unwrap()
}

async fn demo() -> Tokens {
    Tokens::open(&TokenSettings::demo()).await.unwrap()
}

#[tokio::test]
async fn an_issued_token_is_read_back() {
    let token = issue(&TokenSettings::demo(), grant(), Duration::from_secs(3600)).unwrap();
    let read = demo().await.read(&token).await.unwrap();
    assert_eq!(read.sub, "u-17");
    assert_eq!(read.name, "林一鸣");
    assert_eq!(read.agency, Agency::Office);
    assert_eq!(read.roles, [Role::Handler].into());
    assert!(read.expires_at().unwrap() > chrono::Utc::now());
}

#[tokio::test]
async fn one_of_several_audiences_is_enough() {
    let mut claims = claims();
    claims["aud"] = json!(["archive", "inspectorate"]);
    assert!(demo().await.read(&signed(&claims)).await.is_ok());
}

#[tokio::test]
async fn every_wrong_claim_is_refused_with_the_same_error() {
    let now = now();
    let tokens = demo().await;
    let wrong = [
        ("iss", json!("elsewhere")),
        ("aud", json!("elsewhere")),
        ("aud", json!([])),
        ("sub", json!("")),
        ("sub", json!("  ")),
        ("sub", json!(17)),
        ("sub", json!("x".repeat(201))),
        ("name", json!("林\u{0}")),
        ("agency", json!("PRESS")),
        ("organization", json!("")),
        ("roles", json!([])),
        ("roles", json!(["handler", "root"])),
        ("roles", json!("admin")),
        ("exp", json!(now - 120)),
        ("exp", json!("soon")),
        ("exp", json!(now + 25 * 3600)),
        ("exp", json!(u64::MAX)),
        ("nbf", json!(now + 120)),
        ("nbf", json!("now")),
        ("iat", json!(now + 120)),
        ("iat", json!(now - 24 * 3600)),
    ];
    for (claim, value) in wrong {
        let mut claims = claims();
        claims[claim] = value.clone();
        let error = tokens.read(&signed(&claims)).await.err();
        let code = error.map(|error| error.code);
        assert_eq!(
            code,
            Some(ErrorCode::Unauthenticated),
            "{claim} = {value} was accepted"
        );
    }
}

#[tokio::test]
async fn every_claim_is_required() {
    let tokens = demo().await;
    let all = claims();
    for claim in all.as_object().unwrap().keys() {
        let mut claims = all.clone();
        claims.as_object_mut().unwrap().remove(claim);
        assert!(
            tokens.read(&signed(&claims)).await.is_err(),
            "accepted without {claim}"
        );
    }
}

#[tokio::test]
async fn clocks_may_differ_by_a_minute() {
    let now = now();
    let mut claims = claims();
    claims["exp"] = json!(now - 30);
    claims["iat"] = json!(now - 600);
    claims["nbf"] = json!(now - 600);
    assert!(demo().await.read(&signed(&claims)).await.is_ok());
    let mut claims = self::claims();
    claims["nbf"] = json!(now + 30);
    claims["iat"] = json!(now + 30);
    assert!(demo().await.read(&signed(&claims)).await.is_ok());
}

#[tokio::test]
async fn unsigned_foreign_and_broken_tokens_are_refused() {
    let tokens = demo().await;
    let good = signed(&claims());
    let [_, body, signature] = good.split('.').collect::<Vec<_>>()[..] else {
        unreachable!()
    };
    let none = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"; // {"alg":"none","typ":"JWT"}
    let other = jsonwebtoken::encode(
        &Header::new(Algorithm::HS256),
        &claims(),
        &EncodingKey::from_secret(b"another secret of more than thirty-two bytes"),
    )
    .unwrap();
    let stronger = jsonwebtoken::encode(
        &Header::new(Algorithm::HS512),
        &claims(),
        &EncodingKey::from_secret(crate::settings::token::DEMO_SECRET.as_bytes()),
    )
    .unwrap();
    let long = format!("{good}{}", "A".repeat(9000));
    for token in [
        "",
        "x",
        "..",
        &format!("{none}.{body}."),
        &format!("{none}.{body}.{signature}"),
        &other,
        &stronger,
        &long,
        &good[..good.len() - 2],
    ] {
        assert!(
            tokens.read(token).await.is_err(),
            "{token:.80} was accepted"
        );
    }
}

#[test]
fn nothing_is_issued_that_would_be_refused() {
    let settings = TokenSettings::demo();
    let day_and_a_second = Duration::from_secs(24 * 3600 + 1);
    assert!(issue(&settings, grant(), day_and_a_second).is_err());
    let nobody = Grant {
        roles: [].into(),
        ..grant()
    };
    assert!(issue(&settings, nobody, Duration::from_secs(60)).is_err());
}
