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
library-booklet = Lag et hefte av disse (PDF)
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

library-share = Del
library-share-address = Fast adresse:
library-share-copy = Kopier adressen
library-share-copied = Adressen er kopiert.
library-share-print = Skriv ut
library-share-choose = Skriv ut, og velg hva som skal med
library-share-pdf = Last ned som PDF

library-ask = Spør teamet
library-ask-heading = Lurer du på noe?
# Rollen er den som svarer for innholdet, for eksempel «prosjektleder».
library-ask-goes-to = Meldingen går til { $role }.
