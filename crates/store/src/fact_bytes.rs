//! Facts as bytes: a quarter of what they take as JSON, to write, to keep and to read. The ends of a period that are no
//! whole days are added up of thousands of them.

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgHasArrayType, PgTypeInfo, PgValueRef};
use sqlx::{Decode, Postgres, Type};
use whistle_domain::report::Fact;

/// A fact as a row keeps it.
#[derive(Debug)]
pub(crate) struct KeptFact(pub(crate) Fact);

/// The bytes of a fact.
pub(crate) fn written(fact: &Fact) -> Vec<u8> {
    postcard::to_allocvec(fact).expect("a fact is plain data, whose bytes cannot fail")
}

impl Type<Postgres> for KeptFact {
    fn type_info() -> PgTypeInfo {
        <[u8] as Type<Postgres>>::type_info()
    }
}

impl PgHasArrayType for KeptFact {
    fn array_type_info() -> PgTypeInfo {
        <Vec<u8> as PgHasArrayType>::array_type_info()
    }
}

impl<'r> Decode<'r, Postgres> for KeptFact {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self(postcard::from_bytes(<&[u8] as Decode<Postgres>>::decode(value)?)?))
    }
}

#[cfg(test)]
mod tests;
