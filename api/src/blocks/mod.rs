//! The building blocks that every area shares.

pub mod access_log;
pub mod checklist;
pub mod code_list;
pub mod deadline;
pub mod document;
pub mod event;
pub mod gate;
pub mod measure;
pub mod rule_document;
pub mod setting;
pub mod shipped;
pub mod solver;
pub mod webhook;
pub mod workflow;
