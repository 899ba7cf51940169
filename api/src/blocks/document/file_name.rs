//! Names of files, as clients give them and as they go out again.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::{Error, Result};

/// Letters of the longest name.
const MOST: usize = 200;

/// What stands as it is in the extended notation of RFC 5987.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A name is one line without anything that leads out of a folder, or makes a reader take it for another name.
pub fn is_safe(name: &str) -> Result<()> {
    let refused = |message: &str, message_zh: &str| {
        let message = format!("The name of a file {message}.");
        Err(Error::bad_input(
            "name",
            message,
            format!("文件名{message_zh}。"),
        ))
    };
    if name.trim() != name || name.is_empty() {
        return refused(
            "has a letter, and no blank at its beginning or end",
            "不能为空，首尾不能有空格",
        );
    }
    if name.chars().count() > MOST {
        return refused("has 200 letters at most", "不超过 200 个字符");
    }
    if name.contains(['/', '\\']) || name.chars().all(|letter| letter == '.') {
        return refused(
            "is no path: it holds neither `/` nor `\\`, and more than dots",
            "不能是路径：不得包含“/”“\\”，也不能只有句点",
        );
    }
    if name.chars().any(is_hidden) {
        return refused(
            "holds no control characters, and none that turn the direction of writing",
            "不得包含控制字符或改变书写方向的字符",
        );
    }
    Ok(())
}

fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The value of `Content-Disposition`: to be saved under this name, in letters of any script (RFC 6266).
pub fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| match letter {
            '"' | '%' | '\\' => '_',
            ' '..='~' => letter,
            _ => '_',
        })
        .collect();
    let extended = utf8_percent_encode(name, KEPT);
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{extended}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_hidden_letters_are_refused() {
        for name in [
            "",
            " a.pdf",
            "a.pdf ",
            ".",
            "..",
            "a/b.pdf",
            "..\\b.pdf",
            "/etc/passwd",
            "a\0.pdf",
            "a\r\nb.pdf",
            "a\u{202E}fdp.exe",
        ] {
            assert!(is_safe(name).is_err(), "{name:?}");
        }
        assert!(is_safe(&"文".repeat(201)).is_err());
        for name in ["交办函（1）.pdf", "a b.txt", ".hidden", "a..b"] {
            assert!(is_safe(name).is_ok(), "{name:?}");
        }
    }

    #[test]
    fn names_of_any_script_go_out() {
        assert_eq!(
            disposition("函\"1.pdf"),
            "attachment; filename=\"__1.pdf\"; filename*=UTF-8''%E5%87%BD%221.pdf"
        );
    }
}
