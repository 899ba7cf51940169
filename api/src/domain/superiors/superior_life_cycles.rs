//! The life cycles of an inspection by a superior (上级巡视) and of what a place does for it (配合事项).

use inspectorate_entity::superiors::{
    superior_inspection::SuperiorInspectionStatus, superior_task::SuperiorTaskStatus,
};

use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
    domain::coverage::{gates::of_another_dispatcher, plan_life_cycle::SeenFrom},
    error::{Error, Result},
};

/// What the gates of an inspection by a superior look at.
#[derive(Clone, Copy, Debug)]
pub struct SuperiorFacts {
    pub seen_from: SeenFrom,
    /// Tasks that are still to be done for it.
    pub open_tasks: i64,
}

/// What the gates of a task for it look at.
#[derive(Clone, Copy, Debug)]
pub struct TaskFacts {
    pub seen_from: SeenFrom,
    /// Whether it is for the viewer to record it as done.
    pub completes: bool,
    /// Whether the inspection is over or was called off.
    pub over: bool,
}

const OWN: Rule<SuperiorFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is kept by one's own dispatcher",
    check: own,
};

const TASKS_DONE: Rule<SuperiorFacts> = Rule {
    gate: Gate::TasksOpen,
    doc: "every task for it is done or withdrawn",
    check: tasks_done,
};

const TASK_OWN: Rule<TaskFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is kept by one's own dispatcher",
    check: task_own,
};

const OWNER: Rule<TaskFacts> = Rule {
    gate: Gate::TaskOfAnotherBody,
    doc: "one's own body does it, or one is the office that keeps it",
    check: owner,
};

const NOT_OVER: Rule<TaskFacts> = Rule {
    gate: Gate::SuperiorInspectionOver,
    doc: "the inspection is not over",
    check: not_over,
};

use SuperiorInspectionStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: Option<S>,
    rules: &'static [Rule<SuperiorFacts>],
) -> Step<S, SuperiorFacts> {
    Step {
        action,
        doc,
        from,
        to,
        rules,
        owed: false,
        deadline: None,
    }
}

/// An inspection by a superior from its announcement to its end.
pub static SUPERIOR_INSPECTION: LifeCycle<S, SuperiorFacts> = LifeCycle {
    noun: "SuperiorInspection",
    doc: "An inspection that a superior carries out by itself, as the place keeps it (上级巡视).",
    initial: S::Announced,
    begun_by: Action::RecordSuperiorInspection,
    steps: &[
        step(
            Action::ReviseSuperiorInspection,
            "say anew what it is called, looks into and when it comes (调整信息)",
            &[S::Announced, S::UnderWay],
            None,
            &[OWN],
        ),
        step(
            Action::AssignSuperiorTask,
            "give somebody a task for it (分解配合事项)",
            &[S::Announced, S::UnderWay],
            None,
            &[OWN],
        ),
        step(
            Action::BeginSuperiorInspection,
            "record that its team came (上级进驻)",
            &[S::Announced],
            Some(S::UnderWay),
            &[OWN],
        ),
        step(
            Action::EndSuperiorInspection,
            "record that its team left (上级撤点)",
            &[S::UnderWay],
            Some(S::Ended),
            &[OWN, TASKS_DONE],
        ),
        step(
            Action::CallOffSuperiorInspection,
            "record that the superior called it off (上级取消)",
            &[S::Announced, S::UnderWay],
            Some(S::CalledOff),
            &[OWN],
        ),
    ],
};

/// A task for it until it is done or needed no more.
pub static SUPERIOR_TASK: LifeCycle<SuperiorTaskStatus, TaskFacts> = LifeCycle {
    noun: "SuperiorTask",
    doc: "What a place does for the inspection of a superior (配合事项).",
    initial: SuperiorTaskStatus::Open,
    begun_by: Action::AssignSuperiorTask,
    steps: &[
        Step {
            action: Action::CompleteSuperiorTask,
            doc: "record it as done or delivered (完成配合事项)",
            from: &[SuperiorTaskStatus::Open],
            to: Some(SuperiorTaskStatus::Done),
            rules: &[OWNER, NOT_OVER],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::WithdrawSuperiorTask,
            doc: "record that the superior needs it no more (撤销配合事项)",
            from: &[SuperiorTaskStatus::Open],
            to: Some(SuperiorTaskStatus::Withdrawn),
            rules: &[TASK_OWN],
            owed: false,
            deadline: None,
        },
    ],
};

fn within(seen_from: SeenFrom) -> Result<()> {
    match seen_from {
        SeenFrom::Within => Ok(()),
        SeenFrom::Above => Err(of_another_dispatcher()),
    }
}

fn own(inspection: &SuperiorFacts) -> Result<()> {
    within(inspection.seen_from)
}

fn task_own(task: &TaskFacts) -> Result<()> {
    within(task.seen_from)
}

fn tasks_done(inspection: &SuperiorFacts) -> Result<()> {
    match inspection.open_tasks {
        0 => Ok(()),
        open => Err(Error::gate(
            Gate::TasksOpen,
            format!(
                "{open} of the tasks for it are not done: complete them first, or withdraw them."
            ),
            format!("尚有 {open} 项配合事项未完成，请先完成或撤销。"),
        )),
    }
}

fn owner(task: &TaskFacts) -> Result<()> {
    if task.completes {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TaskOfAnotherBody,
        "The task was given to another organization: it records that, or the office that keeps the inspection.",
        "该事项由其他单位承办，应由承办单位或登记该上级巡视的巡视巡察办登记完成。",
    ))
}

fn not_over(task: &TaskFacts) -> Result<()> {
    if !task.over {
        return Ok(());
    }
    Err(Error::gate(
        Gate::SuperiorInspectionOver,
        "The inspection of the superior is over or was called off: nothing more is done for it.",
        "该上级巡视已结束或取消，不再办理配合事项。",
    ))
}
