//! Finding a name as people type it: any width and case, part of it, in pinyin, or by the initials of its pinyin.
//!
//! Both sides are folded here and not in the database, so that SQLite and PostgreSQL find the same.

use pinyin::{ToPinyin, ToPinyinMulti};
use unicode_normalization::UnicodeNormalization;

/// Places whose common reading is not the first of their characters; the reading of each character follows.
const PLACES: &[(&str, &[&str])] = &[
    ("厦门", &["xia", "men"]),
    ("重庆", &["chong", "qing"]),
    ("长春", &["chang", "chun"]),
    ("长沙", &["chang", "sha"]),
    ("长治", &["chang", "zhi"]),
    ("乐山", &["le", "shan"]),
    ("朝阳", &["chao", "yang"]),
    ("六安", &["lu", "an"]),
    ("蚌埠", &["beng", "bu"]),
    ("西藏", &["xi", "zang"]),
];

/// At most this many readings of one name are kept; the likeliest come first.
const READINGS: usize = 24;

/// The text as it is compared: compatibility forms, width and case folded, blanks taken out.
pub fn fold(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|letter| !letter.is_whitespace() && !letter.is_control())
        .collect()
}

/// The search column of a record: its names with their pinyin and initials, then its codes, one entry a line.
pub fn entries<'a>(
    names: impl IntoIterator<Item = &'a str>,
    codes: impl IntoIterator<Item = &'a str>,
) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut add = |line: String| {
        if !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    };
    for name in names {
        add(fold(name));
        for reading in readings(name) {
            add(reading.concat());
            add(reading
                .iter()
                .filter_map(|syllable| syllable.chars().next())
                .collect());
        }
    }
    for code in codes {
        add(fold(code));
    }
    lines.join("\n")
}

/// The search column of an organization: what it is called now, what it was called, its code.
pub fn of_organization(
    name: &str,
    short_name: Option<&str>,
    former: &[&str],
    code: &str,
) -> String {
    let names = [name].into_iter().chain(short_name);
    entries(names.chain(former.iter().copied()), [code])
}

/// The name in pinyin, by which Chinese lists are ordered.
pub fn pinyin(name: &str) -> String {
    likeliest(&characters(name)).join(" ")
}

fn characters(name: &str) -> Vec<char> {
    fold(name).chars().collect()
}

/// One syllable a character; what is no Chinese character stands for itself.
fn likeliest(name: &[char]) -> Vec<String> {
    let mut syllables: Vec<String> = name
        .iter()
        .map(|letter| {
            letter
                .to_pinyin()
                .map_or_else(|| letter.to_string(), |reading| reading.plain().to_owned())
        })
        .collect();
    for (place, readings) in PLACES {
        let place: Vec<char> = place.chars().collect();
        for at in 0..name.len() {
            if name[at..].starts_with(&place) {
                for (offset, reading) in readings.iter().enumerate() {
                    syllables[at + offset] = (*reading).to_owned();
                }
            }
        }
    }
    syllables
}

/// The likeliest reading, and those that differ from it in one character, and then in two.
fn readings(name: &str) -> Vec<Vec<String>> {
    let name = characters(name);
    let first = likeliest(&name);
    let mut found = vec![first.clone()];
    let others: Vec<(usize, String)> = name
        .iter()
        .enumerate()
        .flat_map(|(at, letter)| {
            let readings = letter.to_pinyin_multi().into_iter().flatten();
            readings.map(move |reading| (at, reading.plain().to_owned()))
        })
        .collect();
    for from in 0..2 {
        for base in found.clone().into_iter().skip(from) {
            for (at, syllable) in &others {
                let mut reading = base.clone();
                reading[*at].clone_from(syllable);
                if found.len() < READINGS && !found.contains(&reading) {
                    found.push(reading);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(name: &str, typed: &str) -> bool {
        entries([name], ["XM-01"]).contains(&fold(typed))
    }

    #[test]
    fn a_name_is_found_as_people_type_it() {
        let name = "中共厦门市委";
        for typed in [
            "厦门",
            "厦门 市委",
            "xiamenshi",
            "XMSW",
            "zgxmsw",
            "ｘｍｓｗ",
            "shamen",
            "xm-01",
            "ＸＭ－０１",
        ] {
            assert!(finds(name, typed), "{typed}");
        }
        assert!(!finds(name, "福州"));
    }

    #[test]
    fn an_entry_is_not_found_across_the_end_of_another() {
        assert!(!finds("市委", "市委shiwei"));
    }

    #[test]
    fn lists_are_ordered_by_the_common_reading() {
        assert_eq!(pinyin("厦门市"), "xia men shi");
        assert_eq!(pinyin("第8组"), "di 8 zu");
    }

    #[test]
    fn many_readings_of_a_long_name_are_bounded() {
        let name = "重长乐行还".repeat(20);
        assert!(readings(&name).len() <= READINGS);
    }
}
