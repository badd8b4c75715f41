//! Which language a page is in, by its commonest words.

use super::page::Language;
use super::text::{among, words};

const NB: &str = "ikke hva hvordan hvorfor hvem fra en et være noen noe mye kommer ble hjemme tjenester \
    tjenesten hjelp gjøre gjør også flere denne disse dette ønsker kunnskap forbedring \
    sykehjem hjemmetjenester fått bare sammen mellom gjennom ansatte jeg hun veiledning hele";
const NN: &str = "ikkje kva korleis kvifor kven frå ein eit vere vera nokon noko mykje kjem vart blei \
    heime tenester tenesta hjelp gjere gjer òg fleire desse ønskjer forbetring sjukeheim \
    sjukeheimar heimetenester heimetenesta fått berre saman gjennom tilsette eg ho dei me \
    rettleiing heile skule tilbod vidare kommunane auka";
const EN: &str = "the and of is are with this that was were from which care homes has have been by";
const SE: &str = "ja lea leat ahte dahje mii maid gos mat sáhttá dearvvašvuođa suohkan bargu galgá leamaš \
    buhcciidruovttut ovdánahttinguovddáš";

/// Bokmål when nothing tells.
pub(super) fn detect<'a>(texts: impl Iterator<Item = &'a str>) -> Language {
    let (mut nb, mut nn, mut en, mut se) = (0_usize, 0, 0, 0);
    for text in texts {
        for word in words(text) {
            nb += usize::from(among(NB, &word));
            nn += usize::from(among(NN, &word));
            en += usize::from(among(EN, &word));
            se += usize::from(among(SE, &word) || word.contains(['đ', 'ŋ', 'ŧ', 'č', 'š', 'ž']));
        }
    }
    let most = nb.max(nn).max(en).max(se);
    match most {
        0 => Language::Nb,
        _ if nb == most => Language::Nb,
        _ if nn == most => Language::Nn,
        _ if en == most => Language::En,
        _ => Language::Se,
    }
}
