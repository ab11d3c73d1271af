//! The conditions under which a command is given.

use axum::extract::FromRequestParts;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use whistle_app::CommandContext;

use crate::HttpState;
use crate::problem::Problem;

/// Most characters in an idempotency key.
const KEY_CHARS_MAX: usize = 255;

/// A version that no case will ever have.
const NO_VERSION: u32 = u32::MAX;

/// `Idempotency-Key` and `If-Match`, and what the request asks for.
#[derive(Debug)]
pub(crate) struct Command {
    idempotency_key: Option<String>,
    if_match: Option<u32>,
    target: Vec<u8>,
}

impl Command {
    /// With the body, everything that makes two requests the same.
    pub(crate) fn context(mut self, body: &[u8]) -> CommandContext {
        self.target.extend_from_slice(body);
        CommandContext {
            idempotency_key: self.idempotency_key,
            request: self.target,
            if_match: self.if_match,
        }
    }
}

impl FromRequestParts<HttpState> for Command {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &HttpState) -> Result<Self, Problem> {
        let mut target = parts.method.as_str().as_bytes().to_vec();
        target.push(b' ');
        target.extend_from_slice(parts.uri.path().as_bytes());
        target.push(b'\n');
        Ok(Self { idempotency_key: idempotency_key(parts)?, if_match: if_match(parts)?, target })
    }
}

fn idempotency_key(parts: &Parts) -> Result<Option<String>, Problem> {
    let Some(header) = parts.headers.get("idempotency-key") else { return Ok(None) };
    let sound = |key: &&str| (1..=KEY_CHARS_MAX).contains(&key.len());
    let key = header.to_str().ok().filter(sound).ok_or_else(|| {
        Problem::malformed(
            "bad_idempotency_key",
            format!("a key has 1 to {KEY_CHARS_MAX} visible ASCII characters"),
        )
    })?;
    Ok(Some(key.to_owned()))
}

/// A version, as the `ETag` gave it: `"7"`. `*` sets no condition.
fn if_match(parts: &Parts) -> Result<Option<u32>, Problem> {
    let Some(header) = parts.headers.get(IF_MATCH) else { return Ok(None) };
    let text = header.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let version = text.strip_prefix("W/").unwrap_or(text).trim_matches('"').parse();
    let version = version.map_err(|_| {
        Problem::malformed("bad_if_match", "If-Match takes one ETag of a case, such as \"7\"")
    })?;
    // To the log, 0 says that there is no case yet; a client that says so of a case is stale like any other.
    Ok(Some(if version == 0 { NO_VERSION } else { version }))
}
