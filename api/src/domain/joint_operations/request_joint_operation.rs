//! Ask for a joint operation.

use chrono::NaiveDate;
use inspectorate_entity::{
    coordination::{coordination_mechanism, mechanism_party},
    joint_operations::{
        access_grant::{self, DataClass},
        joint_operation::{self, JointMode, JointStatus, Linkage},
        joint_operation_object,
        joint_operation_party::{self, InspectionPlus, JointRole},
    },
    organizations::{agency_registration::Agency, organization},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{gates, joint_operation::JointOperation};
use crate::{
    access::change::Change,
    domain::{
        coordination::{
            coordination_mechanism::CoordinationMechanism, request_gates::mechanism_is_in_force,
        },
        coverage::gates::{Days, day_done},
        meetings::{callers, gates::at_most},
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

/// Another side of a joint operation (其他参加单位).
#[derive(Debug, Input)]
pub struct JointPartnerInput {
    /// The body, a party of the mechanism (单位).
    pub body: GlobalId<Organization>,
    /// As which agency it takes part (机关).
    pub agency: Coded<Agency>,
    /// What it does (分工).
    pub role: Coded<JointRole>,
    /// What it may read while the operation runs, each once (可查阅数据).
    pub reads: Vec<Coded<DataClass>>,
}

/// What asking for a joint operation takes.
#[derive(Debug, Input)]
pub struct RequestJointOperationInput {
    /// The mechanism by which it is done; in force, and your body is a party (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// How the sides work together (联动方式).
    pub mode: Coded<JointMode>,
    /// What it is called (名称).
    pub name: Name,
    /// What is looked at; the whole work when left out (监督内容).
    pub topics: Option<Paragraph>,
    /// Its first day (开始日期).
    pub starts_on: Date,
    /// Its last day (结束日期).
    pub ends_on: Date,
    /// The organizations in its scope, each once, at most 100 (涉及单位).
    pub objects: Vec<GlobalId<Organization>>,
    /// What your own body does (本单位分工).
    pub role: Coded<JointRole>,
    /// What your own body may read while the operation runs, each once (本单位可查阅数据).
    pub reads: Vec<Coded<DataClass>>,
    /// The other sides, at most 20 (其他参加单位).
    pub partners: Vec<JointPartnerInput>,
    /// Whether results stay readable after it is over, for the sides that may read them; no when left out (结束后成果是否仍可查阅).
    pub keeps_results: Option<bool>,
    /// In what the sides are linked, each once; in nothing when left out (联动类型).
    pub linkages: Option<Vec<Coded<Linkage>>>,
    /// The day, not in the future; today when left out (提出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// A side about to be written.
struct Side {
    body: Uuid,
    agency: Agency,
    role: JointRole,
    reads: Vec<DataClass>,
    agreed_on: Option<NaiveDate>,
}

/// Ask the parties of a mechanism for a joint operation (提出联动监督); your body thereby agrees. What it opens is open once all agreed, from its
/// first day to its last.
#[verb(JointOperation)]
pub async fn request_joint_operation(
    change: &mut Change,
    input: RequestJointOperationInput,
) -> Result<Uuid> {
    let mechanism = change
        .related::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    mechanism_is_in_force(&mechanism, day)?;
    let period = Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    let sides = sides(change, &input, mechanism.id, day).await?;
    let agencies: Vec<Agency> = sides.iter().map(|side| side.agency).collect();
    let leads = sides.iter().filter(|side| side.role == JointRole::Lead);
    gates::says_who_with_whom(sides.len(), leads.count(), input.objects.len())?;
    gates::mode_fits_the_sides(input.mode.0, &agencies)?;
    let opened: Vec<DataClass> = sides
        .iter()
        .flat_map(|side| side.reads.iter().copied())
        .collect();
    let at_home = change.viewer().authority_id == mechanism.dispatcher_id;
    gates::opens_what_a_side_holds(&opened, &agencies, at_home)?;
    let objects = objects(change, &input.objects).await?;
    let links = gates::links(input.linkages.as_deref().unwrap_or_default())?;
    let keeps_results = input.keeps_results.unwrap_or(false);
    let operation = change
        .insert(joint_operation::ActiveModel {
            dispatcher_id: Set(mechanism.dispatcher_id),
            mechanism_id: Set(mechanism.id),
            initiator_id: Set(change.viewer().organization_id),
            mode: Set(input.mode.0),
            name: Set(input.name.0),
            topics: Set(input.topics.map(|topics| topics.0)),
            starts_on: Set(period.first),
            ends_on: Set(period.last),
            keeps_results: Set(keeps_results),
            status: Set(JointStatus::Requested),
            requested_on: Set(day),
            agreed_on: Set(None),
            entered_on: Set(None),
            ended_on: Set(None),
            end_reason: Set(None),
            report: Set(None),
            reported_on: Set(None),
            ledger_keeper_id: Set(None),
            rectification_joined_on: Set(None),
            links_tasks: Set(links.tasks),
            links_methods: Set(links.methods),
            links_results: Set(links.results),
            ..Default::default()
        })
        .await?;
    for object in &objects {
        change
            .insert(joint_operation_object::ActiveModel {
                operation_id: Set(operation.id),
                organization_id: Set(*object),
                ..Default::default()
            })
            .await?;
    }
    for side in sides {
        let chain = gates::chain(side.agency, &agencies);
        write(change, &operation, side, chain, &objects).await?;
    }
    Ok(operation.id)
}

/// The sides: the viewer's own body first, which agrees by asking.
async fn sides(
    change: &Change,
    input: &RequestJointOperationInput,
    mechanism: Uuid,
    day: NaiveDate,
) -> Result<Vec<Side>> {
    at_most(input.partners.len(), 20, "input.partners")?;
    let parties = mechanism_party::Column::MechanismId.eq(mechanism);
    let parties = change.rows::<mechanism_party::Entity>(parties).await?;
    let parties: Vec<Uuid> = parties.iter().map(|party| party.organization_id).collect();
    let own = change.viewer().organization_id;
    gates::side_is_a_party(own, &parties, &[], "input.mechanism")?;
    let mut named = vec![own];
    let mut sides = vec![Side {
        body: own,
        agency: change.viewer().agency,
        role: input.role.0,
        reads: each_once(&input.reads, "input.reads")?,
        agreed_on: Some(day),
    }];
    for (index, partner) in input.partners.iter().enumerate() {
        let field = format!("partners.{index}");
        let at = format!("{field}.body");
        let body = change
            .related::<organization::Entity, _>(&at, &partner.body)
            .await?;
        gates::side_is_a_party(body.id, &parties, &named, &format!("input.{at}"))?;
        named.push(body.id);
        let registered = callers::agencies(change, body.id, day).await?;
        let agency = partner.agency.0;
        gates::acts_as(agency, &registered, &format!("input.{field}.agency"))?;
        sides.push(Side {
            body: body.id,
            agency,
            role: partner.role.0,
            reads: each_once(&partner.reads, &format!("input.{field}.reads"))?,
            agreed_on: None,
        });
    }
    Ok(sides)
}

fn each_once(named: &[Coded<DataClass>], field: &str) -> Result<Vec<DataClass>> {
    let mut known = Vec::with_capacity(named.len());
    for class in named {
        if known.contains(&class.0) {
            return Err(Error::conflict(
                field,
                "That class of data is named already.",
                "该数据类别已填写，请勿重复。",
            ));
        }
        known.push(class.0);
    }
    Ok(known)
}

async fn objects(change: &Change, named: &[GlobalId<Organization>]) -> Result<Vec<Uuid>> {
    at_most(named.len(), 100, "input.objects")?;
    let mut known = Vec::with_capacity(named.len());
    for (index, object) in named.iter().enumerate() {
        let field = format!("objects.{index}");
        let object = change
            .related::<organization::Entity, _>(&field, object)
            .await?;
        if known.contains(&object.id) {
            return Err(Error::conflict(
                format!("input.{field}"),
                "That organization is named already.",
                "该单位已填写，请勿重复。",
            ));
        }
        known.push(object.id);
    }
    Ok(known)
}

/// A side, and what is to be opened to it.
async fn write(
    change: &mut Change,
    operation: &joint_operation::Model,
    side: Side,
    chain: Option<InspectionPlus>,
    objects: &[Uuid],
) -> Result<()> {
    change
        .insert(joint_operation_party::ActiveModel {
            operation_id: Set(operation.id),
            organization_id: Set(side.body),
            agency: Set(side.agency),
            role: Set(side.role),
            agreed_on: Set(side.agreed_on),
            entered_on: Set(None),
            chain: Set(chain),
            supervision: Set(gates::supervision(side.agency)),
            ..Default::default()
        })
        .await?;
    for class in side.reads {
        let lasts = class == DataClass::Result && operation.keeps_results;
        for object in objects {
            change
                .insert(access_grant::ActiveModel {
                    operation_id: Set(operation.id),
                    dispatcher_id: Set(operation.dispatcher_id),
                    receiver_id: Set(side.body),
                    organization_id: Set(*object),
                    class: Set(class),
                    starts_on: Set(operation.starts_on),
                    ends_on: Set((!lasts).then_some(operation.ends_on)),
                    opened_on: Set(None),
                    closed_on: Set(None),
                    ..Default::default()
                })
                .await?;
        }
    }
    Ok(())
}
