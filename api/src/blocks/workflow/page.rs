//! The printed page of life cycles, `docs/workflows.md`: generated from the declarations, so that it cannot be wrong.

use std::fmt::Write;

use inspectorate_entity::vocabulary::Vocabulary;

use super::{LifeCycle, Owed, verb};
use crate::access::policy;

/// A life cycle as the page and the worklist take it, whatever its states and facts are.
pub trait Declared: Sync {
    /// The section of the page about it.
    fn section(&self) -> String;
    /// The steps that are owed by whoever may take them.
    fn owed(&self) -> Vec<Owed>;
}

/// The whole page.
pub fn document(life_cycles: &[&dyn Declared]) -> String {
    let mut page = String::from(
        "# Life cycles (工作流程)\n\n\
         Generated from the declarations that the mutations, `availableActions` and the worklist use. Change the declaration, not this page.\n",
    );
    for life_cycle in life_cycles {
        page.push('\n');
        page.push_str(&life_cycle.section());
    }
    page
}

impl<S: Vocabulary, F> Declared for LifeCycle<S, F> {
    fn owed(&self) -> Vec<Owed> {
        let owed = self.steps.iter().filter(|step| step.owed);
        owed.map(|step| Owed {
            noun: self.noun,
            action: step.action,
            from: step.from.iter().map(Vocabulary::as_str).collect(),
        })
        .collect()
    }

    fn section(&self) -> String {
        let mut text = format!("## {}\n\n{}\n\n", self.noun, self.doc);
        self.diagram(&mut text);
        text.push_str("\n| State | Meaning |\n|---|---|\n");
        for entry in S::variants() {
            line(
                &mut text,
                format_args!("| `{}` | {} |", entry.value, entry.doc),
            );
        }
        text.push_str("\n| Action | From | To | Who | What must be true first | Deadline |\n|---|---|---|---|---|---|\n");
        line(
            &mut text,
            format_args!(
                "| `{}` | | `{}` | {} | | |",
                verb(self.begun_by),
                self.initial.as_str(),
                who(self.begun_by)
            ),
        );
        for step in self.steps {
            let from: Vec<_> = step
                .from
                .iter()
                .map(|state| format!("`{}`", state.as_str()))
                .collect();
            let to = step.to.map(|state| format!("`{}`", state.as_str()));
            let rules: Vec<_> = step
                .rules
                .iter()
                .map(|rule| format!("{} (`{}`)", rule.doc, rule.gate.as_str()))
                .collect();
            line(
                &mut text,
                format_args!(
                    "| `{}`: {} | {} | {} | {} | {} | {} |",
                    verb(step.action),
                    step.doc,
                    from.join(", "),
                    to.unwrap_or_default(),
                    who(step.action),
                    rules.join("; "),
                    step.deadline.unwrap_or_default(),
                ),
            );
        }
        text
    }
}

impl<S: Vocabulary, F> LifeCycle<S, F> {
    fn diagram(&self, text: &mut String) {
        text.push_str("```mermaid\nstateDiagram-v2\n");
        line(
            text,
            format_args!(
                "    [*] --> {}: {}",
                self.initial.as_str(),
                verb(self.begun_by)
            ),
        );
        for step in self.steps {
            for from in step.from {
                let to = step.to.unwrap_or(*from);
                line(
                    text,
                    format_args!(
                        "    {} --> {}: {}",
                        from.as_str(),
                        to.as_str(),
                        verb(step.action)
                    ),
                );
            }
        }
        text.push_str("```\n");
    }
}

fn who(action: policy::Action) -> String {
    let grant = policy::grant(action);
    let agencies: Vec<_> = grant
        .agencies
        .iter()
        .map(|agency| agency.as_str())
        .collect();
    format!(
        "{} ({} and above)",
        agencies.join(", "),
        grant.role.as_str()
    )
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing into a `String` cannot fail.
    let _ = text.write_fmt(words);
    text.push('\n');
}
