//! Letting a request in, or saying which limit it breaks.

use async_graphql::{
    Request, ServerError, Variables,
    parser::types::{ExecutableDocument, OperationType},
};

use super::{cache::DocumentCache, operation, variables, weight::Scale};
use crate::settings::Limits;

/// Why a request was not admitted.
#[derive(Debug)]
pub struct Refusal {
    pub error: Box<ServerError>,
    /// False when the document is not GraphQL at all; HTTP tells the two apart.
    pub parsed: bool,
}

/// The limits, and the documents that were parsed before.
#[derive(Debug)]
pub struct Guard {
    limits: Limits,
    documents: DocumentCache,
}

/// A request that may be executed.
#[derive(Debug)]
pub struct Admitted {
    /// The request with its document parsed and its variables complete.
    pub request: Request,
    /// What the operation that will run is.
    pub operation: OperationType,
    /// Nested selection sets that its execution goes down into.
    pub levels: u64,
}

impl Guard {
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            documents: DocumentCache::new(limits.document_cache),
        }
    }

    /// Find `request` bearable, or say which limit it breaks.
    pub fn admit(&self, mut request: Request) -> Result<Admitted, Refusal> {
        variables::refuse_raw_json(&request.variables)?;
        let document = self.documents.parse(&request.query, &self.limits)?;
        let name = request.operation_name.as_deref();
        let chosen = operation::choose(&document, name)?;
        let operation = chosen.node.ty;
        variables::complete(&mut request.variables, chosen, &self.limits)?;
        let levels = self.weigh(&document, name, &request.variables)?;
        request.set_parsed_query(document);
        Ok(Admitted {
            request,
            operation,
            levels,
        })
    }

    /// Find a parsed document bearable: the levels that its execution goes down into.
    pub fn weigh(
        &self,
        document: &ExecutableDocument,
        name: Option<&str>,
        variables: &Variables,
    ) -> Result<u64, Refusal> {
        let chosen = operation::choose(document, name)?;
        let mut scale = Scale::new(document, variables);
        let weight = operation::weigh(document, chosen, &mut scale, &self.limits)?;
        Ok(weight.levels)
    }
}
