//! What each agency and role may do and read: one exhaustive match over [`Action`], deny by default.

use Agency as A;

use super::{
    grant::{approve, handle, keep, read},
    groups::{
        ADVISERS, EVERY_AGENCY, INSPECTION_SIDE, INSPECTORS, KEEPERS_OF_DEADLINES,
        OWNERS_OF_SPECIAL_CHECKS, PLANNERS, WHO_ASKS_FOR_MATERIALS, WHO_KNOWS_OF_MATERIALS,
        WHO_KNOWS_WHY_ELEVATED, WHO_MEETS_PEOPLE, WHO_SEES_COVERAGE, WHO_SEES_INSPECTIONS,
        WHO_SEES_PLATFORMS, WHO_SEES_SPECIAL_CHECKS, WHO_TALKS_WITH_PEOPLE,
    },
};

pub use super::{
    action::{Action, confidential_to, may, may_read, require},
    agency::{Agency, Role},
    grant::Grant,
};

/// The table of permissions. An agency that a line does not name may not.
pub fn grant(action: Action) -> Grant {
    match action {
        Action::ReadOrganizations | Action::ReadEvents => read(EVERY_AGENCY),
        Action::ReadLeadingGroups => read(EVERY_AGENCY),
        Action::ReadInspectionBodies => read(INSPECTION_SIDE),
        Action::ReadPeople => read(WHO_MEETS_PEOPLE),
        Action::ReadLeaders => read(ADVISERS),
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
        Action::RegisterRule
        | Action::PlaceRule
        | Action::CiteBasis
        | Action::AddRuleClause
        | Action::AddRuleDuty
        | Action::ReceiveRequirement
        | Action::AddImprovementMeasure
        | Action::CompleteImprovementMeasure => handle(&[A::Dispatcher, A::Office]),
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
        Action::RecordRuleDuty => handle(KEEPERS_OF_DEADLINES),
        // Which of these extends a deadline is said by its rule.
        Action::ExtendDeadline | Action::PauseDeadline | Action::ResumeDeadline => {
            approve(KEEPERS_OF_DEADLINES)
        }

        Action::ReadPlatforms => read(WHO_SEES_PLATFORMS),
        // Who works how much is for those who answer for the work.
        Action::ReadPlatformUse => read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Superior]),
        Action::ReadAccessRecords => keep(&[A::Office, A::Discipline]),
        Action::ConnectPlatform | Action::EndPlatformConnection => handle(&[A::Office]),
        Action::RecordDataPackage => handle(&[A::Office]).confiding(Action::ReadDataPackages),

        Action::ReadCoverage => read(WHO_SEES_COVERAGE),
        Action::ReadPriorityReasons => read(ADVISERS),
        Action::ReadLookBackDates => read(PLANNERS),
        Action::OpenTerm | Action::AddSectorBlock | Action::ListObject | Action::ListObjects => {
            handle(&[A::Dispatcher, A::Office])
        }
        Action::FreezeLedger => handle(&[A::Office]),
        Action::DraftFiveYearPlan
        | Action::DraftAnnualPlan
        | Action::SubmitPlan
        | Action::ScheduleObject
        | Action::SetObjectPriority
        | Action::RecordCoverage
        | Action::CorrectObject
        | Action::UnscheduleObject
        | Action::ReviseSectorBlock
        | Action::ReportCoverage => handle(&[A::Office]),
        Action::ProposeSchedule | Action::ReadDataPackages => read(PLANNERS),
        Action::AdoptSchedule => approve(&[A::LeadingGroup, A::Office]),
        Action::OpenRound | Action::AssignBlockToRound | Action::ReleaseBlockFromRound => {
            handle(&[A::LeadingGroup, A::Office])
        }
        Action::PlanLookBack => {
            handle(&[A::LeadingGroup, A::Office]).confiding(Action::ReadLookBackDates)
        }
        Action::ReadPlanReviews => read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Superior]),
        Action::SetCheckpoints
        | Action::RecordCheckpoint
        | Action::CorrectCheckpoint
        | Action::SetPlanTarget
        | Action::CitePlanBasis
        | Action::DropPlanBasis
        | Action::EnterPilot
        | Action::EndPilot
        | Action::OpenCampaign
        | Action::AddCampaignTask
        | Action::CompleteCampaignTask
        | Action::CloseCampaign => handle(&[A::Dispatcher, A::Office]),
        // From above only: the plan of one's own dispatcher is refused by its life cycle.
        Action::ReviewPlan => approve(&[A::Office, A::Superior]),
        Action::WithdrawObject | Action::MergeObject => approve(&[A::Dispatcher, A::Office]),
        Action::ApprovePlan
        | Action::IssuePlan
        | Action::DeclareFullCoverage
        | Action::CloseTerm => approve(&[A::Dispatcher]),

        Action::ReadInspections => read(WHO_SEES_INSPECTIONS),
        Action::ReadLinkGroups => read(INSPECTION_SIDE),
        Action::ReadElevationGrounds => read(WHO_KNOWS_WHY_ELEVATED),
        // What speaks for taking an inspection over is weighed by those who decide on it.
        Action::ReadElevationIndicators => {
            read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Superior])
        }
        Action::RecordElevationIndicator | Action::WithdrawElevationIndicator => {
            handle(&[A::Office])
        }
        Action::ReadSpecialChecks => read(WHO_SEES_SPECIAL_CHECKS),
        Action::ReadMaterialRequests => read(WHO_KNOWS_OF_MATERIALS),
        Action::ReadTalkRequests => read(WHO_TALKS_WITH_PEOPLE),
        Action::FinishSpecialCheck => handle(OWNERS_OF_SPECIAL_CHECKS),
        Action::RequestMaterials => handle(WHO_ASKS_FOR_MATERIALS),
        Action::RequestTalk => handle(WHO_TALKS_WITH_PEOPLE),
        Action::ProposeCrossAssignment => read(PLANNERS),
        Action::AdoptCrossAssignment => {
            approve(&[A::LeadingGroup, A::Office]).confiding(Action::ReadTeamObjects)
        }
        Action::AssignInspectionTeam => {
            handle(&[A::LeadingGroup, A::Office]).confiding(Action::ReadTeamObjects)
        }
        Action::ProposeInspection => handle(&[A::LeadingGroup, A::Office]),
        Action::ExtendInspection
        | Action::SendDetachments
        | Action::EnterInspection
        | Action::LeaveInspection
        | Action::ReportInspection => handle(INSPECTORS),
        Action::ElevateInspection => approve(&[A::Dispatcher]),
        Action::CorrectDispatch
        | Action::OrderSpecialCheck
        | Action::OpenLinkGroup
        | Action::LinkInspection
        | Action::LoadEarlierInspections
        | Action::PreInformInspection
        | Action::CloseInspection
        | Action::FocusRound
        | Action::AnnounceRound
        | Action::PreInformRound
        | Action::TrainRound
        | Action::StartRound
        | Action::ReportRound
        | Action::FeedBackRound
        | Action::NotifyRound
        | Action::ReviewRound
        | Action::CloseRound => handle(&[A::Office]),
        Action::ApproveInspection | Action::ApproveRound => {
            approve(&[A::Dispatcher, A::LeadingGroup])
        }
        Action::MobilizeInspection | Action::MobilizeRound => handle(PLANNERS),
        Action::FeedBackInspection => handle(&[A::LeadingGroup, A::Office, A::Team]),
        Action::WithdrawInspection => approve(PLANNERS),

        Action::ReadChecklistAnswers => read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Team]),
        Action::AnswerChecklistItem | Action::CorrectChecklistAnswer => {
            handle(&[A::Office, A::Team]).confiding(Action::ReadChecklistAnswers)
        }
        Action::ReadGuidance => read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Superior]),
        Action::OpenGuidance | Action::CloseGuidance => approve(&[A::LeadingGroup, A::Office]),
        Action::FormGuidanceGroup
        | Action::RecordGuidanceVisit
        | Action::MakeGuidanceSuggestion
        | Action::SettleGuidanceSuggestion => handle(&[A::LeadingGroup, A::Office]),
        Action::AnswerGuidanceSuggestion => handle(PLANNERS),

        // Any agency may be called to a meeting, own a decision or be party to a mechanism; rows keep it from all others.
        Action::ReadMeetings | Action::ReadCoordination => read(EVERY_AGENCY),
        Action::CarryOutMeetingDecision
        | Action::AgreeToMechanism
        | Action::SendCoordinationRequest
        | Action::ReceiveCoordinationRequest
        | Action::AcceptCoordinationRequest
        | Action::ReturnCoordinationRequest
        | Action::ReplyPartlyToCoordinationRequest
        | Action::ReplyToCoordinationRequest
        | Action::RemindOfCoordinationRequest
        | Action::EscalateCoordinationRequest
        | Action::WithdrawCoordinationRequest => handle(EVERY_AGENCY),
        Action::PrepareMeeting
        | Action::InviteToMeeting
        | Action::AddMeetingItem
        | Action::RecordMeetingPresence
        | Action::HoldMeeting
        | Action::FileMeeting
        | Action::CancelMeeting
        | Action::RecordMeetingDecision
        | Action::WithdrawMeetingDecision => handle(PLANNERS),
        Action::ProposeMechanism | Action::ReviseMechanism => handle(&[A::Office, A::Superior]),
        Action::PutMechanismOnTrial | Action::EstablishMechanism | Action::EndMechanism => {
            approve(&[A::Dispatcher, A::Office])
        }

        Action::ReadTeams
        | Action::ReadDeployments
        | Action::ReadHonours
        | Action::ReadPractices => read(INSPECTION_SIDE),
        // Where a team goes next is nobody's business but theirs who plan it and the team's own.
        Action::ReadTeamObjects => read(&[A::Dispatcher, A::LeadingGroup, A::Office, A::Team]),
        Action::ProposeTeam => handle(&[A::LeadingGroup, A::Office]),
        Action::ApproveTeam => approve(&[A::Dispatcher, A::LeadingGroup]),
        Action::MobilizeTeam | Action::DissolveTeam => approve(PLANNERS),
        Action::SeatTeamMember
        | Action::EndTeamMembership
        | Action::HoldTraining
        | Action::RecordAttendance
        | Action::DeployPerson
        | Action::EndDeployment
        | Action::RecordHonour
        | Action::RegisterPractice
        | Action::RecordRecognition => handle(&[A::Office]),
        Action::SignUndertaking => handle(INSPECTORS),
        // What people say at home, and what they did wrong, is for few.
        Action::ReadCare => read(&[A::Office]),
        Action::RecordCare => handle(&[A::Office]).confiding(Action::ReadCare),
        Action::ReadViolations => read(&[A::Office, A::Discipline]),
        Action::RecordViolation | Action::HandleViolation => {
            handle(&[A::Office, A::Discipline]).confiding(Action::ReadViolations)
        }
        Action::AssignTeamObject | Action::ReleaseTeamObject => {
            handle(&[A::Office]).confiding(Action::ReadTeamObjects)
        }
        // A tie says where a team goes and what ties its people: for those who plan.
        Action::ReadRecusals => read(PLANNERS),
        Action::DeclareRecusal | Action::DetectRecusals => {
            handle(&[A::Office]).confiding(Action::ReadRecusals)
        }
        Action::DecideRecusal => approve(&[A::Office]).confiding(Action::ReadRecusals),
        Action::ReadTalents => read(&[A::Office, A::Organization]),
        // Discipline clears them; which rows it sees is said by the noun.
        Action::ReadSecondments => read(&[A::Office, A::Organization, A::Discipline]),
        Action::EnterTalentPool | Action::LeaveTalentPool | Action::NominateForSecondment => {
            handle(&[A::Office, A::Organization])
        }
        Action::ApproveSecondment => approve(&[A::Organization]),
        Action::ClearSecondment => approve(&[A::Discipline]),
        Action::RefuseSecondment => approve(&[A::Office, A::Organization, A::Discipline]),
        Action::BeginSecondment | Action::ReturnFromSecondment => handle(&[A::Office]),
        Action::EnlistSecondment | Action::RecordPromotion => handle(&[A::Organization]),
    }
}
