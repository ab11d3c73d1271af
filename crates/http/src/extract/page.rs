//! Which part of a list, and how much an answer must know.

use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::{App, PageRequest};

use crate::problem::Problem;

/// How many items a page has where nothing is said.
const LIMIT_DEFAULT: u32 = 50;
/// How many it has at most.
const LIMIT_MAX: u32 = 200;

/// Which part of a list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 200; 50 where it is not given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

impl PageQuery {
    /// The part; a limit outside 1 to 200 is malformed.
    pub(crate) fn parsed(self) -> Result<PageRequest, Problem> {
        let limit = self.limit.unwrap_or(LIMIT_DEFAULT);
        if !(1..=LIMIT_MAX).contains(&limit) {
            return Err(Problem::malformed("bad_limit", format!("limit runs from 1 to {LIMIT_MAX}")));
        }
        Ok(PageRequest { cursor: self.cursor, limit })
    }
}

/// How much the answer must know.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AtLeast {
    /// Wait until the answer knows everything up to this position.
    min_position: Option<i64>,
}

impl AtLeast {
    /// Waits until the read models know as much.
    pub(crate) async fn known(&self, app: &App) -> Result<(), Problem> {
        if let Some(position) = self.min_position {
            app.await_position(position).await?;
        }
        Ok(())
    }
}
