//! Plumbing without a domain word: the guard before every document.

pub mod guard;
