# Det alle slag innhald har felles: filter, lister, og det som står rundt ein tekst.

## Filter

library-field-pictures = Bilete inne i teksten
library-filters = Avgrens treffa
library-filters-show = Vis treff
library-filters-reset = Nullstill
library-filter-theme = Tema
library-filter-county = Fylke
library-filter-municipality = Kommune
library-filter-centre = Senter
library-filter-year = År
# Ved sida av namnet på eit filter.
library-filter-chosen = { $count ->
    [one] 1 vald
   *[other] { $count } valde
 }
# Blir lese opp etter talet ved kvart val: «12 treff».
library-filter-hits = treff

library-chips-label = Dette har du valt
# Blir lese opp framfor namnet på valet: «Fjern Ernæring».
library-chip-remove = Fjern
library-chips-remove-all = Fjern alle

## Lista

library-picture-gone = Eit bilete som stod her, er teke bort.
library-sort = Sorter
library-sort-newest = Nyaste
library-sort-oldest = Eldste
library-sort-title = Tittel
library-sort-adopted = Mest teke i bruk
library-booklet = Lag eit hefte av desse (PDF)
library-data = Lista som data:
library-data-help = Skal du opne lista i eit rekneark, vel du Excel. Dei andre er for program.
library-empty = Her er det ikkje noko enno.
library-empty-search = Søk i heile biblioteket
library-no-hits = Ingenting passar med alt du har valt.
library-no-hits-help = Ta bort eitt av vala over, så kjem det kanskje noko fram.

## Rundt ein tekst

library-contents = Innhald
library-facts = Fakta
library-also-in = Les også på:
# Blir lese opp som namnet på kvar tabell, med eit nummer etter: «Tabell 1».
library-table = Tabell
library-image-credit = Bilete: { $name }
library-source = Kvar opplysningane kjem frå

library-share-choose = Skriv ut, og vel kva som skal med
library-share-pdf = Last ned som PDF

library-ask = Spør teamet
library-ask-others = Spør dei som står bak
library-near-ask = Ta kontakt
library-near-print = Skriv ut
library-near-cite = Vis til teksten
library-ask-heading = Lurer du på noko?
# Rolla er den som svarer for innhaldet, til dømes «prosjektleiar».
library-ask-goes-to = Meldinga går til { $role }.

# Det som kan lastes ned: skjemaer, lysbilder, plakater.
library-files = Filer

## Det som finner sted

# Leses opp foran de to neste.
library-times = Når
library-times-coming = Kommande
library-times-past = Tidlegare

## For kven og kor lenge

library-filter-audience = Målgruppe
library-audience-staff = Tilsette
library-audience-leaders = Leiarar
library-audience-developers = Fagutviklarar
library-audience-students = Elevar, lærlingar og studentar
library-audience-users = Brukarar og pasientar
library-audience-next-of-kin = Pårørande
library-audience-volunteers = Frivillige
library-audience-partners = Samarbeidspartnarar
library-filter-time = Tid det tek
library-time-quarter = Inntil 15 minutt
library-time-hour = Inntil éin time
library-time-half-day = Inntil ein halv dag
library-time-day = Inntil ein dag
library-time-longer = Meir enn ein dag
library-minutes = { $count ->
    [one] 1 minutt
   *[other] { $count } minutt
 }
library-hours = { $count ->
    [one] 1 time
   *[other] { $count } timar
 }
library-hours-and-minutes = { $hours } og { $minutes }

library-fact-centre = Senter
library-fact-owner = Høyrer til
library-fact-licence = Lisens
library-fact-publisher = Utgjevar
library-fact-version = Versjon
library-fact-revised = Revidert

## Kva som er brukt i kva

library-uses = Brukt her
library-used-in = Brukt i
library-and-more = og { $count } til
# Over anna i biblioteket om det same, nedst på sida.
library-alike = Liknande

## Start eit prosjekt som dette

library-start = Slik kjem de i gang
library-begin = Set i gang
library-begin-heading = Gjer det sjølve
library-begin-text = Mål, drivarar, målingar og plan blir med som førebilete. De endrar det de vil.
library-start-heading = Start eit prosjekt som dette
library-start-heading-use = Ta det i bruk hos dykk
library-start-text-use = Korleis det blir brukt, kva det tek, og kven de kan spørje.
library-start-text = Korleis dei byrja, kva det kravde, og kven de kan spørje.
library-adopted-heading = I bruk hos andre
library-adopted-count = { $count ->
    [0] Ingen har sagt at dei har teke det i bruk enno
    [one] Teke i bruk éin stad. Sjå kvar, og korleis det gjekk
   *[other] Teke i bruk { $count } stader. Sjå kvar, og korleis det gjekk
}
library-adopted-say = Vi tek dette i bruk
library-start-title-use = Ta i bruk «{ $title }»
library-start-title = Start eit prosjekt som «{ $title }»
library-start-model = Med dette som førebilete:
library-start-how = Slik byrja dei
library-start-how-tool = Slik bruker de det
library-start-took = Kva det kravde
library-start-sustain = Slik held de det ved like
library-start-steps = Steg for steg
library-start-untold = Dei som gjorde dette, har ikkje skrive ned korleis dei byrja. Desse stega passar for det meste.
library-start-step-prepare = Førebu dykk.
library-start-step-prepare-text = Bli samde om kva som skal bli betre, for kven, og få med leiaren. Spør dei det gjeld.
library-start-step-plan = Planlegg.
library-start-step-plan-text = Finn ut korleis det er i dag, set eit mål som kan målast, og vel noko lite å prøve først.
library-start-step-carry-out = Prøv i det små.
library-start-step-carry-out-text = Éi avdeling, éi vakt, éi veke. Skriv ned kva som skjer.
library-start-step-evaluate = Sjå på tala.
library-start-step-evaluate-text = Vart det betre? Endre det som ikkje verka, og prøv igjen.
library-start-step-follow-up = Gjer det til vane.
library-start-step-follow-up-text = Legg det inn i rutinane, hald fram med å måle ei stund, og fortel andre kva de lærte.
library-start-materials = Materiell
library-start-ask = Kven de kan spørje
library-start-centre = Senteret som står bak:
library-start-centres = Finn utviklingssenteret i fylket dykkar
library-start-more = Sjå òg
library-start-tools = Verktøy til forbetringsarbeid
library-start-packages = Opplæringspakkar
## Historisk arkiv

library-archive = Ta med historisk arkiv
library-archive-with = { $count ->
    [one] Ta òg med 1 frå det historiske arkivet
   *[other] Ta òg med { $count } frå det historiske arkivet
 }
library-archive-without = Vis berre det som blir halde oppdatert

## Før sida fanst

library-not-yet-heading = Sida var ikkje publisert enno
library-not-yet-lead = Du bad om sida slik ho var { $asked }. Ho vart publisert { $since }.
library-not-yet-all = Du bad om sida slik ho var { $asked }. Det første som står her, vart publisert { $since }.
library-not-yet-first = Les den første utgåva
library-not-yet-now = Gå til sida slik ho er no

## Referanse

library-cite = Vis til denne sida
library-cite-formats = Referansen som fil
library-cite-undated = u.å.
library-cite-circa = ca. { $year }
library-cite-unsure = { $year }?
library-cite-styles = APA og Vancouver
library-cite-internet = Internett
library-cite-seen = sitert { $date }
library-cite-from = Tilgjengeleg frå: { $address }
# I ein referanse: «[Retningslinje, IS-2285, versjon 5]».
library-cite-version = versjon { $version }
library-cite-part = del: { $part }
# Framfor verket som teksten er eit samandrag av.
library-cite-summary = Samandrag av: { $of }
library-calendar = Legg i kalenderen

## Utgåver

library-versions = Utgåver
library-versions-all = { $count ->
    [one] Sjå utgåva
    [2] Sjå begge utgåvene og kva som vart endra
   *[other] Sjå alle { $count } utgåvene og kva som vart endra
 }
library-versions-lead = { $count ->
    [one] Sida er publisert i 1 utgåve.
   *[other] Sida er publisert i { $count } utgåver. Den nyaste står først.
 }
library-versions-back = Tilbake til alle utgåver
library-version-number = Utgåve { $number }
library-version-current = gjeld no
library-version-changed = Endra:
library-version-read = Les
library-version-see = Sjå endringane
library-version-which = utgåve { $number }
library-version-in = i utgåve { $number }
library-version-day = Les sida slik ho var
library-version-go = Vis sida
library-version-changes = Kva utgåve { $number } endra
library-version-same = Teksten er den same som før. Berre opplysningar rundt han er endra.
library-version-key = Slik er endringane merkte:
library-version-key-added = lagt til
library-version-key-taken = teke bort
library-version-marks = Berre lenkjer eller oppsett er endra.
library-version-added = Lagt til:
library-version-taken = Teke bort:
library-version-end = Slutt på endringa.
library-version-gap = Vis det som er uendra her
library-field-title = Tittel
library-field-lead = Ingress
library-field-body = Tekst
library-field-image = Bilete
library-field-source = Kjelde
library-field-themes = Tema
library-field-counties = Fylke
library-field-municipalities = Kommune
library-field-other = Andre opplysningar
library-field-work = Arbeidet: mål, drivarar, målingar og testar
library-field-yes = Ja

## Felt som fleire slags innhald har i skjemaa

library-link = Lenkje
library-link-add = Legg til lenkje
library-link-text = Tekst
library-link-url = Nettadresse
library-minutes-label = Minutt
library-minutes-help = Kor lenge det tek, i minutt. Ein arbeidsdag er 450.
library-licence-help = Kva andre har lov til å gjere med det, til dømes CC BY 4.0.
library-licence-url = Nettadressa til lisensen

# What the law wanted gone: the gap in the text, the gap among the files, the log among the versions
library-struck-gap = [stroke]
library-struck-files = { $count ->
    [one] Éi fil er stroken frå denne sida.
   *[other] { $count } filer er strokne frå denne sida.
}
library-struck = Noko er stroke frå alle utgåver:
library-struck-passage = eit avsnitt eller nokre ord
library-struck-file = ei fil
library-struck-written-over = Ein import skreiv over det { $day }, så det kan stå her igjen.

library-overdue-label = Kan vere utdatert
library-overdue = Teksten skulle ha vore sett gjennom på nytt innan { $day }. Det er ikkje gjort enno.
library-edit = Skriv i denne teksten

library-original-archived-label = Originalen er i arkivet
library-original-archived = Teksten er omsett, og originalen er flytt til arkivet etterpå. Noko her kan vere forelda.
library-original-withdrawn-label = Originalen er trekt tilbake
library-original-withdrawn = Teksten er omsett, og dei som eig originalen, har trekt han tilbake etterpå. Noko her kan vere feil.
library-stale-label = Originalen er endra
library-stale = Teksten er omsett, og originalen er endra etterpå. Noko her kan vere forelda.
library-stale-see = Sjå utgåvene av originalen
library-translate = Teksten på andre språk
library-unreviewed-label = Ikkje gjennomgått
library-unreviewed-machine = Denne teksten er omsett av eit program. Ingen som kan språket, har gått gjennom han enno.
library-unreviewed-person = Denne omsetjinga er ikkje gått gjennom av nokon andre som kan språket enno.
