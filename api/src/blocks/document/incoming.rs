//! A file on its way in: counted, hashed and looked at while it is written, and only kept when it is what it is said to be.

use object_store::WriteMultipart;
use sha2::{Digest, Sha256};

use super::{
    media_type::{HEAD, MediaType, has_controls},
    store::failed,
};
use crate::error::{Error, Result};

/// Parts of a file that may wait to be written.
const WAITING: usize = 2;

/// A file of which not everything has come.
pub struct Incoming {
    key: String,
    upload: WriteMultipart,
    head: Vec<u8>,
    sum: Sha256,
    size: u64,
    /// Bytes came that no text has.
    controls: bool,
}

/// A file that is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    pub key: String,
    pub size: u64,
    pub sha256: String,
}

impl Incoming {
    pub(super) fn new(key: String, upload: WriteMultipart) -> Self {
        Self {
            key,
            upload,
            head: Vec::new(),
            sum: Sha256::new(),
            size: 0,
            controls: false,
        }
    }

    /// The next bytes, of at most `limit` in all.
    pub async fn take(&mut self, bytes: &[u8], limit: u64) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > limit {
            return Err(too_large(limit));
        }
        let room = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..room]);
        self.controls |= has_controls(bytes);
        self.sum.update(bytes);
        self.upload
            .wait_for_capacity(WAITING)
            .await
            .map_err(failed)?;
        self.upload.write(bytes);
        Ok(())
    }

    /// Whether what has come is of the kind that it is said to be.
    pub fn is(&self, media_type: MediaType) -> Result<()> {
        if self.size == 0 {
            return Err(Error::bad_input(
                "body",
                "The file is empty.",
                "文件内容为空。",
            ));
        }
        let text = media_type.name.starts_with("text/");
        let looked_at: &[u8] = if text && self.controls {
            &[0]
        } else {
            &self.head
        };
        media_type.fits(looked_at)
    }

    /// Keep the file.
    pub async fn keep(self) -> Result<Kept> {
        self.upload.finish().await.map_err(failed)?;
        let sum = self.sum.finalize();
        Ok(Kept {
            key: self.key,
            size: self.size,
            sha256: sum.iter().map(|byte| format!("{byte:02x}")).collect(),
        })
    }

    /// Forget what has come.
    pub async fn give_up(self) {
        if let Err(error) = self.upload.abort().await {
            tracing::warn!(%error, "part of a refused file is left in the store");
        }
    }
}

/// The file is larger than is taken.
pub fn too_large(limit: u64) -> Error {
    Error::limited(
        format!("The file is larger than MAX_FILE_BYTES ({limit})."),
        format!("文件超过上限 MAX_FILE_BYTES（{limit} 字节）。"),
    )
    .field("body")
}
