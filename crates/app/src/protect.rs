//! Taking text in: validated, and with its personal data sealed before it goes anywhere near an event.

use uuid::Uuid;
use whistle_domain::case::Photo;
use whistle_domain::privacy::{
    ProtectedText, Sealed, TextError, clean_line, clean_paragraphs, masking, normalise_phone, redact,
};
use whistle_store::vault::{Opened, Vault, VaultError};

use crate::photos::{NamedPhoto, PhotoDesk};
use crate::{AppError, FieldProblem};

/// Most pieces of evidence in one command.
pub(crate) const EVIDENCE_MAX: usize = 20;
/// Most characters in one line of text.
pub(crate) const LINE_CHARS_MAX: usize = 200;
/// Most characters in a text.
pub(crate) const TEXT_CHARS_MAX: usize = 4000;

/// What the seal of a reporter's name is bound to for ever.
pub(crate) const REPORTER_NAME: &str = "reporter.name";

/// Text that was found fit, and the field in which it came.
#[derive(Debug, Default)]
pub(crate) struct CleanText {
    /// What its seal is bound to for ever; follows from the JSON pointer.
    field: String,
    text: String,
    /// The photograph that it names instead of saying something.
    photo: Option<NamedPhoto>,
}

impl CleanText {
    /// `/reason` is sealed as `reason`, `/reporter/name` as `reporter.name`, `/evidence/3` as `evidence`.
    fn new(pointer: &str, text: String) -> Self {
        let names = pointer.split('/').filter(|name| !name.is_empty() && name.parse::<usize>().is_err());
        Self { field: names.collect::<Vec<_>>().join("."), text, photo: None }
    }

    /// The text as it was given, for what needs no protection.
    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// Collects everything that is wrong with a request, so that it is told all at once.
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldProblem>);

impl Fields {
    /// Notes a problem.
    pub(crate) fn refuse(&mut self, pointer: &str, code: &'static str, detail: impl Into<String>) {
        self.0.push(FieldProblem { pointer: pointer.to_owned(), code, detail: detail.into() });
    }

    /// Something that must be there because of something else in the request.
    pub(crate) fn needed<T: Default>(&mut self, pointer: &str, given: Option<T>, why: &str) -> T {
        given.unwrap_or_else(|| {
            self.refuse(pointer, "missing", why);
            T::default()
        })
    }

    /// One line that must be there.
    pub(crate) fn line(&mut self, pointer: &str, text: &str, chars_max: usize) -> CleanText {
        self.cleaned(pointer, clean_line(text, chars_max))
    }

    /// One line that may be left out.
    pub(crate) fn optional_line(
        &mut self,
        pointer: &str,
        text: Option<&str>,
        chars_max: usize,
    ) -> Option<CleanText> {
        given(text).map(|text| self.line(pointer, text, chars_max))
    }

    /// A telephone number that may be left out, in its normal form.
    pub(crate) fn phone(&mut self, pointer: &str, phone: Option<&str>) -> Option<String> {
        let normal = normalise_phone(given(phone)?);
        if normal.is_none() {
            self.refuse(pointer, "bad_phone", "this is not a telephone number");
        }
        normal
    }

    /// Text of several lines that must be there.
    pub(crate) fn text(&mut self, pointer: &str, text: &str) -> CleanText {
        self.cleaned(pointer, clean_paragraphs(text, TEXT_CHARS_MAX))
    }

    /// Text of several lines that may be left out.
    pub(crate) fn optional_text(&mut self, pointer: &str, text: Option<&str>) -> Option<CleanText> {
        given(text).map(|text| self.text(pointer, text))
    }

    /// References to what shows that something was done, photographs among them; they come in `/evidence`.
    pub(crate) fn evidence(&mut self, evidence: &[String]) -> Vec<CleanText> {
        self.pieces("/evidence", evidence)
    }

    /// The same in another field.
    pub(crate) fn pieces(&mut self, pointer: &str, pieces: &[String]) -> Vec<CleanText> {
        if pieces.len() > EVIDENCE_MAX {
            self.refuse(pointer, "too_many", format!("at most {EVIDENCE_MAX} pieces of evidence"));
            return Vec::new();
        }
        let piece = |(at, text): (usize, &String)| {
            let pointer = format!("{pointer}/{at}");
            // Cleaned first: what cannot be seen would otherwise hide from us what the log will read.
            let piece = self.line(&pointer, text, LINE_CHARS_MAX);
            match Photo::named_in(&piece.text) {
                Some(id) => {
                    let photo = Some(self.photo_in_evidence(&pointer, id));
                    CleanText { photo, ..CleanText::default() }
                }
                None => piece,
            }
        };
        pieces.iter().enumerate().map(piece).collect()
    }

    /// Everything was fine, or the refusal that tells what was not.
    pub(crate) fn finish(self) -> Result<(), AppError> {
        if self.0.is_empty() { Ok(()) } else { Err(AppError::Invalid(self.0)) }
    }

    fn cleaned(&mut self, pointer: &str, cleaned: Result<String, TextError>) -> CleanText {
        let text = cleaned.unwrap_or_else(|error| {
            let code = match error {
                TextError::Empty => "empty",
                TextError::TooLong { .. } => "too_long",
                TextError::ControlCharacter { .. } => "control_character",
            };
            self.refuse(pointer, code, error.to_string());
            String::new()
        });
        CleanText::new(pointer, text)
    }
}

/// Text that may be left out: nothing and only white space are the same.
fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
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
    /// The reporter's name as the case holds it. Nobody who writes about the case may show it either.
    pub(crate) reporter_name: Option<Sealed>,
    /// Where photographs come from; nothing where none can be named.
    pub(crate) photos: Option<PhotoDesk<'a>>,
}

impl Protector<'_> {
    /// The same for somebody else, known by their number or not at all.
    pub(crate) async fn of(self, phone: Option<&str>) -> Result<Self, AppError> {
        let subject = self.vault.subject_for(phone).await?;
        Ok(Self { subject, ..self })
    }

    /// Free text: what looks like personal data is hidden, the original sealed.
    pub(crate) async fn text(&self, clean: CleanText) -> Result<ProtectedText, AppError> {
        let CleanText { field, text, photo: _ } = clean;
        let shown = redact(&without_name(&text, self.known_name().await?.as_deref())).shown;
        let hidden = shown != text;
        self.protected(&field, text, shown, hidden).await
    }

    /// Free text that may be missing.
    pub(crate) async fn optional_text(
        &self,
        clean: Option<CleanText>,
    ) -> Result<Option<ProtectedText>, AppError> {
        match clean {
            Some(clean) => self.text(clean).await.map(Some),
            None => Ok(None),
        }
    }

    /// Free text that may be left out of a request and then is empty in the event.
    pub(crate) async fn text_or_empty(&self, clean: Option<CleanText>) -> Result<ProtectedText, AppError> {
        Ok(self.optional_text(clean).await?.unwrap_or_default())
    }

    /// Pieces of evidence: free texts, and photographs, which become those of the case.
    pub(crate) async fn texts(&self, clean: Vec<CleanText>) -> Result<Vec<ProtectedText>, AppError> {
        let named: Vec<NamedPhoto> = clean.iter().filter_map(|piece| piece.photo.clone()).collect();
        let mut photos = self.photographs(&named).await?.into_iter();
        let mut texts = Vec::with_capacity(clean.len());
        for piece in clean {
            let photo = piece.photo.as_ref().and_then(|_| photos.next());
            texts.push(match photo {
                Some(photo) => photo.as_evidence(),
                None => self.said(piece).await?,
            });
        }
        Ok(texts)
    }

    /// A piece of evidence in words. The log would take some words for a photograph that this case has; they are never written.
    async fn said(&self, piece: CleanText) -> Result<ProtectedText, AppError> {
        let pointer = format!("/{}", piece.field.replace('.', "/"));
        let said = self.text(piece).await?;
        if Photo::of_evidence(&said).is_some() {
            let detail = "a photograph is named as photo/ID".to_owned();
            return Err(AppError::Invalid(vec![FieldProblem { pointer, code: "bad_photo", detail }]));
        }
        Ok(said)
    }

    /// Photographs, which become those of the case.
    pub(crate) async fn photographs(&self, named: &[NamedPhoto]) -> Result<Vec<Photo>, AppError> {
        match &self.photos {
            Some(desk) => desk.claim(named, self.case, self.subject).await,
            None => Ok(Vec::new()),
        }
    }

    /// The name of somebody on duty. It is personal data too, but not the resident's: it has a key of its own.
    pub(crate) async fn officer(&self, clean: Option<CleanText>) -> Result<Option<Sealed>, AppError> {
        let Some(CleanText { field, text, photo: _ }) = clean else { return Ok(None) };
        let subject = self.vault.subject_for(None).await?;
        Ok(Some(self.vault.seal(subject, self.case, &field, &text).await?))
    }

    /// Whether something in the text would be hidden: for what is published, and may hold nothing of the sort.
    pub(crate) async fn hides_in(&self, text: &str) -> Result<bool, AppError> {
        let name = self.known_name().await?;
        Ok(redact(text).found || without_name(text, name.as_deref()) != text)
    }

    /// Whether the text holds this name, which was sealed in `case`.
    pub(crate) async fn names(&self, name: &Sealed, case: Uuid, text: &str) -> Result<bool, AppError> {
        Ok(match self.vault.open(name, case, REPORTER_NAME).await? {
            Opened::Text(name) => without_name(text, Some(&name)) != text,
            Opened::Erased => false,
        })
    }

    /// An address: in clear to the building, sealed to the door.
    pub(crate) async fn address(&self, address: String) -> Result<ProtectedText, AppError> {
        let shown = redact(&without_name(&masking::address(&address), self.name.as_deref())).shown;
        let hidden = shown != address;
        self.protected("address", address, shown, hidden).await
    }

    /// Personal data that is never shown.
    pub(crate) async fn seal(&self, field: &str, text: &str) -> Result<Sealed, AppError> {
        Ok(self.vault.seal(self.subject, self.case, field, text).await?)
    }

    /// The name that no text may show: the one just given, or the one that the case holds.
    async fn known_name(&self) -> Result<Option<String>, AppError> {
        match (&self.name, &self.reporter_name) {
            (None, Some(sealed)) => Ok(match self.vault.open(sealed, self.case, REPORTER_NAME).await? {
                Opened::Text(name) => Some(name.to_string()),
                Opened::Erased => None,
            }),
            (given, _) => Ok(given.clone()),
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

/// The text with the name masked wherever it stands. A single character is no name to look for.
fn without_name(text: &str, name: Option<&str>) -> String {
    match name.filter(|name| name.chars().nth(1).is_some()) {
        Some(name) => text.replace(name, &masking::name(name)),
        None => text.to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seals_are_bound_to_the_names_that_old_logs_know() {
        let mut fields = Fields::default();
        let texts = [
            (fields.text("/local_attempt", "劝过"), "local_attempt"),
            (fields.line("/reporter/name", "王芳", LINE_CHARS_MAX), "reporter.name"),
            (fields.evidence(&["照片".to_owned(), "录像".to_owned()]).remove(1), "evidence"),
        ];
        for (clean, label) in texts {
            assert_eq!(clean.field, label);
        }
    }

    #[test]
    fn a_photograph_that_hides_behind_what_cannot_be_seen_is_one() {
        let id = Uuid::from_u128(7);
        let mut fields = Fields::default();
        let named = fields.evidence(&[format!("\u{200b}photo/{id}"), format!("pho\u{2060}to/{id}")]);
        assert!(
            named.iter().all(|piece| piece.photo.as_ref().is_some_and(|photo| photo.id == id)),
            "{named:?}"
        );
        fields.evidence(&[format!("\u{200b}photo/{id}/{}", "0".repeat(64))]);
        let Err(AppError::Invalid(problems)) = fields.finish() else { panic!("nobody says what a hash is") };
        assert_eq!((problems[0].pointer.as_str(), problems[0].code), ("/evidence/0", "bad_photo"));
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let mut fields = Fields::default();
        fields.text("/reason", " \u{3000} ");
        fields.evidence(&["照片".to_owned(), String::new()]);
        fields.needed("/solved", None::<bool>, "needed");
        fields.optional_text("/note", Some("  "));
        let Err(AppError::Invalid(problems)) = fields.finish() else { panic!("three fields are wrong") };
        let told: Vec<_> = problems.iter().map(|problem| (problem.pointer.as_str(), problem.code)).collect();
        assert_eq!(told, [("/reason", "empty"), ("/evidence/1", "empty"), ("/solved", "missing")]);
    }
}
