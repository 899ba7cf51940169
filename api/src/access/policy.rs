//! What each agency and role may do and read: one table of every action, deny by default.

use super::{
    agency::Agency::{
        Audit, Discipline, Dispatcher, LeadingGroup, Office, Organization, Superior, Team,
    },
    grant::{approve, handle, keep, read},
    groups::{
        ADVISERS, EVERY_AGENCY, INSPECTION_SIDE, INSPECTORS, KEEPERS_OF_DEADLINES,
        OWNERS_OF_SPECIAL_CHECKS, PLANNERS, WHO_ASKS_FOR_MATERIALS, WHO_KNOWS_OF_MATERIALS,
        WHO_KNOWS_WHY_ELEVATED, WHO_MEETS_PEOPLE, WHO_SEES_COVERAGE, WHO_SEES_INSPECTIONS,
        WHO_SEES_PLATFORMS, WHO_SEES_SPECIAL_CHECKS, WHO_TALKS_WITH_PEOPLE,
    },
};

pub use super::{
    action::{confidential_to, may, may_read, require},
    agency::{Agency, Role},
    grant::Grant,
};

// An action stands in one line and by that exists; an agency that its line does not name may not.
super::action::table! {
    // organizations
    read(EVERY_AGENCY) => ReadOrganizations, ReadLeadingGroups;
    read(INSPECTION_SIDE) => ReadInspectionBodies, ReadLinkGroups;
    read(WHO_MEETS_PEOPLE) => ReadPeople;
    read(ADVISERS) => ReadLeaders;
    keep(&[Dispatcher, Office, Organization]) =>
        RegisterOrganization, RenameOrganization, ReclassifyOrganization, MoveOrganization, MergeOrganizations,
        RetireOrganization, AssignOrganization, RelateOrganizations, EndOrganizationRelation;
    // A registration gives rights, so the department that keeps the registry of bodies does not give itself one.
    keep(&[Dispatcher, Office]) => RegisterAgency, EndAgencyRegistration;
    handle(&[Office, Organization]) =>
        SetEstablishment, ArrangeManagement, RecordWorkplace, RecordBranchActivity;
    approve(&[Dispatcher]) =>
        ConstituteLeadingGroup, DissolveLeadingGroup, DelegatePower, EndDelegatedPower;
    approve(&[Dispatcher, Office]) =>
        SeatLeadingGroupMember, EndLeadingGroupMembership, SeatMemberUnit, EndMemberUnit;
    handle(&[Office, Organization]) =>
        RegisterPerson, CorrectPerson, CreatePost, AbolishPost, AppointToPost, EndAppointment;
    handle(&[Office, Organization, Discipline]) => NameLiaison, EndLiaison;
    handle(&[Dispatcher, Office]) =>
        AssignPortfolio, EndPortfolio, RecordLeaderAction, CorrectLeaderAction, RecordWorkTalk, CorrectWorkTalk;

    // rules
    // Vocabularies and deadlines are what all sides work by; rows keep dispatchers apart.
    read(EVERY_AGENCY) => ReadRules, ReadDeadlines;
    keep(&[Dispatcher, Office]) =>
        AddCodeList, AddCodeListEntry, ReviseCodeListEntry, RetireCodeListEntry, SetDeadlineRule, PublishChecklist,
        SetSetting, InheritSetting;
    handle(&[Dispatcher, Office]) =>
        RegisterRule, PlaceRule, CiteBasis, AddRuleClause, AddRuleDuty, ReceiveRequirement, AddImprovementMeasure,
        CompleteImprovementMeasure;
    approve(&[Dispatcher, Office]) =>
        PutRuleOnTrial, EstablishRule, ReviseRule, ReplaceRule, AbolishRule, RequireRule, WaiveRequiredRule;
    // One calendar for the whole country: a gate leaves of these the one that nobody stands above.
    keep(&[Dispatcher]) => PublishWorkdayCalendar;
    handle(KEEPERS_OF_DEADLINES) => StartDeadline, MeetDeadline, RecordRuleDuty;
    // Which of these extends a deadline is said by its rule.
    approve(KEEPERS_OF_DEADLINES) => ExtendDeadline, PauseDeadline, ResumeDeadline;

    // journal
    read(EVERY_AGENCY) => ReadEvents;
    read(WHO_SEES_PLATFORMS) => ReadPlatforms;
    // Who works how much is for those who answer for the work.
    read(&[Dispatcher, LeadingGroup, Office, Superior]) => ReadPlatformUse;
    keep(&[Office, Discipline]) => ReadAccessRecords;
    handle(&[Office]) => ConnectPlatform, EndPlatformConnection;
    read(PLANNERS) => ReadDataPackages;
    handle(&[Office]).confiding(Action::ReadDataPackages) => RecordDataPackage;

    // webhooks
    // Rows keep a webhook with the body and the agency that registered it; what it is told of is kept by the rights of that agency.
    read(EVERY_AGENCY) => ReadWebhooks;
    keep(EVERY_AGENCY) => RegisterWebhook, PauseWebhook, ResumeWebhook, RotateWebhookSecret, ReplayWebhook, EndWebhook;

    // coverage and plans
    read(WHO_SEES_COVERAGE) => ReadCoverage;
    read(ADVISERS) => ReadPriorityReasons;
    read(PLANNERS) => ReadLookBackDates, ProposeSchedule;
    handle(&[Dispatcher, Office]) => OpenTerm, AddSectorBlock, ListObject, ListObjects;
    handle(&[Office]) =>
        DraftFiveYearPlan, DraftAnnualPlan, SubmitPlan, ScheduleObject, SetObjectPriority, RecordCoverage, CorrectObject,
        UnscheduleObject, ReviseSectorBlock, ReportCoverage, FreezeLedger;
    approve(&[LeadingGroup, Office]) => AdoptSchedule;
    handle(&[LeadingGroup, Office]) => OpenRound, AssignBlockToRound, ReleaseBlockFromRound;
    handle(&[LeadingGroup, Office]).confiding(Action::ReadLookBackDates) => PlanLookBack;
    read(&[Dispatcher, LeadingGroup, Office, Superior]) => ReadPlanReviews;
    handle(&[Dispatcher, Office]) =>
        SetCheckpoints, RecordCheckpoint, CorrectCheckpoint, SetPlanTarget, CitePlanBasis, DropPlanBasis, EnterPilot,
        EndPilot, OpenCampaign, CiteCampaignRule, AddCampaignTask, CompleteCampaignTask, CloseCampaign;
    // From above only: the plan of one's own dispatcher is refused by its life cycle.
    approve(&[Office, Superior]) => ReviewPlan;
    approve(&[Dispatcher, Office]) => WithdrawObject, MergeObject;
    approve(&[Dispatcher]) => ApprovePlan, IssuePlan, DeclareFullCoverage, CloseTerm;

    // inspections
    read(WHO_SEES_INSPECTIONS) => ReadInspections;
    read(WHO_KNOWS_WHY_ELEVATED) => ReadElevationGrounds;
    // What speaks for taking an inspection over is weighed by those who decide on it.
    read(&[Dispatcher, LeadingGroup, Office, Superior]) => ReadElevationIndicators;
    handle(&[Office]) => RecordElevationIndicator, WithdrawElevationIndicator;
    read(WHO_SEES_SPECIAL_CHECKS) => ReadSpecialChecks;
    read(WHO_KNOWS_OF_MATERIALS) => ReadMaterialRequests;
    read(WHO_TALKS_WITH_PEOPLE) => ReadTalkRequests;
    handle(OWNERS_OF_SPECIAL_CHECKS) => FinishSpecialCheck;
    handle(WHO_ASKS_FOR_MATERIALS) => RequestMaterials;
    handle(WHO_TALKS_WITH_PEOPLE) => RequestTalk;
    read(PLANNERS) => ProposeCrossAssignment;
    approve(&[LeadingGroup, Office]).confiding(Action::ReadTeamObjects) => AdoptCrossAssignment;
    handle(&[LeadingGroup, Office]).confiding(Action::ReadTeamObjects) => AssignInspectionTeam;
    handle(&[LeadingGroup, Office]) => ProposeInspection;
    handle(INSPECTORS) =>
        ExtendInspection, SendDetachments, EnterInspection, LeaveInspection, ReportInspection;
    approve(&[Dispatcher]) => ElevateInspection;
    handle(&[Office]) =>
        CorrectDispatch, OrderSpecialCheck, OpenLinkGroup, LinkInspection, LoadEarlierInspections, PreInformInspection,
        CloseInspection, FocusRound, AnnounceRound, PreInformRound, TrainRound, StartRound, ReportRound, FeedBackRound,
        NotifyRound, ReviewRound, CloseRound;
    approve(&[Dispatcher, LeadingGroup]) => ApproveInspection, ApproveRound;
    handle(PLANNERS) => MobilizeInspection, MobilizeRound;
    handle(&[LeadingGroup, Office, Team]) => FeedBackInspection;
    approve(PLANNERS) => WithdrawInspection;

    // The result is for the committee and the organization department.
    read(&[Dispatcher, Organization]) => ReadPoliticalExaminations;
    handle(&[Organization]).confiding(Action::ReadPoliticalExaminations) =>
        RecordPoliticalExamination, CorrectPoliticalExamination;

    // processes and guidance
    read(&[Dispatcher, LeadingGroup, Office, Team]) => ReadChecklistAnswers;
    handle(&[Office, Team]).confiding(Action::ReadChecklistAnswers) => AnswerChecklistItem, CorrectChecklistAnswer;
    read(&[Dispatcher, LeadingGroup, Office, Superior]) => ReadGuidance;
    approve(&[LeadingGroup, Office]) => OpenGuidance, CloseGuidance;
    handle(&[LeadingGroup, Office]) =>
        FormGuidanceGroup, RecordGuidanceVisit, MakeGuidanceSuggestion, SettleGuidanceSuggestion;
    handle(PLANNERS) => AnswerGuidanceSuggestion;

    // meetings, coordination and joint operations
    // Any agency may be called to a meeting, own a decision, be party to a mechanism or a side of an operation; rows keep it from
    // all others.
    read(EVERY_AGENCY) => ReadMeetings, ReadCoordination, ReadResponsibilities, ReadJointOperations;
    handle(PLANNERS) =>
        PrepareMeeting, InviteToMeeting, AddMeetingItem, RecordMeetingPresence, HoldMeeting, FileMeeting, CancelMeeting,
        RecordMeetingDecision, WithdrawMeetingDecision, RecordMeetingLesson, TakeUpMeetingLesson;
    handle(EVERY_AGENCY) => CarryOutMeetingDecision;
    handle(&[Office, Superior]) => ProposeMechanism, ReviseMechanism;
    approve(&[Dispatcher, Office]) => PutMechanismOnTrial, EstablishMechanism, EndMechanism;
    handle(EVERY_AGENCY) =>
        AgreeToMechanism, SendCoordinationRequest, ReceiveCoordinationRequest, AcceptCoordinationRequest,
        ReturnCoordinationRequest, ReplyPartlyToCoordinationRequest, ReplyToCoordinationRequest,
        RemindOfCoordinationRequest, EscalateCoordinationRequest, WithdrawCoordinationRequest, ShareItem, UseSharedItem;
    // Any agency issues documents and is addressed by them; rows keep them between the two.
    read(EVERY_AGENCY) => ReadDocuments;
    handle(EVERY_AGENCY) => DraftDocument, ReviseDocument, AttachFile, RemoveFile, ReceiveDocument, AnswerDocument;
    approve(EVERY_AGENCY) => SignDocument, IssueDocument, WithdrawDocument;
    handle(&[LeadingGroup, Office]) => AssignResponsibility, EndResponsibility;
    handle(&[Office]) => RecordUpwardVisit;
    // Rows keep the inspections of superiors with those who work on inspections and with whom they gave a task.
    read(EVERY_AGENCY) => ReadSuperiorInspections;
    handle(&[Office]) =>
        RecordSuperiorInspection, ReviseSuperiorInspection, BeginSuperiorInspection, EndSuperiorInspection,
        CallOffSuperiorInspection, AssignSuperiorTask, WithdrawSuperiorTask;
    handle(EVERY_AGENCY) => CompleteSuperiorTask;
    handle(EVERY_AGENCY) =>
        RequestJointOperation, WithdrawJointOperation, EnterJointOperation, PlanJointStep, CompleteJointStep,
        ReferJointMatter, AnswerJointReferral, ShareJointResult, ReportJointOperation, JoinJointRectification,
        RequestJointOperationOnCollision, ClassifyJointOperation, CloseJointOperation;
    // Heads agree, since an agreement opens what is theirs.
    approve(EVERY_AGENCY) => AgreeToJointOperation, DeclineJointOperation;

    // audits
    // Rows keep audits with the body that audits, and with whom an operation opens them to.
    read(EVERY_AGENCY) => ReadAudits;
    read(&[Audit]) => ReadAuditCollisions;
    read(PLANNERS) => ReadPlanCollisions;
    handle(&[Audit]) => PlanAuditProject, RescheduleAuditProject, RecordAuditFinding, FinishAuditProject;
    approve(&[Audit]) => WithdrawAuditProject;

    // teams
    read(INSPECTION_SIDE) => ReadTeams, ReadDeployments, ReadHonours, ReadPractices;
    // Where a team goes next is nobody's business but theirs who plan it and the team's own.
    read(&[Dispatcher, LeadingGroup, Office, Team]) => ReadTeamObjects;
    handle(&[LeadingGroup, Office]) => ProposeTeam;
    approve(&[Dispatcher, LeadingGroup]) => ApproveTeam;
    approve(PLANNERS) => MobilizeTeam, DissolveTeam;
    handle(&[Office]) =>
        SeatTeamMember, EndTeamMembership, HoldTraining, RecordAttendance, DeployPerson, EndDeployment, RecordHonour,
        RegisterPractice, RecordRecognition;
    handle(INSPECTORS) => SignUndertaking;
    // What people say at home, and what they did wrong, is for few.
    read(&[Office]) => ReadCare;
    handle(&[Office]).confiding(Action::ReadCare) => RecordCare;
    read(&[Office, Discipline]) => ReadViolations;
    handle(&[Office, Discipline]).confiding(Action::ReadViolations) => RecordViolation, HandleViolation;
    handle(&[Office]).confiding(Action::ReadTeamObjects) => AssignTeamObject, ReleaseTeamObject;
    // A tie says where a team goes and what ties its people: for those who plan.
    read(PLANNERS) => ReadRecusals;
    handle(&[Office]).confiding(Action::ReadRecusals) => DeclareRecusal, DetectRecusals;
    approve(&[Office]).confiding(Action::ReadRecusals) => DecideRecusal;
    read(&[Office, Organization]) => ReadTalents;
    // Discipline clears them; which rows it sees is said by the noun.
    read(&[Office, Organization, Discipline]) => ReadSecondments;
    handle(&[Office, Organization]) =>
        EnterTalentPool, LeaveTalentPool, NominateForSecondment, SetSecondmentQuota, ChangeSecondmentQuota, SendToSuperior,
        ReturnFromSuperior;
    approve(&[Organization]) => ApproveSecondment;
    approve(&[Discipline]) => ClearSecondment;
    approve(&[Office, Organization, Discipline]) => RefuseSecondment;
    handle(&[Office]) => BeginSecondment, ReturnFromSecondment;
    handle(&[Organization]) => EnlistSecondment, RecordPromotion;
}
