//! Taking text in: validated, and with its personal data sealed before it goes anywhere near an event.

use uuid::Uuid;
use whistle_domain::privacy::{
    ProtectedText, Sealed, TextError, clean_line, clean_paragraphs, masking, redact,
};
use whistle_store::vault::{Opened, Vault, VaultError};

use crate::{AppError, FieldProblem};

/// Most pieces of evidence in one command.
pub(crate) const EVIDENCE_MAX: usize = 20;
/// Most characters in one line of text.
pub(crate) const LINE_CHARS_MAX: usize = 200;
/// Most characters in a text.
pub(crate) const TEXT_CHARS_MAX: usize = 4000;

/// Collects everything that is wrong with a request, so that it is told all at once.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<FieldProblem>);

impl Fields {
    /// Notes a problem.
    pub(crate) fn refuse(&mut self, pointer: &str, code: &'static str, detail: impl Into<String>) {
        self.0.push(FieldProblem { pointer: pointer.to_owned(), code, detail: detail.into() });
    }

    /// One line that must be there.
    pub(crate) fn line(&mut self, pointer: &str, text: &str, chars_max: usize) -> String {
        self.cleaned(pointer, clean_line(text, chars_max))
    }

    /// One line that may be left out.
    pub(crate) fn optional_line(
        &mut self,
        pointer: &str,
        text: Option<&str>,
        chars_max: usize,
    ) -> Option<String> {
        self.optional(pointer, text, |text| clean_line(text, chars_max))
    }

    /// Text of several lines that must be there.
    pub(crate) fn text(&mut self, pointer: &str, text: &str) -> String {
        self.cleaned(pointer, clean_paragraphs(text, TEXT_CHARS_MAX))
    }

    /// Text of several lines that may be left out.
    pub(crate) fn optional_text(&mut self, pointer: &str, text: Option<&str>) -> Option<String> {
        self.optional(pointer, text, |text| clean_paragraphs(text, TEXT_CHARS_MAX))
    }

    /// References to what shows that something was done.
    pub(crate) fn evidence(&mut self, evidence: &[String]) -> Vec<String> {
        if evidence.len() > EVIDENCE_MAX {
            self.refuse("/evidence", "too_many", format!("at most {EVIDENCE_MAX} pieces of evidence"));
            return Vec::new();
        }
        let line = |(at, text): (usize, &String)| self.line(&format!("/evidence/{at}"), text, LINE_CHARS_MAX);
        evidence.iter().enumerate().map(line).collect()
    }

    /// Everything was fine, or the refusal that tells what was not.
    pub(crate) fn finish(self) -> Result<(), AppError> {
        if self.0.is_empty() { Ok(()) } else { Err(AppError::Invalid(self.0)) }
    }

    /// Text that may be left out: nothing and only white space are the same.
    fn optional(
        &mut self,
        pointer: &str,
        text: Option<&str>,
        clean: impl FnOnce(&str) -> Result<String, TextError>,
    ) -> Option<String> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        Some(self.cleaned(pointer, clean(text)))
    }

    fn cleaned(&mut self, pointer: &str, cleaned: Result<String, TextError>) -> String {
        cleaned.unwrap_or_else(|error| {
            let code = match error {
                TextError::Empty => "empty",
                TextError::TooLong { .. } => "too_long",
                TextError::ControlCharacter { .. } => "control_character",
            };
            self.refuse(pointer, code, error.to_string());
            String::new()
        })
    }
}

/// Seals personal data for one case under the key of one person.
pub(crate) struct Protector<'a> {
    pub(crate) vault: &'a Vault,
    /// Whose key.
    pub(crate) subject: Uuid,
    /// Which case.
    pub(crate) case: Uuid,
    /// A name that the text may not show, because whoever wrote it has just given it as theirs.
    pub(crate) name: Option<String>,
}

impl Protector<'_> {
    /// Free text: what looks like personal data is hidden, the original sealed.
    pub(crate) async fn text(&self, field: &str, text: String) -> Result<ProtectedText, AppError> {
        let shown = redact(&self.without_name(&text)).shown;
        let hidden = shown != text;
        self.protected(field, text, shown, hidden).await
    }

    /// Free text that may be missing.
    pub(crate) async fn optional_text(
        &self,
        field: &str,
        text: Option<String>,
    ) -> Result<Option<ProtectedText>, AppError> {
        match text {
            Some(text) => self.text(field, text).await.map(Some),
            None => Ok(None),
        }
    }

    /// Evidence, piece by piece.
    pub(crate) async fn evidence(&self, pieces: Vec<String>) -> Result<Vec<ProtectedText>, AppError> {
        let mut evidence = Vec::with_capacity(pieces.len());
        for piece in pieces {
            evidence.push(self.text("evidence", piece).await?);
        }
        Ok(evidence)
    }

    /// An address: in clear to the building, sealed to the door.
    pub(crate) async fn address(&self, address: String) -> Result<ProtectedText, AppError> {
        let shown = redact(&self.without_name(&masking::address(&address))).shown;
        let hidden = shown != address;
        self.protected("address", address, shown, hidden).await
    }

    /// Personal data that is never shown.
    pub(crate) async fn seal(&self, field: &str, text: &str) -> Result<Sealed, AppError> {
        Ok(self.vault.seal(self.subject, self.case, field, text).await?)
    }

    /// The text with the known name masked wherever it stands. A single character is no name to look for.
    fn without_name(&self, text: &str) -> String {
        match self.name.as_deref().filter(|name| name.chars().nth(1).is_some()) {
            Some(name) => text.replace(name, &masking::name(name)),
            None => text.to_owned(),
        }
    }

    async fn protected(
        &self,
        field: &str,
        text: String,
        shown: String,
        hidden: bool,
    ) -> Result<ProtectedText, AppError> {
        if !hidden {
            return Ok(ProtectedText::plain(text));
        }
        match self.vault.seal(self.subject, self.case, field, &text).await {
            Ok(sealed) => Ok(ProtectedText { shown, original: Some(sealed) }),
            // Whoever was erased stays erased: what is written about them later keeps no original.
            Err(VaultError::Erased) => Ok(ProtectedText::plain(shown)),
            Err(error) => Err(error.into()),
        }
    }
}

/// Opens a seal only to show a mask of what is in it. Nothing for an erased person.
pub(crate) async fn masked(
    vault: &Vault,
    sealed: Option<&Sealed>,
    case: Uuid,
    field: &str,
    mask: fn(&str) -> String,
) -> Result<Option<String>, AppError> {
    let Some(sealed) = sealed else { return Ok(None) };
    Ok(match vault.open(sealed, case, field).await? {
        Opened::Text(text) => Some(mask(&text)),
        Opened::Erased => None,
    })
}
