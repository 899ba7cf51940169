//! What must be true before leading groups, posts and what leaders did change.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{
    appointment, leading_group,
    leading_group_member::{self, LeadingGroupPost},
    organization,
    post::{self, PostFunction},
};
use uuid::Uuid;

use super::Span;
use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// A dispatcher has one leading group at a time.
pub fn no_other_group_stands(groups: &[leading_group::Model], day: NaiveDate) -> Result<()> {
    let stands = groups
        .iter()
        .find(|group| group.dissolved_on.is_none_or(|end| day <= end));
    let Some(group) = stands else { return Ok(()) };
    Err(Error::gate(
        Gate::LeadingGroupStands,
        format!(
            "The leading group of {} stands: dissolve it before {day}.",
            group.term_label
        ),
        format!(
            "“{}”领导小组仍在任，请先于 {day} 前撤销。",
            group.term_label
        ),
    )
    .field("input.constitutedOn"))
}

/// Members sit in a leading group while it stands.
pub fn group_stands(group: &leading_group::Model, span: Span, field: &str) -> Result<()> {
    let within = group.constituted_on <= span.first
        && match (group.dissolved_on, span.last) {
            (None, _) => true,
            (Some(end), Some(last)) => last <= end,
            (Some(_), None) => false,
        };
    if within {
        return Ok(());
    }
    Err(Error::gate(
        Gate::LeadingGroupDissolved,
        format!(
            "The leading group does not stand all that time: it was constituted on {}.",
            group.constituted_on
        ),
        format!(
            "领导小组并非在整个期间内在任：其成立于 {}。",
            group.constituted_on
        ),
    )
    .field(field))
}

/// One leader at a time, and nobody sits twice at once.
pub fn seat_is_free(
    seats: &[leading_group_member::Model],
    person: Uuid,
    post: LeadingGroupPost,
    span: Span,
) -> Result<()> {
    for seat in seats {
        if !span.overlaps(&Span {
            first: seat.starts_on,
            last: seat.ends_on,
        }) {
            continue;
        }
        if seat.person_id == person {
            return Err(seated_already(seat.starts_on, "input.person"));
        }
        if post == LeadingGroupPost::Leader && seat.post == LeadingGroupPost::Leader {
            return Err(Error::gate(
                Gate::OneLeaderAtATime,
                format!(
                    "The group has a leader from {} on: end that seat first.",
                    seat.starts_on
                ),
                format!("自 {} 起已有组长，请先终止其任职。", seat.starts_on),
            )
            .field("input.post"));
        }
    }
    Ok(())
}

/// A unit sits in a group once at a time.
pub fn unit_is_not_seated(seats: &[Span], span: Span) -> Result<()> {
    match seats.iter().find(|seat| seat.overlaps(&span)) {
        None => Ok(()),
        Some(seat) => Err(seated_already(seat.first, "input.organization")),
    }
}

fn seated_already(since: NaiveDate, field: &str) -> Error {
    Error::gate(
        Gate::SeatedAlready,
        format!("There is a seat in this group from {since} on: end it first, or choose days outside it."),
        format!("自 {since} 起已在领导小组，请先终止原任职或另选日期。"),
    )
    .field(field)
}

/// A post that exists takes one who does not hold it yet; that of a number-one leader takes one person at a time.
pub fn post_is_open(
    post: &post::Model,
    appointments: &[appointment::Model],
    person: Uuid,
    span: Span,
) -> Result<()> {
    if post
        .abolished_on
        .is_some_and(|end| span.last.is_none_or(|last| end < last))
    {
        return Err(Error::gate(
            Gate::PostAbolished,
            format!(
                "The post {} has been abolished: choose another.",
                post.title
            ),
            format!("职务“{}”已撤销，请另选职务。", post.title),
        )
        .field("input.post"));
    }
    for held in appointments {
        if !span.overlaps(&Span {
            first: held.starts_on,
            last: held.ends_on,
        }) {
            continue;
        }
        if held.person_id == person {
            return Err(Error::gate(
                Gate::PostHeldAlready,
                format!(
                    "The person holds the post from {} on: end that first.",
                    held.starts_on
                ),
                format!("该人员自 {} 起已任该职，请先终止原任职。", held.starts_on),
            )
            .field("input.person"));
        }
        if post.is_head {
            return Err(Error::gate(
                Gate::OneHeadAtATime,
                format!(
                    "{} is held from {} on: end that appointment first.",
                    post.title, held.starts_on
                ),
                format!(
                    "“{}”自 {} 起已有人担任，请先终止其任职。",
                    post.title, held.starts_on
                ),
            )
            .field("input.post"));
        }
    }
    Ok(())
}

/// Somebody answers for a matter by a post that they hold.
pub fn holds_the_post(appointments: &[appointment::Model], day: NaiveDate) -> Result<()> {
    if appointments.iter().any(|held| held_on(held, day)) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::PostNotHeld,
        format!(
            "The person does not hold this post on {day}: appoint them first, or name another."
        ),
        format!("该人员在 {day} 未任该职，请先任职或另选人员。"),
    )
    .field("input.person"))
}

/// The division stands under the body that names the contact, and the post is one of the division's.
pub fn contact_is_of_the_body(
    organization: &organization::Model,
    division: &organization::Model,
    post: &post::Model,
) -> Result<()> {
    if !division.path.starts_with(&organization.path) {
        return Err(Error::gate(
            Gate::DivisionOfAnotherBody,
            format!(
                "{} does not stand under {}: choose a division of it.",
                division.name, organization.name
            ),
            format!(
                "{}不属于{}，请选择其内设处室。",
                division.name, organization.name
            ),
        )
        .field("input.division"));
    }
    if post.organization_id != division.id {
        return Err(Error::gate(
            Gate::PostOfAnotherBody,
            format!(
                "The post {} is none of {}: choose one of its posts.",
                post.title, division.name
            ),
            format!(
                "职务“{}”不属于{}，请选择该处室的职务。",
                post.title, division.name
            ),
        )
        .field("input.post"));
    }
    Ok(())
}

/// Whether an appointment runs on `day`.
pub fn held_on(appointment: &appointment::Model, day: NaiveDate) -> bool {
    Span {
        first: appointment.starts_on,
        last: appointment.ends_on,
    }
    .holds_on(day)
}

/// A secretary who also leads the leading group says in which of the two duties they acted; nobody else has two.
pub fn names_the_duty(is_both: bool, is_named: bool) -> Result<()> {
    match (is_both, is_named) {
        (true, false) => Err(Error::gate(
            Gate::DutyNotNamed,
            "The leader is secretary and leader of the leading group at once: say in which duty they acted.",
            "该领导既是书记又是领导小组组长，请注明以何种职责办理（领导指导或组织实施）。",
        )
        .field("input.duty")),
        (false, true) => Err(Error::bad_input(
            "input.duty",
            "Only a secretary who leads the leading group that day has two duties: leave it out.",
            "只有当日兼任领导小组组长的书记才区分双重职责，请不要填写。",
        )),
        (true, true) | (false, false) => Ok(()),
    }
}

/// Work talks are held with the office director or a team leader in office.
pub fn does_the_work(functions: &[PostFunction], day: NaiveDate) -> Result<()> {
    let fits = |function: &PostFunction| {
        matches!(
            function,
            PostFunction::OfficeDirector | PostFunction::TeamLeader
        )
    };
    if functions.iter().any(fits) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotOfficeDirectorOrTeamLeader,
        format!(
            "The counterpart is neither office director nor team leader on {day}: name one who is."
        ),
        format!("谈话对象在 {day} 不是巡察办主任或巡察组组长，请另选。"),
    )
    .field("input.counterpart"))
}

/// A leader is in charge of a sector, of named organizations, or of both; of at most 500 named ones.
pub fn field_is_said(has_sector: bool, named: usize) -> Result<()> {
    if !has_sector && named == 0 {
        return Err(Error::bad_input(
            "input.organizations",
            "Name the organizations, or give a sector.",
            "请填写分管单位或板块。",
        ));
    }
    if named > 500 {
        return Err(Error::limited(
            format!("{named} organizations are named: at most 500 are taken at once."),
            format!("填写了 {named} 个单位：一次最多 500 个。"),
        )
        .field("input.organizations"));
    }
    Ok(())
}
