//! Plans: checkpoints of a year, guidance from above.

mod correct_checkpoint;
mod record_checkpoint;
mod review_plan;
mod set_checkpoints;

use serde_json::Value;

use crate::coverage::desk::Desk;

/// The checkpoint of `kind` of an annual plan: its id and version.
pub async fn checkpoint(desk: &Desk, annual: &str, kind: &str) -> (String, Value) {
    let query = format!(
        "{{ planCheckpoints(filter: {{ kind: {{ eq: {kind} }}, plan: {{ id: {{ eq: \"{annual}\" }} }} }}) {{ nodes {{ id version }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let version = answer.data("/planCheckpoints/nodes/0/version").clone();
    (answer.text_at("/planCheckpoints/nodes/0/id"), version)
}
