//! Where papers are kept.

use super::reader::Reader;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storage {
    /// The folder `papers` in the data folder.
    Local,
    S3(S3),
}

#[derive(Clone, PartialEq, Eq)]
pub struct S3 {
    pub endpoint: Option<String>,
    pub bucket: String,
    pub region: String,
    pub access_key: String,
    pub secret_key: String,
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "S3({})", self.bucket)
    }
}

impl Storage {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let endpoint = reader.text("s3.endpoint");
        let [bucket, region, access_key, secret_key] =
            ["s3.bucket", "s3.region", "s3.access_key", "s3.secret_key"].map(|key| (key, reader.text(key)));
        match reader.text("storage").as_deref() {
            None | Some("local") => Self::Local,
            Some("s3") => {
                if !cfg!(feature = "s3") {
                    reader.mistake("storage", "`s3` needs a server that was built with --features s3");
                }
                let mut needed = |(key, value): (&str, Option<String>)| {
                    value.unwrap_or_else(|| {
                        reader.mistake(key, "is needed for storage = \"s3\"");
                        String::new()
                    })
                };
                Self::S3(S3 {
                    endpoint,
                    bucket: needed(bucket),
                    region: needed(region),
                    access_key: needed(access_key),
                    secret_key: needed(secret_key),
                })
            }
            Some(_) => {
                reader.mistake("storage", "is neither local nor s3");
                Self::Local
            }
        }
    }
}
