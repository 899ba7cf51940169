//! The scalars of the contract beside GraphQL's own, with errors that say what is wrong and how to write it.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, InputType, InputValueError, InputValueResult, OutputType, Positioned,
    ServerResult, Value,
    parser::types::Field,
    registry::{MetaType, Registry},
};
use chrono::{NaiveDate, Utc};

use super::node_id::shortened;
use crate::error::{Error, Result};

/// A type that travels as one text.
pub trait TextScalar: Clone + Send + Sync + Sized + 'static {
    const NAME: &'static str;
    const DOC: &'static str;
    /// Read what a client wrote.
    fn read(text: &str) -> Result<Self>;
    /// Write it as the contract spells it.
    fn text(&self) -> String;
}

/// Add the scalar to the schema; answers its name.
pub fn register<T: TextScalar>(registry: &mut Registry) -> String {
    let built = MetaType::Scalar {
        name: T::NAME.into(),
        description: Some(T::DOC.into()),
        is_valid: None,
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        specified_by_url: None,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    };
    registry.types.insert(T::NAME.into(), built);
    T::NAME.into()
}

macro_rules! text_scalar {
    ($ty:ty) => {
        impl InputType for $ty {
            type RawValueType = Self;

            fn type_name() -> Cow<'static, str> {
                Cow::Borrowed(<Self as TextScalar>::NAME)
            }

            fn create_type_info(registry: &mut Registry) -> String {
                register::<Self>(registry) + "!"
            }

            fn parse(value: Option<Value>) -> InputValueResult<Self> {
                match value {
                    Some(Value::String(text)) => Self::read(&text).map_err(super::input::pack),
                    other => Err(InputValueError::expected_type(other.unwrap_or_default())),
                }
            }

            fn to_value(&self) -> Value {
                Value::String(self.text())
            }

            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }
        }

        impl serde::Serialize for $ty {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.text())
            }
        }

        impl<'de> serde::Deserialize<'de> for $ty {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(from)?;
                Self::read(&text).map_err(|error| serde::de::Error::custom(error.message))
            }
        }

        impl OutputType for $ty {
            fn type_name() -> Cow<'static, str> {
                Cow::Borrowed(<Self as TextScalar>::NAME)
            }

            fn create_type_info(registry: &mut Registry) -> String {
                register::<Self>(registry) + "!"
            }

            async fn resolve(
                &self,
                _: &ContextSelectionSet<'_>,
                _: &Positioned<Field>,
            ) -> ServerResult<Value> {
                Ok(Value::String(self.text()))
            }
        }
    };
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

impl TextScalar for Date {
    const NAME: &'static str = "Date";
    const DOC: &'static str = "A calendar date, written 2026-03-31 (日期).";

    fn read(text: &str) -> Result<Self> {
        let date = text.parse().ok().filter(|_| text.len() == 10);
        date.map(Self).ok_or_else(|| {
            let text = shortened(text);
            Error::bad_input(
                "",
                format!("`{text}` is no date: write year, month and day as 2026-03-31."),
                format!("“{text}”不是有效日期：请按 2026-03-31 的格式填写。"),
            )
        })
    }

    fn text(&self) -> String {
        self.0.to_string()
    }
}
text_scalar!(Date);

/// A moment in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateTime(pub chrono::DateTime<Utc>);

impl TextScalar for DateTime {
    const NAME: &'static str = "DateTime";
    const DOC: &'static str = "A moment, RFC 3339, answered in UTC: 2026-03-31T08:00:00Z (时间).";

    fn read(text: &str) -> Result<Self> {
        chrono::DateTime::parse_from_rfc3339(text)
            .map(|time| Self(time.with_timezone(&Utc)))
            .map_err(|_| {
                let text = shortened(text);
                Error::bad_input(
                    "",
                    format!(
                        "`{text}` is no time: write RFC 3339 with offset, as 2026-03-31T08:00:00Z."
                    ),
                    format!("“{text}”不是有效时间：请按 RFC 3339 填写，如 2026-03-31T08:00:00Z。"),
                )
            })
    }

    fn text(&self) -> String {
        crate::read::time_text(&self.0)
    }
}
text_scalar!(DateTime);

/// An exact number that no client's floating point spoils.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(pub rust_decimal::Decimal);

impl TextScalar for Decimal {
    const NAME: &'static str = "Decimal";
    const DOC: &'static str = "An exact decimal number as text, such as \"21.78\" (精确小数).";

    fn read(text: &str) -> Result<Self> {
        text.parse().map(Self).map_err(|_| {
            let text = shortened(text);
            Error::bad_input(
                "",
                format!("`{text}` is no decimal number: write it as 21.78."),
                format!("“{text}”不是有效小数：请按 21.78 的格式填写。"),
            )
        })
    }

    fn text(&self) -> String {
        self.0.to_string()
    }
}
text_scalar!(Decimal);

/// A code of the administrative divisions; whether it exists is not checked, its shape is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegionCode(pub String);

impl TextScalar for RegionCode {
    const NAME: &'static str = "RegionCode";
    const DOC: &'static str = "A code of an administrative division, GB/T 2260: 6 digits, or 9 or 12 below the county (行政区划代码).";

    fn read(text: &str) -> Result<Self> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let province = matches!(
            text.get(..2).and_then(|two| two.parse::<u8>().ok()),
            Some(11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=82)
        );
        if digits && province && matches!(text.len(), 6 | 9 | 12) {
            return Ok(Self(text.to_owned()));
        }
        let text = shortened(text);
        Err(Error::bad_input(
            "",
            format!(
                "`{text}` is no region code: give 6 digits of GB/T 2260 (9 or 12 below the county) of a known province, such as 350200."
            ),
            format!(
                "“{text}”不是有效行政区划代码：请填写 GB/T 2260 的 6 位代码（县以下为 9 或 12 位），如 350200。"
            ),
        ))
    }

    fn text(&self) -> String {
        self.0.clone()
    }
}
text_scalar!(RegionCode);
