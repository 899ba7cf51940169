//! Rules about source files: their length, their names, their place, and a few words that may not stand in them.

use std::{
    fs,
    path::{Path, PathBuf},
};

const CRATES: [&str; 6] = ["api", "bench", "entity", "macros", "migration", "tests"];

/// Every Rust file of the project with its text.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = CRATES.iter().map(PathBuf::from).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is text");
                found.push((path, text));
            }
        }
    }
    assert!(found.len() > 20, "the tests run in the workspace's root");
    found.sort();
    found
}

fn refuse(what: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{what}:\n  {}", offences.join("\n  "));
}

fn is_called(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|file| file == name)
}

#[test]
fn files_are_short() {
    let mut offences = Vec::new();
    for (path, text) in sources() {
        // A migration is one change and is never edited again; splitting it would only scatter it.
        if path.starts_with("migration") {
            continue;
        }
        let limit = if is_called(&path, "mod.rs") { 80 } else { 300 };
        let lines = text.lines().count();
        if lines > limit {
            offences.push(format!(
                "{}: {lines} lines, at most {limit}",
                path.display()
            ));
        }
    }
    refuse(
        "Files that are too long: give each thing its own",
        &offences,
    );
}

#[test]
fn names_say_what_is_inside() {
    let vague = [
        "util", "utils", "helper", "helpers", "common", "misc", "manager", "data", "types", "stuff",
    ];
    let mut offences = Vec::new();
    for (path, _) in sources() {
        let named_vaguely = path.with_extension("");
        let mut parts = named_vaguely.iter().filter_map(|part| part.to_str());
        if parts.any(|part| vague.contains(&part)) {
            offences.push(path.display().to_string());
        }
    }
    refuse("Name files by the domain's words", &offences);
}

#[test]
fn nothing_is_left_undone_or_silenced() {
    // In two halves, so that this file does not find itself.
    let words = [
        concat!("#[al", "low("),
        concat!("#![al", "low("),
        concat!("to", "do!("),
        concat!("unimple", "mented!("),
        concat!("#[ig", "nore"),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("X", "XX"),
    ];
    let mut offences = Vec::new();
    for (path, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                offences.push(format!("{}:{}: {word}", path.display(), number + 1));
            }
        }
    }
    refuse("Finish it, or say `#[expect(…, reason)]`", &offences);
}

/// The files of the areas: `api/src/domain/<area>/<name>.rs`.
fn domain_files() -> Vec<(String, String, String)> {
    let mut files = Vec::new();
    for (path, text) in sources() {
        let Ok(inner) = path.strip_prefix("api/src/domain") else {
            continue;
        };
        let parts: Vec<&str> = inner.iter().filter_map(|part| part.to_str()).collect();
        if let [area, file] = parts[..]
            && file != "mod.rs"
        {
            let name = file.trim_end_matches(".rs").to_owned();
            files.push((area.to_owned(), name, text));
        }
    }
    files
}

#[test]
fn every_verb_has_a_test_file_of_its_name() {
    let mut offences = Vec::new();
    for (area, name, text) in domain_files() {
        let proof = format!("tests/{area}/{name}.rs");
        if text.contains("#[verb(") && !Path::new(&proof).exists() {
            offences.push(format!("api/src/domain/{area}/{name}.rs needs {proof}"));
        }
    }
    refuse("Verbs without a test file", &offences);
}

/// A file that no `mod` names is not compiled at all, and nobody notices.
#[test]
fn every_file_is_part_of_its_crate() {
    let mut offences = Vec::new();
    for (path, _) in sources() {
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else {
            continue;
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let roots = ["lib", "main", "build"];
        if roots.contains(&name) || folder.ends_with("bin") {
            continue;
        }
        // `a/b/mod.rs` is declared by `a`, `a/b.rs` by `a` too.
        let (name, folder) = if name == "mod" {
            let own = folder.file_name().and_then(|own| own.to_str());
            (own.unwrap_or_default(), folder.parent().unwrap_or(folder))
        } else {
            (name, folder)
        };
        let owners = [
            folder.join("mod.rs"),
            folder.join("lib.rs"),
            folder.join("main.rs"),
            folder.with_extension("rs"),
        ];
        let by_path = format!("#[path = \"{name}.rs\"]");
        let siblings = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut beside = siblings.filter_map(|entry| fs::read_to_string(entry.path()).ok());
        if beside.any(|text| text.contains(&by_path)) {
            continue;
        }
        let declared = owners.iter().any(|owner| {
            let text = fs::read_to_string(owner).unwrap_or_default();
            text.lines().any(|line| {
                let line = line.split("//").next().unwrap_or_default();
                let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
                line.contains("mod ") && words.any(|word| word == name)
            })
        });
        if !declared {
            offences.push(path.display().to_string());
        }
    }
    refuse("No `mod` line names these files", &offences);
}
