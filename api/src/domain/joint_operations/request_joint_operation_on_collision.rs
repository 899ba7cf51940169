//! Ask for a joint operation where two plans collide.

use inspectorate_entity::{
    audits::audit_project,
    coordination::{coordination_mechanism, mechanism_party},
    coverage::round,
    joint_operations::{
        access_grant::DataClass,
        joint_operation::{JointMode, Linkage},
        joint_operation_party::JointRole,
    },
    organizations::{agency_registration::Agency, organization},
};
use inspectorate_macros::{Input, verb};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::{
    gates,
    joint_operation::JointOperation,
    request_joint_operation::{
        JointPartnerInput, RequestJointOperationInput, request_joint_operation,
    },
};
use crate::{
    access::change::Change,
    domain::{
        audits::{
            audit_project::AuditProject,
            collisions::{self, Met},
            gates::is_ones_own,
        },
        coordination::coordination_mechanism::CoordinationMechanism,
        coverage::{gates::day_done, round::Round},
        meetings::callers,
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What asking for a joint operation where two plans collide takes.
#[derive(Debug, Input)]
pub struct RequestJointOperationOnCollisionInput {
    /// The round of your place that collides, of those who plan inspections; either this or `project` (轮次).
    pub round: Option<GlobalId<Round>>,
    /// The audit of your body that collides, of audit; either this or `round` (审计项目).
    pub project: Option<GlobalId<AuditProject>>,
    /// The organization at which they collide (单位).
    pub organization: GlobalId<Organization>,
    /// The mechanism by which it is done; in force, your body is a party, and exactly one other that acts as the other agency (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// How the sides work together (联动方式).
    pub mode: Coded<JointMode>,
    /// What it is called (名称).
    pub name: Name,
    /// What is looked at; the whole work when left out (监督内容).
    pub topics: Option<Paragraph>,
    /// Its first day; that from which both plans claim when left out (开始日期).
    pub starts_on: Option<Date>,
    /// Its last day; that until which both plans claim when left out (结束日期).
    pub ends_on: Option<Date>,
    /// What your own body does; it leads when left out (本单位分工).
    pub role: Option<Coded<JointRole>>,
    /// Whether results stay readable after it is over, for both sides; no when left out (结束后成果是否仍可查阅).
    pub keeps_results: Option<bool>,
    /// In what the sides are linked, each once; in nothing when left out (联动类型).
    pub linkages: Option<Vec<Coded<Linkage>>>,
    /// The day, not in the future; today when left out (提出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Turn a collision of plans of inspection and audit at an organization into the request for a joint operation there (计划冲突转联动监督): in
/// the days that both claim unless others are given, with the other agency of the mechanism. Audit is to read the inspection and the results, those who inspect the
/// audit and the results; what else is to be opened is asked for with `requestJointOperation`.
#[verb(JointOperation)]
pub async fn request_joint_operation_on_collision(
    change: &mut Change,
    input: RequestJointOperationOnCollisionInput,
) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let mechanism = change
        .related::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let (met, others) = met(change, &input).await?;
    let days = gates::collides_there(&met, organization.id)?;
    let (own, reads, theirs) = match others {
        Agency::Audit => (Agency::Office, DataClass::Audit, DataClass::Inspection),
        _ => (Agency::Audit, DataClass::Inspection, DataClass::Audit),
    };
    let (body, agency) = partner(change, mechanism.id, own, day).await?;
    let role = input.role.map_or(JointRole::Lead, |role| role.0);
    let other_role = match role {
        JointRole::Lead => JointRole::Participant,
        JointRole::Participant => JointRole::Lead,
    };
    let asked = RequestJointOperationInput {
        mechanism: input.mechanism,
        mode: input.mode,
        name: input.name,
        topics: input.topics,
        starts_on: input.starts_on.unwrap_or(Date(days.first)),
        ends_on: input.ends_on.unwrap_or(Date(days.last)),
        objects: vec![input.organization],
        role: Coded(role),
        reads: vec![Coded(reads), Coded(DataClass::Result)],
        partners: vec![JointPartnerInput {
            body: GlobalId::of(body),
            agency: Coded(agency),
            role: Coded(other_role),
            reads: vec![Coded(theirs), Coded(DataClass::Result)],
        }],
        keeps_results: input.keeps_results,
        linkages: input.linkages,
        on: Some(Date(day)),
        client_mutation_id: None,
    };
    request_joint_operation(change, asked).await
}

/// Where the plan named collides, and with which agency.
async fn met(
    change: &Change,
    input: &RequestJointOperationOnCollisionInput,
) -> Result<(Vec<Met>, Agency)> {
    let viewer = change.viewer();
    let (sql, others) = match (&input.round, &input.project) {
        (Some(id), None) => {
            gates::plans_rounds(viewer.agency)?;
            let round = change.related::<round::Entity, _>("round", id).await?;
            let sql = collisions::rounds(&[round.id], viewer, change.sql());
            (sql, Agency::Audit)
        }
        (None, Some(id)) => {
            let project = change
                .related::<audit_project::Entity, _>("project", id)
                .await?;
            is_ones_own(project.auditor_id, viewer.organization_id)
                .map_err(|error| error.field("input.project"))?;
            let sql = collisions::projects(&[project.id], viewer, change.sql());
            (sql, Agency::Office)
        }
        _ => {
            return Err(Error::bad_input(
                "input.round",
                "Name the plan of your own that collides: a round, or an audit.",
                "请填写发生冲突的本方计划：轮次或审计项目，二者填一。",
            ));
        }
    };
    let rows = change.select(sql).await?;
    let mut met = Vec::with_capacity(rows.len());
    for row in &rows {
        met.extend(collisions::read(row)?.map(|(_, _, met)| met));
    }
    Ok((met, others))
}

/// The one other party of the mechanism that acts as the other agency on the day: audit, or one that inspects.
async fn partner(
    change: &Change,
    mechanism: Uuid,
    own: Agency,
    day: chrono::NaiveDate,
) -> Result<(Uuid, Agency)> {
    let parties = mechanism_party::Column::MechanismId.eq(mechanism);
    let mut partners = Vec::new();
    for party in change.rows::<mechanism_party::Entity>(parties).await? {
        if party.organization_id == change.viewer().organization_id {
            continue;
        }
        let registered = callers::agencies(change, party.organization_id, day).await?;
        let counterpart = registered
            .into_iter()
            .find(|agency| gates::is_counterpart(own, *agency));
        partners.extend(counterpart.map(|agency| (party.organization_id, agency)));
    }
    gates::one_counterpart(&partners)
}
