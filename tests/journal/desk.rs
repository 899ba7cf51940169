//! Somebody at work on a database, without HTTP between: a viewer, organizations, and one verb to carry out.

use std::{sync::Arc, time::Duration};

use async_graphql::{InputType, Value};
use chrono::{TimeDelta, Utc};
use inspectorate::{
    access::{
        policy::{Action, Agency, Role},
        verb::{self, Done, VerbDef},
        viewer::Viewer,
    },
    database::Database,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::node_id::{self, GlobalId},
    read::noun::Noun,
};
use inspectorate_entity::{
    journal::event,
    organizations::organization::{self, OrganizationKind, OrganizationLevel},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, PaginatorTrait, Set};
use serde_json::json;
use uuid::Uuid;

use crate::support::database::TestDatabase;

/// A verb that gives an organization another name.
const RENAME: VerbDef = VerbDef {
    name: "rename",
    doc: "",
    action: Action::OpenTerm,
    noun: Organization::DEF,
    input: |_| String::new(),
    run: |change, input| {
        Box::pin(async move {
            let input = input.into_json().unwrap();
            let id = Some(Value::from(input["id"].as_str().unwrap()));
            let Ok(id) = GlobalId::<Organization>::parse(id) else {
                panic!("the test gives a good id");
            };
            let seen = i32::try_from(input["version"].as_i64().unwrap()).unwrap();
            let row = change
                .subject::<organization::Entity, Organization>("id", &id, seen)
                .await?;
            let mut renamed = row.clone().into_active_model();
            renamed.name = Set(input["name"].as_str().unwrap().to_owned());
            Ok(change.update(&row, renamed).await?.id)
        })
    },
};

/// A viewer at a desk.
#[derive(Clone)]
pub struct Desk {
    pub database: Database,
    pub viewer: Viewer,
}

impl Desk {
    pub async fn at(test: &Arc<TestDatabase>) -> Self {
        let database = connect(&test.url).await;
        let mut desk = Self {
            viewer: viewer(&Uuid::now_v7()),
            database,
        };
        let own = desk.organization("OWN").await;
        desk.viewer = viewer(&own);
        desk
    }

    /// Somebody else at the same body.
    pub fn colleague(&self, subject: &str) -> Self {
        let mut colleague = self.clone();
        colleague.viewer.subject = subject.to_owned();
        colleague
    }

    /// A new organization right below the viewer's own; the viewer's own itself when there is none yet.
    pub async fn organization(&self, code: &str) -> Uuid {
        let id = Uuid::now_v7();
        let own = self.viewer.organization_id;
        let exists = organization::Entity::find_by_id(own)
            .one(&self.database.reader)
            .await;
        let parent = exists.unwrap().map(|own| own.path);
        let row = organization::Model {
            id,
            code: code.to_owned(),
            name: code.to_owned(),
            short_name: None,
            english_name: None,
            level: OrganizationLevel::City,
            kind: OrganizationKind::PartyCommittee,
            sector_code: None,
            function_group: None,
            region_code: None,
            parent_id: parent.as_ref().map(|_| own),
            path: format!("{}{}/", parent.unwrap_or("/".to_owned()), id.simple()),
            dispatcher_id: None,
            established_on: None,
            retired_on: None,
            retirement_reason: None,
            merged_into_id: None,
            search: code.to_lowercase(),
            pinyin: code.to_lowercase(),
            version: 1,
            created_at: Utc::now(),
            updated_at: Utc::now(),
        };
        let row = row.into_active_model().reset_all();
        row.insert(&self.database.writer).await.unwrap().id
    }

    pub async fn rename(
        &self,
        id: Uuid,
        name: &str,
        version: i32,
        key: Option<&str>,
    ) -> Result<Done> {
        let id = node_id::encode("Organization", id);
        let input = json!({ "id": id, "name": name, "version": version, "clientMutationId": key });
        let input = Value::from_json(input).unwrap();
        verb::run(&self.viewer, &self.database, &RENAME, input).await
    }

    pub async fn row(&self, id: Uuid) -> organization::Model {
        let row = organization::Entity::find_by_id(id);
        row.one(&self.database.reader).await.unwrap().unwrap()
    }

    pub async fn events(&self) -> u64 {
        event::Entity::find()
            .count(&self.database.reader)
            .await
            .unwrap()
    }
}

pub async fn connect(url: &str) -> Database {
    Database::connect(url, 10, Duration::from_secs(30))
        .await
        .unwrap()
}

fn viewer(organization: &Uuid) -> Viewer {
    Viewer {
        subject: "u-1".to_owned(),
        name: "测试员".to_owned(),
        agency: Agency::Office,
        roles: [Role::Admin].into(),
        organization_id: *organization,
        organization_code: "OWN".to_owned(),
        organization_path: format!("/{}/", organization.simple()),
        authority_id: *organization,
        jurisdiction: format!("/{}/", organization.simple()),
        expires_at: Utc::now() + TimeDelta::hours(1),
        withheld: std::sync::Arc::default(),
        targets: std::sync::Arc::default(),
    }
}
