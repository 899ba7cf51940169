//! Everything that can be done or, where rights differ, read; and whether a viewer may.

use async_graphql::Context;

use super::{policy::grant, viewer::Viewer};
use crate::error::{Error, Result};

/// Declare the actions: the enum, their names, and what introspection asks about each.
macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident,)*) => {
        /// Everything that can be done or, where rights differ, read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[$doc])* $action,)* }

        impl Action {
            pub const ALL: &'static [Self] = &[$(Self::$action,)*];

            /// The name as the policy snapshot spells it; events name the mutation.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$action => stringify!($action),)* }
            }

            /// Whether introspection shows what needs this action: a plain function, as async-graphql wants it.
            pub fn shown(self) -> fn(&Context<'_>) -> bool {
                match self { $(Self::$action => |ctx| shown(ctx, Self::$action),)* }
            }
        }
    };
}

actions! {
    // organizations
    ReadOrganizations, ReadInspectionBodies, ReadPeople, ReadLeadingGroups, ReadLeaders, RegisterOrganization,
    RenameOrganization, ReclassifyOrganization, MoveOrganization, MergeOrganizations, RetireOrganization,
    AssignOrganization, RelateOrganizations, EndOrganizationRelation, RegisterAgency, EndAgencyRegistration,
    SetEstablishment, ArrangeManagement, RecordWorkplace, RecordBranchActivity, DelegatePower,
    EndDelegatedPower, ConstituteLeadingGroup, DissolveLeadingGroup, SeatLeadingGroupMember,
    EndLeadingGroupMembership, SeatMemberUnit, EndMemberUnit, RegisterPerson, CorrectPerson, CreatePost,
    AbolishPost, AppointToPost, EndAppointment, AssignPortfolio, EndPortfolio, NameLiaison, EndLiaison,
    RecordLeaderAction, CorrectLeaderAction, RecordWorkTalk, CorrectWorkTalk,

    // journal
    ReadEvents, ReadAccessRecords, ReadPlatforms, ReadPlatformUse, ConnectPlatform, EndPlatformConnection, ReadDataPackages, RecordDataPackage,

    // rules
    ReadRules, ReadDeadlines, AddCodeList, AddCodeListEntry, ReviseCodeListEntry,
    RetireCodeListEntry, SetDeadlineRule, PublishWorkdayCalendar, StartDeadline, ExtendDeadline,
    PauseDeadline, ResumeDeadline, MeetDeadline, SetSetting, InheritSetting,
    RegisterRule, PlaceRule, PutRuleOnTrial, EstablishRule, ReviseRule, ReplaceRule, AbolishRule, CiteBasis,
    AddRuleClause, RequireRule, WaiveRequiredRule, PublishChecklist, ReceiveRequirement,
    AddImprovementMeasure, CompleteImprovementMeasure,

    // coverage
    ReadCoverage, ReadPriorityReasons, ReadLookBackDates, OpenTerm, DraftFiveYearPlan, DraftAnnualPlan,
    SubmitPlan, ApprovePlan, IssuePlan, AddSectorBlock, ListObject, ListObjects, WithdrawObject,
    ScheduleObject, ProposeSchedule, AdoptSchedule, FreezeLedger, SetObjectPriority, PlanLookBack, OpenRound, RecordCoverage, ReportCoverage, DeclareFullCoverage,
    CloseTerm, CorrectObject, MergeObject, UnscheduleObject, ReviseSectorBlock, AssignBlockToRound,
    ReleaseBlockFromRound,

    // plans
    ReadPlanReviews, SetCheckpoints, RecordCheckpoint, CorrectCheckpoint, ReviewPlan,
    SetPlanTarget, CitePlanBasis, DropPlanBasis, EnterPilot, EndPilot, OpenCampaign, AddCampaignTask,
    CompleteCampaignTask, CloseCampaign,

    // inspections
    ReadSpecialChecks, ReadMaterialRequests, ReadTalkRequests, OrderSpecialCheck, FinishSpecialCheck,
    RequestMaterials, RequestTalk, ProposeCrossAssignment, AdoptCrossAssignment,
    AssignInspectionTeam,
    RecordElevationIndicator,
    WithdrawElevationIndicator,
    ReadInspections, ReadElevationGrounds,
    ReadElevationIndicators, ReadLinkGroups, ProposeInspection, ExtendInspection, SendDetachments,
    ElevateInspection, CorrectDispatch, OpenLinkGroup, LinkInspection, LoadEarlierInspections, ApproveInspection,
    PreInformInspection, MobilizeInspection, EnterInspection, LeaveInspection, ReportInspection,
    FeedBackInspection, CloseInspection, WithdrawInspection, FocusRound, ApproveRound, AnnounceRound,
    PreInformRound, TrainRound, MobilizeRound, StartRound, ReportRound, FeedBackRound, NotifyRound, ReviewRound,
    CloseRound,

    // processes
    ReadChecklistAnswers, AnswerChecklistItem, CorrectChecklistAnswer, AddRuleDuty, RecordRuleDuty,

    // guidance
    ReadGuidance, OpenGuidance, FormGuidanceGroup, RecordGuidanceVisit, MakeGuidanceSuggestion,
    AnswerGuidanceSuggestion, SettleGuidanceSuggestion, CloseGuidance,

    // meetings
    ReadMeetings, PrepareMeeting, InviteToMeeting, AddMeetingItem, RecordMeetingPresence, HoldMeeting, FileMeeting,
    CancelMeeting, RecordMeetingDecision, CarryOutMeetingDecision, WithdrawMeetingDecision,

    // coordination
    ReadCoordination, ProposeMechanism, AgreeToMechanism, PutMechanismOnTrial, EstablishMechanism, ReviseMechanism,
    EndMechanism, SendCoordinationRequest, ReceiveCoordinationRequest, AcceptCoordinationRequest,
    ReturnCoordinationRequest, ReplyPartlyToCoordinationRequest, ReplyToCoordinationRequest,
    RemindOfCoordinationRequest, EscalateCoordinationRequest, WithdrawCoordinationRequest,

    // teams
    ReadTeams, ReadTeamObjects, ProposeTeam, ApproveTeam, MobilizeTeam, DissolveTeam, SeatTeamMember,
    EndTeamMembership, AssignTeamObject, ReleaseTeamObject, ReadRecusals, DeclareRecusal,
    DetectRecusals, DecideRecusal, ReadTalents, ReadSecondments, EnterTalentPool, LeaveTalentPool,
    NominateForSecondment, ApproveSecondment, ClearSecondment, RefuseSecondment, BeginSecondment,
    ReturnFromSecondment, EnlistSecondment, RecordPromotion, HoldTraining,
    RecordAttendance, SignUndertaking, ReadCare, RecordCare, ReadViolations,
    RecordViolation, HandleViolation, ReadDeployments, DeployPerson, EndDeployment, ReadHonours,
    RecordHonour, ReadPractices, RegisterPractice, RecordRecognition,
}

/// Whether the viewer may do `action`: by agency, by role, and by where the client stands.
pub fn may(viewer: &Viewer, action: Action) -> bool {
    let grant = grant(action);
    !viewer.withheld.contains(&action)
        && grant.agencies.contains(&viewer.agency)
        && viewer.roles.iter().any(|role| *role >= grant.role)
}

/// Whether the viewer's agency may read what needs `action`; every role reads.
pub fn may_read(viewer: &Viewer, action: Action) -> bool {
    may(viewer, action)
}

/// Refuse unless the viewer may do `action`; `what` is the element asked for.
pub fn require(viewer: &Viewer, action: Action, what: &str) -> Result<()> {
    if may(viewer, action) {
        Ok(())
    } else {
        Err(Error::forbidden(what))
    }
}

/// Introspection shows an element to an agency when any role of that agency may use it.
fn shown(ctx: &Context<'_>, action: Action) -> bool {
    match ctx.data_opt::<std::sync::Arc<Viewer>>() {
        Some(viewer) => {
            let withheld = viewer.withheld.contains(&action);
            !withheld && grant(action).agencies.contains(&viewer.agency)
        }
        None => true,
    }
}

/// The mutations of which the viewer must not learn that they were done, as events spell them: now, and in the time when they were
/// named by their action.
pub fn confidential_to(viewer: &Viewer) -> Vec<&'static str> {
    let hidden = |action: &&Action| {
        grant(**action)
            .confides
            .is_some_and(|needed| !may_read(viewer, needed))
    };
    let verb = |action: Action| crate::schema::verbs().find(|verb| verb.action == action);
    Action::ALL
        .iter()
        .filter(hidden)
        .flat_map(|action| [verb(*action).map_or("", |verb| verb.name), action.as_str()])
        .collect()
}
