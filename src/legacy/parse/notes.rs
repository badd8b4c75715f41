//! What an editor should look at, each with its line and a word to sort by.

use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Counted from 1; none when the note is about something that is not there.
    pub line: Option<usize>,
    pub code: Code,
    /// Plain English. Never holds a whole e-mail address.
    pub text: String,
}

/// Norwegian key words, as they stand in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A label that is nearly one we know: `ProsjektlederX`.
    EtikettAvvik,
    /// A label that nobody knows, kept as text.
    EtikettUkjent,
    /// A theme that says nothing: «Annet».
    TemaAnnet,
    PersonligEpost,
    /// A period given as years only.
    PeriodeBareAar,
    PeriodeAarstid,
    PeriodeUlest,
    PeriodeSnudd,
    PeriodeTvetydig,
    DatoUlest,
    DatoUpresis,
    ManglerFelt,
    TomVerdi,
    TomSeksjon,
    StatusUkjent,
    /// A misspelt word that bears on a fact: «satelitt».
    Skrivefeil,
    /// Blanks, dashes or quotes that look like slips.
    Typografi,
    BildefilITekst,
    /// A line taken for the description of a picture.
    MuligBildetekst,
    /// An address written as plain text.
    LenkeSomTekst,
    /// Words that were a link; the address is lost.
    LenkeUtenAdresse,
    Telefonnummer,
    /// Names of several persons in a row, as under a picture.
    Navneliste,
    /// An address that was hidden from robots.
    SkjultAdresse,
    /// Letters that came apart on the way: «Ăžkte».
    OdelagtTekst,
    /// A message of the old site that was left out.
    Nettlesermelding,
    TittelAvkortet,
    LangIngress,
    Navneform,
    IsbnFeil,
    /// An exception told in prose, kept as text.
    UnntakIProsa,
    /// A centre's area that is no county: «Helse Fonna».
    OmraadeIkkeFylke,
    /// A fact in prose that was also read as data.
    FaktaFraProsa,
    /// Signs that cannot be seen were taken out.
    UsynligTegn,
    Dobbelt,
}

impl Code {
    /// Is somebody to look at it before the page is public?
    pub fn holds_back(self) -> bool {
        matches!(
            self,
            Self::Telefonnummer | Self::Navneliste | Self::SkjultAdresse | Self::OdelagtTekst
        )
    }
}
