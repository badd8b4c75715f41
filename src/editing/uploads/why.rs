//! Why a file is not taken, in words for whoever sent it.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Virus,
    Unknown,
    Double,
    Bomb,
    Film,
    FilmWithCaptions,
    OtherPicture,
    Svg,
    Pixels,
    Broken,
    Locked,
    /// The law wanted it gone once.
    Struck,
    /// It was lost before anybody had looked at it.
    Gone,
    GivenUp,
    /// It is not refused: it waits, for the virus scanner does not answer.
    ScannerAway,
    /// Somebody who is seen in it does not consent any more.
    NoConsent,
}

impl Why {
    pub const ALL: [Self; 16] = [
        Self::Virus,
        Self::Unknown,
        Self::Double,
        Self::Bomb,
        Self::Film,
        Self::FilmWithCaptions,
        Self::OtherPicture,
        Self::Svg,
        Self::Pixels,
        Self::Broken,
        Self::Locked,
        Self::Struck,
        Self::Gone,
        Self::GivenUp,
        Self::ScannerAway,
        Self::NoConsent,
    ];

    /// As it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Virus => "virus",
            Self::Unknown => "unknown",
            Self::Double => "double",
            Self::Bomb => "bomb",
            Self::Film => "film",
            Self::FilmWithCaptions => "film_with_captions",
            Self::OtherPicture => "other_picture",
            Self::Svg => "svg",
            Self::Pixels => "pixels",
            Self::Broken => "broken",
            Self::Locked => "locked",
            Self::Struck => "struck",
            Self::Gone => "gone",
            Self::GivenUp => "given_up",
            Self::ScannerAway => "scanner_away",
            Self::NoConsent => "no_consent",
        }
    }

    /// None for what a newer program has written.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.name() == name)
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::Virus => "editing-upload-why-virus",
            Self::Unknown => "editing-upload-why-unknown",
            Self::Double => "editing-upload-why-double",
            Self::Bomb => "editing-upload-why-bomb",
            Self::Film => "editing-upload-why-film",
            Self::FilmWithCaptions => "editing-upload-why-film-captions",
            Self::OtherPicture => "editing-upload-why-other-picture",
            Self::Svg => "editing-upload-why-svg",
            Self::Pixels => "editing-upload-why-pixels",
            Self::Broken => "editing-upload-why-broken",
            Self::Locked => "editing-upload-why-locked",
            Self::Struck => "editing-upload-why-struck",
            Self::Gone => "editing-upload-why-gone",
            Self::GivenUp => "editing-upload-why-given-up",
            Self::ScannerAway => "editing-upload-why-scanner-away",
            Self::NoConsent => "editing-upload-why-no-consent",
        }
    }
}
