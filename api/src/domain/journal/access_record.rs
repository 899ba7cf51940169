//! One reading of contents that are kept in few hands.

use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::DateTime,
    read::One,
};

/// One reading of contents that are kept in few hands: who was shown how many rows of what, for which agency, and when; never
/// altered afterwards (查阅记录). What is logged is the setting `LOGGED_READS`. An entry stands here within a second of the reading.
#[derive(Noun)]
#[noun(table = "access_record", plural = "accessRecords", reads = ReadAccessRecords, visible = visible_to, order(-occurred_at), no_history)]
pub struct AccessRecord {
    /// When it was read (查阅时间).
    #[noun(filter, order)]
    pub occurred_at: DateTime,
    /// The fields of `Query`, `Mutation` or `Subscription` that the request asked for, separated by blanks (查阅方式).
    #[noun(filter)]
    pub operation: String,
    /// The noun of the records that were read, such as `Recusal` (查阅对象类别).
    #[noun(column = "noun", filter, order)]
    pub subject_type: String,
    /// Its restricted fields that were read, separated by blanks; null when the noun is restricted as a whole (查阅的受限字段).
    #[noun(filter)]
    pub fields: Option<String>,
    /// How many records were shown; 0 when they were only counted, or looked for by a restricted field (查阅条数).
    #[noun(filter, order)]
    pub row_count: i32,
    /// The agency for which it was read, by its code (查阅机关).
    #[noun(filter)]
    pub agency: String,
    /// The body for which it was read; null when it is not visible to the viewer (查阅单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Stable id of the person who read it, as the token gave it (查阅人标识).
    #[noun(filter)]
    pub actor_subject: String,
    /// Name of the person who read it, as the token gave it (查阅人).
    #[noun(filter)]
    pub actor_name: String,
    /// The roles in which the person acted, separated by blanks (角色).
    pub roles: String,
}

/// Whoever answers for a place sees who read what for the bodies of that place.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
