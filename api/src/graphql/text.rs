//! Text as clients may send it: bounded, without control characters, never only blanks, and otherwise kept byte for byte.

use std::borrow::Cow;

use async_graphql::{InputType, InputValueError, InputValueResult, Value, registry::Registry};

use super::input::pack;
use crate::error::{Error, Result};

/// One line of at most `MOST` characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<const MOST: usize>(pub String);

/// A name, a title, a subject.
pub type Name = Line<200>;
/// A code or number that people quote.
pub type Code = Line<64>;

/// Several lines of at most `MOST` characters in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines<const MOST: usize>(pub String);

/// A reason, a remark, a definition.
pub type Paragraph = Lines<4000>;

fn check(text: &str, most: usize, breaks: bool) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Error::bad_input(
            "",
            "The text is empty: write at least one character that is not a blank.",
            "内容为空：请至少填写一个非空白字符。",
        ));
    }
    let length = text.chars().count();
    if length > most {
        return Err(Error::bad_input(
            "",
            format!("The text has {length} characters; at most {most} are taken."),
            format!("内容共 {length} 个字符，最多 {most} 个。"),
        ));
    }
    let refused = |letter: &char| letter.is_control() && !(breaks && matches!(letter, '\n' | '\t'));
    if let Some(letter) = text.chars().find(refused) {
        return Err(Error::bad_input(
            "",
            format!(
                "The text holds the control character U+{:04X}: take it out.",
                letter as u32
            ),
            format!("内容含控制字符 U+{:04X}，请删除。", letter as u32),
        ));
    }
    Ok(())
}

macro_rules! text_input {
    ($name:ident, $breaks:literal) => {
        impl<const MOST: usize> InputType for $name<MOST> {
            type RawValueType = Self;

            fn type_name() -> Cow<'static, str> {
                Cow::Borrowed("String")
            }

            fn create_type_info(registry: &mut Registry) -> String {
                <String as InputType>::create_type_info(registry)
            }

            fn parse(value: Option<Value>) -> InputValueResult<Self> {
                match value {
                    Some(Value::String(text)) => match check(&text, MOST, $breaks) {
                        Ok(()) => Ok(Self(text)),
                        Err(error) => Err(pack(error)),
                    },
                    other => Err(InputValueError::expected_type(other.unwrap_or_default())),
                }
            }

            fn to_value(&self) -> Value {
                Value::String(self.0.clone())
            }

            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }
        }
    };
}
text_input!(Line, false);
text_input!(Lines, true);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_bounded_and_clean() {
        assert!(check("厦门市委巡察办", 200, false).is_ok());
        assert!(check(" \u{3000}", 200, false).is_err());
        assert!(check(&"长".repeat(201), 200, false).is_err());
        assert!(check("a\nb", 200, false).is_err());
        assert!(check("a\nb", 200, true).is_ok());
        assert!(check("a\u{7}b", 200, true).is_err());
    }
}
