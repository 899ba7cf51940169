//! Well-formed inputs for every verb, made from introspection: they name nothing that exists, but the language accepts them.

use std::collections::HashMap;

use inspectorate::schema::Schema;
use serde_json::Value;

const QUESTION: &str = "{ __schema {
    mutationType { fields { name args { name type { ...Ref } } type { ...Ref } } }
    types { name kind enumValues { name } inputFields { name defaultValue type { ...Ref } } }
} }
fragment Ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// The input types of the schema.
pub struct Inputs {
    mutations: Vec<Value>,
    types: HashMap<String, Value>,
}

impl Inputs {
    pub async fn read(schema: &Schema) -> Self {
        let answer = schema.execute(QUESTION).await.data.into_json().unwrap();
        let schema = &answer["__schema"];
        let name = |one: &Value| one["name"].as_str().unwrap_or_default().to_owned();
        let types = schema["types"].as_array().cloned().unwrap_or_default();
        Self {
            mutations: schema["mutationType"]["fields"]
                .as_array()
                .cloned()
                .unwrap_or_default(),
            types: types.into_iter().map(|one| (name(&one), one)).collect(),
        }
    }

    /// A mutation that carries out `verb` with the least input that is well-formed.
    pub fn mutation(&self, verb: &str) -> String {
        let field = self.mutations.iter().find(|field| field["name"] == verb);
        let field = field.unwrap_or_else(|| panic!("the schema has {verb}"));
        let input = &field["args"][0]["type"];
        format!(
            "mutation {{ {verb}(input: {}) {{ clientMutationId }} }}",
            self.value(input)
        )
    }

    fn value(&self, ty: &Value) -> String {
        match ty["kind"].as_str().unwrap_or_default() {
            "NON_NULL" => self.value(&ty["ofType"]),
            "LIST" => format!("[{}]", self.value(&ty["ofType"])),
            "ENUM" => {
                let values = &self.types[ty["name"].as_str().unwrap_or_default()]["enumValues"];
                values[0]["name"].as_str().unwrap_or_default().to_owned()
            }
            "INPUT_OBJECT" => self.object(ty["name"].as_str().unwrap_or_default()),
            _ => scalar(ty["name"].as_str().unwrap_or_default()).to_owned(),
        }
    }

    fn object(&self, name: &str) -> String {
        let fields = self.types[name]["inputFields"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let required = fields
            .iter()
            .filter(|field| field["type"]["kind"] == "NON_NULL" && field["defaultValue"].is_null());
        let parts = required.map(|field| {
            let name = field["name"].as_str().unwrap_or_default();
            format!("{name}: {}", self.value(&field["type"]))
        });
        format!("{{ {} }}", parts.collect::<Vec<_>>().join(", "))
    }
}

/// A value of each scalar of the schema.
fn scalar(name: &str) -> &'static str {
    match name {
        "Int" => "1",
        "Boolean" => "true",
        "Float" => "1.5",
        "Date" => "\"2024-05-06\"",
        "DateTime" => "\"2024-05-06T07:08:09Z\"",
        "Decimal" => "\"12.50\"",
        "RegionCode" => "\"350200\"",
        "ID" => "\"T3JnYW5pemF0aW9uOgAAAAAAAAAAAAAAAAAAAAA\"",
        _ => "\"某\"",
    }
}
