//! A post in an organization.

use inspectorate_entity::organizations::post::PostFunction;
use inspectorate_macros::Noun;

use super::{appointment::Appointment, organization::Organization};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{Many, One},
};

/// A post in an organization that one person after another holds (职务).
#[derive(Noun)]
#[noun(table = "post", plural = "posts", reads = ReadPeople, visible = visible_to, order(rank_order, title))]
pub struct Post {
    /// The organization (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Its title (职务名称).
    #[noun(filter, order)]
    pub title: String,
    /// What it is, for the rules that ask (职务性质).
    #[noun(filter, order)]
    pub function: PostFunction,
    /// Its place in the order of the leadership, 1 first (排序).
    #[noun(filter, order)]
    pub rank_order: i32,
    /// Whether its holder is the number-one leader (一把手).
    #[noun(filter)]
    pub is_head: bool,
    /// Whether it is held full time (专职).
    #[noun(filter)]
    pub is_full_time: bool,
    /// Its last day; null while it exists (撤销日期).
    #[noun(filter, order)]
    pub abolished_on: Option<Date>,
    /// Who holds and held it (任职).
    #[noun(many = "post_id", filter)]
    pub appointments: Many<Appointment>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
