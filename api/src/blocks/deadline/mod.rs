//! Deadlines (期限): when something is due, when to warn, what stops and what moves the clock.
//!
//! No number of days stands in the code. A rule is a row (`deadline_rule`: start event, length, unit, warning steps, who may extend),
//! working days are rows too (`workday_calendar`, the State Council's yearly notices), and a record's deadline names the rule and the
//! edition of it that set it. Everything here is arithmetic on values; rows are read and written elsewhere.

pub mod calendar;
pub mod clock;
pub mod length;

pub mod shipped;
pub mod standing;
pub mod stored;

#[cfg(test)]
mod tests;
