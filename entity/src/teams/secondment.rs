//! A person lent to inspection work (抽调), from nomination to return.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// As what a person is lent (选派类别).
    pub enum SecondmentCategory {
        /// Newly promoted (新提拔干部).
        NewlyPromoted = "NEWLY_PROMOTED",
        /// Excellent and young (优秀年轻干部).
        ExcellentYoung = "EXCELLENT_YOUNG",
        /// Of division level, as deputy leader on secondment (处级干部挂职副组长).
        SecondedDeputy = "SECONDED_DEPUTY",
        /// For special knowledge, such as of audit or finance (专业骨干).
        Specialist = "SPECIALIST",
        /// Another person (其他).
        Other = "OTHER",
    }
}

vocabulary! {
    /// How far a secondment has come (抽调状态).
    pub enum SecondmentStatus {
        /// Proposed by the home unit (已推荐).
        Nominated = "NOMINATED",
        /// Approved by the organization department (已审批).
        Approved = "APPROVED",
        /// Nothing stands against it on the side of discipline (廉政审查通过).
        Cleared = "CLEARED",
        /// Lent and at work (在抽调).
        InService = "IN_SERVICE",
        /// Back at the home unit, with an appraisal (已返回).
        Returned = "RETURNED",
        /// Not to be lent (未获批准).
        Refused = "REFUSED",
    }
}

vocabulary! {
    /// How a person did (抽调鉴定).
    pub enum SecondmentAppraisal {
        /// Excellent (优秀).
        Excellent = "EXCELLENT",
        /// Good (良好).
        Good = "GOOD",
        /// Sufficient (合格).
        Sufficient = "SUFFICIENT",
        /// Insufficient (不合格).
        Insufficient = "INSUFFICIENT",
    }
}

/// A person lent to the inspection work of a dispatcher.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "secondment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher to which the person is lent.
    pub dispatcher_id: Uuid,
    pub person_id: Uuid,
    /// The unit that lends the person.
    pub home_organization_id: Uuid,
    pub round_id: Option<Uuid>,
    pub category: SecondmentCategory,
    pub status: SecondmentStatus,
    pub starts_on: Date,
    pub ends_on: Date,
    pub nominated_on: Date,
    /// When it was last decided: approved, cleared or refused.
    pub decided_on: Option<Date>,
    /// Why it was refused; null unless it was.
    pub refusal_reason: Option<String>,
    pub appraisal: Option<SecondmentAppraisal>,
    pub appraisal_text: Option<String>,
    /// The year on whose list it stands; null until the organization department enters it.
    pub list_year: Option<i32>,
    /// When the person was promoted after it; null when not.
    pub promoted_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
