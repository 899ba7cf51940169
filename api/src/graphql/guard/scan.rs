//! The first look at a document: its raw text, before the parser's stack depends on it.
//!
//! Counts bytes, tokens and nested brackets outside of strings and comments. On the way it rewrites what the parser does not
//! know of the September 2025 edition: `\u{…}`, surrogate pairs, and descriptions of operations, fragments and variables.

use async_graphql::{Pos, ServerError};

use super::refusal;
use crate::settings::Limits;

/// Refuse a text that is too much for the parser; `Some` is the text to parse instead.
pub fn scan(text: &str, limits: &Limits) -> Result<Option<String>, ServerError> {
    let bytes = u64::try_from(text.len()).unwrap_or(u64::MAX);
    refusal::DOCUMENT_BYTES.check(bytes, limits.max_document_bytes)?;
    let mut scanner = Scanner {
        text,
        at: 0,
        tokens: 0,
        brackets: Vec::new(),
        last: 0,
        rewritten: Rewritten::default(),
        limits,
    };
    scanner.run()?;
    Ok(scanner.rewritten.finish(text))
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    tokens: u64,
    /// The open brackets; the parser's stack is about as deep.
    brackets: Vec<u8>,
    /// First byte of the token before this one.
    last: u8,
    rewritten: Rewritten,
    limits: &'a Limits,
}

impl Scanner<'_> {
    fn run(&mut self) -> Result<(), ServerError> {
        while let Some(byte) = self.peek(0) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | b',' | 0xEF | 0xBB | 0xBF => self.at += 1,
                b'#' => self.skip(|byte| byte != b'\n' && byte != b'\r'),
                _ => {
                    self.tokens += 1;
                    refusal::TOKENS.check(self.tokens, self.limits.max_tokens)?;
                    self.token(byte)?;
                }
            }
        }
        Ok(())
    }

    fn token(&mut self, byte: u8) -> Result<(), ServerError> {
        match byte {
            // What follows a description may stand at the start of a definition still.
            b'"' if self.string()? => return Ok(()),
            b'"' => {}
            b'{' | b'[' | b'(' => {
                self.brackets.push(byte);
                let depth = u64::try_from(self.brackets.len()).unwrap_or(u64::MAX);
                refusal::NESTING.check(depth, self.limits.max_nesting)?;
                self.at += 1;
            }
            b'}' | b']' | b')' => {
                self.brackets.pop();
                self.at += 1;
            }
            b'.' => self.skip(|byte| byte == b'.'),
            b'-' | b'0'..=b'9' => self.skip(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-' | b'_')
            }),
            _ if byte.is_ascii_alphabetic() || byte == b'_' => {
                self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            }
            _ => self.at += 1,
        }
        self.last = byte;
        Ok(())
    }

    /// Step over a string; true when it is a description, which is taken out.
    fn string(&mut self) -> Result<bool, ServerError> {
        let start = self.at;
        if self.text.as_bytes()[start..].starts_with(b"\"\"\"") {
            self.block_string()?;
        } else {
            self.quoted_string();
        }
        let describes = self.describes();
        if describes {
            let lines = self.text[start..self.at].matches('\n').count();
            self.rewritten
                .replace(self.text, start, self.at, &"\n".repeat(lines));
        }
        Ok(describes)
    }

    /// Whether a string at this place can only be a description.
    fn describes(&self) -> bool {
        match self.brackets.as_slice() {
            [] => matches!(self.last, 0 | b'}'),
            [b'('] => !matches!(self.last, b':' | b'='),
            _ => false,
        }
    }

    /// An open end is refused here: the parser would go back and read the same text as brackets.
    fn block_string(&mut self) -> Result<(), ServerError> {
        self.at += 3;
        while self.at < self.text.len() {
            let rest = &self.text.as_bytes()[self.at..];
            if rest.starts_with(b"\\\"\"\"") {
                self.at += 4;
            } else if rest.starts_with(b"\"\"\"") {
                self.at += 3;
                return Ok(());
            } else {
                self.at += 1;
            }
        }
        Err(refusal::syntax("a block string has no end", Pos::default()))
    }

    fn quoted_string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'"' => {
                    self.at += 1;
                    return;
                }
                // Unterminated: the parser says so with a position.
                b'\n' | b'\r' => return,
                b'\\' if self.peek(1) == Some(b'u') => self.unicode_escape(),
                b'\\' => self.at = (self.at + 2).min(self.text.len()),
                _ => self.at += 1,
            }
        }
    }

    fn unicode_escape(&mut self) {
        let start = self.at;
        let rest = &self.text.as_bytes()[start + 2..];
        let braced = rest.first() == Some(&b'{');
        let escape = if braced {
            braced_escape(rest)
        } else {
            surrogate_pair(rest)
        };
        self.at = start + 2;
        if let Some((character, length)) = escape {
            self.at += length;
            let plain = if character.is_control() || matches!(character, '"' | '\\') {
                format!("\\u{:04X}", u32::from(character))
            } else {
                character.to_string()
            };
            self.rewritten.replace(self.text, start, self.at, &plain);
        }
    }

    fn skip(&mut self, belongs: impl Fn(u8) -> bool) {
        while self.peek(0).is_some_and(&belongs) {
            self.at += 1;
        }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }
}

/// `{1F600}` after `\u`, and its length.
fn braced_escape(rest: &[u8]) -> Option<(char, usize)> {
    let end = rest.iter().take(12).position(|byte| *byte == b'}')?;
    let digits = rest.get(1..end)?;
    if digits.is_empty() {
        return None;
    }
    Some((char::from_u32(hex(digits)?)?, end + 1))
}

/// `D83D\uDE00` after `\u`, and its length.
fn surrogate_pair(rest: &[u8]) -> Option<(char, usize)> {
    let high = hex(rest.get(..4)?)?;
    let low = hex(rest.get(4..10)?.strip_prefix(b"\\u")?)?;
    if !(0xD800..0xDC00).contains(&high) || !(0xDC00..0xE000).contains(&low) {
        return None;
    }
    let code = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    Some((char::from_u32(code)?, 10))
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |code, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        code.checked_mul(16)?.checked_add(digit)
    })
}

/// The text with pieces replaced; empty as long as nothing was.
#[derive(Default)]
struct Rewritten {
    text: String,
    copied: usize,
}

impl Rewritten {
    fn replace(&mut self, source: &str, start: usize, end: usize, by: &str) {
        if start >= self.copied {
            self.text.push_str(&source[self.copied..start]);
            self.text.push_str(by);
            self.copied = end;
        }
    }

    fn finish(mut self, source: &str) -> Option<String> {
        if self.copied == 0 {
            return None;
        }
        self.text.push_str(&source[self.copied..]);
        Some(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> Option<String> {
        scan(text, &Limits::DEFAULT).unwrap()
    }

    fn refused(text: &str) -> String {
        scan(text, &Limits::DEFAULT).unwrap_err().message
    }

    #[test]
    fn brackets_count_outside_of_strings_and_comments_only() {
        let deep = "[".repeat(2_000);
        assert!(refused(&format!("{{f(a:{deep}")).contains("MAX_NESTING"));
        assert!(refused(&format!("query($a: [Int] = {deep}")).contains("MAX_NESTING"));
        assert!(refused(&"{a".repeat(51)).contains("51"));
        assert_eq!(rewritten(&format!("{{f(a:\"{deep}\")}}")), None);
        assert_eq!(rewritten(&format!("{{f(a:\"\\\"{deep}\")}}")), None);
        assert_eq!(
            rewritten(&format!("{{f(a:\"\"\"{deep}\\\"\"\"{deep}\"\"\")}}")),
            None
        );
        assert_eq!(rewritten(&format!("{{f #{deep}\n}}")), None);
    }

    #[test]
    fn an_open_block_string_hides_nothing() {
        let deep = "[".repeat(2_000);
        assert!(refused(&format!("{{f(a:[\"\"\"\"{deep}")).contains("block string"));
        assert!(refused(&format!("{{f(a:\"x\n{deep}")).contains("MAX_NESTING"));
    }

    #[test]
    fn tokens_and_bytes_are_counted() {
        assert!(refused(&format!("{{{}}}", "a ".repeat(5_000))).contains("MAX_TOKENS"));
        assert!(refused(&"#".repeat(70_000)).contains("MAX_DOCUMENT_BYTES"));
        assert_eq!(
            rewritten(&format!("{{f(a:\"{}\")}}", "字".repeat(9_000))),
            None
        );
    }

    #[test]
    fn escapes_of_the_september_2025_edition_are_rewritten() {
        assert_eq!(
            rewritten(r#"{f(a:"\u{1F600}!")}"#).unwrap(),
            r#"{f(a:"😀!")}"#
        );
        assert_eq!(
            rewritten(r#"{f(a:"\uD83D\uDE00")}"#).unwrap(),
            r#"{f(a:"😀")}"#
        );
        assert_eq!(
            rewritten(r#"{f(a:"\u{22}\u{a}")}"#).unwrap(),
            r#"{f(a:"\u0022\u000A")}"#
        );
        assert_eq!(rewritten(r#"{f(a:"\u4e2d \n \\u{1}")}"#), None);
        assert_eq!(rewritten(r#"{f(a:"\uD83D \u{110000} \u{} \u{zz}")}"#), None);
    }

    #[test]
    fn descriptions_are_taken_out_and_values_stay() {
        let text = "\"what\" query Q(\"why\" $a: S = \"x\") { f(a: \"y\") }\n\"\"\"\nlong\n\"\"\" fragment F on T { b }";
        assert_eq!(
            rewritten(text).unwrap(),
            " query Q( $a: S = \"x\") { f(a: \"y\") }\n\n\n fragment F on T { b }"
        );
        assert_eq!(rewritten("query Q \"x\" { a }"), None);
    }
}
