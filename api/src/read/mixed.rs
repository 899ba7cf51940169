//! Lists whose items are not rows themselves but speak of rows of many nouns: plain values beside records.

use async_graphql::{PathSegment, Positioned, ServerError, parser::types::Field};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::reader::{Answer, Reader};
use crate::error::{Error, Result};

/// One item: the nouns and ids of its records, and its plain values as JSON text, by field name.
#[derive(Debug)]
pub struct Item {
    pub records: Vec<(&'static str, Option<(String, Uuid)>)>,
    pub plain: Vec<(&'static str, String)>,
}

impl<'a> Reader<'a> {
    /// A root field that lists `items` of the type `type_name`. The records under one field are read with one statement for each
    /// noun among them, and one that does not exist for the viewer is null.
    pub async fn mixed(
        &self,
        type_name: &str,
        items: &[Item],
        fields: &[&'a Positioned<Field>],
    ) -> Result<Answer> {
        let root = fields
            .first()
            .map(|field| field.node.response_key().node.to_string());
        let mut columns = Vec::new();
        let mut errors = Vec::new();
        for (key, fields) in self.document().merge_under(type_name, fields) {
            let name = fields
                .first()
                .map_or("", |field| field.node.name.node.as_str());
            let record = |item: &Item| {
                item.records
                    .iter()
                    .find(|(field, _)| *field == name)
                    .cloned()
            };
            let column = if items.iter().any(|item| record(item).is_some()) {
                let ids: Vec<_> = items
                    .iter()
                    .map(|item| record(item).and_then(|(_, id)| id))
                    .collect();
                let answer = self.nodes(&ids, &fields, true).await?;
                errors.extend(
                    answer
                        .errors
                        .into_iter()
                        .map(|error| moved(error, root.as_deref())),
                );
                texts(&answer.text)?
            } else {
                let value = |item: &Item| match item.plain.iter().find(|(field, _)| *field == name)
                {
                    Some((_, text)) => text.clone(),
                    None => format!("\"{type_name}\""),
                };
                items.iter().map(value).collect()
            };
            columns.push((key, column));
        }
        let rows = (0..items.len()).map(|row| {
            let members = columns
                .iter()
                .map(|(key, column)| format!("\"{key}\":{}", column[row]));
            format!("{{{}}}", Vec::from_iter(members).join(","))
        });
        Ok(Answer {
            text: format!("[{}]", Vec::from_iter(rows).join(",")),
            errors,
        })
    }
}

/// The elements of a JSON array, each as text.
fn texts(array: &str) -> Result<Vec<String>> {
    let elements: Vec<Box<RawValue>> = serde_json::from_str(array).map_err(Error::internal)?;
    Ok(elements
        .iter()
        .map(|element| element.get().to_owned())
        .collect())
}

/// Records were read as a list under their own key: `record, 3, …` stands in the answer at `root, 3, record, …`.
fn moved(error: ServerError, root: Option<&str>) -> ServerError {
    let mut path: Vec<PathSegment> = error.path.clone();
    if path.len() >= 2 {
        path.swap(0, 1);
    }
    if let Some(root) = root {
        path.insert(0, PathSegment::Field(root.to_owned()));
    }
    ServerError { path, ..error }
}
