//! `docs/workflows.md` is what the life cycles say.

use std::{env, fs};

use inspectorate::{blocks::workflow, domain::life_cycles};

const PAGE: &str = "docs/workflows.md";

#[test]
fn the_page_is_what_the_life_cycles_say() {
    let generated = workflow::document(&life_cycles::all());
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, &generated).expect("the page can be written");
    }
    let committed = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        committed == generated,
        "{PAGE} is out of date; mend it with: UPDATE_DOCS=1 cargo test --test inspectorate workflows"
    );
}
