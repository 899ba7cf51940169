use super::*;

#[test]
fn days_lie_in_the_window() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let span = |first: &str, last: Option<&str>| Span {
        first: day(first),
        last: last.map(day),
    };
    let window = span("2022-04-01", Some("2022-06-30"));
    assert!(
        lies_within(
            span("2022-04-01", Some("2022-06-30")),
            window,
            "input.endsOn"
        )
        .is_ok()
    );
    let early = lies_within(
        span("2022-03-31", Some("2022-06-30")),
        window,
        "input.endsOn",
    );
    assert_eq!(early.unwrap_err().field.as_deref(), Some("input.startsOn"));
    let open = lies_within(span("2022-04-01", None), window, "input.endsOn").unwrap_err();
    assert_eq!(open.field.as_deref(), Some("input.endsOn"));
    assert!(
        lies_within(
            span("2030-01-01", None),
            span("2022-04-01", None),
            "input.endsOn"
        )
        .is_ok()
    );
}
