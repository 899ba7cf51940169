//! Signatures by key pairs, and the keys rotating.

use std::{path::PathBuf, time::Duration};

use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::Jwk};
use rsa::pkcs1::EncodeRsaPrivateKey;
use serde_json::{Value, json};

use super::{
    super::{Tokens, tests::claims},
    Jwks,
};
use crate::settings::{TokenAlgorithm, TokenKey, TokenSettings};

/// A private key of the kind, and its public half under the id `id`.
fn pair(algorithm: Algorithm, seed: u8, id: &str) -> (EncodingKey, Value) {
    let hex = |text: &str| -> Vec<u8> {
        text.as_bytes()
            .chunks(2)
            .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
            .collect()
    };
    let key = match algorithm {
        // PKCS#8 wrappings of a raw private key.
        Algorithm::EdDSA => EncodingKey::from_ed_der(
            &[hex("302e020100300506032b657004220420"), vec![seed; 32]].concat(),
        ),
        Algorithm::ES256 => EncodingKey::from_ec_der(
            &[
                hex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420"),
                vec![seed; 32],
            ]
            .concat(),
        ),
        _ => {
            let mut random = rsa::rand_core::OsRng;
            let key = rsa::RsaPrivateKey::new(&mut random, 2048).unwrap();
            EncodingKey::from_rsa_der(key.to_pkcs1_der().unwrap().as_bytes())
        }
    };
    let mut public =
        serde_json::to_value(Jwk::from_encoding_key(&key, algorithm).unwrap()).unwrap();
    public["kid"] = json!(id);
    (key, public)
}

fn signed_as(algorithm: Algorithm, key: &EncodingKey, id: Option<&str>) -> String {
    let mut header = Header::new(algorithm);
    header.kid = id.map(str::to_owned);
    jsonwebtoken::encode(&header, &claims(), key).unwrap()
}

struct SetFile(PathBuf);

impl SetFile {
    fn holding(keys: &[&Value]) -> Self {
        let file = Self(std::env::temp_dir().join(format!("jwks-{}.json", uuid::Uuid::now_v7())));
        file.write(keys);
        file
    }

    fn write(&self, keys: &[&Value]) {
        std::fs::write(&self.0, json!({ "keys": keys }).to_string()).unwrap();
    }

    fn key(&self) -> TokenKey {
        TokenKey::JwksFile(self.0.clone())
    }

    fn settings(&self, algorithm: TokenAlgorithm) -> TokenSettings {
        TokenSettings {
            algorithm,
            key: self.key(),
            ..TokenSettings::demo()
        }
    }
}

impl Drop for SetFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn each_asymmetric_algorithm_accepts_its_own_signature_only() {
    let kinds = [
        (TokenAlgorithm::Rs256, Algorithm::RS256),
        (TokenAlgorithm::Es256, Algorithm::ES256),
        (TokenAlgorithm::EdDsa, Algorithm::EdDSA),
    ]
    .map(|(setting, algorithm)| (setting, algorithm, pair(algorithm, 7, "k1")));
    let everything: Vec<&Value> = kinds.iter().map(|(.., (_, public))| public).collect();
    for (setting, algorithm, _) in &kinds {
        let set = SetFile::holding(&everything);
        let tokens = Tokens::open(&set.settings(*setting)).await.unwrap();
        for (_, other, (key, _)) in &kinds {
            let accepted = tokens
                .read(&signed_as(*other, key, Some("k1")))
                .await
                .is_ok();
            assert_eq!(
                accepted,
                algorithm == other,
                "{other:?} against {algorithm:?}"
            );
        }
        // One fitting key: a token may leave its id out.
        let (_, _, (key, _)) = kinds.iter().find(|kind| kind.1 == *algorithm).unwrap();
        assert!(tokens.read(&signed_as(*algorithm, key, None)).await.is_ok());
    }
}

#[tokio::test]
async fn a_public_key_is_no_secret_to_sign_with() {
    let (_, public) = pair(Algorithm::RS256, 0, "k1");
    let set = SetFile::holding(&[&public]);
    let tokens = Tokens::open(&set.settings(TokenAlgorithm::Rs256))
        .await
        .unwrap();
    for secret in [public["n"].as_str().unwrap(), &public.to_string()] {
        let forged = signed_as(
            Algorithm::HS256,
            &EncodingKey::from_secret(secret.as_bytes()),
            Some("k1"),
        );
        assert!(tokens.read(&forged).await.is_err());
    }
}

#[tokio::test]
async fn a_set_without_a_fitting_key_is_an_invalid_setting() {
    let (_, mut public) = pair(Algorithm::EdDSA, 1, "k1");
    let (_, elliptic) = pair(Algorithm::ES256, 1, "k2");
    let symmetric =
        json!({ "kty": "oct", "kid": "k3", "k": "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA" });
    public["use"] = json!("enc");
    let set = SetFile::holding(&[&public, &elliptic, &symmetric]);
    let refused = Tokens::open(&set.settings(TokenAlgorithm::EdDsa))
        .await
        .unwrap_err();
    assert_eq!(refused.setting, "TOKEN_JWKS_FILE");
}

#[tokio::test]
async fn a_new_key_works_when_it_appears_and_a_failed_reading_keeps_the_old() {
    let (old, old_public) = pair(Algorithm::EdDSA, 1, "old");
    let (_, new_public) = pair(Algorithm::EdDSA, 2, "new");
    let set = SetFile::holding(&[&old_public]);
    let source = set.key();
    let open = |between| Jwks::open(&source, TokenAlgorithm::EdDsa, between);

    let patient = open(Duration::from_secs(60)).await.unwrap();
    let eager = open(Duration::ZERO).await.unwrap();
    assert!(eager.find(Some("new")).await.is_err());
    std::fs::write(&set.0, "{ half a fi").unwrap();
    assert!(eager.find(Some("new")).await.is_err());
    assert!(eager.find(Some("old")).await.is_ok(), "lost the known key");
    set.write(&[&old_public, &new_public]);
    assert!(
        eager.find(Some("new")).await.is_ok(),
        "did not follow rotation"
    );
    assert!(
        patient.find(Some("new")).await.is_err(),
        "read twice in a minute"
    );

    set.write(&[&new_public]);
    let tokens = Tokens::open(&set.settings(TokenAlgorithm::EdDsa))
        .await
        .unwrap();
    let withdrawn = signed_as(Algorithm::EdDSA, &old, Some("old"));
    assert!(tokens.read(&withdrawn).await.is_err());
}

#[tokio::test]
async fn keys_come_from_an_address_too() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let (key, public) = pair(Algorithm::EdDSA, 3, "k1");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/jwks", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await.unwrap();
        let body = json!({ "keys": [public] }).to_string();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        socket.write_all((head + &body).as_bytes()).await.unwrap();
    });
    let settings = TokenSettings {
        algorithm: TokenAlgorithm::EdDsa,
        key: TokenKey::JwksUrl(url),
        ..TokenSettings::demo()
    };
    let tokens = Tokens::open(&settings).await.unwrap();
    // The address is gone by now; the key stays known.
    for _ in 0..2 {
        let token = signed_as(Algorithm::EdDSA, &key, Some("k1"));
        assert!(tokens.read(&token).await.is_ok());
    }
}
