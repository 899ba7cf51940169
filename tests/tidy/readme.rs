//! The README lists every setting, in English and in Chinese.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every environment variable that a setting declares.
fn variables() -> Vec<String> {
    let mut files = vec![PathBuf::from("api/src/settings.rs")];
    let folder = fs::read_dir("api/src/settings").expect("the settings have a folder");
    files.extend(folder.flatten().map(|entry| entry.path()));
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.is_file()) {
        let text = fs::read_to_string(file).expect("a source file is text");
        for part in text.split("env = \"").skip(1) {
            let name = part.split('"').next().unwrap_or_default();
            found.push(name.to_owned());
        }
    }
    assert!(found.len() > 30, "the settings declare their variables");
    found
}

#[test]
fn every_setting_is_listed() {
    let mut missing = Vec::new();
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(Path::new(readme)).expect("there is a README");
        for variable in variables() {
            let flag = variable.to_lowercase().replace('_', "-");
            if !text.contains(&format!("| `{variable}` | `--{flag}` |")) {
                missing.push(format!("{readme}: | `{variable}` | `--{flag}` |"));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "settings that a README does not list:\n{}",
        missing.join("\n")
    );
}
