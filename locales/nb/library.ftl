# Det alle slags innhold har felles: filtre, lister, og det som står rundt en tekst.

## Filtre

library-filters = Avgrens treffene
library-filters-show = Vis treff
library-filters-reset = Nullstill
library-filter-theme = Tema
library-filter-county = Fylke
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

library-sort = Sorter
library-sort-newest = Nyeste
library-sort-oldest = Eldste
library-sort-title = Tittel
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

library-ask = Spør teamet
library-ask-heading = Lurer du på noe?
# Rollen er den som svarer for innholdet, for eksempel «prosjektleder».
library-ask-goes-to = Meldingen går til { $role }.

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
library-not-yet-first = Les den første utgaven
library-not-yet-now = Gå til siden slik den er nå

## Referanse

library-cite = Vis til denne siden
# Leses opp som navnet på lenkene til filene for referanseprogram.
library-cite-formats = Referansen som fil
library-cite-undated = u.å.
library-calendar = Legg i kalenderen

## Utgaver

library-versions = Utgaver
library-versions-all = { $count ->
    [one] Se utgaven
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
library-version-gap = […]
library-field-title = Tittel
library-field-lead = Ingress
library-field-body = Tekst
library-field-image = Bilde
library-field-source = Kilde
library-field-themes = Tema
library-field-counties = Fylke
library-field-municipalities = Kommune
library-field-other = Andre opplysninger
