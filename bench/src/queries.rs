//! Random valid queries over the two nouns that the twin and the engine both serve; the same seed gives the same queries.
//!
//! They hold what clients may write: fragments, inline fragments, aliases, `@skip` and `@include` with variables and their
//! defaults, the same field twice with different selections, interfaces, pages both ways, refused fields, wrong cursors and ids.

mod arguments;
mod words;

use std::fmt::Write;

use serde_json::{Map, Value, json};

use self::words::{Dice, Noun};

/// What random queries may name.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub organizations: Vec<String>,
    pub objects: Vec<String>,
    /// Cursors of the root lists in their default order.
    pub organization_cursors: Vec<String>,
    pub object_cursors: Vec<String>,
    pub codes: Vec<String>,
}

/// A query with its variables.
#[derive(Clone, Debug)]
pub struct Query {
    pub text: String,
    pub variables: Value,
}

/// Writes one query.
struct Author<'a> {
    dice: Dice,
    known: &'a Known,
    definitions: Vec<String>,
    variables: Map<String, Value>,
    fragments: Vec<String>,
    /// Fields still allowed: queries stay small enough for every limit of the service.
    budget: usize,
}

/// The query that `seed` stands for.
pub fn random(seed: u64, known: &Known) -> Query {
    let mut author = Author {
        dice: Dice(seed.wrapping_mul(0x2545_F491_4F6C_DD1D)),
        known,
        definitions: Vec::new(),
        variables: Map::new(),
        fragments: Vec::new(),
        budget: 60,
    };
    let mut roots = String::new();
    for place in 0..=author.dice.roll(3) {
        let root = author.root(place);
        let _ = writeln!(roots, "  {root}");
    }
    let definitions = if author.definitions.is_empty() {
        String::new()
    } else {
        format!("({})", author.definitions.join(", "))
    };
    let fragments = author.fragments.join("\n");
    Query {
        text: format!("query Random{definitions} {{\n{roots}}}\n{fragments}"),
        variables: Value::Object(author.variables),
    }
}

impl Author<'_> {
    /// A field of `Query` under a response key of its own.
    fn root(&mut self, place: usize) -> String {
        match self.dice.roll(8) {
            0 => {
                let (id, selection) = (self.id(), self.any());
                format!("r{place}: node(id: {id}) {selection}")
            }
            1 => {
                let ids: Vec<String> = (0..self.dice.roll(5)).map(|_| self.known_id()).collect();
                let selection = self.any();
                format!("r{place}: nodes(ids: [{}]) {selection}", ids.join(", "))
            }
            2 => {
                let (id, selection) = (self.id(), self.object(Noun::Organization, 3));
                format!("r{place}: organization(id: {id}) {selection}")
            }
            3 => {
                let (id, selection) = (self.id(), self.object(Noun::CoverageObject, 3));
                format!("r{place}: coverageObject(id: {id}) {selection}")
            }
            4 | 5 => {
                let arguments = self.arguments(Noun::Organization, true);
                let selection = self.list(Noun::Organization, 3);
                format!("r{place}: organizations{arguments} {selection}")
            }
            _ => {
                let arguments = self.arguments(Noun::CoverageObject, true);
                let selection = self.list(Noun::CoverageObject, 3);
                format!("r{place}: coverageObjects{arguments} {selection}")
            }
        }
    }

    /// A selection on the interface `Node`.
    fn any(&mut self) -> String {
        let organization = self.object(Noun::Organization, 2);
        let object = self.object(Noun::CoverageObject, 2);
        let mut parts = vec![
            format!("... on Organization {organization}"),
            format!("... on CoverageObject {object}"),
            "id".to_owned(),
            "... on Node { again: id kind: __typename }".to_owned(),
        ];
        parts.truncate(1 + self.dice.roll(4));
        format!("{{ {} }}", parts.join(" "))
    }

    /// A selection on a connection.
    fn list(&mut self, noun: Noun, depth: usize) -> String {
        let mut parts = Vec::new();
        for _ in 0..=self.dice.roll(3) {
            let part = match self.dice.roll(7) {
                0 | 1 => {
                    let selection = self.object(noun, depth);
                    format!("nodes {selection}")
                }
                2 => {
                    let selection = self.object(noun, depth);
                    format!("edges {{ cursor node {selection} }}")
                }
                3 => "edges { place: cursor }".to_owned(),
                4 => "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }".to_owned(),
                5 => "pageInfo { next: hasNextPage __typename }".to_owned(),
                _ => "totalCount".to_owned(),
            };
            let directive = self.directive();
            parts.push(match part.find(' ') {
                Some(at) => format!("{}{directive}{}", &part[..at], &part[at..]),
                None => format!("{part}{directive}"),
            });
        }
        // Whatever the directives take away, something stays.
        parts.push("__typename".to_owned());
        format!("{{ {} }}", parts.join(" "))
    }

    /// A selection on an object.
    fn object(&mut self, noun: Noun, depth: usize) -> String {
        let mut parts = vec!["__typename".to_owned()];
        for _ in 0..=self.dice.roll(5) {
            if self.budget == 0 {
                break;
            }
            self.budget -= 1;
            parts.push(match self.dice.roll(10) {
                0 if depth > 0 => {
                    let inner = self.object(noun, depth - 1);
                    let directive = self.directive();
                    format!("... on {}{directive} {inner}", noun.name())
                }
                1 if depth > 0 => {
                    let inner = self.object(noun, depth - 1);
                    let directive = self.directive();
                    format!("...{directive} {inner}")
                }
                2 if depth > 0 => self.spread(noun, depth),
                3..=5 if depth > 0 => self.relation(noun, depth),
                _ => self.plain(noun),
            });
        }
        format!("{{ {} }}", parts.join(" "))
    }

    fn plain(&mut self, noun: Noun) -> String {
        let fields = noun.plain_fields();
        let field = self.dice.pick(fields).copied().unwrap_or("id");
        let directive = self.directive();
        // One alias a field and type, so that equal response keys always mean the same.
        match self.dice.roll(4) {
            0 => format!("its{}{field}: {field}{directive}", noun.name()),
            _ => format!("{field}{directive}"),
        }
    }

    fn relation(&mut self, noun: Noun, depth: usize) -> String {
        match noun {
            Noun::CoverageObject => {
                let selection = self.object(Noun::Organization, depth - 1);
                let directive = self.directive();
                format!("organization{directive} {selection}")
            }
            Noun::Organization => {
                let arguments = self.arguments(Noun::CoverageObject, false);
                let selection = self.list(Noun::CoverageObject, depth - 1);
                let directive = self.directive();
                // The key carries the arguments: two lists under one key must agree in them.
                let key = format!("list{:x}", fnv(&arguments));
                format!("{key}: coverageObjects{arguments}{directive} {selection}")
            }
        }
    }

    fn spread(&mut self, noun: Noun, depth: usize) -> String {
        let inner = self.object(noun, depth - 1);
        let name = format!("Part{}", self.fragments.len());
        let on = if self.dice.one_in(4) {
            "Node"
        } else {
            noun.name()
        };
        let inner = if on == "Node" {
            format!("{{ id ... on {} {inner} }}", noun.name())
        } else {
            inner
        };
        self.fragments
            .push(format!("fragment {name} on {on} {inner}"));
        let directive = self.directive();
        format!("...{name}{directive}")
    }

    fn directive(&mut self) -> String {
        let name = match self.dice.roll(12) {
            0 => "skip",
            1 => "include",
            _ => return String::new(),
        };
        let condition = match self.dice.roll(4) {
            0 => "true".to_owned(),
            1 => "false".to_owned(),
            _ => {
                let (default, given) = (self.dice.one_in(2), self.dice.one_in(2));
                let value = given.then(|| json!(self.dice.one_in(2)));
                self.variable("Boolean", Some(default.to_string()), value)
            }
        };
        format!(" @{name}(if: {condition})")
    }

    /// Declare a variable and name it; with a default it need not be given.
    fn variable(&mut self, ty: &str, default: Option<String>, value: Option<Value>) -> String {
        let name = format!("v{}", self.definitions.len());
        let default = default.map_or(String::new(), |default| format!(" = {default}"));
        self.definitions.push(format!("${name}: {ty}{default}"));
        if let Some(value) = value {
            self.variables.insert(name.clone(), value);
        }
        format!("${name}")
    }

    fn known_id(&mut self) -> String {
        let ids = match self.dice.roll(2) {
            0 => &self.known.organizations,
            _ => &self.known.objects,
        };
        let id = self.dice.pick(ids).cloned().unwrap_or_default();
        format!("\"{id}\"")
    }

    /// An id: mostly known, now and then no id at all, or given by a variable.
    fn id(&mut self) -> String {
        match self.dice.roll(12) {
            0 => "\"nonsense\"".to_owned(),
            1 => {
                let id = self.known_id();
                let id = json!(id.trim_matches('"'));
                self.variable("ID!", None, Some(id))
            }
            _ => self.known_id(),
        }
    }
}

fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
