//! The enums of the twin: a plain server writes them down once for the schema and once for the database.

use async_graphql::Enum;

macro_rules! spelled {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<$name> for &'static str {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$variant => $text),+
                }
            }
        }
    };
}

spelled! {
    /// The level on which a body stands.
    OrganizationLevel {
        Central = "CENTRAL",
        Ministry = "MINISTRY",
        Province = "PROVINCE",
        City = "CITY",
        County = "COUNTY",
        Township = "TOWNSHIP",
        Village = "VILLAGE",
        Enterprise = "ENTERPRISE",
    }
}

spelled! {
    /// How early an object is to be inspected.
    Priority {
        Ordinary = "ORDINARY",
        High = "HIGH",
        First = "FIRST",
    }
}

spelled! {
    /// Which inspections count as covering an object.
    RequiredMode {
        Routine = "ROUTINE",
        AnyMode = "ANY_MODE",
    }
}
