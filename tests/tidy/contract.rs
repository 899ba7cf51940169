//! The contract is committed as text: `schema.graphql` for everybody, `schema/<agency>.graphql` for each agency.

use std::{env, fs};

use inspectorate::{access::policy::Agency, graphql::sdl, schema};

const MEND: &str = "UPDATE_SCHEMA=1 cargo test --workspace tidy::contract";

#[tokio::test]
async fn is_what_the_binary_prints() {
    let shape = schema::shape();
    let everybody = [("schema.graphql".to_owned(), None)];
    let each = Agency::ALL
        .iter()
        .map(|agency| (file_of(*agency), Some(*agency)));
    let mut outdated = Vec::new();
    for (file, agency) in everybody.into_iter().chain(each) {
        let printed = sdl::contract(&shape, agency)
            .await
            .expect("the contract prints");
        if env::var_os("UPDATE_SCHEMA").is_some() {
            fs::create_dir_all("schema").expect("the folder can be made");
            fs::write(&file, &printed).expect("the contract can be written");
        }
        if fs::read_to_string(&file).unwrap_or_default() != printed {
            outdated.push(file);
        }
    }
    assert!(
        outdated.is_empty(),
        "out of date: {outdated:?}\nmend it with: {MEND}"
    );
}

fn file_of(agency: Agency) -> String {
    let value = serde_json::to_value(agency).expect("an agency has a spelling");
    format!(
        "schema/{}.graphql",
        value.as_str().unwrap_or_default().to_lowercase()
    )
}

/// English first, the Chinese term in brackets.
#[test]
fn every_field_says_what_it_is() {
    let mut silent = Vec::new();
    for noun in schema::nouns() {
        for field in noun.fields {
            let chinese = field
                .doc
                .chars()
                .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
            if !chinese {
                silent.push(format!("{}.{}", noun.name, field.name));
            }
        }
    }
    assert!(
        silent.is_empty(),
        "no description with a Chinese term: {silent:#?}"
    );
}

/// Every field that may be null says what null means, whatever made it: a noun, a measure, a payload, a page.
#[tokio::test]
async fn every_null_has_a_meaning() {
    let question = "{ __schema { types { name kind
        fields(includeDeprecated: true) { name description type { kind } } } } }";
    let answer = schema::shape().execute(question).await.data;
    let answer = answer.into_json().expect("JSON");
    let mut silent = Vec::new();
    for ty in answer["__schema"]["types"].as_array().expect("types") {
        let name = ty["name"].as_str().unwrap_or_default();
        for field in ty["fields"].as_array().into_iter().flatten() {
            let says = field["description"].as_str().unwrap_or_default();
            let may_be_null = field["type"]["kind"] != "NON_NULL";
            if may_be_null && !name.starts_with("__") && !says.to_lowercase().contains("null") {
                silent.push(format!(
                    "{name}.{}",
                    field["name"].as_str().unwrap_or_default()
                ));
            }
        }
    }
    assert!(
        silent.is_empty(),
        "does not say what null means: {silent:#?}"
    );
}

/// Nothing in the schema is without a description.
#[tokio::test]
async fn every_element_is_described() {
    let question = "{ __schema { types { name description
        fields(includeDeprecated: true) { name description args { name description } }
        inputFields { name description }
        enumValues(includeDeprecated: true) { name description } } } }";
    let answer = schema::shape()
        .execute(question)
        .await
        .data
        .into_json()
        .expect("JSON");
    let mut silent = Vec::new();
    let mut look = |coordinate: String, element: &serde_json::Value| {
        if element["description"]
            .as_str()
            .unwrap_or_default()
            .trim()
            .is_empty()
        {
            silent.push(coordinate);
        }
    };
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap_or_default().to_owned();
    for ty in list(&answer["__schema"]["types"]) {
        let type_name = name(&ty);
        let built_in = ["Boolean", "Float", "ID", "Int", "String"];
        if type_name.starts_with("__") || built_in.contains(&type_name.as_str()) {
            continue;
        }
        look(type_name.clone(), &ty);
        for field in list(&ty["fields"]) {
            let coordinate = format!("{type_name}.{}", name(&field));
            look(coordinate.clone(), &field);
            for argument in list(&field["args"]) {
                look(format!("{coordinate}({}:)", name(&argument)), &argument);
            }
        }
        for member in list(&ty["inputFields"])
            .iter()
            .chain(&list(&ty["enumValues"]))
        {
            look(format!("{type_name}.{}", name(member)), member);
        }
    }
    assert!(silent.is_empty(), "without a description: {silent:#?}");
}
