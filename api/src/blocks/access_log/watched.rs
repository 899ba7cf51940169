//! Which reads are logged: by the names of the table of permissions.

use std::{collections::HashMap, str::FromStr};

use crate::{
    access::policy::Action,
    read::noun::{FieldKind, NounDef},
};

/// What a setting names as logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoggedRead {
    /// Every read of every noun.
    Every,
    /// No read at all.
    Nothing,
    /// What needs this action.
    Of(Action),
}

impl LoggedRead {
    fn covers(self, action: Action) -> bool {
        match self {
            Self::Every => true,
            Self::Nothing => false,
            Self::Of(own) => own == action,
        }
    }
}

impl FromStr for LoggedRead {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let reads: Vec<Action> = Action::ALL
            .iter()
            .copied()
            .filter(|action| action.as_str().starts_with("Read"))
            .collect();
        match text {
            "every" => return Ok(Self::Every),
            "none" => return Ok(Self::Nothing),
            _ => {}
        }
        let named = reads.iter().find(|action| action.as_str() == text);
        named.copied().map(Self::Of).ok_or_else(|| {
            let names: Vec<_> = reads.iter().map(|action| action.as_str()).collect();
            let names = names.join(", ");
            format!("`{text}` is nothing that is read; there are every, none, {names}")
        })
    }
}

/// What of a noun is logged when it is read.
#[derive(Debug)]
pub struct Watched {
    /// Every row, whatever is read of it.
    pub whole: bool,
    /// These fields, with the column that each shows; a computed one shows none.
    fields: Vec<(&'static str, Option<&'static str>)>,
}

impl Watched {
    /// The field called `name`, when it is logged by itself.
    pub fn field(&self, name: &str) -> Option<&'static str> {
        let mut fields = self.fields.iter();
        fields.find(|(own, _)| *own == name).map(|(own, _)| *own)
    }

    /// The logged fields that show one of `columns`.
    pub fn shown_by<'a>(
        &'a self,
        columns: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = &'static str> + 'a {
        let shown = move |(_, column): &&(_, Option<&'static str>)| column.is_some_and(&columns);
        self.fields.iter().filter(shown).map(|(name, _)| *name)
    }
}

/// Every noun of which something is logged.
pub fn by_noun(logged: &[LoggedRead]) -> HashMap<&'static str, Watched> {
    let covered = |action| logged.iter().any(|one| one.covers(action));
    let of_noun = |noun: &'static NounDef| {
        let fields = noun.fields.iter();
        let fields = fields.filter(|field| field.reads.is_some_and(covered));
        let watched = Watched {
            whole: covered(noun.reads),
            fields: fields
                .map(|field| match field.kind {
                    FieldKind::Column { column, .. } | FieldKind::One { column, .. } => {
                        (field.name, Some(column))
                    }
                    FieldKind::Many { .. }
                    | FieldKind::First { .. }
                    | FieldKind::Any { .. }
                    | FieldKind::Computed { .. } => (field.name, None),
                })
                .collect(),
        };
        (watched.whole || !watched.fields.is_empty()).then_some((noun.name, watched))
    };
    crate::schema::nouns().filter_map(of_noun).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_is_named_as_the_table_of_permissions_names_it() {
        assert_eq!("every".parse(), Ok(LoggedRead::Every));
        assert_eq!("none".parse(), Ok(LoggedRead::Nothing));
        let dates = LoggedRead::Of(Action::ReadLookBackDates);
        assert_eq!("ReadLookBackDates".parse(), Ok(dates));
        for wrong in ["", "OpenTerm", "readLookBackDates"] {
            assert!(wrong.parse::<LoggedRead>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_what_is_named_is_watched() {
        let watched = by_noun(&[LoggedRead::Of(Action::ReadLookBackDates)]);
        assert_eq!(watched.len(), 1);
        let object = &watched["CoverageObject"];
        assert!(!object.whole);
        assert_eq!(object.field("plannedLookBackOn"), Some("plannedLookBackOn"));
        assert_eq!(object.field("priority"), None);
        let by_column: Vec<_> = object
            .shown_by(|column| column == "planned_look_back_on")
            .collect();
        assert_eq!(by_column, ["plannedLookBackOn"]);
        assert!(by_noun(&[LoggedRead::Nothing]).is_empty());
        let every = by_noun(&[LoggedRead::Every]);
        assert_eq!(every.len(), crate::schema::nouns().count());
        assert!(every.values().all(|watched| watched.whole));
    }
}
