//! What must be true before an organization is asked for something, or a special check is carried along.

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::coverage_record::InspectionKind,
    inspections::{
        inspection::{self, InspectionStatus},
        special_check,
    },
};
use uuid::Uuid;

use crate::{
    access::{
        policy::{self, Action},
        viewer::Viewer,
    },
    blocks::gate::Gate,
    error::{Error, Result},
};

/// An organization is asked from the approval of its inspection on until the team has left; before a look-back not at all, because
/// it comes unannounced.
pub fn can_be_asked(row: &inspection::Model, field: &str) -> Result<()> {
    use InspectionStatus as S;
    let unannounced = row.kind == InspectionKind::LookBack && row.entered_on.is_none();
    match row.status {
        S::Approved | S::PreInformed | S::Mobilized | S::OnSite if !unannounced => Ok(()),
        _ => Err(Error::gate(
            Gate::WrongState,
            "The inspection is not approved, is over, or is a look-back that has not entered: nothing is asked for it now.",
            "该巡察尚未批准、已结束，或为尚未进驻的“回头看”，目前不能提出要求。",
        )
        .field(field)),
    }
}

/// A special check has an owner.
pub fn check_has_an_owner<T>(owner: Option<T>) -> Result<T> {
    owner.ok_or_else(|| {
        Error::gate(
            Gate::CheckWithoutOwner,
            "A special check is owned by a body, which answers for it: name it.",
            "专项检查须有牵头单位，请填写。",
        )
        .field("input.owner")
    })
}

/// A check is for the body that owns it, and for whoever may order one for the dispatcher.
pub fn check_of_the_viewer(
    viewer: &Viewer,
    check: &special_check::Model,
    field: &str,
) -> Result<()> {
    let may_order = policy::may(viewer, Action::OrderSpecialCheck);
    let ordered = may_order && viewer.authority_id == check.dispatcher_id;
    if viewer.organization_id == check.owner_id || ordered {
        return Ok(());
    }
    Err(Error::gate(
        Gate::CheckOfAnotherBody,
        "The special check belongs to another body: that one, or the office, does this.",
        "该专项检查由其他单位牵头，应由其或巡察办办理。",
    )
    .field(field))
}

/// The check is one of this inspection.
pub fn check_of_the_inspection(of: Uuid, inspection: Uuid) -> Result<()> {
    if of == inspection {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.specialCheck",
        "That special check belongs to another inspection: give one of this inspection.",
        "该专项检查不属于本次巡察，请另选。",
    ))
}

/// A check is finished once, and nothing is asked for it afterwards.
pub fn check_is_open(finished_on: Option<NaiveDate>, field: &str) -> Result<()> {
    let Some(day) = finished_on else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::AlreadyEnded,
        format!("The special check was finished on {day}."),
        format!("该专项检查已于 {day} 完成。"),
    )
    .field(field))
}

/// Who asks, asks for something.
pub fn something_is_asked(count: usize) -> Result<()> {
    if count > 0 {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.materials",
        "The list is empty: name at least one material.",
        "材料清单为空，请至少填写一份材料。",
    ))
}

/// Before a routine inspection the organization is asked for so many materials at most.
pub fn materials_are_few(row: &inspection::Model, asked: usize, most: i32) -> Result<()> {
    let before_routine = row.kind == InspectionKind::Routine && row.entered_on.is_none();
    let most = usize::try_from(most).unwrap_or_default();
    if !before_routine || asked <= most {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TooManyMaterials,
        format!("That would be {asked} materials before a routine inspection; at most {most} are asked for."),
        format!("常规巡察进驻前索取材料将达 {asked} 份，最多 {most} 份。"),
    )
    .field("input.materials"))
}

/// Special and mobile inspections use what exists.
pub fn nothing_newly_drafted(kind: InspectionKind, drafted: bool, field: &str) -> Result<()> {
    match kind {
        InspectionKind::Special | InspectionKind::Mobile if drafted => Err(Error::gate(
            Gate::NewlyDraftedMaterial,
            "A special or mobile inspection uses existing materials: none is written for it.",
            "专项、机动巡察使用现有材料，不得要求新撰写材料。",
        )
        .field(field)),
        _ => Ok(()),
    }
}

/// The same is not asked twice.
pub fn asked_once<T: PartialEq>(known: &[T], asked: &T, field: &str) -> Result<()> {
    if !known.contains(asked) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::AskedAlready,
        "The organization was asked for this already in this inspection: use what it gave.",
        "本次巡察已提出过同样要求，请共用已有材料或谈话结果。",
    )
    .field(field))
}

/// Who may not enter with the inspection asks for a special check only.
pub fn names_its_check(viewer: &Viewer) -> Result<()> {
    if policy::may(viewer, Action::EnterInspection) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.specialCheck",
        "Your body asks for a special check of its own: name it.",
        "贵单位仅可就所牵头的专项检查提出要求，请注明专项检查。",
    ))
}

/// A round without an assignment of all its inspections has none to adopt.
pub fn nobody_may_go() -> Error {
    Error::gate(
        Gate::CrossInfeasible,
        "Not every inspection of the round can have a team: the proposal says what clashes.",
        "该轮次并非每次巡察都有可派的组，冲突见分配方案。",
    )
    .field("input.request")
}
