//! Bodies: JSON, of a bounded size, with the field named that is wrong.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::HttpState;
use crate::problem::Problem;

/// A JSON body that must be there. `raw` are its bytes as they came.
#[derive(Debug)]
pub(crate) struct Body<T> {
    pub(crate) value: T,
    pub(crate) raw: Bytes,
}

/// A JSON body that may be missing, which means the same as `{}`.
#[derive(Debug)]
pub(crate) struct OptionalBody<T> {
    pub(crate) value: T,
    pub(crate) raw: Bytes,
}

/// For what says everything by its path: whatever JSON comes along is read past.
#[derive(Debug)]
pub(crate) struct NoBody<T> {
    pub(crate) value: T,
    pub(crate) raw: Bytes,
}

impl<T: DeserializeOwned> FromRequest<HttpState> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &HttpState) -> Result<Self, Problem> {
        let raw = json(request, state).await?;
        Ok(Self { value: parse(&raw)?, raw })
    }
}

impl<T: DeserializeOwned> FromRequest<HttpState> for OptionalBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &HttpState) -> Result<Self, Problem> {
        let json = expect_json(&request);
        let raw = bytes(request, state).await?;
        if raw.is_empty() {
            return Ok(Self { value: parse(b"{}")?, raw });
        }
        json?;
        Ok(Self { value: parse(&raw)?, raw })
    }
}

impl<T: Default> FromRequest<HttpState> for NoBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &HttpState) -> Result<Self, Problem> {
        let OptionalBody::<IgnoredAny> { raw, .. } = OptionalBody::from_request(request, state).await?;
        Ok(Self { value: T::default(), raw })
    }
}

/// The bytes of a body that says that it is JSON.
pub(super) async fn json(request: Request, state: &HttpState) -> Result<Bytes, Problem> {
    expect_json(&request)?;
    bytes(request, state).await
}

fn expect_json(request: &Request) -> Result<(), Problem> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", "the body must be application/json"))
}

async fn bytes(request: Request, state: &HttpState) -> Result<Bytes, Problem> {
    Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            let detail = format!("a body has at most {} bytes", crate::BODY_BYTES_MAX);
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", detail)
        }
        _ => Problem::malformed("body_unreadable", "the body could not be read to its end"),
    })
}

/// Parses, and names the field that is wrong by its JSON pointer.
pub(super) fn parse<T: DeserializeOwned>(raw: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(raw);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let mut pointer = pointer(error.path());
        let inner = error.into_inner();
        if inner.is_data() {
            let detail = inner.to_string();
            if let Some(name) = missing(&detail) {
                pointer = format!("{pointer}/{name}");
            }
            Problem::malformed_field(pointer, "bad_type", detail)
        } else if serde_json::from_slice::<serde_json::Value>(raw).is_ok() {
            // Serde calls it broken JSON when one of several words is expected and something else comes.
            Problem::malformed_field(pointer, "bad_type", "this is not what is expected here".to_owned())
        } else {
            Problem::malformed("bad_json", inner.to_string())
        }
    })?;
    json.end().map_err(|error| Problem::malformed("bad_json", error.to_string()))?;
    Ok(value)
}

/// The field that is not there. Serde leaves its name out of the path, and has it in the message only.
fn missing(detail: &str) -> Option<&str> {
    detail.strip_prefix("missing field `")?.split_once('`').map(|(name, _)| name)
}

/// RFC 6901.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => "/?".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Sample {
        #[expect(dead_code, reason = "only parsed")]
        inner: Vec<u8>,
    }

    #[test]
    fn a_wrong_type_is_named_by_its_pointer() {
        let problem = parse::<Sample>(br#"{"inner":[1,"two"]}"#).expect_err("a string is no number");
        let json = serde_json::to_value(&problem).expect("serialises");
        assert_eq!(json["errors"][0]["pointer"], "/inner/1");
        assert_eq!(json["code"], "bad_type");
    }

    #[test]
    fn what_is_no_word_where_a_word_is_expected_is_of_the_wrong_type() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Word {
            Yes,
            No,
        }
        #[derive(Debug, serde::Deserialize)]
        struct Spoken {
            word: Word,
        }
        for raw in [&br#"{"word":true}"#[..], br#"{"word":null}"#, br#"{"word":7}"#, br#"{"word":["yes"]}"#] {
            let problem = parse::<Spoken>(raw).expect_err("no word");
            let json = serde_json::to_value(&problem).expect("serialises");
            assert_eq!((&json["code"], &json["errors"][0]["pointer"]), (&"bad_type".into(), &"/word".into()));
        }
        let words = [&br#"{"word":"yes"}"#[..], br#"{"word":"no"}"#]
            .map(|raw| parse::<Spoken>(raw).expect("a word").word);
        assert!(matches!(words, [Word::Yes, Word::No]));
    }

    #[test]
    fn a_missing_field_is_named_as_one_that_is_wrong() {
        let json = serde_json::to_value(parse::<Sample>(b"{}").expect_err("empty")).expect("serialises");
        assert_eq!(json["errors"][0]["pointer"], "/inner");
        let nested = parse::<Vec<Sample>>(br#"[{"inner":[]},{}]"#).expect_err("the second is empty");
        assert_eq!(serde_json::to_value(&nested).expect("serialises")["errors"][0]["pointer"], "/1/inner");
    }

    #[test]
    fn broken_json_and_what_follows_it_are_malformed() {
        for raw in [&b"{"[..], b"{\"inner\":[]} x", b"\xff\xfe", b"{\"inner\":[\"\xff\"]}"] {
            let json = serde_json::to_value(parse::<Sample>(raw).expect_err("broken")).expect("serialises");
            assert_eq!(json["status"], 400, "{raw:?}");
        }
    }
}
