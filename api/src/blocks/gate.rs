//! The names of the rules that can stand in the way of a verb; the schema serves them as `Gate`.

use async_graphql::resolver_utils::EnumType;

/// A rule of the work (硬性门槛) that refused a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum Gate {
    /// The life cycle does not lead from the record's state to the one asked for (状态不允许).
    WrongState,
    /// A term of the same dispatcher already covers part of these dates (届期重叠).
    TermOverlaps,
    /// The organization already stands on this object list (对象重复列入).
    ObjectListedTwice,
    /// The organization belongs to another dispatcher (非本级派出机关的对象).
    ObjectOfAnotherDispatcher,
    /// The move would make an organization its own ancestor (隶属关系成环).
    CycleInTree,
    /// No organization is its own dispatcher (派出机关不能是自身).
    OwnDispatcher,
    /// The national calendar is kept where nobody stands above: by a dispatcher without a superior (须由最上级派出机关录入).
    HasASuperior,
    /// Only a body that is registered as inspection office is connected to the platforms of inspection work (不是巡视巡察机构).
    NotAnInspectionBody,
    /// The body is connected to this system already (已接入).
    ConnectedAlready,
    /// The working days of that year are not published, so the day cannot be counted (工作日历未公布).
    CalendarUnpublished,
    /// The clock of the deadline is stopped where it has to run, or runs where it has to be stopped (期限计时状态不符).
    DeadlineClock,
    /// The deadline has passed: it can be extended, not stopped (期限已过).
    DeadlinePassed,
    /// An extension leads to a later day than the one that stands (延期日期须晚于原到期日).
    ExtensionNotLater,
    /// By its rule other agencies extend this deadline (无延期批准权).
    ExtensionByOthers,
    /// The code list or rule is shipped with the service: keep one of your own beside it (内置数据不可修改).
    ShippedWithService,
    /// A superior keeps the code list or rule: keep one of your own beside it (上级设定，本级不可修改).
    KeptBySuperior,
    /// The edition has ended: change the one that stands (该版次已停用).
    EditionEnded,
    /// The year or date lies outside the term or plan (超出届期或规划年度).
    YearOutsidePlan,
    /// The five-year plan above it is not issued yet (五年规划尚未制发).
    FiveYearPlanNotIssued,
    /// The term already has this plan (规划已存在).
    PlanExists,
    /// The plan has no object on its list (规划没有对象).
    PlanWithoutObjects,
    /// The number of objects that the plan prints is not the number on its list (对象数与名单不符).
    ObjectCountDiffers,
    /// The term is closed (本届已办结).
    TermClosed,
    /// The term is over (届期已满).
    TermOver,
    /// Something in the term is still open (届内有未办结事项).
    TermHasOpenThings,
    /// The object was inspected since that day (对象此后接受过巡察).
    ObjectInspectedSince,
    /// An object is not merged into itself (不能并入自身).
    MergedIntoItself,
    /// The object stands on another list (不在同一名单).
    ObjectOfAnotherList,
    /// The blocks take turns in their order, unless somebody says why not (板块轮动次序被打乱).
    RotationBroken,
    /// A plan is reviewed by a superior of its dispatcher (规划由上级审核).
    ReviewedFromAbove,
    /// The plan was handed in and not returned (规划已报送待审核).
    PlanUnderReview,
    /// The superior returned the plan (规划已被退回).
    PlanReturned,
    /// A sector block has no object (板块没有对象).
    BlockWithoutObjects,
    /// The checkpoint comes before its annual plan is approved (节点早于年度计划).
    CheckpointBeforePlan,
    /// Start, middle and end of a year follow one another (节点顺序不符).
    CheckpointOutOfOrder,
    /// Tasks of the campaign are not done (活动任务未完成).
    TasksOpen,
    /// Figures without the day until which they count (未注明数据截止日期).
    FiguresUndated,
    /// The object was taken off the list (对象已调出).
    ObjectWithdrawn,
    /// A look-back needs an inspection before it (尚未巡察，不能回头看).
    NotInspectedBefore,
    /// Objects on the list are not covered yet (仍有对象未覆盖).
    ObjectsUncovered,
    /// The round belongs to another term or year (轮次不属于该届或该年度).
    RoundOfAnotherTerm,
    /// No round of the schedule has a team for any object (各轮次均无力量).
    NoCapacity,
    /// The round is over (轮次已结束).
    RoundOver,
    /// The plan is not approved yet (规划尚未批准).
    PlanNotApproved,
    /// Nothing on the list is left to place (没有待安排的对象).
    NothingToPlace,
    /// The organization has ended (单位已撤销).
    OrganizationRetired,
    /// Organizations stand under it: move or retire them first (尚有下级单位).
    OrganizationHasParts,
    /// It is the dispatcher of organizations: assign them to another first (尚有巡视巡察对象).
    OrganizationHasObjects,
    /// The organization is not registered as a dispatcher on that day (不是派出机关).
    NotADispatcher,
    /// The organization is already registered as this agency there in part of that time (机关已登记).
    AgencyRegisteredAlready,
    /// It has ended already (已终止).
    AlreadyEnded,
    /// The dispatcher has a leading group in that time (已有领导小组).
    LeadingGroupStands,
    /// The leading group does not stand on that day (领导小组不在任).
    LeadingGroupDissolved,
    /// The leading group has one leader at a time (组长只能有一人).
    OneLeaderAtATime,
    /// The person or unit sits in the leading group in part of that time (已在领导小组).
    SeatedAlready,
    /// A post of number-one leader has one holder at a time (一把手职务只能一人担任).
    OneHeadAtATime,
    /// The person holds the post in part of that time (已任该职).
    PostHeldAlready,
    /// The post has been abolished (职务已撤销).
    PostAbolished,
    /// The person does not hold the post on that day (未任该职).
    PostNotHeld,
    /// The post belongs to another organization (职务不属于该单位).
    PostOfAnotherBody,
    /// The division does not stand under the organization (处室不属于该单位).
    DivisionOfAnotherBody,
    /// A secretary who leads the leading group names the duty in which they acted (未注明双重职责).
    DutyNotNamed,
    /// The counterpart is neither office director nor team leader on that day (谈话对象不是巡察办主任或巡察组组长).
    NotOfficeDirectorOrTeamLeader,
    /// Only a Party branch holds such an activity (不是党支部).
    NotAPartyBranch,
    /// The rule is not on the basic list, and nothing is said to have caused it (制度缺少依据).
    RuleWithoutGround,
    /// A rule details one of a higher tier only (制度层次不符).
    RuleTierOrder,
    /// The rule is to take its own place, or to rest on itself (制度引用自身).
    RuleRefersToItself,
    /// The rule is not in force (制度未施行).
    RuleNotInForce,
    /// Records that stand are coded with it (代码在用).
    CodeInUse,
    /// Deadlines that run would be due earlier (将缩短在办期限).
    DeadlineShortened,
    /// The dispatcher to go by goes by this one, directly or through others (设置沿用成环).
    SettingsCycle,
    /// The dispatcher goes by its superior's setting already (已沿用上级设置).
    SettingInherited,
    /// The record belongs to another dispatcher than the one you act for (非本级事项).
    RecordOfAnotherDispatcher,
    /// The days lie outside the window of the round or inspection that it belongs to (超出轮次时段).
    WindowOutsideRound,
    /// The round is not approved yet (轮次尚未批准).
    RoundNotApproved,
    /// No object is placed in the round (轮次没有对象).
    RoundEmpty,
    /// The round was announced already (轮次已公告).
    RoundAnnounced,
    /// The inspections of the round have not come that far (轮次内巡察尚未全部推进).
    RoundBehind,
    /// Earlier inspections of the organization are not laid before its team (未加载以往巡察).
    EarlierNotLoaded,
    /// The inspection to be looked back at was not fed back before (前次巡察尚未反馈).
    EarlierNotFedBack,
    /// Only a dispatcher above the usual one elevates an inspection (非上级派出机关不得提级).
    ElevatedFromBelow,
    /// An elevated inspection needs a reason of the list (提级巡察缺少提级条件).
    ElevationWithoutReason,
    /// The people of the inspection are not trained and mobilized yet (尚未培训动员).
    NotMobilized,
    /// The inspection on which it hangs is not on site (主巡察不在进驻期间).
    ParentNotOnSite,
    /// The organization does not stand below the one that is inspected (非被巡察单位的下属组织).
    NotBelowParent,
    /// Linked inspections share no day (联动巡察时段不重叠).
    LinkedWindowsApart,
    /// The organization is not of the block that the group inspects (不属于联动板块).
    LinkOfAnotherBlock,
    /// The team has no leader (巡察组没有组长).
    TeamWithoutLeader,
    /// The leader's rank is below the one that the dispatcher asks for, or not recorded (组长职级不符).
    LeaderBelowRank,
    /// The person sits on another team in part of that time (已在其他巡察组).
    OnAnotherTeam,
    /// A member of a cross, millstone or elevated team comes from the place that it inspects (成员来自被巡察地方).
    FromInspectedPlace,
    /// The team breaks the rule by which its form is put together (不符合组建规则).
    CompositionBroken,
    /// The days lie outside the window of the round or the days of the team (超出轮次或巡察组时间).
    OutsideRoundWindow,
    /// The team has been dissolved (巡察组已解散).
    TeamDissolved,
    /// The team answers for inspections that are not fed back yet (巡察组任务未完成).
    TeamOnTask,
    /// The body holds no delegated power over people on that day (未获授人员管理权限).
    PowerNotHeld,
    /// Only a detachment stands under another team, and it always does (小分队与所属巡察组不符).
    NotADetachment,
    /// A special check needs a body that owns it (专项检查缺少牵头单位).
    CheckWithoutOwner,
    /// The special check belongs to another body (非本单位牵头的专项检查).
    CheckOfAnotherBody,
    /// More materials would be asked for than the setting allows before a routine inspection (索取材料超过上限).
    TooManyMaterials,
    /// Nothing is newly written for a special or mobile inspection (不得要求新撰写材料).
    NewlyDraftedMaterial,
    /// The organization was asked for this already in this inspection (已提出过同样要求).
    AskedAlready,
    /// No team is assigned to the inspection (尚未确定巡察组).
    InspectionWithoutTeam,
    /// The team of the inspection is not approved, or was dissolved (巡察组未批准或已解散).
    TeamNotApproved,
    /// The team was put together for another round (巡察组属于其他轮次).
    TeamOfAnotherRound,
    /// The team has an inspection of the organization (该组承担该单位的巡察).
    TeamInspectsThere,
    /// Where the staff comes from follows from the people of the team (人员来源以巡察组为准).
    OriginsFollowTeam,
    /// Not every inspection of the round can have a team (交叉分配不可行).
    CrossInfeasible,
    /// Somebody on the team is tied to what it inspects, and stays away or waits for a decision (存在回避情形).
    RecusalStands,
    /// The person is lent in part of that time (已在抽调).
    SecondedAlready,
    /// No dispatcher stands directly below the one that would guide (没有下一级派出机关).
    NobodyToGuide,
    /// The organization is no dispatcher directly below the one that guides (不是下一级派出机关).
    NotALowerDispatcher,
    /// Dispatchers directly below were not visited (指导督导未全覆盖).
    BodiesUnvisited,
    /// Suggestions of guidance are not answered (指导建议未答复).
    SuggestionsUnanswered,
    /// The person is sent to other work in part of that time (已派出攻坚).
    DeployedAlready,
    /// Somebody on the team was not at the training before the round (未参加巡前业务培训).
    MemberNotTrained,
    /// Another agency has to do it (由其他机关负责).
    DutyOfAnotherAgency,
    /// The item is of a checklist by which the inspection is not carried out (条目不属于所适用的清单).
    ChecklistNotBound,
    /// Somebody on the team has not signed what is undertaken before the entry (未签订承诺书).
    UndertakingMissing,
    /// A meeting of this kind is called by another body (召集单位不符).
    ConvenedByAnother,
    /// Of somebody whom the meeting needs it is not recorded whether they came (到会情况未登记).
    PresenceUnrecorded,
    /// Too few of those came whom the meeting needs (到会人数不足).
    QuorumMissed,
    /// A decision needs a body that carries it out (议定事项缺少承办单位).
    DecisionWithoutOwner,
    /// The decision is carried out by another body (非本单位承办的事项).
    DecisionOfAnotherBody,
    /// A party of a mechanism acts as an agency of the place (协作方未登记为机关).
    PartyWithoutAgency,
    /// Leads are handed over to discipline organs only, and none is a party (线索移交缺少纪检监察机关).
    LeadsWithoutDiscipline,
    /// The body is no party whose agreement is waited for (非待同意的协作方).
    NotAskedToAgree,
    /// No rule document prints the mechanism (协作机制没有制度文件).
    MechanismWithoutDocument,
    /// Parties of the mechanism have not agreed, and the dispatcher did not decide (协作方未同意).
    PartiesDisagree,
    /// The mechanism is not in force on that day (协作机制未施行).
    MechanismNotInForce,
    /// One party of the mechanism asks another (不是协作方).
    NotAParty,
    /// The mechanism does not cover requests of this kind (请求超出协作领域).
    RequestOutsideFields,
    /// That is for the other side of the request to do (应由请求另一方办理).
    RequestOfAnotherBody,
    /// A notice tells something and asks nothing (通报无须答复).
    NoticeOwesNothing,
    /// A request is escalated once, when its last day is over (请求未超期).
    RequestNotOverdue,
}

impl Gate {
    /// The spelling on the wire: that of the enum value in the schema.
    pub fn as_str(self) -> &'static str {
        let spelled = Self::items().iter().find(|item| item.value == self);
        spelled.map_or("", |item| item.name)
    }
}
