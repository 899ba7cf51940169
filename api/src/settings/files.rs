//! Where files of documents are kept, and which are taken.

use std::{fmt, time::Duration};

use clap::{Args, value_parser};

use super::{InvalidSetting, seconds};
use crate::blocks::document::media_type::MediaType;

/// Files of documents.
#[derive(Args, Clone)]
#[command(next_help_heading = "Files")]
pub struct FileSettings {
    /// Folder for the files of documents, or `s3://bucket/prefix`.
    #[arg(long, env = "FILES", default_value = "data/files")]
    pub files: String,

    /// Address of a service that speaks S3, such as `https://minio.example:9000`; AWS when left out.
    #[arg(long, env = "FILES_ENDPOINT")]
    pub files_endpoint: Option<String>,

    /// Region of the bucket.
    #[arg(long, env = "FILES_REGION", default_value = "us-east-1")]
    pub files_region: String,

    /// Access key of the bucket; with its secret.
    #[arg(long, env = "FILES_ACCESS_KEY", hide_env_values = true)]
    pub files_access_key: Option<String>,

    /// Secret of the access key.
    #[arg(long, env = "FILES_SECRET_KEY", hide_env_values = true)]
    pub files_secret_key: Option<String>,

    /// Largest file in bytes.
    #[arg(long, env = "MAX_FILE_BYTES", default_value_t = 52_428_800, value_parser = value_parser!(u64).range(1..=1_073_741_824))]
    pub max_file_bytes: u64,

    /// Kinds of files that are taken, by their media types. Default, set your own.
    #[arg(
        long,
        env = "FILE_TYPES",
        value_delimiter = ',',
        value_parser = media_type,
        default_value = "application/pdf,application/ofd,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/msword,application/vnd.ms-excel,image/jpeg,image/png,image/tiff,text/csv,text/plain"
    )]
    pub file_types: Vec<MediaType>,

    /// Seconds that a client has to send a file.
    #[arg(long, env = "FILE_TIMEOUT", default_value = "120", value_parser = seconds)]
    pub file_timeout: Duration,
}

impl FileSettings {
    /// Bucket and prefix, when files go to one.
    pub fn bucket(&self) -> Option<(&str, &str)> {
        let rest = self.files.strip_prefix("s3://")?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        Some((bucket, prefix.trim_matches('/')))
    }

    /// The settings go together; whether the store can be used is found out when it is opened.
    pub fn check(&self) -> Result<(), InvalidSetting> {
        let of_a_bucket = [
            ("FILES_ENDPOINT", &self.files_endpoint),
            ("FILES_ACCESS_KEY", &self.files_access_key),
            ("FILES_SECRET_KEY", &self.files_secret_key),
        ];
        match self.bucket() {
            None => {
                if self.files.contains("://") {
                    return Err(InvalidSetting::new(
                        "FILES",
                        "is neither a folder nor s3://bucket/prefix",
                    ));
                }
                if let Some((name, _)) = of_a_bucket.iter().find(|(_, value)| value.is_some()) {
                    return Err(InvalidSetting::new(
                        name,
                        "is of a bucket, and FILES names a folder",
                    ));
                }
            }
            Some(("", _)) => return Err(InvalidSetting::new("FILES", "names no bucket")),
            Some(_) => self.check_bucket()?,
        }
        Ok(())
    }

    fn check_bucket(&self) -> Result<(), InvalidSetting> {
        if let Some(endpoint) = &self.files_endpoint
            && !endpoint.starts_with("https://")
            && !endpoint.starts_with("http://")
        {
            return Err(InvalidSetting::new(
                "FILES_ENDPOINT",
                "must begin with https:// or http://",
            ));
        }
        match (&self.files_access_key, &self.files_secret_key) {
            (Some(_), Some(_)) => Ok(()),
            (None, _) => Err(InvalidSetting::new(
                "FILES_ACCESS_KEY",
                "is needed where FILES names a bucket",
            )),
            (_, None) => Err(InvalidSetting::new(
                "FILES_SECRET_KEY",
                "is needed with FILES_ACCESS_KEY",
            )),
        }
    }
}

impl fmt::Debug for FileSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileSettings")
            .field("files", &self.files)
            .field("files_endpoint", &self.files_endpoint)
            .field("max_file_bytes", &self.max_file_bytes)
            .field("file_timeout", &self.file_timeout)
            .finish_non_exhaustive()
    }
}

fn media_type(text: &str) -> Result<MediaType, String> {
    MediaType::parse(text).ok_or_else(|| {
        let names: Vec<_> = MediaType::names().collect();
        format!(
            "`{text}` is no kind of file that is known; there are {}",
            names.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::{blocks::document::store::Store, settings::ServiceSettings};

    /// The setting that stands in the way of a start with these flags.
    fn refused(flags: &[&str]) -> &'static str {
        let settings = ServiceSettings::of(flags).unwrap();
        let files = settings.files;
        let checked = files.check().and_then(|()| Store::open(&files).map(drop));
        checked.err().map_or("none", |error| error.setting)
    }

    #[test]
    fn what_does_not_go_together_is_named() {
        let bucket = ["--files", "s3://letters/neijiang"];
        let key = ["--files-access-key", "key"];
        let secret = ["--files-secret-key", "secret"];
        assert_eq!(refused(&bucket), "FILES_ACCESS_KEY");
        assert_eq!(refused(&[bucket, key].concat()), "FILES_SECRET_KEY");
        assert_eq!(refused(&[bucket, key, secret].concat()), "none");
        let bad = ["--files-endpoint", "minio:9000"];
        assert_eq!(
            refused(&[bucket, key, secret, bad].concat()),
            "FILES_ENDPOINT"
        );
        assert_eq!(refused(&["--files", "s3:///x"]), "FILES");
        assert_eq!(refused(&["--files", "ftp://x"]), "FILES");
        assert_eq!(refused(&["--files", "/proc/none"]), "FILES");
        assert_eq!(refused(&key), "FILES_ACCESS_KEY");
        assert!(ServiceSettings::of(&["--file-types", "text/html"]).is_err());
        let shown = format!("{:?}", ServiceSettings::of(&secret).unwrap());
        assert!(!shown.contains("\"secret\""), "{shown}");
    }
}
