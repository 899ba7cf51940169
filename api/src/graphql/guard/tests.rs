use std::time::{Duration, Instant};

use async_graphql::{Request, Value, Variables, parser::types::OperationType, value};

use super::{Admitted, Guard};
use crate::settings::Limits;

fn admit(query: &str) -> Result<Admitted, String> {
    Guard::new(Limits::DEFAULT)
        .admit(Request::new(query))
        .map_err(|refusal| refusal.error.message)
}

fn refused(query: &str) -> String {
    admit(query).unwrap_err()
}

#[test]
fn fragment_bombs_cost_nothing() {
    let mut bomb = "{...f0}".to_owned();
    for level in 0..30 {
        bomb += &format!(" fragment f{level} on Query {{...f{0} ...f{0}}}", level + 1);
    }
    bomb += " fragment f30 on Query {__typename}";
    let started = Instant::now();
    assert!(refused(&bomb).contains("MAX_SELECTIONS"));
    assert!(started.elapsed() < Duration::from_millis(200));
}

#[test]
fn circles_of_fragments_are_named() {
    assert!(refused("{...a} fragment a on Q {...b} fragment b on Q {x{...a}}").contains("`a`"));
    assert!(refused("{...a} fragment a on Q {...a}").contains("contains itself"));
}

#[test]
fn long_chains_of_fragments_end_before_the_stack_does() {
    let mut chain = "{...f0}".to_owned();
    for level in 0..25 {
        let nest = "a{".repeat(40);
        let close = "}".repeat(40);
        chain += &format!(" fragment f{level} on Q {{{nest}...f{}{close}}}", level + 1);
    }
    assert!(refused(&chain).contains("levels"));
}

#[test]
fn every_limit_of_a_document_is_named() {
    let many = |piece: &str, count: usize| piece.repeat(count);
    let fragments: String = (0..101)
        .map(|i| format!(" fragment f{i} on Q {{a}}"))
        .collect();
    let operations: String = (0..21).map(|i| format!(" query q{i} {{a}}")).collect();
    let variables: String = (0..101).map(|i| format!("$v{i}: Int ")).collect();
    for (query, limit) in [
        (format!("{{{}}}", many("a ", 3_001)), "MAX_SELECTIONS"),
        (format!("{{{}}}", many("x: a ", 101)), "MAX_ALIASES"),
        (
            format!("{{a {}}}", many("@skip(if: false) ", 101)),
            "MAX_DIRECTIVES",
        ),
        (
            format!("query {} {{a}}", many("@x ", 101)),
            "MAX_DIRECTIVES",
        ),
        (format!("{}b{}", many("{a", 21), many("}", 21)), "MAX_DEPTH"),
        (format!("{{a}}{fragments}"), "MAX_FRAGMENTS"),
        (format!("query q {{a}}{operations}"), "MAX_OPERATIONS"),
        (format!("query ({variables}) {{a}}"), "MAX_VARIABLES"),
        (
            "{a(first:100){nodes{b(first:100){nodes{c(last:100){edges{node{d}}}}}}}}".to_owned(),
            "MAX_COMPLEXITY",
        ),
    ] {
        let name = if limit == "MAX_OPERATIONS" {
            Some("q")
        } else {
            None
        };
        let mut request = Request::new(query);
        request.operation_name = name.map(str::to_owned);
        let refusal = Guard::new(Limits::DEFAULT)
            .admit(request)
            .unwrap_err()
            .error;
        assert!(
            refusal.message.contains(limit),
            "{limit}: {}",
            refusal.message
        );
        let code = refusal.extensions.unwrap().get("code").cloned();
        assert_eq!(code, Some(Value::from("LIMITED")));
    }
}

#[test]
fn pages_weigh_by_their_rows_through_fragments_and_variables() {
    let guard = Guard::new(Limits {
        max_complexity: 1_000,
        ..Limits::DEFAULT
    });
    let weigh = |query: &str, variables: Value| {
        let request = Request::new(query).variables(Variables::from_value(variables));
        guard
            .admit(request)
            .map(drop)
            .map_err(|refusal| refusal.error.message)
    };
    let page = "query($n: Int = 20) {a(first: $n){totalCount ...N}} fragment N on AConnection {nodes{b c{d e f g}}}";
    weigh(page, value!({})).unwrap();
    weigh(page, value!({"n": 99})).unwrap();
    let wide = "query($n: Int = 20) {a(first: $n){...N}} fragment N on AConnection {edges{node{b c d e f g h i j k l}}}";
    weigh(wide, value!({})).unwrap();
    assert!(
        weigh(wide, value!({"n": 100}))
            .unwrap_err()
            .contains("MAX_COMPLEXITY")
    );
    // More than the largest page is the engine's to refuse, by its own name.
    weigh(page, value!({"n": 5_000_000})).unwrap();
    let ids: Vec<Value> = (0..500).map(|_| Value::from("x")).collect();
    assert!(
        weigh(
            "query($ids: [ID!]!) {nodes(ids: $ids){id ...on A{b}}}",
            value!({"ids": ids})
        )
        .is_err()
    );
}

#[test]
fn introspection_passes_and_its_circle_does_not() {
    admit(include_str!("introspection.graphql")).unwrap();
    let circle = "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}";
    assert!(refused(circle).contains("introspection"));
    let hidden = "{__type(name:\"A\"){...T}} fragment T on __Type {fields{type{interfaces{...U}}}} fragment U on __Type {possibleTypes{name}}";
    assert!(refused(hidden).contains("introspection"));
    admit("{a{fields{fields{fields{fields{name}}}}}}").unwrap();
}

#[test]
fn defaults_of_variables_are_folded_in_and_missing_ones_named() {
    let admitted = admit("query($a: Boolean! = true, $b: Int) {x @skip(if: $a) y(b: $b)}").unwrap();
    assert_eq!(admitted.request.variables.into_value(), value!({"a": true}));
    assert!(refused("query($a: Boolean!) {x @skip(if: $a)}").contains("`$a`"));
}

#[test]
fn the_operation_that_runs_is_known() {
    let mut request = Request::new("query A {a} mutation B {b}");
    request.operation_name = Some("B".to_owned());
    let guard = Guard::new(Limits::DEFAULT);
    assert_eq!(
        guard.admit(request).unwrap().operation,
        OperationType::Mutation
    );
    assert!(refused("query A {a} mutation B {b}").contains("operationName"));
    let mut request = Request::new("{a}");
    request.operation_name = Some("C".to_owned());
    assert!(
        guard
            .admit(request)
            .unwrap_err()
            .error
            .message
            .contains("`C`")
    );
}

#[test]
fn raw_json_and_odd_typenames_are_refused() {
    let raw =
        Variables::from_json(serde_json::json!({"a": [{"$serde_json::private::RawValue": "1"}]}));
    let guard = Guard::new(Limits::DEFAULT);
    assert!(guard.admit(Request::new("{a}").variables(raw)).is_err());
    assert!(refused("{__typename{a}}").contains("__typename"));
    assert!(refused("{__typename @delete}").contains("@delete"));
    admit("{__typename @include(if: true)}").unwrap();
}

#[test]
fn syntax_errors_are_one_line_and_cached_documents_answer_the_same() {
    assert!(refused("{a").contains("line 1 column 3"));
    assert!(!refused("{a(b: \"long text that nobody wants to read again\"").contains("long text"));
    assert!(refused("").contains("not valid GraphQL"));
    let guard = Guard::new(Limits::DEFAULT);
    for _ in 0..3 {
        let admitted = guard
            .admit(Request::new("query($a: Int = 1) {a(b: $a)}"))
            .unwrap();
        assert_eq!(admitted.request.variables.into_value(), value!({"a": 1}));
    }
}
