//! The journal: the event log and what reads it, and which inspection bodies are connected to the platforms of the work.

use super::Area;
use crate::read::noun::Noun;

pub mod access_record;
pub mod connect_platform;
pub mod data_package;
pub mod data_package_record;
mod delivered;
pub mod end_platform_connection;
pub mod event;
pub mod field_change;
pub mod gates;
pub mod labels;
pub mod me;
pub mod owed_by_rule;
pub mod platform_connection;
pub mod platform_coverage;
pub mod platform_members;
pub mod platform_use;
pub mod platform_video;
pub mod record_data_package;
pub mod watch_events;
mod watch_worklist;
pub mod worklist;

pub const AREA: Area = Area {
    nouns: &[
        event::Event::DEF,
        access_record::AccessRecord::DEF,
        platform_connection::PlatformConnection::DEF,
        data_package::DataPackage::DEF,
        data_package_record::DataPackageRecord::DEF,
    ],
    verbs: &[
        &connect_platform::VERB,
        &end_platform_connection::VERB,
        &record_data_package::VERB,
    ],
    queries: &[me::QUERY, worklist::QUERY],
};
