//! What can go wrong on the way from a request to an event.

use whistle_domain::access::AccessRefusal;
use whistle_domain::calendar::book::CalendarRefusal;
use whistle_domain::case::CaseError;
use whistle_domain::organisation::history::OrganisationRefusal;
use whistle_domain::pack::PackRefusal;
use whistle_domain::policy::PolicyRefusal;
use whistle_store::log::{AppendError, ExecuteError, LoadError, ReadError};
use whistle_store::numbers::NumberError;
use whistle_store::read::QueryError;
use whistle_store::vault::VaultError;

/// A field that cannot be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// JSON pointer of the field.
    pub pointer: String,
    /// A stable name for programs.
    pub code: &'static str,
    /// What is wrong, in plain English.
    pub detail: String,
}

/// Why a request was not carried out. Except for [`AppError::Unavailable`], nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// No such thing, or none that the caller may know of.
    #[error("not found")]
    NotFound,
    /// Whoever asks must say who they are.
    #[error("authentication is needed")]
    Unauthenticated,
    /// The caller's role may not do this.
    #[error("the role may not do this")]
    Forbidden,
    /// The caller's unit was only told of the case, or its dispatch was taken back.
    #[error("your unit was not sent to act in this case, or not any more")]
    NoPart,
    /// Fields that cannot be accepted.
    #[error("{} field(s) cannot be accepted", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// A photograph belongs to another case.
    #[error("a photograph that is named belongs to another case")]
    PhotoUsed,
    /// What was sent is no picture.
    #[error("this cannot be read as a JPEG, PNG or WebP")]
    NotAPicture,
    /// A picture of more pixels, or bytes, than are taken.
    #[error("the picture has more pixels than are taken")]
    PictureTooLarge,
    /// A list was asked for in a way that makes no sense.
    #[error("{0}")]
    BadQuery(String),
    /// The case refuses.
    #[error(transparent)]
    Refused(CaseError),
    /// The organisation stays as it is.
    #[error(transparent)]
    OrganisationRefused(OrganisationRefusal),
    /// The policy is not adopted.
    #[error(transparent)]
    PolicyRefused(PolicyRefusal),
    /// The calendar stays as it is.
    #[error(transparent)]
    CalendarRefused(CalendarRefusal),
    /// Account or key stay as they are.
    #[error(transparent)]
    AccessRefused(AccessRefusal),
    /// The pack is not frozen.
    #[error(transparent)]
    PackRefused(PackRefusal),
    /// `If-Match` names another version.
    #[error("it has moved on to version {current}")]
    Stale {
        /// The version that the case has now.
        current: u32,
    },
    /// Others kept changing the case; nothing was written.
    #[error("the case is being changed by others")]
    Contended,
    /// The idempotency key was used for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// Too much at once; try again.
    #[error("too much work is waiting")]
    Overloaded,
    /// So many photographs wait for a command that uses them that there is no room for another one.
    #[error("too many photographs are waiting for a report that uses them; try again later")]
    PhotosFull,
    /// The database is away. Whether the command was carried out is not known: try again with the same key.
    #[error("the database cannot be reached")]
    Unavailable,
    /// The request makes an event that is too large.
    #[error("the request is too large")]
    TooLarge,
    /// The read models did not reach the position in time.
    #[error("the read models are behind position {wanted}")]
    Behind {
        /// The position that was asked for.
        wanted: i64,
    },
    /// The file cannot hold so many rows; nothing was written.
    #[error("there are more than {max} rows: narrow the filter, or ask for CSV where it was not")]
    TooManyRows {
        /// How many it holds.
        max: i64,
    },
    /// A position that the log does not have yet.
    #[error("the log ends at position {head}")]
    BeyondTheLog {
        /// The last position that there is.
        head: i64,
    },
    /// Too much has happened since to lay the past out for one question.
    #[error("too many cases that were open then have moved since; ask for a later position")]
    TooFarBack,
    /// Something that must not happen.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl AppError {
    pub(crate) fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(error))
    }

    /// What a command that was not executed comes to; `refused` tells what a refusal of the domain does.
    pub(crate) fn of_execution<E: std::error::Error + Send + Sync>(
        error: ExecuteError<E>,
        refused: impl FnOnce(E) -> Self,
    ) -> Self {
        match error {
            ExecuteError::Refused(reason) => refused(reason),
            ExecuteError::Stale { current } => Self::Stale { current },
            ExecuteError::Contended => Self::Contended,
            ExecuteError::CommandReused => Self::KeyReused,
            ExecuteError::Load(error) => error.into(),
            ExecuteError::Append(error) => error.into(),
            ExecuteError::Unserialisable(error) => Self::internal(error),
        }
    }
}

impl From<VaultError> for AppError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Database(source) => {
                tracing::warn!(error = &*source as &dyn std::error::Error, "the vault cannot be reached");
                Self::Unavailable
            }
            VaultError::Busy => Self::Overloaded,
            other => Self::internal(other),
        }
    }
}

impl From<NumberError> for AppError {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::Overloaded => Self::Overloaded,
            NumberError::Unavailable => Self::Unavailable,
        }
    }
}

impl From<CaseError> for AppError {
    fn from(reason: CaseError) -> Self {
        match reason {
            CaseError::NotFound | CaseError::DispatchNotFound => Self::NotFound,
            reason => Self::Refused(reason),
        }
    }
}

impl From<ExecuteError<CaseError>> for AppError {
    fn from(error: ExecuteError<CaseError>) -> Self {
        Self::of_execution(error, Self::from)
    }
}

impl From<AppendError> for AppError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::VersionConflict { .. } => Self::Contended,
            AppendError::Overloaded => Self::Overloaded,
            AppendError::Unavailable => Self::Unavailable,
            AppendError::TooLarge { .. } | AppendError::TooManyEvents { .. } => Self::TooLarge,
            AppendError::Rejected(_) | AppendError::Empty => Self::internal(error),
        }
    }
}

impl From<LoadError> for AppError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Read(error) => error.into(),
            damaged @ LoadError::Event { .. } => Self::internal(damaged),
        }
    }
}

impl From<ReadError> for AppError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Database(source) => {
                tracing::warn!(error = &source as &dyn std::error::Error, "the event log cannot be read");
                Self::Unavailable
            }
            other => Self::internal(other),
        }
    }
}

impl From<QueryError> for AppError {
    fn from(error: QueryError) -> Self {
        match error {
            QueryError::Database(source) => {
                tracing::warn!(error = &source as &dyn std::error::Error, "the read models cannot be read");
                Self::Unavailable
            }
            other => Self::BadQuery(other.to_string()),
        }
    }
}
