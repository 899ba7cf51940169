//! The guidance of its counties by a city: 5 groups, every county visited, 106 suggestions. What was suggested is not printed.

use inspectorate_entity::guidance::{
    guidance_group, guidance_operation, guidance_operation::GuidanceStatus, guidance_suggestion,
    guidance_suggestion::SuggestionStatus, guidance_visit,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::book::{Book, day, moment};

const SUGGESTIONS: usize = 106;

impl Book {
    /// A group for each of `counties`, which visits it and suggests its part of the whole.
    pub fn guidance(&mut self, city: Uuid, counties: &[Uuid]) {
        let operation = self.id("GuidanceOperation");
        self.guidance_operations
            .push(guidance_operation::ActiveModel {
                id: Set(operation),
                dispatcher_id: Set(city),
                name: Set("2022年县（市、区）全覆盖指导督导".to_owned()),
                year: Set(2022),
                starts_on: Set(day(2022, 3, 1)),
                status: Set(GuidanceStatus::UnderWay),
                closed_on: Set(None),
                summary: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        let mut numbers = 1..SUGGESTIONS + 1;
        for (index, county) in counties.iter().enumerate() {
            let group = self.guidance_group(operation, city, index + 1);
            let visit = self.id("GuidanceVisit");
            self.guidance_visits.push(guidance_visit::ActiveModel {
                id: Set(visit),
                operation_id: Set(operation),
                group_id: Set(group),
                dispatcher_id: Set(*county),
                visited_on: Set(day(2022, 5, 10)),
                left_on: Set(None),
                report: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
            let left = numbers.len();
            let part = left.div_ceil(counties.len() - index);
            for (ordinal, number) in numbers.by_ref().take(part).enumerate() {
                let id = self.id("GuidanceSuggestion");
                self.guidance_suggestions
                    .push(guidance_suggestion::ActiveModel {
                        id: Set(id),
                        operation_id: Set(operation),
                        visit_id: Set(visit),
                        dispatcher_id: Set(*county),
                        guiding_id: Set(city),
                        ordinal: Set(i32::try_from(ordinal + 1).unwrap_or(i32::MAX)),
                        aspect: Set(None),
                        content: Set(format!("示例指导建议{number:03}")),
                        long_standing: Set(false),
                        first_raised_on: Set(None),
                        former_handlers: Set(None),
                        status: Set(SuggestionStatus::Made),
                        made_on: Set(day(2022, 5, 10)),
                        due_on: Set(None),
                        answer: Set(None),
                        answered_on: Set(None),
                        measure_id: Set(None),
                        result: Set(None),
                        settled_on: Set(None),
                        version: Set(1),
                        created_at: Set(moment()),
                        updated_at: Set(moment()),
                    });
            }
        }
    }

    fn guidance_group(&mut self, operation: Uuid, city: Uuid, number: usize) -> Uuid {
        let id = self.id("GuidanceGroup");
        self.guidance_groups.push(guidance_group::ActiveModel {
            id: Set(id),
            operation_id: Set(operation),
            dispatcher_id: Set(city),
            ordinal: Set(i32::try_from(number).unwrap_or(i32::MAX)),
            name: Set(format!("第{number}指导督导组")),
            leader_id: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }
}
