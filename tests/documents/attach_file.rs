//! Attaching files by HTTP: what is too large, not what it is said to be, or named like a path is refused, and leaves nothing behind.

use std::{path::PathBuf, sync::Arc};

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;
use uuid::Uuid;

use super::{
    Letter, Sending, send,
    sending::{PDF, count, elsewhere, escaped},
};
use crate::support::{
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    makes_a_revision,
    refuses_what_is_no_good,
    leaves_nothing_behind,
    is_for_the_issuer_of_a_draft,
);

/// SHA-256 of the PDF, as any other tool computes it.
const SUM: &str = "14fb1bb0a3f76503d164c7fd78a07c420c2f07eecd41793b406c6f75f2bc2aba";

async fn makes_a_revision(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let office = letter.office();
    let document = letter.draft().await;
    let first = send(office, Sending::pdf(&document, 1)).await;
    assert_eq!(first.status, 201);
    let expected = json!({
        "id": first.data("/documentFile/id"), "name": "交办函（1）.pdf", "mediaType": "application/pdf", "size": PDF.len(), "sha256": SUM,
    });
    assert_eq!(*first.data("/documentFile"), expected);
    let text = Sending {
        bytes: "办理要求".as_bytes(),
        media_type: "text/plain; charset=utf-8",
        name: "要求.txt",
        ..Sending::pdf(&document, 2)
    };
    send(office, text).await.data("/documentFile");
    let again = Sending {
        bytes: b"%PDF-1.7\nsecond\n",
        ..Sending::pdf(&document, 3)
    };
    send(office, again).await.data("/documentFile");
    let query = "{ documentFiles { nodes { name revision mediaType size sha256 attachedBy organization { code } document { version } } } \
        events(filter: { action: { eq: \"attachFile\" } }) { totalCount } }";
    let seen = office.ask(query).await;
    let files = seen.data("/documentFiles/nodes");
    let revisions: Vec<_> = files
        .as_array()
        .expect("files")
        .iter()
        .map(|file| (file["name"].clone(), file["revision"].clone()))
        .collect();
    let pdf = json!("交办函（1）.pdf");
    assert_eq!(
        revisions,
        [
            (pdf.clone(), json!(2)),
            (pdf, json!(1)),
            (json!("要求.txt"), json!(1))
        ]
    );
    assert_eq!(files[1]["sha256"], SUM);
    assert_eq!(files[1]["size"], PDF.len());
    assert_eq!(files[2]["mediaType"], "text/plain");
    assert_eq!(files[0]["document"]["version"], 4);
    assert_eq!(files[0]["attachedBy"], "测试员");
    assert_eq!(*seen.data("/events/totalCount"), 3);
}

async fn refuses_what_is_no_good(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let folder = folder();
    let flags = ["--max-file-bytes", "1000"];
    let small = elsewhere(&house, &folder, &flags).await;
    let office = Person {
        house: small.clone(),
        token: letter.office().token.clone(),
    };
    let good = Sending::pdf(&document, 1);
    let large = [PDF, &[b' '; 1_000][..]].concat();
    let mut cases = vec![
        (
            Sending {
                bytes: &large,
                ..good
            },
            413,
            "LIMITED",
            "body",
        ),
        (
            Sending { bytes: b"", ..good },
            400,
            "BAD_USER_INPUT",
            "body",
        ),
        (Sending { version: 7, ..good }, 409, "CONFLICT", "version"),
    ];
    for bytes in [
        &b"PK\x03\x04"[..],
        &b"MZ\x90\0"[..],
        &b"<html></html>"[..],
        &b"plain"[..],
    ] {
        let file = Sending { bytes, ..good };
        cases.push((file, 400, "BAD_USER_INPUT", "contentType"));
    }
    for (media_type, bytes) in [
        ("text/html", &b"<html></html>"[..]),
        ("application/zip", &b"PK\x03\x04"[..]),
        ("text/plain", PDF),
        ("text/plain", &b"a\0b"[..]),
        ("image/png", PDF),
        ("", PDF),
    ] {
        let file = Sending {
            media_type,
            bytes,
            ..good
        };
        cases.push((file, 400, "BAD_USER_INPUT", "contentType"));
    }
    for name in [
        "../交办函.pdf",
        "..\\a.pdf",
        "/etc/passwd",
        "a/b.pdf",
        "..",
        "",
        " ",
        "a\0.pdf",
        "a\r\nSet-Cookie: b.pdf",
        "a\u{202E}fdp.exe",
    ] {
        cases.push((Sending { name, ..good }, 400, "BAD_USER_INPUT", "name"));
    }
    nothing_changed(&house, async {
        for (file, status, code, field) in cases {
            let answer = send(&office, file).await;
            let said = format!("{:?} {:?} {:?}", file.name, file.media_type, answer.body);
            assert_eq!(answer.status, status, "{said}");
            answer.refused(code).of_field(field);
        }
        for query in [
            String::new(),
            format!("document={}", escaped(&document)),
            format!("document={}&version=x&name=a.pdf", escaped(&document)),
        ] {
            let address = format!("{}/files?{query}", small.address);
            let request = small.http.post(address).bearer_auth(&office.token);
            let request = request.header("content-type", "application/pdf").body(PDF);
            let response = request.send().await.expect("an answer");
            assert_eq!(response.status(), 400, "{query}");
        }
    })
    .await;
    assert_eq!(count(&folder), 0, "no bytes without a row");
    send(&office, good).await.data("/documentFile");
    assert_eq!(count(&folder), 1);
    small.stop().await;
}

/// A file whose row is refused after its bytes came is forgotten.
async fn leaves_nothing_behind(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let folder = folder();
    let own = elsewhere(&house, &folder, &[]).await;
    let office = Person {
        house: own.clone(),
        token: letter.office().token.clone(),
    };
    let answer = nothing_changed(&house, send(&office, Sending::pdf(&document, 3))).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("document");
    assert_eq!(count(&folder), 0);
    own.stop().await;
}

async fn is_for_the_issuer_of_a_draft(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let file = Sending::pdf(&document, 1);
    nothing_changed(&house, async {
        let answer = send(&letter.desk.dispatcher, file).await;
        answer
            .refused("GATE")
            .by_gate("DOCUMENT_OF_ANOTHER_BODY")
            .of_field("document");
        for person in [&letter.receiver, &letter.stranger] {
            let answer = send(person, file).await;
            assert_eq!(answer.status, 404);
            answer.refused("NOT_FOUND").of_field("document");
        }
        for agency in Agency::ALL.iter().copied() {
            let viewer = letter.desk.place.person(agency, Role::Viewer);
            let answer = send(&viewer, file).await;
            assert_eq!(answer.status, 403);
            answer.refused("FORBIDDEN");
        }
        let nobody = Person {
            token: "none".to_owned(),
            ..letter.office().clone()
        };
        let answer = send(&nobody, file).await;
        assert_eq!(answer.status, 401);
        answer.refused("UNAUTHENTICATED");
    })
    .await;
}

/// A folder of its own, which is not there yet.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(Uuid::now_v7().to_string())
}
