//! The building blocks that every area shares.

pub mod gate;
