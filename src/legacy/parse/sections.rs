//! The headings of the old project pages, in bokmål and nynorsk, and the part each one plays.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::page::SectionRole;
use super::text::{fold, length, one_of, strip_words, word_count};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownHeading {
    Text(SectionRole),
    List(List),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Partners,
    Sources,
    Materials,
    Links,
}

impl List {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Partners => "partners",
            Self::Sources => "sources",
            Self::Materials => "materials",
            Self::Links => "links",
        }
    }
}

const HEADINGS: &[(KnownHeading, &str)] = &[
    (
        KnownHeading::Text(SectionRole::Background),
        "bakgrunn|bakgrunnen|bakgrunn for prosjektet|bakgrunnen for prosjektet|innledning|innleiing|\
         hvorfor gjør vi dette|kvifor gjer vi dette|hvorfor|kvifor|om prosjektet",
    ),
    (
        KnownHeading::Text(SectionRole::Aims),
        "hva ønsker vi å oppnå|kva ønskjer vi å oppnå|kva ynskjer vi å oppnå|hva vil vi oppnå|\
         kva vil vi oppnå|mål|målsetting|målsetning|målsetjing|formål|føremål|hensikt|mål og hensikt|\
         hensikt og mål|prosjektets mål|hovedmål|hovudmål|delmål|effektmål|resultatmål|prosjektmål",
    ),
    (
        KnownHeading::Text(SectionRole::WhatWeDo),
        "hva gjør vi|kva gjer vi|hva gjorde vi|kva gjorde vi|hva har vi gjort|kva har vi gjort|\
         hvordan gjør vi det|korleis gjer vi det|gjennomføring|tiltak|metode|metoder|framgangsmåte|\
         fremgangsmåte|arbeidsmåte|aktiviteter|aktivitetar|arbeidsform",
    ),
    (
        KnownHeading::Text(SectionRole::Results),
        "resultat|resultater|resultata|resultatene|hva oppnådde vi|kva oppnådde vi|\
         hva har vi oppnådd|kva har vi oppnådd|effekt|effekter|måloppnåelse|måloppnåing|evaluering|\
         resultat og evaluering|resultater og evaluering",
    ),
    (
        KnownHeading::Text(SectionRole::Lessons),
        "erfaringer|erfaringar|hva har vi lært|kva har vi lært|hva lærte vi|kva lærte vi|læring|\
         læringspunkter|læringspunkt|suksesskriterier|suksesskriterium|suksessfaktorer|\
         suksessfaktorar|utfordringer|utfordringar|refleksjoner",
    ),
    (
        KnownHeading::Text(SectionRole::HowToStart),
        "hvordan komme i gang|korleis kome i gang|korleis komme i gang|slik kommer du i gang|\
         slik kjem du i gang|slik kommer dere i gang|slik kjem de i gang|kom i gang|\
         hvordan komme i gang med dette",
    ),
    (
        KnownHeading::Text(SectionRole::HowToSustain),
        "videreføring|vidareføring|veien videre|vegen vidare|videre arbeid|vidare arbeid|\
         hvordan holde det ved like|korleis halde det ved like|spredning|spreiing|\
         spredning og videreføring|implementering|slik holder vi fast|drift",
    ),
    (
        KnownHeading::Text(SectionRole::Other),
        "målgruppe|målgrupper|organisering|prosjektgruppe|styringsgruppe|økonomi",
    ),
    (
        KnownHeading::List(List::Partners),
        "samarbeidspartnere|samarbeidspartnarar|samarbeidspartner|samarbeidspartnar|\
         samarbeidspartar|samarbeidsparter|samarbeid med|samarbeider med|partnere|partnarar",
    ),
    (
        KnownHeading::List(List::Sources),
        "viktige kilder|viktige kilder i arbeidet|viktige kjelder|viktige kjelder i arbeidet|kilder|\
         kjelder|kildeliste|referanser|referansar|litteratur|litteraturliste|aktuelle kilder",
    ),
    (
        KnownHeading::List(List::Materials),
        "materiell|materiale|verktøy og materiell|veiledningsmateriell|rettleiingsmateriell|vedlegg|\
         dokumenter|dokument|last ned|nedlastinger|nedlastingar|rapporter|rapportar|sluttrapport",
    ),
    (
        KnownHeading::List(List::Links),
        "lenker|lenkjer|relaterte lenker|relaterte lenkjer|nyttige lenker|nyttige lenkjer|\
         aktuelle lenker|relatert|relatert innhold",
    ),
];

static NAMES: LazyLock<HashMap<&str, KnownHeading>> = LazyLock::new(|| {
    let names =
        HEADINGS.iter().flat_map(|(known, names)| names.split('|').map(|name| (name, *known)));
    names.collect()
});

/// The heading, when the whole text is one we know.
pub(super) fn exact(text: &str) -> Option<KnownHeading> {
    if text.len() > 120 {
        return None;
    }
    NAMES.get(fold(text).as_str()).copied()
}

/// Is it a heading that the part has anyway?
pub(super) fn is_of(heading: &str, role: SectionRole) -> bool {
    exact(heading) == Some(KnownHeading::Text(role))
}

/// A known heading with a few more words: «Resultater så langt», «Mål for læringsnettverket».
pub(super) fn begins(text: &str) -> Option<KnownHeading> {
    if text.len() > 120 || word_count(text) > 7 {
        return None;
    }
    let longest = |names: &'static str| {
        names.split('|').filter(|name| strip_words(text, name).is_some()).map(length).max()
    };
    let best = HEADINGS
        .iter()
        .filter_map(|(known, names)| Some((longest(names)?, *known)))
        .max_by_key(|(length, _)| *length);
    let (label, known) = best?;
    // The heading of a list is its label and not kept: it may say nothing more than the label.
    let more = fold(text).chars().skip(label).collect::<String>();
    let empty = matches!(
        more.trim(),
        "" | "i prosjektet" | "i arbeidet" | "for prosjektet" | "til prosjektet"
    );
    (empty || matches!(known, KnownHeading::Text(_))).then_some(known)
}

/// «Bakgrunn: I 2014 så vi at …»: a known heading with its text on the same line.
pub(super) fn inline(text: &str) -> Option<(KnownHeading, &str, &str)> {
    let (heading, value) = text.split_once(':')?;
    let known = exact(heading)?;
    let value = value.trim();
    (!value.is_empty()).then_some((known, heading.trim(), value))
}

/// Headings that stand on project pages and hardly anywhere else.
pub(super) fn is_of_projects(text: &str) -> bool {
    const OWN: &str = "hva ønsker vi å oppnå|kva ønskjer vi å oppnå|kva ynskjer vi å oppnå|hva gjør vi|\
        kva gjer vi|samarbeidspartnere|samarbeidspartnarar|viktige kilder i arbeidet|\
        viktige kjelder i arbeidet|viktige kjelder|viktige kilder";
    text.len() < 120 && one_of(OWN, &fold(text))
}
