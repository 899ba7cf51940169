//! The contract as text: what introspection shows, to everybody or to one agency, in the schema definition language.
//!
//! It is made from introspection and not from the registry, so that the printed contract of an agency and the schema that its
//! token shows cannot differ.

use std::{collections::BTreeSet, fmt::Write, sync::Arc};

use async_graphql::Request;
use chrono::DateTime;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    access::{policy::Agency, viewer::Viewer},
    error::{Error, Result},
    schema::Schema,
};

/// What GraphiQL asks, too.
const INTROSPECTION: &str = include_str!("guard/introspection.graphql");

/// Part of the language; no contract declares them.
const BUILT_IN: [&str; 10] = [
    "Int",
    "Float",
    "String",
    "Boolean",
    "ID",
    "skip",
    "include",
    "deprecated",
    "specifiedBy",
    "oneOf",
];

/// The contract of `agency`; of all agencies together when there is none.
pub async fn contract(schema: &Schema, agency: Option<Agency>) -> Result<String> {
    let request = Request::new(INTROSPECTION);
    let request = match agency {
        Some(agency) => request.data(Arc::new(anybody_of(agency))),
        None => request,
    };
    let response = schema.execute(request).await;
    if !response.errors.is_empty() {
        return Err(Error::internal(response.errors));
    }
    let json = response.data.into_json().map_err(Error::internal)?;
    let shown: Shown = serde_json::from_value(json).map_err(Error::internal)?;
    Ok(print(shown.schema))
}

/// A viewer of whom nothing but the agency matters: introspection looks at nothing else.
fn anybody_of(agency: Agency) -> Viewer {
    Viewer {
        subject: String::new(),
        name: String::new(),
        agency,
        roles: BTreeSet::new(),
        organization_id: Uuid::nil(),
        organization_code: String::new(),
        organization_path: String::new(),
        authority_id: Uuid::nil(),
        jurisdiction: String::new(),
        expires_at: DateTime::UNIX_EPOCH,
        withheld: Arc::default(),
        targets: Arc::default(),
    }
}

#[derive(Deserialize)]
struct Shown {
    #[serde(rename = "__schema")]
    schema: Contract,
}

#[derive(Deserialize)]
struct Contract {
    types: Vec<Type>,
    directives: Vec<Directive>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Type {
    kind: String,
    name: String,
    description: Option<String>,
    #[serde(rename = "specifiedByURL")]
    specified_by: Option<String>,
    is_one_of: Option<bool>,
    fields: Option<Vec<Field>>,
    input_fields: Option<Vec<Input>>,
    interfaces: Option<Vec<TypeRef>>,
    enum_values: Option<Vec<Value>>,
    possible_types: Option<Vec<TypeRef>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: String,
    description: Option<String>,
    args: Vec<Input>,
    r#type: TypeRef,
    deprecation_reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    name: String,
    description: Option<String>,
    r#type: TypeRef,
    default_value: Option<String>,
    deprecation_reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Value {
    name: String,
    description: Option<String>,
    deprecation_reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TypeRef {
    kind: String,
    name: Option<String>,
    of_type: Option<Box<TypeRef>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Directive {
    name: String,
    description: Option<String>,
    is_repeatable: Option<bool>,
    locations: Vec<String>,
    args: Vec<Input>,
}

fn print(mut contract: Contract) -> String {
    contract.types.sort_by(|a, b| a.name.cmp(&b.name));
    contract.directives.sort_by(|a, b| a.name.cmp(&b.name));
    let mut parts = Vec::new();
    for directive in &contract.directives {
        if !BUILT_IN.contains(&directive.name.as_str()) {
            parts.push(directive_text(directive));
        }
    }
    for kind in &contract.types {
        if !BUILT_IN.contains(&kind.name.as_str()) && !kind.name.starts_with("__") {
            parts.push(type_text(kind));
        }
    }
    parts.join("\n")
}

fn type_text(kind: &Type) -> String {
    let mut text = described(kind.description.as_deref(), "");
    let name = &kind.name;
    match kind.kind.as_str() {
        "SCALAR" => {
            let _ = write!(text, "scalar {name}");
            if let Some(url) = &kind.specified_by {
                let _ = write!(text, " @specifiedBy(url: {})", quoted(url));
            }
            text.push('\n');
        }
        "UNION" => {
            let members = names(kind.possible_types.as_deref(), " | ");
            let _ = writeln!(text, "union {name} = {members}");
        }
        "ENUM" => {
            let values = kind.enum_values.iter().flatten().map(|value| {
                let reason = value.deprecation_reason.as_deref();
                described(value.description.as_deref(), "  ")
                    + "  "
                    + &value.name
                    + &deprecated(reason)
            });
            block(&mut text, &format!("enum {name}"), values);
        }
        "INPUT_OBJECT" => {
            let one_of = if kind.is_one_of == Some(true) {
                " @oneOf"
            } else {
                ""
            };
            let fields = kind.input_fields.iter().flatten();
            let fields = fields.map(|field| input_text(field, "  "));
            block(&mut text, &format!("input {name}{one_of}"), fields);
        }
        of => {
            let word = if of == "INTERFACE" {
                "interface"
            } else {
                "type"
            };
            let interfaces = names(kind.interfaces.as_deref(), " & ");
            let implements = match interfaces.as_str() {
                "" => String::new(),
                names => format!(" implements {names}"),
            };
            let fields = kind.fields.iter().flatten().map(field_text);
            block(&mut text, &format!("{word} {name}{implements}"), fields);
        }
    }
    text
}

fn field_text(field: &Field) -> String {
    described(field.description.as_deref(), "  ")
        + "  "
        + &field.name
        + &arguments(&field.args, "  ")
        + ": "
        + &reference(&field.r#type)
        + &deprecated(field.deprecation_reason.as_deref())
}

fn input_text(input: &Input, indent: &str) -> String {
    let mut text = described(input.description.as_deref(), indent);
    let _ = write!(text, "{indent}{}: {}", input.name, reference(&input.r#type));
    if let Some(default) = &input.default_value {
        let _ = write!(text, " = {default}");
    }
    text + &deprecated(input.deprecation_reason.as_deref())
}

fn arguments(inputs: &[Input], indent: &str) -> String {
    if inputs.is_empty() {
        return String::new();
    }
    let inner = format!("{indent}  ");
    let lines: Vec<String> = inputs.iter().map(|it| input_text(it, &inner)).collect();
    format!("(\n{}\n{indent})", lines.join("\n"))
}

fn directive_text(directive: &Directive) -> String {
    let repeatable = if directive.is_repeatable == Some(true) {
        " repeatable"
    } else {
        ""
    };
    format!(
        "{}directive @{}{}{repeatable} on {}\n",
        described(directive.description.as_deref(), ""),
        directive.name,
        arguments(&directive.args, ""),
        directive.locations.join(" | ")
    )
}

fn reference(to: &TypeRef) -> String {
    let inner = || to.of_type.as_deref().map(reference).unwrap_or_default();
    match to.kind.as_str() {
        "NON_NULL" => inner() + "!",
        "LIST" => format!("[{}]", inner()),
        _ => to.name.clone().unwrap_or_default(),
    }
}

fn names(types: Option<&[TypeRef]>, between: &str) -> String {
    let names: BTreeSet<String> = types.unwrap_or_default().iter().map(reference).collect();
    names.into_iter().collect::<Vec<_>>().join(between)
}

fn block(text: &mut String, head: &str, lines: impl Iterator<Item = String>) {
    let _ = writeln!(text, "{head} {{");
    for line in lines {
        let _ = writeln!(text, "{line}");
    }
    text.push_str("}\n");
}

fn described(text: Option<&str>, indent: &str) -> String {
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return String::new();
    };
    let mut out = format!("{indent}\"\"\"\n");
    for line in text.replace("\"\"\"", "\\\"\"\"").lines() {
        let _ = writeln!(out, "{}", format!("{indent}{line}").trim_end());
    }
    out + indent + "\"\"\"\n"
}

fn deprecated(reason: Option<&str>) -> String {
    reason.map_or_else(String::new, |reason| {
        format!(" @deprecated(reason: {})", quoted(reason))
    })
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
