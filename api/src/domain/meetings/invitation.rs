//! Calling people and bodies to a meeting.

use inspectorate_entity::{
    meetings::{
        meeting::{self, MeetingKind},
        meeting_attendance::{self, Presence},
    },
    organizations::{organization, person},
};
use inspectorate_macros::Input;
use sea_orm::{ColumnTrait, Set};

use super::gates::{self, Called};
use crate::{
    access::change::Change,
    domain::{
        coordination::conference,
        organizations::{organization::Organization, person::Person},
    },
    error::Result,
    graphql::node_id::GlobalId,
};

/// How many may be called to one meeting.
const MOST: usize = 200;

/// Somebody called to a meeting (参会人员或单位).
#[derive(Debug, Input)]
pub struct InvitedInput {
    /// The person; leave it out when the body sends whom it will (人员).
    pub person: Option<GlobalId<Person>>,
    /// The body for which the person comes, or that is called itself (单位).
    pub organization: Option<GlobalId<Organization>>,
    /// Whether the meeting needs it there; yes when left out, no for who only sits in (是否应到).
    pub required: Option<bool>,
}

/// Call `invited` to `meeting`, each once; at most 200 in all. Members of a joint conference come from bodies with a mechanism. Answers
/// the rows written.
pub async fn call(
    change: &mut Change,
    meeting: &meeting::Model,
    invited: Vec<InvitedInput>,
) -> Result<Vec<meeting_attendance::Model>> {
    let known = meeting_attendance::Column::MeetingId.eq(meeting.id);
    let known = change.rows::<meeting_attendance::Entity>(known).await?;
    gates::at_most(known.len() + invited.len(), MOST, "input.invited")?;
    let parties = match meeting.kind {
        MeetingKind::JointConference => {
            Some(conference::parties_on(change, meeting.planned_on).await?)
        }
        _ => None,
    };
    let mut called: Vec<Called> = known
        .iter()
        .map(|row| (row.person_id, row.organization_id))
        .collect();
    let mut written = Vec::with_capacity(invited.len());
    for (index, one) in invited.into_iter().enumerate() {
        let field = format!("invited.{index}");
        let person = match &one.person {
            Some(id) => {
                let field = format!("{field}.person");
                Some(change.related::<person::Entity, _>(&field, id).await?.id)
            }
            None => None,
        };
        let organization = match &one.organization {
            Some(id) => {
                let field = format!("{field}.organization");
                let row = change
                    .related::<organization::Entity, _>(&field, id)
                    .await?;
                Some(row.id)
            }
            None => None,
        };
        gates::called_once(&called, (person, organization), &format!("input.{field}"))?;
        let required = one.required.unwrap_or(true);
        if let Some(parties) = &parties {
            let field = format!("input.{field}");
            conference::member_has_a_mechanism(organization, required, parties, &field)?;
        }
        called.push((person, organization));
        let row = change
            .insert(meeting_attendance::ActiveModel {
                meeting_id: Set(meeting.id),
                person_id: Set(person),
                organization_id: Set(organization),
                required: Set(required),
                presence: Set(Presence::Expected),
                absence_reason: Set(None),
                substitute_id: Set(None),
                ..Default::default()
            })
            .await?;
        written.push(row);
    }
    Ok(written)
}
