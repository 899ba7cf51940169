//! The rules of entries and amounts, with values.

use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 4, day).unwrap()
}

fn entry(agency: Agency, on: Option<u32>) -> Entry {
    Entry {
        agency,
        entered_on: on.map(day),
    }
}

#[test]
fn sides_enter_as_agreed() {
    use JointMode as M;
    let audit = |on| [entry(Agency::Audit, on)];
    let enters = |mode, others: &[Entry]| enters_as_agreed(mode, Agency::Office, day(6), 0, others);
    assert!(enters(M::Simultaneous, &audit(None)).is_ok());
    assert!(enters(M::Simultaneous, &audit(Some(6))).is_ok());
    assert!(enters(M::Simultaneous, &audit(Some(5))).is_err());
    assert!(enters(M::AuditFirst, &audit(None)).is_err());
    assert!(enters(M::AuditFirst, &audit(Some(7))).is_err());
    assert!(enters(M::AuditFirst, &audit(Some(6))).is_ok());
    assert!(enters(M::StaffParticipation, &audit(Some(1))).is_ok());
    let office = [entry(Agency::Office, None)];
    assert!(enters_as_agreed(M::AuditFirst, Agency::Audit, day(1), 0, &office).is_ok());
    let within =
        |days, on| enters_as_agreed(M::Simultaneous, Agency::Office, day(6), days, &audit(on));
    assert!(within(1, Some(5)).is_ok() && within(1, Some(7)).is_ok());
    assert!(within(1, Some(4)).is_err());
}
#[test]
fn amounts_are_exact_to_the_cent() {
    let cents = |text: &str| cents(text.parse().unwrap(), "input.amount");
    assert_eq!(cents("1200.5").unwrap(), 120_050);
    assert_eq!(cents("0").unwrap(), 0);
    assert!(cents("0.001").is_err() && cents("-1").is_err());
    assert!(cents("99999999999999999999").is_err());
}
