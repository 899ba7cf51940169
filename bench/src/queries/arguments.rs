//! The arguments of lists: pages, orderings and filters, good ones mostly.

use serde_json::json;

use super::{Author, Noun};

impl Author<'_> {
    /// The arguments of a list, with brackets; none now and then.
    pub(super) fn arguments(&mut self, noun: Noun, root: bool) -> String {
        let mut arguments = self.page(noun, root);
        if self.dice.one_in(3) {
            let filter = self.filter(noun, 2);
            arguments.push(format!("filter: {filter}"));
        }
        if arguments.is_empty() {
            String::new()
        } else {
            format!("({})", arguments.join(", "))
        }
    }

    fn page(&mut self, noun: Noun, root: bool) -> Vec<String> {
        let cursors = match noun {
            Noun::Organization => &self.known.organization_cursors,
            Noun::CoverageObject => &self.known.object_cursors,
        };
        let cursor = self.dice.pick(cursors).cloned().unwrap_or_default();
        let count = self.dice.roll(7);
        match self.dice.roll(14) {
            0 => vec![],
            1 => vec![format!("last: {count}")],
            2 => vec![format!("first: {count}"), format!("after: \"{cursor}\"")],
            3 => vec![format!("last: {count}"), format!("before: \"{cursor}\"")],
            4 => vec![format!("first: {count}"), format!("before: \"{cursor}\"")],
            5 => vec![
                format!("first: {count}"),
                format!("offset: {}", self.dice.roll(5)),
            ],
            6 => {
                let variable = self.variable("Int", Some(count.to_string()), None);
                vec![format!("first: {variable}")]
            }
            7 => {
                let variable = self.variable("Int", Some("2".to_owned()), Some(json!(count)));
                vec![format!("first: {variable}")]
            }
            8 => vec![format!("first: {count}"), self.order(noun)],
            9 => vec![format!("last: {count}"), self.order(noun)],
            10 if root => vec![self.wrong_page()],
            _ => vec![format!("first: {count}")],
        }
    }

    fn wrong_page(&mut self) -> String {
        match self.dice.roll(6) {
            0 => "first: -1",
            1 => "first: 101",
            2 => "first: 2, last: 2",
            3 => "after: \"bm9uc2Vuc2U\"",
            4 => "last: 2, offset: 2",
            _ => "before: \"\"",
        }
        .to_owned()
    }

    fn order(&mut self, noun: Noun) -> String {
        let fields: &[&str] = match noun {
            Noun::Organization => &["CODE", "NAME", "LEVEL", "ESTABLISHED_ON"],
            Noun::CoverageObject => &["PRIORITY", "LISTED_ON", "WITHDRAWN_ON"],
        };
        let mut keys = Vec::new();
        for _ in 0..=self.dice.roll(2) {
            let field = self.dice.pick(fields).copied().unwrap_or_default();
            let direction = match self.dice.roll(3) {
                0 => "",
                1 => ", direction: ASC",
                _ => ", direction: DESC",
            };
            let key = format!("{{ field: {field}{direction} }}");
            if !keys.iter().any(|other: &String| other.contains(field)) {
                keys.push(key);
            }
        }
        format!("orderBy: [{}]", keys.join(", "))
    }

    fn filter(&mut self, noun: Noun, depth: usize) -> String {
        let mut parts = Vec::new();
        if depth > 0 && self.dice.one_in(3) {
            let inner = self.filter(noun, depth - 1);
            parts.push(match self.dice.roll(4) {
                0 => format!("not: {inner}"),
                1 => format!("or: [{inner}, {}]", self.filter(noun, depth - 1)),
                2 => format!("and: [{inner}]"),
                _ => "or: []".to_owned(),
            });
        }
        parts.push(match noun {
            Noun::Organization => self.about_organization(),
            Noun::CoverageObject => self.about_object(),
        });
        format!("{{ {} }}", parts.join(", "))
    }

    fn about_organization(&mut self) -> String {
        let code = self
            .dice
            .pick(&self.known.codes)
            .cloned()
            .unwrap_or_default();
        let code = serde_json::Value::from(code);
        match self.dice.roll(9) {
            0 => format!("code: {{ eq: {code} }}"),
            1 => format!("code: {{ notIn: [{code}] }}"),
            2 => "code: { in: [] }".to_owned(),
            3 => "name: { contains: \"单位\" }".to_owned(),
            4 => "name: { contains: \"a%_\\\\\" }".to_owned(),
            5 => "level: { eq: COUNTY }".to_owned(),
            6 => "level: { notIn: [CITY, TOWNSHIP], isNull: false }".to_owned(),
            7 => "establishedOn: { gte: \"2010-01-01\" }".to_owned(),
            _ => "establishedOn: { isNull: true }".to_owned(),
        }
    }

    fn about_object(&mut self) -> String {
        match self.dice.roll(7) {
            0 => "priority: { in: [HIGH, FIRST] }".to_owned(),
            1 => "pilot: { eq: true }".to_owned(),
            2 => "listedOn: { gt: \"2021-03-01\", lte: \"2022-12-31\" }".to_owned(),
            3 => "withdrawnOn: { isNull: false }".to_owned(),
            4 => "withdrawnOn: { lt: \"2023-01-01\" }".to_owned(),
            5 => "priority: null".to_owned(),
            _ => {
                let organization = self.about_organization();
                format!("organization: {{ {organization} }}")
            }
        }
    }
}
