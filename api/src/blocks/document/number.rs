//! One case, one number (一案一号): kind, year, and a running number of the issuer.

use inspectorate_entity::{documents::document::DocumentKind, vocabulary::Vocabulary as _};

/// The number as it is printed, such as `交办函〔2022〕33号`.
pub fn printed(kind: DocumentKind, year: i32, serial: i32) -> String {
    let entry = DocumentKind::variants()
        .iter()
        .find(|entry| entry.value == kind.as_str());
    let kind = entry.map_or(kind.as_str(), |entry| entry.zh);
    format!("{kind}〔{year}〕{serial}号")
}

/// The running number after those that were given: none is left out, and none is given twice.
pub fn next(given: impl Iterator<Item = i32>) -> i32 {
    given.max().unwrap_or_default().saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_last() {
        assert_eq!(next([].into_iter()), 1);
        assert_eq!(next([1, 3, 2].into_iter()), 4);
        assert_eq!(
            printed(DocumentKind::HandoverLetter, 2022, 33),
            "交办函〔2022〕33号"
        );
    }
}
