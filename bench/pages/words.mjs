// Words of the field in three written languages, and the sentences that they fill. All is made up.
//
// A sentence has places to fill: {who}, {thing}, {home}, {day}, {n}, {place} and {both}, a word put together
// of two, as the language does: they give the index many words that are rare.

const nb = {
  who: "teamet|nattevaktene|fagsykepleieren|pleierne|de pårørende|hjemmetjenesten|lederen|fastlegen|fysioterapeuten|kokken|vikarene|beboerne|studentene|utviklingssenteret|ergoterapeuten|tannpleieren|vernepleierne|helsefagarbeiderne|brukerrådet|tillitsvalgte".split("|"),
  thing: "fallene|måltidene|kveldsrunden|legemiddellista|munnstellet|vekta|nattlyset|samtalen|tilsynet|ringesnora|sjekklista|rapporten|vandringen|søvnen|smerten|overgangen|opplæringen|tavlemøtet|medisinkurven|hvileputen|trykksårene|håndhygienen|blodtrykket|dørsensoren|turen|aktiviteten|ernæringsplanen".split("|"),
  home: "avdelingen|sykehjemmet|omsorgsboligen|dagsenteret|vaktrommet|legevakta|hjemmet|kjøkkenet|stua|korridoren|badet|uteplassen".split("|"),
  day: "mandag|fredag|natt|uke|morgen|kveld|vakt|måned".split("|"),
  first: "fall|natt|måltids|legemiddel|demens|sykehjems|hjemme|pårørende|munn|ernærings|smerte|søvn|kvalitets|forbedrings|lærings|bruker|omsorgs|trygghets|velferds|sår".split("|"),
  last: "risiko|runde|vert|gjennomgang|team|avdeling|besøk|samarbeid|stell|plan|skjema|måling|arbeid|tavle|nettverk|medvirkning|alarm|teknologi|pleie|kontakt|rutine|samtale|prosjekt".split("|"),
  heads: "Bakgrunn|Hva vi gjorde|Resultater|Hva vi lærte|Hvem som var med|Slik kom vi i gang|Videre arbeid|Måling|Kostnader".split("|"),
  titles: ["Bedre {both} på {home}", "{Thing} i {place}", "Trygge netter i {place}: {thing} og {both}", "{Both}: slik gjorde vi det", "{Thing}", "Hva skjer når {who} tar ansvar for {thing} på {home}?", "Fra {both} til {both} i {place}", "{Who} og {thing}", "{Both} i {place} kommune, {n} måneder etter"],
  sentences: ["{Who} prøvde dette i {n} uker og talte hver {day}.", "{Thing} ble tryggere da {who} fikk tid til {both}.", "I {place} var det {n} av ti som kjente til {thing} før vi begynte.", "Vi hang tallene opp på {home}, og {who} så på dem sammen hver {day}.", "Det var {who} som først sa at {thing} måtte bli enklere.", "Etter {n} måneder var det halvparten så mange fall om natta på {home}.", "{Both} krever at {who} og {who} snakker med hverandre.", "Noen mente at {thing} tok for lang tid, og det gjorde det den første uka.", "Hva er viktig for deg, spurte {who}, og svaret handlet sjelden om {thing}.", "Ernæring, søvn og lys henger sammen med {both} og {thing}.", "Ingen ble målt alene: {who} målte sammen, og {thing} ble snakket om på {home}.", "Vi hadde {n} små tester før {thing} var på plass i {place}.", "Demens gjør {thing} vanskeligere, men {who} fant en vei gjennom {both}.", "Legemidlene ble gått gjennom av {who}, og {n} av dem kunne trappes ned."],
};

const nn = {
  who: "teamet|nattevaktene|fagsjukepleiaren|pleiarane|dei pårørande|heimetenesta|leiaren|fastlegen|fysioterapeuten|kokken|vikarane|bebuarane|studentane|utviklingssenteret|ergoterapeuten|tannpleiaren|vernepleiarane|helsefagarbeidarane|brukarrådet".split("|"),
  thing: "falla|måltida|kveldsrunden|legemiddellista|munnstellet|vekta|nattlyset|samtalen|tilsynet|ringesnora|sjekklista|rapporten|vandringa|søvnen|smerta|overgangen|opplæringa|tavlemøtet|trykksåra|handhygienen|blodtrykket|dørsensoren|turen|aktiviteten|ernæringsplanen".split("|"),
  home: "avdelinga|sjukeheimen|omsorgsbustaden|dagsenteret|vaktrommet|legevakta|kjøkkenet|stova|korridoren|badet|uteplassen".split("|"),
  day: "måndag|fredag|natt|veke|morgon|kveld|vakt|månad".split("|"),
  first: "fall|natt|måltids|legemiddel|demens|sjukeheims|heime|pårørande|munn|ernærings|smerte|søvn|kvalitets|forbetrings|lærings|brukar|omsorgs|tryggleiks|velferds|sår".split("|"),
  last: "risiko|runde|vert|gjennomgang|team|avdeling|besøk|samarbeid|stell|plan|skjema|måling|arbeid|tavle|nettverk|medverknad|alarm|teknologi|pleie|kontakt|rutine|samtale|prosjekt".split("|"),
  heads: "Bakgrunn|Kva vi gjorde|Resultat|Kva vi lærte|Kven som var med|Slik kom vi i gang|Vidare arbeid|Måling|Kostnader".split("|"),
  titles: ["Betre {both} på {home}", "{Thing} i {place}", "Trygge netter i {place}: {thing} og {both}", "{Both}: slik gjorde vi det", "Kva hender når {who} tek ansvar for {thing} på {home}?", "Frå {both} til {both} i {place}", "{Who} og {thing}"],
  sentences: ["{Who} prøvde dette i {n} veker og talde kvar {day}.", "{Thing} vart tryggare då {who} fekk tid til {both}.", "I {place} var det {n} av ti som kjende til {thing} før vi byrja.", "Vi hengde tala opp på {home}, og {who} såg på dei saman kvar {day}.", "Det var {who} som først sa at {thing} måtte bli enklare.", "Etter {n} månader var det halvparten så mange fall om natta på {home}.", "{Both} krev at {who} og {who} snakkar med kvarandre.", "Kva er viktig for deg, spurde {who}, og svaret handla sjeldan om {thing}.", "Ernæring, søvn og lys heng saman med {both} og {thing}.", "Vi hadde {n} små testar før {thing} var på plass i {place}.", "Demens gjer {thing} vanskelegare, men {who} fann ein veg gjennom {both}."],
};

const en = {
  who: "the team|the night staff|the nurse|the carers|the next of kin|the home care service|the manager|the doctor|the physiotherapist|the cook|the residents|the students|the development centre".split("|"),
  thing: "falls|meals|the evening round|the list of medicines|mouth care|the night light|the conversation|the checklist|the handover|sleep|pain|training|the board meeting|pressure ulcers|hand hygiene|the door sensor|the walk".split("|"),
  home: "the ward|the nursing home|the day centre|the office|the kitchen|the corridor|the municipality".split("|"),
  day: "Monday|Friday|night|week|morning|evening|shift|month".split("|"),
  first: "fall|night|meal|medicine|dementia|home|family|mouth|nutrition|pain|sleep|quality|learning|user|care|safety".split("|"),
  last: " risk| round| review| team| visit| plan| form| measure| board| network| alarm| technology| contact| routine| project".split("|"),
  heads: "Background|What we did|Results|What we learned|Who took part|How to begin|Next|Measures|Costs".split("|"),
  titles: ["Fewer falls on {home}", "{Both} in {place}", "Safe nights in {place}: {thing} and the {both}", "What happens when {who} look after {thing}?", "{Both}: how we did it"],
  sentences: ["{Who} tried this for {n} weeks and counted every {day}.", "We could talk about {thing} once {who} had time for a {both}.", "In {place}, {n} of ten knew of {thing} before we began.", "The numbers were put up in {home}, and {who} looked at them every {day}.", "After {n} months there were half as many falls at night in {home}.", "What matters to you, {who} asked, and the answer was seldom {thing}.", "Nutrition, sleep and light belong with the {both}.", "There were {n} small tests before {thing} was in place in {place}."],
};

export const LANGUAGES = { nb, nn, en };

/** Made-up names of homes and services; with a municipality they make some thousand organisations. */
export const HOMES = "Solbakken|Elvebo|Granlia|Bjørkehaugen|Fjordgløtt|Myrvoll|Utsikten|Lunden|Nordstua|Kløvertunet|Furumo|Strandheim".split("|");
