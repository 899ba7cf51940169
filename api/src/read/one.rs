//! Rows by id, each an answer of its own.

use async_graphql::{Positioned, parser::types::Field};
use uuid::Uuid;

use super::{
    execute::Loaded,
    noun::NounDef,
    plan::{Level, Shape},
    reader::{Answer, Reader},
    refusals,
};
use crate::{access::policy, error::Result};

/// The rows that were asked for, and what is asked of each.
struct Asked<'q> {
    level: Level<'q>,
    shape: Shape<'q>,
    data: Loaded,
}

impl<'a> Reader<'a> {
    /// A field that is the row `id` of `noun`; null when it does not exist for the viewer.
    pub async fn one(
        &self,
        noun: &'static NounDef,
        id: Option<Uuid>,
        fields: &[&'a Positioned<Field>],
    ) -> Result<Answer> {
        let asked = self.ask(noun, id.as_slice(), fields).await?;
        Ok(self.answered(&asked, id, fields))
    }

    /// The same for many rows, read together: an answer for each of `ids`.
    pub async fn each(
        &self,
        noun: &'static NounDef,
        ids: &[Uuid],
        fields: &[&'a Positioned<Field>],
    ) -> Result<Vec<Answer>> {
        let asked = self.ask(noun, ids, fields).await?;
        let answer = |id: &Uuid| self.answered(&asked, Some(*id), fields);
        Ok(ids.iter().map(answer).collect())
    }

    async fn ask(
        &self,
        noun: &'static NounDef,
        ids: &[Uuid],
        fields: &[&'a Positioned<Field>],
    ) -> Result<Asked<'a>> {
        policy::require(self.viewer, noun.reads, noun.name)?;
        let mut level = self.planner().level(noun);
        let shape = self.planner().shape(&mut level, fields);
        let data = self.load_rows(&level, ids).await?;
        Ok(Asked { level, shape, data })
    }

    fn answered(
        &self,
        asked: &Asked<'a>,
        id: Option<Uuid>,
        fields: &[&'a Positioned<Field>],
    ) -> Answer {
        let Asked { level, shape, data } = asked;
        let row = id.and_then(|id| data.index.get(&id));
        self.written(fields, |writer| {
            let written = match row {
                Some(row) => writer.object(shape, level, data, *row),
                None => writer.null(),
            };
            writer.refuse(refusals::of_shape(shape, level));
            written
        })
    }
}
