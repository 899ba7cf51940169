//! What must be true before an inspection changes: pure rules, named as they are said.

mod asking;
mod indicator;
mod team;

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::{coverage_record::InspectionKind, round::RoundStatus},
    inspections::inspection::InspectionStatus,
};
use uuid::Uuid;

use super::marks::is_above;
use crate::{
    blocks::gate::Gate,
    domain::coverage::gates::Days,
    error::{Error, Result},
};

pub use self::asking::{
    asked_once, can_be_asked, check_has_an_owner, check_is_open, check_of_the_inspection,
    check_of_the_viewer, materials_are_few, names_its_check, nobody_may_go, nothing_newly_drafted,
    something_is_asked,
};
pub use self::indicator::{indicator_stands, is_an_amount, is_an_object};
pub use self::team::{
    comes_from_one_place, enters_on_a_day_of_the_team, nobody_comes_from_there,
    origins_are_not_of_a_team, reassigned_for_a_reason, team_of_the_round,
};
pub use crate::domain::coverage::gates::{
    counts_from_one, day_done, lies_in_term, not_before, own, still_as_proposed,
};

/// The window of an inspection lies in that of its round, and that of a part in that of the whole.
pub fn window_lies_in(window: Days, whole: Days, field: &str) -> Result<()> {
    if whole.contains(window.first) && whole.contains(window.last) {
        return Ok(());
    }
    let (first, last) = (whole.first, whole.last);
    Err(Error::gate(
        Gate::WindowOutsideRound,
        format!("The days lie outside {first} to {last}, the window of the round or inspection that it belongs to: choose days within."),
        format!("所填时间超出所属轮次或主巡察的时段（{first} 至 {last}），请更正。"),
    )
    .field(field))
}

/// A dispatcher sends teams to its own objects, and elevates those of dispatchers below it.
pub fn may_be_sent(dispatcher: &str, home: &str, field: &str) -> Result<()> {
    if home.starts_with(dispatcher) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ObjectOfAnotherDispatcher,
        "The organization is an object of a dispatcher that does not stand at or below yours: that one sends the team.",
        "该单位属于其他派出机关的巡察对象，应由其派出巡察组。",
    )
    .field(field))
}

/// Only a dispatcher above the usual one elevates.
pub fn elevated_by_a_body_above(higher: &str, usual: &str, field: &str) -> Result<()> {
    if is_above(higher, usual) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ElevatedFromBelow,
        "Only a dispatcher that stands above the one whose object it is can elevate the inspection.",
        "提级须由该对象原派出机关的上级派出机关决定。",
    )
    .field(field))
}

/// An elevated inspection has at least one reason of the list, and the failure of the dispatcher below is stated.
pub fn elevation_has_reasons(elevated: bool, reasons: usize) -> Result<()> {
    if !elevated || reasons > 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ElevationWithoutReason,
        "The organization is an object of a dispatcher below: give at least one reason of the list ELEVATION_REASON for elevating the inspection.",
        "该单位为下级派出机关的巡察对象：提级巡察须填写至少一项提级条件（ELEVATION_REASON）。",
    ))
}

/// Only what is about a topic gives its organization a part in it.
pub fn part_has_a_topic(part: bool, topic: bool) -> Result<()> {
    if topic || !part {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.topicPart",
        "The inspection has no topic in which its organization could have a part: give the topic, or leave the part out.",
        "该巡察没有专题，不能填写被巡察单位在专题中的角色。",
    ))
}

/// A special inspection has a topic.
pub fn special_has_a_topic(kind: InspectionKind, topic: bool) -> Result<()> {
    if topic || kind != InspectionKind::Special {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.topic",
        "A special inspection is about a topic: give a code of the list TOPIC.",
        "专项巡察须有专题，请填写代码表 TOPIC 的代码。",
    ))
}

/// The code stands in the list.
pub fn code_is_known(known: &[String], code: &str, list: &str, field: &str) -> Result<()> {
    if known.iter().any(|one| one == code) {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("`{code}` is no code of the list {list}: choose one of its entries."),
        format!("“{code}”不是代码表 {list} 的代码，请从中选择。"),
    ))
}

/// What a look-back looks back at.
#[derive(Clone, Copy, Debug)]
pub struct Earlier {
    pub organization: Uuid,
    pub fed_back_on: Option<NaiveDate>,
}

/// A look-back looks back at an inspection of the same organization that was fed back before it begins; nothing else looks back.
pub fn looks_back_at_what_was_fed_back(
    kind: InspectionKind,
    earlier: Option<Earlier>,
    organization: Uuid,
    begins: NaiveDate,
) -> Result<()> {
    let field = "input.looksBackAt";
    match (kind, earlier) {
        (InspectionKind::LookBack, None) => Err(Error::bad_input(
            field,
            "A look-back looks back at an earlier inspection: give that.",
            "“回头看”须注明所针对的前次巡察。",
        )),
        (InspectionKind::LookBack, Some(earlier)) if earlier.organization != organization => {
            Err(Error::bad_input(
                field,
                "That inspection was of another organization: give one of this organization.",
                "所填巡察属于其他单位，请填写本单位的前次巡察。",
            ))
        }
        (InspectionKind::LookBack, Some(earlier)) => match earlier.fed_back_on {
            Some(day) if day < begins => Ok(()),
            _ => Err(Error::gate(
                Gate::EarlierNotFedBack,
                format!("The earlier inspection was not fed back before {begins}: a look-back follows its feedback."),
                format!("前次巡察在 {begins} 之前尚未反馈，不能开展“回头看”。"),
            )
            .field(field)),
        },
        (_, None) => Ok(()),
        (_, Some(_)) => Err(Error::bad_input(
            field,
            "Only a look-back looks back at an earlier inspection: leave it out.",
            "仅“回头看”须填写前次巡察，请留空。",
        )),
    }
}

/// An inspection is extended to what stands below its organization.
pub fn stands_below_the_parent(unit: &str, parent: &str, field: &str) -> Result<()> {
    if is_above(parent, unit) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotBelowParent,
        "The organization does not stand below the one that is inspected: an inspection is extended downward only.",
        "该单位不是被巡察单位的下属组织，不能延伸。",
    )
    .field(field))
}

/// A detachment stays with the organization of its inspection or below it.
pub fn stays_with_the_parent(unit: &str, parent: &str, field: &str) -> Result<()> {
    if unit == parent {
        return Ok(());
    }
    stands_below_the_parent(unit, parent, field)
}

/// What hangs on an inspection begins while that one is on site.
pub fn parent_is_on_site(parent: InspectionStatus) -> Result<()> {
    if parent == InspectionStatus::OnSite {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ParentNotOnSite,
        "The inspection from which it starts is not on site: extensions and detachments go out while it is.",
        "主巡察不在进驻期间：延伸和点穴式巡察须在主巡察进驻期间开展。",
    ))
}

/// Linked inspections are on site at the same time.
pub fn linked_windows_overlap(window: Days, others: &[Days]) -> Result<()> {
    let Some(apart) = others.iter().find(|other| !other.overlaps(&window)) else {
        return Ok(());
    };
    let Days { first, last } = apart;
    Err(Error::gate(
        Gate::LinkedWindowsApart,
        format!("Its days share none with {first} to {last} of another inspection of the group: linked inspections run at the same time."),
        format!("与同组其他巡察的时段（{first} 至 {last}）不重叠，联动巡察须同时段开展。"),
    )
    .field("input.inspection"))
}

/// Inspections linked in a block are of that block.
pub fn of_the_same_block(group: Option<&str>, organization: Option<&str>) -> Result<()> {
    match group {
        Some(sector) if organization != Some(sector) => Err(Error::gate(
            Gate::LinkOfAnotherBlock,
            format!(
                "The organization is not of the sector block {sector} that the group inspects."
            ),
            format!("该单位不属于该联动组的板块（{sector}）。"),
        )
        .field("input.inspection")),
        _ => Ok(()),
    }
}

/// A team enters within the window of its inspection.
pub fn enters_in_its_window(day: NaiveDate, window: Days) -> Result<()> {
    window_lies_in(
        Days {
            first: day,
            last: day,
        },
        window,
        "input.on",
    )
}

/// What a round is about is settled before its approval.
pub fn round_is_being_planned(status: RoundStatus, field: &str) -> Result<()> {
    if status == RoundStatus::Proposed {
        return Ok(());
    }
    Err(Error::gate(
        Gate::WrongState,
        "The round is approved: what it is about is settled.",
        "该轮次已批准，专题和批次不再变更。",
    )
    .field(field))
}

/// The facts of its dispatch, and the group in which it acts, are settled before the team enters.
pub fn not_entered(status: InspectionStatus, field: &str) -> Result<()> {
    use InspectionStatus as S;
    match status {
        S::Proposed | S::Approved | S::PreInformed | S::Mobilized => Ok(()),
        S::OnSite | S::Left | S::Reported | S::FedBack | S::Closed | S::Withdrawn => {
            Err(Error::gate(
                Gate::WrongState,
                "The team has entered, or the inspection was given up: this was to be settled before.",
                "已进驻或已撤回，不能再作此变更。",
            )
            .field(field))
        }
    }
}

#[cfg(test)]
#[path = "gates_tests.rs"]
mod tests;
