//! What was asked and told around a round, object by object (巡前沟通、巡后通报情况).

use std::collections::BTreeMap;

use async_graphql::{ID, SimpleObject};
use chrono::NaiveDate;
use inspectorate_entity::{
    coordination::coordination_request::{RequestKind, RequestStatus},
    vocabulary::Vocabulary as _,
};
use uuid::Uuid;

use super::coordination_request::CoordinationRequest;
use crate::{
    access::visible,
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{coded::Coded, node_id, scalars::Date},
    read::{Batch, noun::Noun as _},
};

/// What was asked and told about one organization around a round (某单位信息沟通情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct ObjectExchange {
    /// The organization (单位).
    organization_id: ID,
    /// What it is called (单位名称).
    organization: String,
    /// How many requests about it wait for their answer, or notices for their receipt (未办结件数).
    open: i32,
    /// What was asked and told, the oldest first (请求).
    requests: Vec<Exchanged>,
}

/// One request or notice about the organization (请求或通报).
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "ExchangedRequest")]
pub struct Exchanged {
    /// The request (协作请求).
    request_id: ID,
    /// What kind it is (请求种类).
    kind: Coded<RequestKind>,
    /// What it is about (事由).
    title: String,
    /// Who is asked or told; null when the viewer may not see that body (接收单位).
    receiver: Option<String>,
    /// How far it has come (状态).
    status: Coded<RequestStatus>,
    /// When it was sent (发出日期).
    sent_on: Date,
    /// When it was answered in full; null until then (答复日期).
    replied_on: Option<Date>,
    /// Whether an answer, or the receipt of a notice, is waited for (是否未办结).
    is_open: bool,
}

/// Whether something is still waited for.
fn is_open(kind: RequestKind, status: RequestStatus) -> bool {
    match status {
        RequestStatus::Sent | RequestStatus::Accepted | RequestStatus::PartlyReplied => true,
        RequestStatus::Received => kind != RequestKind::PostInspectionNotice,
        RequestStatus::Replied | RequestStatus::Returned | RequestStatus::Withdrawn => false,
    }
}

/// The exchange of each round, as far as the viewer is a party of it: one statement for the whole page.
pub async fn information_exchange(batch: &Batch<'_>) -> Result<Vec<Vec<ObjectExchange>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.round_id, t.id, t.kind, t.title, t.status, t.sent_on, t.replied_on, o.id AS object, o.name AS called, (SELECT b.name FROM organization b WHERE b.id = t.receiver_id AND ");
    visible::rows(Organization::DEF, batch.viewer(), "b", &mut sql);
    sql.push(") AS receiver FROM coordination_request t JOIN coordination_request_object x ON x.request_id = t.id JOIN organization o ON o.id = x.organization_id WHERE t.round_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(CoordinationRequest::DEF, batch.viewer(), "t", &mut sql);
    sql.push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "o", &mut sql);
    sql.push(" ORDER BY o.code, t.sent_on, t.id");
    let mut of_rounds: BTreeMap<Uuid, Vec<ObjectExchange>> = BTreeMap::new();
    for row in batch.fetch(sql).await? {
        let (kind, status): (String, String) =
            (row.try_get("", "kind")?, row.try_get("", "status")?);
        let kind = RequestKind::parse(&kind).ok_or_else(|| Error::internal(("kind", kind)))?;
        let status =
            RequestStatus::parse(&status).ok_or_else(|| Error::internal(("status", status)))?;
        let object = ID(node_id::encode("Organization", row.try_get("", "object")?));
        let of_round = of_rounds.entry(row.try_get("", "round_id")?).or_default();
        if of_round
            .last()
            .is_none_or(|last| last.organization_id != object)
        {
            of_round.push(ObjectExchange {
                organization_id: object,
                organization: row.try_get("", "called")?,
                open: 0,
                requests: Vec::new(),
            });
        }
        let replied_on: Option<NaiveDate> = row.try_get("", "replied_on")?;
        let exchanged = Exchanged {
            request_id: ID(node_id::encode(
                CoordinationRequest::DEF.name,
                row.try_get("", "id")?,
            )),
            kind: Coded(kind),
            title: row.try_get("", "title")?,
            receiver: row.try_get("", "receiver")?,
            status: Coded(status),
            sent_on: Date(row.try_get("", "sent_on")?),
            replied_on: replied_on.map(Date),
            is_open: is_open(kind, status),
        };
        if let Some(last) = of_round.last_mut() {
            last.open += i32::from(exchanged.is_open);
            last.requests.push(exchanged);
        }
    }
    let rounds = batch.ids().into_iter();
    Ok(rounds
        .map(|round| of_rounds.remove(&round).unwrap_or_default())
        .collect())
}
