//! A request together with the secret that makes it the resident's.

use std::borrow::Cow;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{Object, ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use super::body::{json, parse};
use crate::HttpState;
use crate::problem::Problem;

/// A JSON body with the fields of `R` and a `code` beside them.
#[derive(Debug)]
pub(crate) struct Coded<R> {
    pub(crate) code: String,
    pub(crate) value: R,
    pub(crate) raw: Bytes,
}

/// The code on its own: read apart from the request, so that a wrong field of either is named by its pointer.
#[derive(Deserialize)]
struct Secret {
    code: String,
}

impl<R: DeserializeOwned> FromRequest<HttpState> for Coded<R> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &HttpState) -> Result<Self, Problem> {
        let raw = json(request, state).await?;
        let Secret { code } = parse(&raw)?;
        Ok(Self { code, value: parse(&raw)?, raw })
    }
}

impl<R: ToSchema> ToSchema for Coded<R> {
    fn name() -> Cow<'static, str> {
        format!("Coded{}", R::name()).into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        R::schemas(schemas);
    }
}

impl<R: ToSchema> PartialSchema for Coded<R> {
    fn schema() -> RefOr<Schema> {
        let RefOr::T(Schema::Object(mut object)) = R::schema() else {
            unreachable!("requests are structs with named fields")
        };
        object.description = object.description.map(|description| {
            format!("{}, and the secret that makes it theirs.", description.trim_end_matches('.'))
        });
        object.required.insert(0, "code".to_owned());
        object.properties.insert("code".to_owned(), code().into());
        RefOr::T(Schema::Object(object))
    }
}

fn code() -> Object {
    ObjectBuilder::new().schema_type(Type::String).description(Some("The code on the receipt.")).build()
}
