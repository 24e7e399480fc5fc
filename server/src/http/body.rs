//! From a request's body to a form and at most one file. Never keeps more bytes than a form or a paper may have.

use super::form::{Form, Upload};
use crate::files::MAX_BYTES;
use crate::middleware::read_at_most;
use app::error::AppError;
use app::routes::{Body as Carries, Door};
use axum::RequestExt;
use axum::extract::{Multipart, Request};

const MAX_FORM: usize = 256 * 1024;
/// Two minutes as phones record at their best: two channels, 44,100 samples a second, 16 bits.
const MAX_SOUND: usize = 24 * 1024 * 1024;

pub async fn read_body(door: &Door, request: Request) -> Result<(Form, Option<Upload>), AppError> {
    match door.body {
        Carries::None => Ok((Form::default(), None)),
        Carries::Form => {
            let bytes = axum::body::to_bytes(request.into_body(), MAX_FORM).await.map_err(|_| AppError::TooLarge)?;
            Ok((Form::parse(&bytes), None))
        }
        Carries::File | Carries::Sound => {
            let most = if door.body == Carries::Sound { MAX_SOUND } else { MAX_BYTES };
            let mut multipart: Multipart = request.extract().await.map_err(|_| AppError::TooLarge)?;
            let (mut form, mut upload) = (Form::default(), None);
            while let Some(mut field) = multipart.next_field().await.map_err(|_| AppError::TooLarge)? {
                let name = field.name().unwrap_or_default().to_owned();
                if let Some(file_name) = field.file_name().map(str::to_owned) {
                    // One byte more than a paper may have is enough for her page to say so.
                    let bytes = read_at_most(&mut field, most + 1).await.map_err(|_| AppError::TooLarge)?;
                    if upload.is_none() {
                        upload = Some(Upload { name: file_name, bytes });
                    }
                } else {
                    form.0.push((name, field.text().await.map_err(|_| AppError::TooLarge)?));
                }
            }
            Ok((form, upload))
        }
    }
}
