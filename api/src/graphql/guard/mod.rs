//! The guard: no document reaches parser, validation or execution before it has been found bearable.
//!
//! A nested literal of 4 KB overflows the parser's stack and aborts the process, and 900 bytes of fragments that spread each
//! other twice cost seconds and hundreds of megabytes; the limits of async-graphql stop neither. So the raw text is scanned
//! before it is parsed ([`scan`]), the parsed document is weighed with every fragment looked at once ([`weight`]), and what
//! passes is handed on parsed. HTTP and websocket both come through [`Guard::admit`].

mod admission;
mod cache;
mod operation;
mod refusal;
mod scan;
mod variables;
mod weight;

pub use self::admission::{Admitted, Guard, Refusal};

#[cfg(test)]
mod tests;
