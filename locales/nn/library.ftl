# Det alle slag innhald har felles: filter, lister, og det som står rundt ein tekst.

## Filter

library-filters = Avgrens treffa
library-filters-show = Vis treff
library-filters-reset = Nullstill
library-filter-theme = Tema
library-filter-county = Fylke
library-filter-centre = Senter
library-filter-year = År
# Ved sida av namnet på eit filter.
library-filter-chosen = { $count } valde
# Blir lese opp etter talet ved kvart val: «12 treff».
library-filter-hits = treff

library-chips-label = Dette har du valt
# Blir lese opp framfor namnet på valet: «Fjern Ernæring».
library-chip-remove = Fjern
library-chips-remove-all = Fjern alle

## Lista

library-sort = Sorter
library-sort-newest = Nyaste
library-sort-oldest = Eldste
library-sort-title = Tittel
library-booklet = Lag eit hefte av desse (PDF)
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

library-share = Del
library-share-address = Fast adresse:
library-share-copy = Kopier adressa
library-share-copied = Adressa er kopiert.
library-share-print = Skriv ut
library-share-choose = Skriv ut, og vel kva som skal med
library-share-pdf = Last ned som PDF

library-ask = Spør teamet
library-ask-heading = Lurer du på noko?
# Rolla er den som svarer for innhaldet, til dømes «prosjektleiar».
library-ask-goes-to = Meldinga går til { $role }.
