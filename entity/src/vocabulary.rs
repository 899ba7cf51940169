//! Closed lists of the domain, declared once: spelling, English definition, Chinese term, and the way to and from a column.

/// One value of a vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The spelling in the database, on the wire and in the schema.
    pub value: &'static str,
    /// The definition in English, with the Chinese term in brackets.
    pub doc: &'static str,
    /// The Chinese term.
    pub zh: &'static str,
}

/// A closed list of the domain, kept as text in the database.
pub trait Vocabulary: Copy + Eq + Send + Sync + 'static {
    /// The name of the enum in the schema.
    const NAME: &'static str;
    /// What the list is, with the Chinese term in brackets.
    const DOC: &'static str;

    /// Every value, in the order of the declaration.
    fn variants() -> &'static [Entry];

    /// The spelling of this value.
    fn as_str(&self) -> &'static str;

    /// The value of this spelling.
    fn parse(value: &str) -> Option<Self>;
}

/// The term in the last pair of brackets; a text without one does not compile.
pub const fn chinese_term(doc: &'static str) -> &'static str {
    let bytes = doc.as_bytes();
    let mut open = bytes.len();
    let mut close = bytes.len();
    let mut at = bytes.len();
    while at > 0 && open == bytes.len() {
        at -= 1;
        if bytes[at] == b')' && close == bytes.len() {
            close = at;
        } else if bytes[at] == b'(' {
            open = at;
        }
    }
    assert!(
        open < close && close < bytes.len() && !bytes[open + 1].is_ascii(),
        "a vocabulary text ends with its Chinese term in brackets"
    );
    doc.split_at(close).0.split_at(open + 1).1
}

/// Declare a closed list: an enum whose every value carries its spelling and, as doc comment, its English definition and Chinese term.
macro_rules! vocabulary {
    (
        $(#[doc = $doc:literal])+
        pub enum $name:ident {
            $( $(#[doc = $variant_doc:literal])+ $variant:ident = $value:literal, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            sea_orm::EnumIter, sea_orm::DeriveActiveEnum, serde::Serialize, serde::Deserialize,
        )]
        #[sea_orm(rs_type = "String", db_type = "Text")]
        pub enum $name {
            $(
                $(#[doc = $variant_doc])+
                #[sea_orm(string_value = $value)]
                #[serde(rename = $value)]
                $variant,
            )+
        }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl $crate::vocabulary::Vocabulary for $name {
            const NAME: &'static str = stringify!($name);
            const DOC: &'static str = concat!($($doc),+).trim_ascii();

            fn variants() -> &'static [$crate::vocabulary::Entry] {
                const ENTRIES: &[$crate::vocabulary::Entry] = &[
                    $($crate::vocabulary::Entry {
                        value: $value,
                        doc: concat!($($variant_doc),+).trim_ascii(),
                        zh: $crate::vocabulary::chinese_term(concat!($($variant_doc),+)),
                    },)+
                ];
                ENTRIES
            }

            fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $value,)+
                }
            }

            fn parse(value: &str) -> Option<Self> {
                match value {
                    $($value => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        const _: &str = $crate::vocabulary::chinese_term(<$name as $crate::vocabulary::Vocabulary>::DOC);
    };
}

pub(crate) use vocabulary;

#[cfg(test)]
mod tests {
    use sea_orm::ActiveEnum;

    use super::Vocabulary;

    vocabulary! {
        /// Where something stands,
        /// in two lines (层级).
        pub enum Standing {
            /// The Party centre (中央).
            Central = "CENTRAL",
            /// A county (at the bottom) of a city (县、区).
            County = "COUNTY",
        }
    }

    #[test]
    fn a_value_is_spelled_the_same_everywhere() {
        assert_eq!(Standing::Central.to_value(), "CENTRAL");
        assert_eq!(Standing::Central.as_str(), "CENTRAL");
        assert_eq!(Standing::parse("COUNTY"), Some(Standing::County));
        assert_eq!(Standing::ALL, [Standing::Central, Standing::County]);
        assert_eq!(Standing::parse("county"), None);
    }

    #[test]
    fn the_chinese_term_stands_in_the_last_brackets() {
        assert_eq!(
            Standing::DOC,
            "Where something stands, in two lines (层级)."
        );
        assert_eq!(Standing::variants()[0].zh, "中央");
        assert_eq!(Standing::variants()[1].zh, "县、区");
    }
}
