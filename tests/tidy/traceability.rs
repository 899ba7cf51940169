//! `docs/traceability.csv` says which schema elements serve each of the 435 rows of the sources and which tests prove it.

use std::{collections::BTreeSet, fs};

use crate::support::csv;

const FILE: &str = "docs/traceability.csv";

#[test]
fn every_row_is_there_once_and_in_order() {
    let ids: Vec<String> = csv::read(FILE)
        .iter()
        .map(|row| row.get("id").to_owned())
        .collect();
    let expected: Vec<String> = (1..=435).map(|number| format!("S{number:02}")).collect();
    assert_eq!(ids, expected);
}

/// `tests/<area>/<file>.rs::<fn>`: the file is there and has the function.
#[test]
fn every_named_test_exists() {
    let mut missing = Vec::new();
    for row in csv::read(FILE) {
        for test in row.list("tests") {
            let Some((file, function)) = test.split_once("::") else {
                missing.push(format!("{}: {test} is not file::function", row.get("id")));
                continue;
            };
            let text = fs::read_to_string(file).unwrap_or_default();
            if !text.contains(&format!("fn {function}(")) {
                missing.push(format!("{}: {test}", row.get("id")));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "{FILE} names tests that do not exist:\n{}",
        missing.join("\n")
    );
}

/// `Organization.name` or `Mutation.renameOrganization`: a coordinate of the committed contract.
#[test]
fn every_named_element_exists() {
    let contract = fs::read_to_string("schema.graphql").expect("the contract is committed");
    let elements = coordinates(&contract);
    let mut missing = Vec::new();
    for row in csv::read(FILE) {
        for element in row.list("elements") {
            if !elements.contains(element) {
                missing.push(format!("{}: {element}", row.get("id")));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "{FILE} names elements that do not exist:\n{}",
        missing.join("\n")
    );
}

/// Types and their members in a printed contract: a definition begins a line, its members are indented by two blanks.
fn coordinates(contract: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let (mut owner, mut quoted) = (String::new(), false);
    for line in contract.lines() {
        if line.trim_start().starts_with("\"\"\"") {
            // A description that ends on the line that it begins on does not open one.
            let marks = line.matches("\"\"\"").count();
            quoted ^= marks == 1;
            continue;
        }
        if quoted {
            continue;
        }
        let word = |text: &str| {
            let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
            text[..end.unwrap_or(text.len())].to_owned()
        };
        let definitions = [
            "type ",
            "interface ",
            "enum ",
            "input ",
            "union ",
            "scalar ",
        ];
        if let Some(rest) = definitions
            .iter()
            .find_map(|start| line.strip_prefix(start))
        {
            owner = word(rest);
            found.insert(owner.clone());
        } else if line.starts_with("  ") && !line.starts_with("   ") {
            let member = word(line.trim_start());
            if !member.is_empty() {
                found.insert(format!("{owner}.{member}"));
            }
        }
    }
    found
}

/// A row is served when elements serve it and tests prove it; the one without the other is a claim.
#[test]
fn served_rows_are_proven() {
    let rows = csv::read(FILE);
    let mut claims = Vec::new();
    let mut served = BTreeSet::new();
    for row in &rows {
        match (
            row.list("elements").is_empty(),
            row.list("tests").is_empty(),
        ) {
            (false, false) => {
                served.insert(row.get("id"));
            }
            (true, true) => {}
            _ => claims.push(row.get("id")),
        }
    }
    println!(
        "Rows of the sources served: {} of {}",
        served.len(),
        rows.len()
    );
    assert!(
        claims.is_empty(),
        "elements without tests, or tests without elements: {claims:?}"
    );
}
