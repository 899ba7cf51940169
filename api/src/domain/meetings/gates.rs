//! What must be true before a meeting goes on: pure rules, named as they are said.

use chrono::NaiveDate;
use inspectorate_entity::{
    meetings::{
        meeting::MeetingKind, meeting_attendance::Presence, meeting_item::MeetingItemKind,
        meeting_lesson::LessonAim,
    },
    organizations::{agency_registration::Agency, leading_group},
};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// As which agencies a body may call a meeting of this kind.
pub fn callers(kind: MeetingKind) -> &'static [Agency] {
    match kind {
        MeetingKind::StandingCommittee
        | MeetingKind::PartyGroup
        | MeetingKind::Secretary
        | MeetingKind::FivePersonGroup => &[Agency::Dispatcher],
        MeetingKind::LeadingGroup => &[Agency::LeadingGroup],
        MeetingKind::RoomAffairs => &[Agency::Office],
        MeetingKind::JointConference => &[Agency::LeadingGroup, Agency::Office],
        MeetingKind::Mobilization
        | MeetingKind::RoundReview
        | MeetingKind::Study
        | MeetingKind::Other => &[
            Agency::Dispatcher,
            Agency::LeadingGroup,
            Agency::Office,
            Agency::Team,
        ],
    }
}

/// Each kind of meeting is called by the body whose meeting it is.
pub fn called_by_its_body(kind: MeetingKind, registered: &[Agency]) -> Result<()> {
    if callers(kind)
        .iter()
        .any(|agency| registered.contains(agency))
    {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ConvenedByAnother,
        "A meeting of this kind is called by another body of your place: name the one whose meeting it is.",
        "该类会议应由其他单位召集，请填写相应的召集单位。",
    )
    .field("input.convener"))
}

/// A meeting that looks back at a round says at which; a conference of agencies says which in number it is.
pub fn says_what_its_kind_needs(
    kind: MeetingKind,
    round_named: bool,
    ordinal: Option<i32>,
) -> Result<()> {
    if kind == MeetingKind::RoundReview && !round_named {
        return Err(Error::bad_input(
            "input.round",
            "A meeting that looks back names the round at which it looks back.",
            "复盘会须填写所复盘的轮次。",
        ));
    }
    if kind == MeetingKind::JointConference && ordinal.is_none() {
        return Err(Error::bad_input(
            "input.ordinal",
            "A joint conference says which in number it is: give its ordinal, from 1.",
            "联席会议须填写次数，从 1 开始。",
        ));
    }
    Ok(())
}

/// The leading group that stands on the day.
pub fn group_on(groups: &[leading_group::Model], day: NaiveDate) -> Result<Uuid> {
    let stands = |group: &&leading_group::Model| {
        group.constituted_on <= day && group.dissolved_on.is_none_or(|last| day <= last)
    };
    let group = groups.iter().find(stands).map(|group| group.id);
    group.ok_or_else(|| {
        Error::gate(
            Gate::LeadingGroupDissolved,
            format!("No leading group stands on {day}: constitute one first."),
            format!("{day} 没有在任的领导小组，请先设立。"),
        )
        .field("input.kind")
    })
}

/// A list of at most `most` entries.
pub fn at_most(count: usize, most: usize, field: &str) -> Result<()> {
    if count <= most {
        return Ok(());
    }
    Err(Error::limited(
        format!("{count} entries at once are too many: give at most {most}."),
        format!("一次提交 {count} 条，超过上限 {most} 条。"),
    )
    .field(field))
}

/// Somebody called to a meeting: a person, a body, or a person for a body.
pub type Called = (Option<Uuid>, Option<Uuid>);

/// Whoever is called is a person or a body, and each is called once.
pub fn called_once(called: &[Called], new: Called, field: &str) -> Result<()> {
    if new == (None, None) {
        return Err(Error::bad_input(
            field,
            "Nobody is named: give a person, a body, or a person and the body for which they come.",
            "未填写参会人员或单位：请填写人员、单位，或人员及其所代表的单位。",
        ));
    }
    let same_person = |other: &Called| new.0.is_some() && other.0 == new.0;
    if called
        .iter()
        .any(|other| *other == new || same_person(other))
    {
        return Err(Error::conflict(
            field,
            "That person or body is called to this meeting already.",
            "该人员或单位已在参会名单中。",
        ));
    }
    Ok(())
}

/// A report is heard from somebody, and what is studied or relayed has a title; one of the two ways, and no other item has one.
pub fn item_fits_its_kind(
    kind: MeetingItemKind,
    reported_by: bool,
    (registered, titled): (bool, bool),
    field: &str,
) -> Result<()> {
    let is_read = matches!(kind, MeetingItemKind::Study | MeetingItemKind::Relay);
    if reported_by != (kind == MeetingItemKind::Hear) {
        return Err(Error::bad_input(
            format!("{field}.reportedBy"),
            "Where a report is heard, and there only, the body that reports is named.",
            "听取汇报的议题须填写汇报单位，其他议题不填。",
        ));
    }
    if is_read != (registered || titled) || (registered && titled) {
        return Err(Error::bad_input(
            format!("{field}.document"),
            "What is studied or relayed is named once, as a document of a register or by its title; other items name none.",
            "学习、传达的议题须填写制度文件或文件名称（只填一项），其他议题不填。",
        ));
    }
    Ok(())
}

/// Who was absent says why; who sent somebody says whom; nobody else says either.
pub fn presence_is_explained(
    presence: Presence,
    reason: bool,
    substitute: bool,
    field: &str,
) -> Result<()> {
    if presence == Presence::Expected {
        return Err(Error::bad_input(
            format!("{field}.presence"),
            "EXPECTED says nothing: record whether they came, were absent, or sent somebody.",
            "“应到”不是到会情况，请登记到会、缺席或委托他人参会。",
        ));
    }
    if reason != (presence == Presence::Absent) {
        return Err(Error::bad_input(
            format!("{field}.reason"),
            "Who was absent, and nobody else, has a reason.",
            "缺席须填写原因，其他情形不填。",
        ));
    }
    if substitute != (presence == Presence::Substituted) {
        return Err(Error::bad_input(
            format!("{field}.substitute"),
            "Who sent somebody, and nobody else, names whom.",
            "委托他人参会须填写代会人员，其他情形不填。",
        ));
    }
    Ok(())
}

/// A decision without a body that carries it out is none.
pub fn decision_has_an_owner<T>(owner: Option<T>) -> Result<T> {
    owner.ok_or_else(|| {
        Error::gate(
            Gate::DecisionWithoutOwner,
            "A decision needs a body that carries it out: name its owner.",
            "议定事项缺少承办单位，请填写。",
        )
        .field("input.owner")
    })
}

/// The last day is set by the meeting or by a rule, not by both.
pub fn due_by_one_of_both(due_on: bool, rule: bool) -> Result<()> {
    if due_on && rule {
        return Err(Error::bad_input(
            "input.dueOn",
            "Give the last day, or the rule that sets it, not both.",
            "完成期限与期限规则只能填写一项。",
        ));
    }
    Ok(())
}

/// The number is free among the meetings of the kind, convener and year.
pub fn ordinal_is_free(taken: bool) -> Result<()> {
    if !taken {
        return Ok(());
    }
    Err(Error::conflict(
        "input.ordinal",
        "The convener has a meeting of this kind with this number already.",
        "该召集单位已有同类同次数的会议。",
    ))
}

/// A team whose work a review meeting looks at served in the round, or was put together for none.
pub fn team_of_the_round(round: Uuid, of_team: Option<Uuid>) -> Result<()> {
    if of_team.is_none_or(|of_team| of_team == round) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TeamOfAnotherRound,
        "The team was put together for another round than the one at which the meeting looks back: choose one of that round.",
        "该巡察组为其他轮次组建，请选择所复盘轮次的巡察组。",
    )
    .field("input.team"))
}

/// A lesson for a rule is taken up by a rule document, one for a template by a checklist; any other by one of both, or by neither.
pub fn taken_up_as_it_aims(aim: LessonAim, rule: bool, checklist: bool) -> Result<()> {
    let (fits, field) = match aim {
        LessonAim::Rule => (rule && !checklist, "input.rule"),
        LessonAim::Template => (checklist && !rule, "input.checklist"),
        LessonAim::Other => (!(rule && checklist), "input.checklist"),
    };
    if fits {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        "A lesson for a rule is taken up by a rule document, one for a template by a checklist, any other by one of both or by neither.",
        "针对制度的经验教训填写制度，针对模板的填写清单，其他的至多填写一项。",
    ))
}
