//! What each agency and role may do and read: one exhaustive match over [`Action`], deny by default.

use Agency as A;

pub use super::{
    action::{Action, confidential_to, may, may_read, require},
    agency::{Agency, Role},
};

/// Who may, and from which role on.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    pub agencies: &'static [Agency],
    pub role: Role,
    /// What one must be allowed to read to learn that it was done at all; none: whoever sees the record.
    pub confides: Option<Action>,
}

impl Grant {
    /// Nobody learns that it was done who may not do `action`.
    const fn confiding(self, action: Action) -> Self {
        Self {
            confides: Some(action),
            ..self
        }
    }
}

const fn from(role: Role, agencies: &'static [Agency]) -> Grant {
    Grant {
        agencies,
        role,
        confides: None,
    }
}

const fn read(agencies: &'static [Agency]) -> Grant {
    from(Role::Viewer, agencies)
}

const fn handle(agencies: &'static [Agency]) -> Grant {
    from(Role::Handler, agencies)
}

const fn approve(agencies: &'static [Agency]) -> Grant {
    from(Role::Approver, agencies)
}

const fn keep(agencies: &'static [Agency]) -> Grant {
    from(Role::Admin, agencies)
}

/// The table of permissions. An agency that a line does not name may not.
pub fn grant(action: Action) -> Grant {
    match action {
        Action::ReadOrganizations | Action::ReadEvents => read(EVERY_AGENCY),
        Action::ReadLeadingGroups => read(EVERY_AGENCY),
        Action::ReadInspectionBodies => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Team,
            A::Discipline,
            A::Organization,
            A::Superior,
        ]),
        Action::ReadPeople => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Team,
            A::Object,
            A::Discipline,
            A::Organization,
            A::Audit,
            A::WorkingCommittee,
            A::InternalControl,
            A::Superior,
            A::SectorLeader,
        ]),
        Action::ReadLeaders => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Discipline,
            A::Organization,
            A::Superior,
        ]),
        Action::RegisterOrganization
        | Action::RenameOrganization
        | Action::ReclassifyOrganization
        | Action::MoveOrganization
        | Action::MergeOrganizations
        | Action::RetireOrganization
        | Action::AssignOrganization
        | Action::RelateOrganizations
        | Action::EndOrganizationRelation => keep(&[A::Dispatcher, A::Office, A::Organization]),
        // A registration gives rights, so the department that keeps the registry of bodies does not give itself one.
        Action::RegisterAgency | Action::EndAgencyRegistration => keep(&[A::Dispatcher, A::Office]),
        Action::SetEstablishment
        | Action::ArrangeManagement
        | Action::RecordWorkplace
        | Action::RecordBranchActivity => handle(&[A::Office, A::Organization]),
        Action::ConstituteLeadingGroup
        | Action::DissolveLeadingGroup
        | Action::DelegatePower
        | Action::EndDelegatedPower => approve(&[A::Dispatcher]),
        Action::SeatLeadingGroupMember
        | Action::EndLeadingGroupMembership
        | Action::SeatMemberUnit
        | Action::EndMemberUnit => approve(&[A::Dispatcher, A::Office]),
        Action::RegisterPerson
        | Action::CorrectPerson
        | Action::CreatePost
        | Action::AbolishPost
        | Action::AppointToPost
        | Action::EndAppointment => handle(&[A::Office, A::Organization]),
        Action::NameLiaison | Action::EndLiaison => {
            handle(&[A::Office, A::Organization, A::Discipline])
        }
        Action::AssignPortfolio
        | Action::EndPortfolio
        | Action::RecordLeaderAction
        | Action::CorrectLeaderAction
        | Action::RecordWorkTalk
        | Action::CorrectWorkTalk => handle(&[A::Dispatcher, A::Office]),
        // Vocabularies and deadlines are what all sides work by; rows keep dispatchers apart.
        Action::ReadRules | Action::ReadDeadlines => read(EVERY_AGENCY),
        Action::AddCodeList
        | Action::AddCodeListEntry
        | Action::ReviseCodeListEntry
        | Action::RetireCodeListEntry
        | Action::SetDeadlineRule
        | Action::PublishChecklist
        | Action::SetSetting
        | Action::InheritSetting => keep(&[A::Dispatcher, A::Office]),
        Action::RegisterRule | Action::PlaceRule | Action::CiteBasis | Action::AddRuleClause => {
            handle(&[A::Dispatcher, A::Office])
        }
        Action::PutRuleOnTrial
        | Action::EstablishRule
        | Action::ReviseRule
        | Action::ReplaceRule
        | Action::AbolishRule
        | Action::RequireRule
        | Action::WaiveRequiredRule => approve(&[A::Dispatcher, A::Office]),
        // One calendar for the whole country: a gate leaves of these the one that nobody stands above.
        Action::PublishWorkdayCalendar => keep(&[A::Dispatcher]),
        Action::StartDeadline | Action::MeetDeadline => handle(KEEPERS_OF_DEADLINES),
        // Which of these extends a deadline is said by its rule.
        Action::ExtendDeadline | Action::PauseDeadline | Action::ResumeDeadline => {
            approve(KEEPERS_OF_DEADLINES)
        }

        Action::ReadPlatforms => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Superior,
            A::Discipline,
        ]),
        // Who works how much is for those who answer for the work.
        Action::ReadPlatformUse => read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Superior]),
        Action::ConnectPlatform | Action::EndPlatformConnection => handle(&[A::Office]),

        Action::ReadCoverage => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Superior,
            A::Discipline,
            A::Organization,
            A::Audit,
        ]),
        Action::ReadPriorityReasons => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Superior,
            A::Discipline,
            A::Organization,
        ]),
        Action::ReadLookBackDates => read(PLANNERS),
        Action::OpenTerm | Action::AddSectorBlock | Action::ListObject | Action::ListObjects => {
            handle(&[A::Dispatcher, A::Office])
        }
        Action::DraftFiveYearPlan
        | Action::DraftAnnualPlan
        | Action::SubmitPlan
        | Action::ScheduleObject
        | Action::SetObjectPriority
        | Action::RecordCoverage
        | Action::ReportCoverage => handle(&[A::Office]),
        Action::ProposeSchedule => read(PLANNERS),
        Action::AdoptSchedule => approve(&[A::LeadingGroup, A::Office]),
        Action::OpenRound => handle(&[A::LeadingGroup, A::Office]),
        Action::PlanLookBack => {
            handle(&[A::LeadingGroup, A::Office]).confiding(Action::ReadLookBackDates)
        }
        Action::WithdrawObject => approve(&[A::Dispatcher, A::Office]),
        Action::ApprovePlan | Action::IssuePlan | Action::DeclareFullCoverage => {
            approve(&[A::Dispatcher])
        }

        Action::ReadTeams => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Team,
            A::Discipline,
            A::Organization,
            A::Superior,
        ]),
        // Where a team goes next is nobody's business but theirs who plan it and the team's own.
        Action::ReadTeamObjects => read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Team]),
        Action::ProposeTeam => handle(&[A::LeadingGroup, A::Office]),
        Action::ApproveTeam => approve(&[A::Dispatcher, A::LeadingGroup]),
        Action::MobilizeTeam | Action::DissolveTeam => approve(PLANNERS),
        Action::SeatTeamMember | Action::EndTeamMembership => handle(&[A::Office]),
        Action::AssignTeamObject | Action::ReleaseTeamObject => {
            handle(&[A::Office]).confiding(Action::ReadTeamObjects)
        }
    }
}

/// Who sets deadlines for others and watches over them.
const KEEPERS_OF_DEADLINES: &[Agency] = &[
    A::Dispatcher,
    A::LeadingGroup,
    A::Office,
    A::Team,
    A::Discipline,
    A::Organization,
    A::Audit,
];

/// Who plans inspections and decides on plans.
const PLANNERS: &[Agency] = &[A::Dispatcher, A::LeadingGroup, A::Office];

/// All agencies: for what nobody has to be kept from by agency, because rows keep them apart.
const EVERY_AGENCY: &[Agency] = Agency::ALL;
