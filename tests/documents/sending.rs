//! Sending files to the service and getting them from it, by HTTP as a client does.

use std::{fs, path::Path, sync::Arc};

use crate::support::{answer::Answer, house::House, house::Person};

/// A file about to be sent.
#[derive(Clone, Copy)]
pub struct Sending<'a> {
    pub document: &'a str,
    pub version: i32,
    pub name: &'a str,
    pub media_type: &'a str,
    pub bytes: &'a [u8],
}

pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

impl<'a> Sending<'a> {
    /// A PDF with a Chinese name.
    pub fn pdf(document: &'a str, version: i32) -> Self {
        Self {
            document,
            version,
            name: "交办函（1）.pdf",
            media_type: "application/pdf",
            bytes: PDF,
        }
    }
}

/// Every byte as the address of a request may hold it.
pub fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Send a file as `person`.
pub async fn send(person: &Person, file: Sending<'_>) -> Answer {
    let address = format!(
        "{}/files?document={}&version={}&name={}",
        person.house.address,
        escaped(file.document),
        file.version,
        escaped(file.name)
    );
    let request = person.house.http.post(address).bearer_auth(&person.token);
    let request = request.header("content-type", file.media_type);
    let response = request.body(file.bytes.to_vec()).send().await;
    Answer::read("POST /files", response.expect("the service answers")).await
}

/// Ask for a file as `person`.
pub async fn get(person: &Person, id: &str) -> reqwest::Response {
    let address = format!("{}/files/{id}", person.house.address);
    let request = person.house.http.get(address).bearer_auth(&person.token);
    request.send().await.expect("the service answers")
}

/// The same people on a service of their own: with a folder of its own for files, and `flags`.
pub async fn elsewhere(house: &House, folder: &Path, flags: &[&str]) -> Arc<House> {
    let folder = folder.to_str().expect("a path of letters");
    let flags = [&["--files", folder], flags].concat();
    Arc::new(House::open_with(house.kind, &house.url, &flags).await)
}

/// How many files lie in a folder, at whatever depth.
pub fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.path() {
            path if path.is_dir() => count(&path),
            _ => 1,
        })
        .sum()
}
