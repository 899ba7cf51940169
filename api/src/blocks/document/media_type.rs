//! What kinds of files are taken, and whether a file is of the kind that it is said to be.

use crate::error::{Error, Result};

/// How the content of a kind of file is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// By its first bytes.
    Bytes,
    /// A ZIP archive that names this among its first parts.
    Part(&'static str),
    /// A compound file of the older office programs.
    Compound,
    /// Text in UTF-8 that is nothing else.
    Text,
}

/// The kinds whose content the service knows.
const KNOWN: &[(&str, Sign)] = &[
    ("application/pdf", Sign::Bytes),
    ("application/ofd", Sign::Part("OFD.xml")),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Sign::Part("word/"),
    ),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Sign::Part("xl/"),
    ),
    (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Sign::Part("ppt/"),
    ),
    ("application/msword", Sign::Compound),
    ("application/vnd.ms-excel", Sign::Compound),
    ("application/zip", Sign::Bytes),
    ("image/jpeg", Sign::Bytes),
    ("image/png", Sign::Bytes),
    ("image/tiff", Sign::Bytes),
    ("text/csv", Sign::Text),
    ("text/plain", Sign::Text),
];

/// How a compound file begins.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Bytes of a file that are looked at.
pub const HEAD: usize = 65_536;

/// A kind of file that the service knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MediaType {
    pub name: &'static str,
    sign: Sign,
}

impl MediaType {
    /// The kind of this name; what follows after a semicolon says nothing of the kind.
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.split(';').next().unwrap_or_default().trim();
        let known = KNOWN
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map(|&(name, sign)| Self { name, sign })
    }

    /// The names of all kinds.
    pub fn names() -> impl Iterator<Item = &'static str> {
        KNOWN.iter().map(|(name, _)| *name)
    }

    /// The file that begins with `head` is of this kind.
    pub fn fits(self, head: &[u8]) -> Result<()> {
        let found = infer::get(head).map(|found| found.mime_type());
        let fits = match self.sign {
            Sign::Bytes => found == Some(self.name),
            Sign::Part(part) => head.starts_with(b"PK\x03\x04") && holds(head, part.as_bytes()),
            Sign::Compound => head.starts_with(COMPOUND),
            Sign::Text => found.is_none() && is_text(head),
        };
        if fits {
            return Ok(());
        }
        let found = found.unwrap_or("something else");
        Err(Error::bad_input(
            "contentType",
            format!(
                "The file is said to be {}, and is {found}: say what it is, or send the right one.",
                self.name
            ),
            format!(
                "文件声明为 {}，实际内容为 {found}：请更正类型或更换文件。",
                self.name
            ),
        ))
    }
}

fn holds(head: &[u8], part: &[u8]) -> bool {
    head.windows(part.len()).any(|window| window == part)
}

/// UTF-8 without the characters that no text has; the last letter may be cut.
fn is_text(head: &[u8]) -> bool {
    let whole = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => head.len() == HEAD && error.error_len().is_none(),
    };
    whole && !has_controls(head)
}

/// Whether bytes stand there that no text has.
pub fn has_controls(bytes: &[u8]) -> bool {
    let plain = |byte: &u8| *byte >= 32 || matches!(byte, b'\t' | b'\n' | b'\r' | 12);
    !bytes.iter().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(name: &str, head: &[u8]) -> bool {
        MediaType::parse(name).unwrap().fits(head).is_ok()
    }

    #[test]
    fn content_is_what_it_is_said_to_be() {
        assert!(fits("application/pdf", b"%PDF-1.7\n"));
        assert!(!fits("application/pdf", b"PK\x03\x04"));
        assert!(!fits("application/pdf", b""));
        assert!(fits("Text/Plain; charset=utf-8", "交办函".as_bytes()));
        assert!(!fits("text/plain", b"%PDF-1.7\n"));
        assert!(!fits("text/plain", b"a\0b"));
        assert!(!fits("text/plain", b"\xE4\xBA"));
        let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assert!(fits(docx, b"PK\x03\x04....word/document.xml"));
        assert!(!fits(docx, b"PK\x03\x04....xl/workbook.xml"));
        assert!(MediaType::parse("text/html").is_none());
    }

    #[test]
    fn every_kind_that_begins_with_its_bytes_is_known() {
        for (name, head) in [
            ("image/png", &b"\x89PNG\r\n\x1a\n"[..]),
            ("image/jpeg", b"\xFF\xD8\xFF\xE0"),
            ("application/zip", b"PK\x03\x04"),
            ("image/tiff", b"II*\0\x08\0\0\0\0\0"),
        ] {
            assert!(fits(name, head), "{name}");
        }
    }
}
