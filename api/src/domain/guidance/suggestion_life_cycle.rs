//! The life cycle of a suggestion of guidance (指导建议): made, answered by the guided body, settled as the superior finds.

use inspectorate_entity::{
    guidance::guidance_suggestion::{self, SuggestionStatus},
    vocabulary::Vocabulary,
};

use crate::{
    access::{change::Change, policy::Action},
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    domain::coverage::gates::of_another_dispatcher,
    error::{Error, Result},
    read::Batch,
};

/// What the gates of a suggestion look at.
#[derive(Clone, Copy, Debug)]
pub struct SuggestionFacts {
    /// Whether the viewer acts for the dispatcher that is guided.
    pub guided: bool,
    /// Whether the viewer acts for the dispatcher that guides.
    pub guiding: bool,
}

/// A suggestion from its making to its end.
pub static SUGGESTION: LifeCycle<SuggestionStatus, SuggestionFacts> = LifeCycle {
    noun: "GuidanceSuggestion",
    doc: "What a group of guidance suggests to a dispatcher below (指导建议).",
    initial: SuggestionStatus::Made,
    begun_by: Action::MakeGuidanceSuggestion,
    steps: &[
        Step {
            action: Action::AnswerGuidanceSuggestion,
            doc: "answer it (答复指导建议)",
            from: &[SuggestionStatus::Made],
            to: Some(SuggestionStatus::Answered),
            rules: &[Rule {
                gate: Gate::RecordOfAnotherDispatcher,
                doc: "it was made to one's own dispatcher",
                check: guided,
            }],
            owed: true,
            deadline: None,
        },
        Step {
            action: Action::SettleGuidanceSuggestion,
            doc: "find it settled (办结指导建议)",
            from: &[SuggestionStatus::Answered],
            to: Some(SuggestionStatus::Settled),
            rules: &[Rule {
                gate: Gate::RecordOfAnotherDispatcher,
                doc: "one's own dispatcher made it",
                check: guiding,
            }],
            owed: false,
            deadline: None,
        },
    ],
};

fn guided(suggestion: &SuggestionFacts) -> Result<()> {
    if suggestion.guided {
        return Ok(());
    }
    Err(of_another_dispatcher())
}

fn guiding(suggestion: &SuggestionFacts) -> Result<()> {
    if suggestion.guiding {
        return Ok(());
    }
    Err(of_another_dispatcher())
}

/// The state to which the verb at hand leads the suggestion, or what stands in the way.
pub fn take(change: &Change, suggestion: &guidance_suggestion::Model) -> Result<SuggestionStatus> {
    let authority = change.viewer().authority_id;
    let facts = SuggestionFacts {
        guided: authority == suggestion.dispatcher_id,
        guiding: authority == suggestion.guiding_id,
    };
    SUGGESTION
        .take(change.action(), suggestion.status, &facts)
        .map_err(|error| error.field("input.suggestion"))
}

/// What the viewer may do with each suggestion now.
pub async fn suggestion_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(SuggestionStatus::parse);
            let status = status.ok_or_else(|| Error::internal("a suggestion without status"))?;
            let authority = Some(batch.viewer().authority_id);
            let facts = SuggestionFacts {
                guided: batch.id(row, "dispatcher_id") == authority,
                guiding: batch.id(row, "guiding_id") == authority,
            };
            Ok(SUGGESTION.available(batch.viewer(), status, &facts))
        })
        .collect()
}
