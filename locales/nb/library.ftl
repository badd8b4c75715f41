# Det alle slags innhold har felles: filtre, lister, og det som står rundt en tekst.

## Filtre

library-field-pictures = Bilder inne i teksten
library-filters = Avgrens treffene
library-filters-show = Vis treff
library-filters-reset = Nullstill
library-filter-theme = Tema
library-filter-county = Fylke
library-filter-municipality = Kommune
library-filter-centre = Senter
library-filter-year = År
# Ved siden av navnet på et filter.
library-filter-chosen = { $count } valgt
# Leses opp etter antallet ved hvert valg: «12 treff».
library-filter-hits = treff

library-chips-label = Dette har du valgt
# Leses opp foran navnet på valget: «Fjern Ernæring».
library-chip-remove = Fjern
library-chips-remove-all = Fjern alle

## Listen

library-picture-gone = Et bilde som sto her, er tatt bort.
library-sort = Sorter
library-sort-newest = Nyeste
library-sort-oldest = Eldste
library-sort-title = Tittel
library-sort-adopted = Mest tatt i bruk
library-booklet = Lag et hefte av disse (PDF)
library-data = Listen som data:
library-data-help = Skal du åpne listen i et regneark, velger du Excel. De andre er for programmer.
library-empty = Her er det ikke noe ennå.
library-empty-search = Søk i hele biblioteket
library-no-hits = Ingenting passer med alt du har valgt.
library-no-hits-help = Ta bort ett av valgene over, så kommer det kanskje noe fram.

## Rundt en tekst

library-contents = Innhold
library-facts = Fakta
library-also-in = Les også på:
# Leses opp som navnet på hver tabell, med et nummer etter: «Tabell 1».
library-table = Tabell
library-image-credit = Bilde: { $name }
library-source = Hvor opplysningene kommer fra

library-share-choose = Skriv ut, og velg hva som skal med
library-share-pdf = Last ned som PDF

library-ask = Spør teamet
library-ask-others = Spør dem som står bak
library-near-ask = Ta kontakt
library-near-print = Skriv ut
library-near-cite = Vis til teksten
library-ask-heading = Lurer du på noe?
# Rollen er den som svarer for innholdet, for eksempel «prosjektleder».
library-ask-goes-to = Meldingen går til { $role }.

# Det som kan lastes ned: skjemaer, lysbilder, plakater.
library-files = Filer

## Det som finner sted

# Leses opp foran de to neste.
library-times = Når
library-times-coming = Kommende
library-times-past = Tidligere

## For hvem og hvor lenge

library-filter-audience = Målgruppe
library-audience-staff = Ansatte
library-audience-leaders = Ledere
library-audience-developers = Fagutviklere
library-audience-students = Elever, lærlinger og studenter
library-audience-users = Brukere og pasienter
library-audience-next-of-kin = Pårørende
library-audience-volunteers = Frivillige
library-audience-partners = Samarbeidspartnere
library-filter-time = Tid det tar
library-time-quarter = Inntil 15 minutter
library-time-hour = Inntil én time
library-time-half-day = Inntil en halv dag
library-time-day = Inntil en dag
library-time-longer = Mer enn en dag
library-minutes = { $count ->
    [one] 1 minutt
   *[other] { $count } minutter
 }
library-hours = { $count ->
    [one] 1 time
   *[other] { $count } timer
 }
library-hours-and-minutes = { $hours } og { $minutes }

library-fact-centre = Senter
library-fact-owner = Hører til
library-fact-licence = Lisens
library-fact-publisher = Utgiver
library-fact-version = Versjon
library-fact-revised = Revidert

## Hva som er brukt i hva

library-uses = Brukt her
library-used-in = Brukt i
library-and-more = og { $count } til
# Over annet i biblioteket om det samme, nederst på siden.
library-alike = Lignende

## Start et prosjekt som dette

library-start = Slik kommer dere i gang
library-begin = Sett i gang
library-begin-heading = Gjør det selv
library-begin-text = Mål, drivere, målinger og plan blir med som forbilde. Dere endrer det dere vil.
library-start-heading = Start et prosjekt som dette
library-start-heading-use = Ta det i bruk hos dere
library-start-text-use = Hvordan det brukes, hva det tar, og hvem dere kan spørre.
library-start-text = Hvordan de begynte, hva det krevde, og hvem dere kan spørre.
library-adopted-heading = I bruk hos andre
library-adopted-count = { $count ->
    [0] Ingen har sagt at de har tatt det i bruk ennå
    [one] Tatt i bruk ett sted. Se hvor, og hvordan det gikk
   *[other] Tatt i bruk { $count } steder. Se hvor, og hvordan det gikk
}
library-adopted-say = Vi tar dette i bruk
# Sidens tittel: hva den handler om, kommer etter.
library-start-title-use = Ta i bruk «{ $title }»
library-start-title = Start et prosjekt som «{ $title }»
library-start-model = Med dette som forbilde:
library-start-how = Slik begynte de
library-start-how-tool = Slik bruker dere det
library-start-took = Hva det krevde
library-start-sustain = Slik holder dere det ved like
library-start-steps = Steg for steg
library-start-untold = De som gjorde dette, har ikke skrevet ned hvordan de begynte. Disse stegene passer for det meste.
library-start-step-prepare = Forbered dere.
library-start-step-prepare-text = Bli enige om hva som skal bli bedre, for hvem, og få med lederen. Spør dem det gjelder.
library-start-step-plan = Planlegg.
library-start-step-plan-text = Finn ut hvordan det er i dag, sett et mål som kan måles, og velg noe lite å prøve først.
library-start-step-carry-out = Prøv i det små.
library-start-step-carry-out-text = Én avdeling, én vakt, én uke. Skriv ned hva som skjer.
library-start-step-evaluate = Se på tallene.
library-start-step-evaluate-text = Ble det bedre? Endre det som ikke virket, og prøv igjen.
library-start-step-follow-up = Gjør det til vane.
library-start-step-follow-up-text = Legg det inn i rutinene, fortsett å måle en stund, og fortell andre hva dere lærte.
library-start-materials = Materiell
library-start-ask = Hvem dere kan spørre
library-start-centre = Senteret som står bak:
library-start-centres = Finn utviklingssenteret i fylket deres
library-start-more = Se også
library-start-tools = Verktøy til forbedringsarbeid
library-start-packages = Opplæringspakker
## Historisk arkiv

library-archive = Ta med historisk arkiv
library-archive-with = { $count ->
    [one] Ta også med 1 fra det historiske arkivet
   *[other] Ta også med { $count } fra det historiske arkivet
 }
library-archive-without = Vis bare det som holdes oppdatert

## Før siden fantes

library-not-yet-heading = Siden var ikke publisert ennå
library-not-yet-lead = Du ba om siden slik den var { $asked }. Den ble publisert { $since }.
library-not-yet-all = Du ba om siden slik den var { $asked }. Det første som står her, ble publisert { $since }.
library-not-yet-first = Les den første utgaven
library-not-yet-now = Gå til siden slik den er nå

## Referanse

library-cite = Vis til denne siden
# Leses opp som navnet på lenkene til filene for referanseprogram.
library-cite-formats = Referansen som fil
library-cite-undated = u.å.
library-cite-circa = ca. { $year }
library-cite-unsure = { $year }?
library-cite-styles = APA og Vancouver
library-cite-internet = Internett
library-cite-seen = sitert { $date }
library-cite-from = Tilgjengelig fra: { $address }
# I en referanse: «[Retningslinje, IS-2285, versjon 5]».
library-cite-version = versjon { $version }
library-cite-part = del: { $part }
# Foran verket som teksten er et sammendrag av.
library-cite-summary = Sammendrag av: { $of }
library-calendar = Legg i kalenderen

## Utgaver

library-versions = Utgaver
library-versions-all = { $count ->
    [one] Se utgaven
    [2] Se begge utgavene og hva som ble endret
   *[other] Se alle { $count } utgaver og hva som ble endret
 }
library-versions-lead = { $count ->
    [one] Siden er publisert i 1 utgave.
   *[other] Siden er publisert i { $count } utgaver. Den nyeste står først.
 }
library-versions-back = Tilbake til alle utgaver
library-version-number = Utgave { $number }
library-version-current = gjelder nå
# Foran navnene på det som er endret: «Endret: Tittel, Resultater.»
library-version-changed = Endret:
library-version-read = Les
library-version-see = Se endringene
# Leses opp etter «Les» og «Se endringene».
library-version-which = utgave { $number }
library-version-in = i utgave { $number }
library-version-day = Les siden slik den var
library-version-go = Vis siden
library-version-changes = Hva utgave { $number } endret
library-version-same = Teksten er den samme som før. Bare opplysninger rundt den er endret.
library-version-key = Slik er endringene merket:
library-version-key-added = lagt til
library-version-key-taken = tatt bort
library-version-marks = Bare lenker eller oppsett er endret.
# Leses opp før og etter det som er endret.
library-version-added = Lagt til:
library-version-taken = Tatt bort:
library-version-end = Slutt på endringen.
# Der uendret tekst er utelatt.
library-version-gap = Vis det som er uendret her
library-field-title = Tittel
library-field-lead = Ingress
library-field-body = Tekst
library-field-image = Bilde
library-field-source = Kilde
library-field-themes = Tema
library-field-counties = Fylke
library-field-municipalities = Kommune
library-field-other = Andre opplysninger
library-field-work = Arbeidet: mål, drivere, målinger og tester
library-field-yes = Ja

## Felt som flere slags innhold har i skjemaene

library-link = Lenke
library-link-add = Legg til lenke
library-link-text = Tekst
library-link-url = Nettadresse
library-minutes-label = Minutter
library-minutes-help = Hvor lenge det tar, i minutter. En arbeidsdag er 450.
library-licence-help = Hva andre har lov til å gjøre med det, for eksempel CC BY 4.0.
library-licence-url = Nettadressen til lisensen

# What the law wanted gone: the gap in the text, the gap among the files, the log among the versions
library-struck-gap = [strøket]
library-struck-files = { $count ->
    [one] Én fil er strøket fra denne siden.
   *[other] { $count } filer er strøket fra denne siden.
}
library-struck = Noe er strøket fra alle utgaver:
library-struck-passage = et avsnitt eller noen ord
library-struck-file = en fil
library-struck-written-over = En import skrev over det { $day }, så det kan stå her igjen.

library-overdue-label = Kan være utdatert
library-overdue = Teksten skulle vært sett gjennom på nytt innen { $day }. Det er ikke gjort ennå.
library-edit = Skriv i denne teksten

library-original-archived-label = Originalen er i arkivet
library-original-archived = Teksten er oversatt, og originalen er flyttet til arkivet etterpå. Noe her kan være foreldet.
library-original-withdrawn-label = Originalen er trukket tilbake
library-original-withdrawn = Teksten er oversatt, og de som eier originalen, har trukket den tilbake etterpå. Noe her kan være feil.
library-stale-label = Originalen er endret
library-stale = Teksten er oversatt, og originalen er endret etterpå. Noe her kan være foreldet.
library-stale-see = Se utgavene av originalen
library-translate = Teksten på andre språk
library-unreviewed-label = Ikke gjennomgått
library-unreviewed-machine = Denne teksten er oversatt av et program. Ingen som kan språket, har gått gjennom den ennå.
library-unreviewed-person = Denne oversettelsen er ikke gått gjennom av noen andre som kan språket ennå.
