//! Rows on their way into an empty table: `COPY … FROM STDIN` in PostgreSQL's binary form, which costs the server a third
//! of an `INSERT` and the key a sort instead of a search per row.

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;
use sqlx::{Encode, PgConnection, Postgres};

/// What every binary COPY begins with: its signature, no flags, no extension.
const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// What it ends with: a row of minus one fields.
const TRAILER: [u8; 2] = (-1_i16).to_be_bytes();

/// Rows in the form in which COPY reads them.
pub(super) struct CopyRows {
    columns: i16,
    bytes: Vec<u8>,
    field: PgArgumentBuffer,
    refused: Option<BoxDynError>,
}

impl CopyRows {
    /// No rows yet, of so many columns.
    pub(super) fn of(columns: usize) -> Self {
        let columns = i16::try_from(columns).expect("a table has few columns");
        Self { columns, bytes: HEADER.to_vec(), field: PgArgumentBuffer::default(), refused: None }
    }

    /// Whether there are no rows.
    pub(super) const fn is_empty(&self) -> bool {
        self.bytes.len() == HEADER.len()
    }

    /// How many bytes they take so far.
    pub(super) const fn len_bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Begins a row. All its fields must follow, in the order of the columns.
    pub(super) fn row(&mut self) -> &mut Self {
        self.bytes.extend(self.columns.to_be_bytes());
        self
    }

    /// The next field of the row.
    pub(super) fn field<'q>(&mut self, value: impl Encode<'q, Postgres>) -> &mut Self {
        self.field.clear();
        match value.encode(&mut self.field) {
            Ok(IsNull::Yes) => self.bytes.extend((-1_i32).to_be_bytes()),
            Ok(IsNull::No) => match i32::try_from(self.field.len()) {
                Ok(length) => {
                    self.bytes.extend(length.to_be_bytes());
                    self.bytes.extend_from_slice(&self.field);
                }
                Err(error) => self.refused = Some(error.into()),
            },
            Err(error) => self.refused = Some(error),
        }
        self
    }

    /// Puts the rows into `table`.
    pub(super) async fn into_table(
        mut self,
        table: &'static str,
        columns: &[&'static str],
        connection: &mut PgConnection,
    ) -> Result<(), sqlx::Error> {
        if let Some(refused) = self.refused {
            return Err(sqlx::Error::Encode(refused));
        }
        self.bytes.extend(TRAILER);
        let statement = format!("COPY {table} ({}) FROM STDIN (FORMAT binary)", columns.join(", "));
        let mut copy = connection.copy_in_raw(&statement).await?;
        copy.send(self.bytes).await?;
        copy.finish().await?;
        Ok(())
    }
}
