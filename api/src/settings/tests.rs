use clap::Parser;

use super::{
    Settings,
    token::{DEMO_SECRET, TokenSettings},
};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    settings: Settings,
}

fn settings(flags: &[&str]) -> Result<Settings, String> {
    let line = ["inspectorate"].iter().chain(flags);
    Line::try_parse_from(line)
        .map(|line| line.settings)
        .map_err(|error| error.to_string())
}

#[test]
fn defaults_stand_and_the_demo_agrees_with_them() {
    let settings = settings(&["--token-secret", DEMO_SECRET]).unwrap();
    settings.check().unwrap();
    assert!(settings.service.access_log.logged_reads.len() > 5);
    assert_eq!(settings.service.access_log.access_record_days, 0);
    let token = settings.token.checked().unwrap();
    let demo = TokenSettings::demo();
    assert_eq!((token.issuer, token.audience), (demo.issuer, demo.audience));
    assert_eq!(token.max_lifetime, demo.max_lifetime);
    assert_eq!(token.leeway, demo.leeway);
}

#[test]
fn every_refusal_names_the_setting() {
    for (flags, setting) in [
        (vec!["--max-depth", "14"], "max-depth"),
        (vec!["--max-nesting", "61"], "max-nesting"),
        (vec!["--request-timeout", "0"], "request-timeout"),
        (vec!["--token-algorithm", "none"], "token-algorithm"),
        (vec!["--http-profile", "x"], "http-profile"),
        (vec!["--logged-reads", "OpenTerm"], "logged-reads"),
    ] {
        let refusal = settings(&flags).unwrap_err();
        assert!(refusal.contains(setting), "{setting}: {refusal}");
    }
    for (flags, setting) in [
        (vec!["--database-url", "mysql://x"], "DATABASE_URL"),
        (vec!["--graphiql-dir", "/nowhere"], "GRAPHIQL_DIR"),
        (
            vec!["--max-batch", "50", "--rate-burst", "10"],
            "RATE_BURST",
        ),
    ] {
        let refusal = settings(&flags).unwrap().check().unwrap_err();
        assert_eq!(refusal.setting, setting);
    }
    for (flags, setting) in [
        (vec![], "TOKEN_SECRET"),
        (vec!["--token-secret", "short"], "TOKEN_SECRET"),
        (vec!["--token-algorithm", "RS256"], "TOKEN_JWKS_FILE"),
        (
            vec!["--token-algorithm", "RS256", "--token-secret", DEMO_SECRET],
            "TOKEN_SECRET",
        ),
        (
            vec![
                "--token-algorithm",
                "ES256",
                "--token-jwks-file",
                "/nowhere",
            ],
            "TOKEN_JWKS_FILE",
        ),
        (
            vec!["--token-algorithm", "EdDSA", "--token-jwks-url", "ftp://x"],
            "TOKEN_JWKS_URL",
        ),
        (
            vec!["--token-secret", DEMO_SECRET, "--token-leeway", "601"],
            "TOKEN_LEEWAY",
        ),
        (
            vec![
                "--token-secret",
                DEMO_SECRET,
                "--token-max-lifetime",
                "86401",
            ],
            "TOKEN_MAX_LIFETIME",
        ),
    ] {
        let refusal = settings(&flags).unwrap().token.checked().unwrap_err();
        assert_eq!(refusal.setting, setting, "{flags:?}");
        assert!(refusal.to_string().contains("(--token-"));
    }
}

#[test]
fn debug_shows_no_secret() {
    let settings = settings(&[
        "--token-secret",
        DEMO_SECRET,
        "--database-url",
        "postgres://me:hush@host/db",
    ])
    .unwrap();
    let token = settings.token.checked().unwrap();
    let shown = format!("{settings:?} {token:?}");
    assert!(
        !shown.contains(DEMO_SECRET) && !shown.contains("hush"),
        "{shown}"
    );
}
