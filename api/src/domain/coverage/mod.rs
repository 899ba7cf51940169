//! Coverage (全覆盖): every organization in a dispatcher's care is inspected at least once in a term.
//!
//! A term has one five-year plan with its object list, in sector blocks; annual plans and rounds take objects from it; what was
//! inspected is recorded, and the ledger counts it for any day.

pub mod definitions;
pub mod gates;
pub mod ledger;
pub mod ledger_line;
pub mod scope;
