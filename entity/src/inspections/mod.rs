//! Inspections: what is inspected by whom, sent by whom, with people from where, and how inspections hang together.

pub mod elevation_ground;
pub mod elevation_indicator;
pub mod inspection;
pub mod inspection_earlier;
pub mod link_group;
pub mod material_request;
pub mod special_check;
pub mod staff_origin;
pub mod talk_request;
