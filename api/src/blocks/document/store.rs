//! Where the bytes of files are kept: a folder of this machine, or a bucket that speaks S3.

use std::{fmt, sync::Arc};

use object_store::{
    ObjectStore, ObjectStoreExt as _, WriteMultipart, aws::AmazonS3Builder, local::LocalFileSystem,
    path::Path, prefix::PrefixStore,
};
use uuid::Uuid;

use super::incoming::Incoming;
use crate::{
    error::{Error, Result},
    settings::{FileSettings, InvalidSetting},
};

/// The bytes of a file as they are read.
pub type Bytes = futures::stream::BoxStream<'static, object_store::Result<actix_web::web::Bytes>>;

/// Keeps files. Cheap to clone.
#[derive(Clone)]
pub struct Store(Arc<dyn ObjectStore>);

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What the store says of itself names keys.
        f.write_str("Store")
    }
}

impl Store {
    /// The store that the settings name; a folder is made where there is none.
    pub fn open(settings: &FileSettings) -> Result<Self, InvalidSetting> {
        match settings.bucket() {
            Some((bucket, prefix)) => Self::bucket(settings, bucket, prefix),
            None => Self::folder(&settings.files),
        }
    }

    fn folder(folder: &str) -> Result<Self, InvalidSetting> {
        let refused = |error: &dyn fmt::Display| {
            InvalidSetting::new(
                "FILES",
                format!("is {folder}, which cannot be used: {error}"),
            )
        };
        std::fs::create_dir_all(folder).map_err(|error| refused(&error))?;
        let meta = std::fs::metadata(folder).map_err(|error| refused(&error))?;
        if meta.permissions().readonly() {
            return Err(refused(&"nothing may be written there"));
        }
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| refused(&error))?;
        Ok(Self(Arc::new(store.with_fsync(true))))
    }

    fn bucket(settings: &FileSettings, bucket: &str, prefix: &str) -> Result<Self, InvalidSetting> {
        // Its TLS is that of the whole service; whoever comes second finds it installed.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(bucket)
            .with_region(&settings.files_region);
        if let Some(endpoint) = &settings.files_endpoint {
            builder = builder
                .with_endpoint(endpoint)
                .with_allow_http(endpoint.starts_with("http://"));
        }
        if let (Some(key), Some(secret)) = (&settings.files_access_key, &settings.files_secret_key)
        {
            builder = builder
                .with_access_key_id(key)
                .with_secret_access_key(secret);
        }
        let store = builder
            .build()
            .map_err(|error| InvalidSetting::new("FILES", format!("cannot be used: {error}")))?;
        Ok(match prefix {
            "" => Self(Arc::new(store)),
            prefix => Self(Arc::new(PrefixStore::new(store, prefix))),
        })
    }

    /// Begin to keep a new file.
    pub async fn receive(&self) -> Result<Incoming> {
        let key = Uuid::new_v4().simple().to_string();
        let upload = self.0.put_multipart(&path(&key)).await.map_err(failed)?;
        Ok(Incoming::new(key, WriteMultipart::new(upload)))
    }

    /// The bytes of a file.
    pub async fn read(&self, key: &str) -> Result<Bytes> {
        let found = self.0.get(&path(key)).await.map_err(failed)?;
        Ok(found.into_stream())
    }

    /// Forget a file that nothing names.
    pub async fn forget(&self, key: &str) {
        if let Err(error) = self.0.delete(&path(key)).await {
            tracing::warn!(%error, key, "a file that nothing names is left in the store");
        }
    }
}

/// Where a file stands: two letters of its key make a folder, so that none grows too large.
fn path(key: &str) -> Path {
    let folder = key.get(..2).unwrap_or("00");
    Path::from_iter(["documents", folder, key])
}

/// The store did not do what was asked: logged with its cause, which no client learns.
pub fn failed(error: object_store::Error) -> Error {
    tracing::error!(%error, "the store of files failed");
    Error::unavailable()
}
