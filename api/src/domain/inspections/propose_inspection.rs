//! Propose an inspection.

use chrono::Datelike;
use inspectorate_entity::{
    coverage::{coverage_record::InspectionKind, round, term},
    inspections::inspection::{self, CrossMode, InspectionForm, InspectionStatus, TopicPart},
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    codes, dispatch, earlier,
    elevation::{self, ElevationInput},
    gates::{self, Earlier},
    inspection::Inspection,
    marking,
    marks::is_above,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::{
            gates::{Days, days_of},
            round::Round,
        },
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name},
    },
};

/// What proposing an inspection takes.
#[derive(Debug, Input)]
pub struct ProposeInspectionInput {
    /// The organization to be inspected, an object of your dispatcher or of one below it (被巡察单位).
    pub organization: GlobalId<Organization>,
    /// What kind of inspection it is (方式).
    pub kind: Coded<InspectionKind>,
    /// Its round, one of your dispatcher; leave it out when it runs outside the rounds (轮次).
    pub round: Option<GlobalId<Round>>,
    /// Name of the operation that it is part of; leave it out when it is part of none (专项名称).
    pub name: Option<Name>,
    /// What it is about, a code of the list `TOPIC`; a special inspection needs it (专题).
    pub topic: Option<Code>,
    /// Which part the organization has in the topic; leave it out when it has none, or when there is no topic (在专题中的角色).
    pub topic_part: Option<Coded<TopicPart>>,
    /// Its batch within the operation, from 1; leave it out when there are none (批次).
    pub batch: Option<i32>,
    /// First day of its window, within that of its round (计划进驻日期).
    pub starts_on: Date,
    /// Last day of its window, within that of its round (计划结束日期).
    pub ends_on: Date,
    /// Code of the dispatching body that authorizes it; your dispatcher when left out (授权机关).
    pub authorizing_body: Option<Code>,
    /// Codes of the dispatchers whose people inspect; your dispatcher's own when left out (人员来源).
    pub staff_origins: Option<Vec<Code>>,
    /// How places exchange people for it; leave it out when they do not (交叉方式).
    pub cross_mode: Option<Coded<CrossMode>>,
    /// The inspection that a look-back looks back at; for a look-back only (所“回头看”的巡察).
    pub looks_back_at: Option<GlobalId<Inspection>>,
    /// Why it is elevated; needed when the organization is an object of a dispatcher below yours (提级理由).
    pub elevation: Option<ElevationInput>,
    /// The day on which it was put forward, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Propose an inspection (谋划巡察). Its marks follow from the three dispatch facts; those who do not plan see it once it is approved.
#[verb(Inspection)]
pub async fn propose_inspection(
    change: &mut Change,
    input: ProposeInspectionInput,
) -> Result<Uuid> {
    let organization = change
        .related_alone::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let window = Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    let (round, term) = round_and_term(change, &input, window).await?;
    let sender = body(change, change.viewer().authority_id).await?;
    let home = match organization.dispatcher_id {
        Some(home) if home != sender.id => body(change, home).await?,
        _ => sender.clone(),
    };
    gates::may_be_sent(&sender.path, &home.path, "input.organization")?;
    let elevated = is_above(&sender.path, &home.path);
    let reasons = input.elevation.as_ref().map_or(0, |why| why.reasons.len());
    gates::elevation_has_reasons(elevated, reasons)
        .map_err(|error| error.field("input.elevation"))?;
    if let Some(why) = &input.elevation {
        gates::elevated_by_a_body_above(&sender.path, &home.path, "input.elevation")?;
        elevation::check(change, why, "input.elevation").await?;
    }
    gates::special_has_a_topic(input.kind.0, input.topic.is_some())?;
    gates::part_has_a_topic(input.topic_part.is_some(), input.topic.is_some())?;
    let topics = input.topic.iter();
    let topics: Vec<_> = topics
        .map(|topic| ("input.topic".to_owned(), topic.0.as_str()))
        .collect();
    codes::known(change, "TOPIC", &topics).await?;
    if let Some(batch) = input.batch {
        gates::counts_from_one(batch, "input.batch")?;
    }
    let looks_back_at = looked_back_at(change, &input, organization.id).await?;
    let authorizer = match &input.authorizing_body {
        None => sender.clone(),
        Some(code) => dispatch::dispatcher(change, code, "input.authorizingBody").await?,
    };
    let origins = dispatch::origins(change, input.staff_origins.as_deref(), sender.id).await?;
    let why = input.elevation.as_ref();
    let inspection = change
        .insert(inspection::ActiveModel {
            authorizing_body_id: Set(authorizer.id),
            authorizing_body_name: Set(authorizer.name),
            dispatcher_id: Set(sender.id),
            organization_id: Set(organization.id),
            usual_dispatcher_id: Set(organization.dispatcher_id),
            term_id: Set(term),
            round_id: Set(round),
            kind: Set(input.kind.0),
            form: Set(InspectionForm::Own),
            name: Set(input.name.map(|name| name.0)),
            topic: Set(input.topic.map(|topic| topic.0)),
            topic_part: Set(input.topic_part.map(|part| part.0)),
            batch: Set(input.batch),
            year: Set(window.first.year()),
            starts_on: Set(window.first),
            ends_on: Set(window.last),
            status: Set(InspectionStatus::Proposed),
            status_on: Set(day),
            looks_back_at_id: Set(looks_back_at),
            cross_mode: Set(input.cross_mode.map(|mode| mode.0)),
            is_cross: Set(false),
            is_millstone: Set(false),
            is_elevated: Set(elevated),
            is_elevated_cross: Set(false),
            is_assistance: Set(false),
            unable_body_id: Set(elevated.then_some(home.id)),
            failure: Set(why.and_then(|why| why.failure.clone()).map(|code| code.0)),
            elevation_statement: Set(why.and_then(|why| why.statement.clone()).map(|text| text.0)),
            elevated_on: Set(elevated.then_some(day)),
            ..Default::default()
        })
        .await?;
    dispatch::write(change, &inspection, &origins).await?;
    if let Some(why) = &input.elevation {
        elevation::write(change, &inspection, why).await?;
    }
    if input.kind.0 == InspectionKind::LookBack {
        earlier::load(change, &inspection).await?;
    }
    let id = inspection.id;
    marking::renew(change, &[inspection]).await?;
    Ok(id)
}

async fn body(change: &Change, id: Uuid) -> Result<organization::Model> {
    let found = change
        .rows::<organization::Entity>(organization::Column::Id.eq(id))
        .await?;
    let missing = || Error::internal("a dispatcher that does not exist");
    found.into_iter().next().ok_or_else(missing)
}

/// The round, and the term in which the inspection is counted: that of the round, or the one that has its first day.
async fn round_and_term(
    change: &Change,
    input: &ProposeInspectionInput,
    window: Days,
) -> Result<(Option<Uuid>, Uuid)> {
    if let Some(round) = &input.round {
        let round = change.related::<round::Entity, _>("round", round).await?;
        gates::own(change.viewer(), round.dispatcher_id, "input.round")?;
        let whole = Days {
            first: round.starts_on,
            last: round.ends_on,
        };
        gates::window_lies_in(window, whole, "input.startsOn")?;
        return Ok((Some(round.id), round.term_id));
    }
    Ok((None, term_of(change, window, "input.startsOn").await?))
}

/// The term of the viewer's dispatcher that has the first day of `window`.
pub async fn term_of(change: &Change, window: Days, field: &str) -> Result<Uuid> {
    let own = Condition::all().add(term::Column::DispatcherId.eq(change.viewer().authority_id));
    let terms = change.rows::<term::Entity>(own).await?;
    let has_it = |term: &&term::Model| days_of(term).contains(window.first);
    match (
        terms.iter().find(has_it),
        terms.iter().max_by_key(|term| term.ends_on),
    ) {
        (Some(term), _) => Ok(term.id),
        (None, Some(latest)) => {
            gates::lies_in_term(window.first, days_of(latest), field)?;
            Ok(latest.id)
        }
        (None, None) => Err(Error::bad_input(
            field,
            "Your dispatcher has no term on that day: open it with `openTerm` first.",
            "本级在该日期没有届期，请先用 openTerm 设立。",
        )),
    }
}

async fn looked_back_at(
    change: &Change,
    input: &ProposeInspectionInput,
    organization: Uuid,
) -> Result<Option<Uuid>> {
    let earlier = match &input.looks_back_at {
        None => None,
        Some(earlier) => Some(
            change
                .related::<inspection::Entity, _>("looksBackAt", earlier)
                .await?,
        ),
    };
    let facts = earlier.as_ref().map(|earlier| Earlier {
        organization: earlier.organization_id,
        fed_back_on: earlier.fed_back_on,
    });
    gates::looks_back_at_what_was_fed_back(input.kind.0, facts, organization, input.starts_on.0)?;
    Ok(earlier.map(|earlier| earlier.id))
}
