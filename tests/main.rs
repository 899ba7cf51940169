//! The tests of the whole service, one binary: same area, same verb as the file that each proves.

mod support;

mod access;
mod audits;
mod coordination;
mod coverage;
mod databases;
mod documents;
mod examinations;
mod figures;
mod guidance;
mod inspections;
mod joint_operations;
mod journal;
mod journeys;
mod meetings;
mod organizations;
mod plans;
mod policy;
mod processes;
mod read_path;
mod rules;
mod server;
mod staffing;
mod superiors;
mod teams;
mod tidy;
mod visibility;
mod webhooks;
mod workflows;
