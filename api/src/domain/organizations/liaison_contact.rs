//! Who answers for a matter in an agency.

use inspectorate_macros::Noun;

use super::{organization::Organization, person::Person, post::Post};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A matter fixed to division, post and person for a time (日常联络，到事到岗到人).
#[derive(Noun)]
#[noun(table = "liaison_contact", plural = "liaisonContacts", reads = ReadPeople, visible = visible_to, order(-starts_on))]
pub struct LiaisonContact {
    /// The body that names the contact (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The division that handles the matter (处室).
    #[noun(one = "division_id", filter)]
    pub division: One<Organization>,
    /// The post that answers for it (岗位).
    #[noun(one = "post_id", filter)]
    pub post: One<Post>,
    /// The person who answers for it (责任人).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The matter (事项).
    #[noun(filter)]
    pub matter: String,
    /// First day on which it holds (起始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
