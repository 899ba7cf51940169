//! Plumbing without a domain word: global ids, scalars, the guard before every document.

pub mod coded;
pub mod described;
pub mod guard;
pub mod input;
pub mod mutation;
pub mod node_id;
pub mod query;
pub mod scalars;
pub mod sdl;
pub mod text;
