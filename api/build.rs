//! Brings the four files of GraphiQL from npm's registry, so that the service needs no internet when it runs.
//!
//! Nothing built by others is committed; what comes is compared with pinned digests. The build never fails for want of them:
//! without the files the service has a plainer page of its own.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sha2::{Digest, Sha256};

/// Package, member of its tarball, file here, SHA-256.
const FILES: [(&str, &str, &str, &str); 4] = [
    (
        "graphiql@4.1.2",
        "package/graphiql.min.js",
        "graphiql.min.js",
        "867226ba8af5ce7949903fc53932f78dac9f4bfc6cc8da0fd3869b8bc6c5256b",
    ),
    (
        "graphiql@4.1.2",
        "package/graphiql.min.css",
        "graphiql.min.css",
        "30487e07635d312a63f647b140d37740a73c53332b0975bf4b1fe985ca6ec885",
    ),
    (
        "react@18.3.1",
        "package/umd/react.production.min.js",
        "react.production.min.js",
        "d949f1c3687aedadcedac85261865f29b17cd273997e7f6b2bfc53b2f9d4c4dd",
    ),
    (
        "react-dom@18.3.1",
        "package/umd/react-dom.production.min.js",
        "react-dom.production.min.js",
        "35f4f974f4b2bcd44da73963347f8952e341f83909e4498227d4e26b98f66f0d",
    ),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=GRAPHIQL_DIR");
    println!("cargo::rustc-check-cfg=cfg(graphiql)");
    let Some(out) = std::env::var_os("OUT_DIR").map(PathBuf::from) else {
        return;
    };
    if let Some(folder) = std::env::var_os("GRAPHIQL_DIR") {
        copy(Path::new(&folder), &out);
    }
    if !complete(&out) {
        for package in ["graphiql@4.1.2", "react@18.3.1", "react-dom@18.3.1"] {
            fetch(package, &out);
        }
    }
    if complete(&out) {
        println!("cargo::rustc-cfg=graphiql");
    } else {
        println!(
            "cargo::warning=GraphiQL could not be fetched with npm: `/` will be a plain page. See GRAPHIQL_DIR in the README."
        );
    }
}

fn complete(out: &Path) -> bool {
    FILES
        .iter()
        .all(|(_, _, file, digest)| is_pinned(&out.join(file), digest))
}

fn is_pinned(file: &Path, digest: &str) -> bool {
    fs::read(file).is_ok_and(|bytes| {
        let found = Sha256::digest(bytes);
        found
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
            == digest
    })
}

fn copy(folder: &Path, out: &Path) {
    for (_, _, file, digest) in FILES {
        let source = folder.join(file);
        println!("cargo::rerun-if-changed={}", source.display());
        if is_pinned(&source, digest) {
            let _ = fs::copy(source, out.join(file));
        }
    }
}

/// Pack one package into `out` and take its members out of the tarball.
fn fetch(package: &str, out: &Path) {
    let packed = Command::new("npm")
        .args([
            "pack",
            "--silent",
            "--ignore-scripts",
            "--fetch-retries=0",
            "--fetch-timeout=15000",
            package,
        ])
        .current_dir(out)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let Some(tarball) = packed
        .ok()
        .and_then(|packed| String::from_utf8(packed.stdout).ok())
    else {
        return;
    };
    let tarball = out.join(tarball.trim());
    for (_, member, file, _) in FILES.iter().filter(|it| it.0 == package) {
        let unpacked = Command::new("tar")
            .arg("-xzOf")
            .arg(&tarball)
            .arg(member)
            .stderr(Stdio::null())
            .output();
        if let Ok(unpacked) = unpacked {
            let _ = fs::write(out.join(file), unpacked.stdout);
        }
    }
    let _ = fs::remove_file(tarball);
}
