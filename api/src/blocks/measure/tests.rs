//! Shares, their rounding, and narrowed bases.

use super::{Basis, Definition, Dimension, ScopePart, Unit};
use crate::graphql::scalars::TextScalar;

const RATE: Definition = Definition::new("RATE", 1, "A share.", "比率");

fn basis() -> Basis {
    Basis {
        scope: vec![ScopePart::new(Dimension::Plan, None, "规划")],
        as_of: "2022-12-31".parse().unwrap(),
    }
}

#[test]
fn a_share_is_rounded_to_two_decimals_and_keeps_its_counts() {
    let rate = basis().share(22, 101, RATE);
    assert_eq!(rate.value.unwrap().text(), "21.78");
    assert_eq!(rate.numerator.text(), "22");
    assert_eq!(rate.denominator.unwrap().text(), "101");
}

#[test]
fn a_share_of_nothing_has_no_value() {
    let rate = basis().share(0, 0, RATE);
    assert_eq!(rate.value, None);
    assert_eq!(rate.denominator.unwrap().text(), "0");
}

#[test]
fn a_narrowed_basis_says_so() {
    let year = ScopePart::new(Dimension::Year, Some("2022".to_owned()), "2022");
    let narrowed = basis().narrowed(year).count(3, Unit::Organization, RATE);
    assert_eq!(narrowed.scope.len(), 2);
    assert_eq!(narrowed.denominator, None);
}
