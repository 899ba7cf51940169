//! What ties two organizations beside the tree.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How an organization is tied to another beside the tree (机构关系).
    pub enum OrganizationRelationKind {
        /// Attached to the other, which houses and staffs it (挂靠).
        AttachedTo = "ATTACHED_TO",
        /// Carries a further nameplate, or that of the other (加挂牌子).
        AlsoNamed = "ALSO_NAMED",
        /// Merged into the other (合并).
        Merged = "MERGED",
        /// Stationed in the other to supervise it (派驻).
        StationedIn = "STATIONED_IN",
        /// The other is its superior competent department (上级主管部门).
        CompetentDepartment = "COMPETENT_DEPARTMENT",
        /// Guided in its work by the other (业务指导).
        GuidedBy = "GUIDED_BY",
        /// A Party branch that gathers the members of the other (党支部所在单位).
        CoversUnit = "COVERS_UNIT",
    }
}

/// A dated tie of an organization to another, or to a further name.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_relation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The organization of which this is said.
    pub organization_id: Uuid,
    /// The other organization; null for a nameplate that is only a name.
    pub related_id: Option<Uuid>,
    /// The kind of tie.
    pub kind: OrganizationRelationKind,
    /// The further name; null unless a nameplate was added.
    pub nameplate: Option<String>,
    /// The body that approved it; null when not recorded.
    pub approved_by: Option<String>,
    /// What else is known; null when nothing.
    pub note: Option<String>,
    /// First day on which it holds.
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds.
    pub ends_on: Option<Date>,
    /// Number of the last change; a writer names the version it saw.
    pub version: i32,
    /// When the record was made.
    pub created_at: DateTimeUtc,
    /// When the record last changed.
    pub updated_at: DateTimeUtc,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
