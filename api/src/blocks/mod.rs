//! The building blocks that every area shares.

pub mod gate;
pub mod measure;
