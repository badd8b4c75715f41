//! Where bytes lie: in a folder, or in a bucket of S3 under a prefix.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use object_store::{ClientConfigKey, ObjectStore, RetryConfig};

use super::Error;

/// A server of S3 that is not there is told within this time.
const CONNECT: Duration = Duration::from_secs(3);

/// As it is written: `s3://bucket/prefix`, else a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Folder(PathBuf),
    Bucket { bucket: String, prefix: String },
}

impl Place {
    /// What is wrong is told without what was written: it may hold a secret.
    pub fn parse(written: &str) -> Result<Self, String> {
        let Some(rest) = written.strip_prefix("s3://") else {
            return match written {
                "" => Err("is empty".to_owned()),
                other if other.contains("://") => {
                    Err("is neither a folder nor s3://BUCKET/PREFIX".to_owned())
                }
                folder => Ok(Self::Folder(folder.into())),
            };
        };
        if rest.contains(['@', '?']) {
            return Err(
                "must be s3://BUCKET/PREFIX alone: who one is and where the server is are \
                        read from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_ENDPOINT_URL"
                    .to_owned(),
            );
        }
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        if bucket.is_empty() {
            return Err("names no bucket, as in s3://BUCKET/PREFIX".to_owned());
        }
        Ok(Self::Bucket { bucket: bucket.to_owned(), prefix: prefix.trim_matches('/').to_owned() })
    }

    /// A folder is made when it is missing; a bucket must be there. One request takes no longer than
    /// `patience`.
    pub fn open(&self, patience: Duration) -> Result<Arc<dyn ObjectStore>, Error> {
        match self {
            Self::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)))
            }
            Self::Bucket { bucket, prefix } => {
                let store = s3(bucket, patience)?;
                Ok(Arc::new(PrefixStore::new(store, prefix.as_str())))
            }
        }
    }
}

/// Credentials, region and endpoint are those of the environment.
fn s3(bucket: &str, patience: Duration) -> Result<object_store::aws::AmazonS3, Error> {
    // Only the first of them counts, and all are the same.
    rustls::crypto::ring::default_provider().install_default().ok();
    let limit =
        |key, time: Duration| (AmazonS3ConfigKey::Client(key), format!("{}ms", time.as_millis()));
    let (connect, whole) = (
        limit(ClientConfigKey::ConnectTimeout, CONNECT),
        limit(ClientConfigKey::Timeout, patience),
    );
    let retry =
        RetryConfig { max_retries: 2, retry_timeout: patience / 2, ..RetryConfig::default() };
    let store = AmazonS3Builder::from_env()
        .with_bucket_name(bucket)
        .with_config(connect.0, connect.1)
        .with_config(whole.0, whole.1)
        .with_retry(retry)
        // Not every server knows how to delete many at a time.
        .with_disable_bulk_delete(true)
        .build()?;
    Ok(store)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Bucket { bucket, prefix } if prefix.is_empty() => write!(f, "s3://{bucket}"),
            Self::Bucket { bucket, prefix } => write!(f, "s3://{bucket}/{prefix}"),
        }
    }
}
