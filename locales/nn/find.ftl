# Søkjesida: treff, filter, og hjelp når ingenting blir funne.

find-heading = Søk
# Står i nettlesarfana.
find-title = Søk: { $words }
find-count = { $count ->
    [0] Ingen treff
   *[other] { $count } treff
 }
# Over lista når ingen har søkt på noko.
find-newest = Nyast i biblioteket
find-cut = Det du skreiv, var langt. Vi har berre søkt på den første delen.
find-then = Vi søkjer med orda slik dei står i tekstane no, og viser treffa som var publiserte då, med tittel og tema frå den dagen.

## Filter

find-filter-kind = Type
find-filter-lang = Språk

## Ingen treff

find-no-hits = Vi fann ikkje noko om «{ $words }».
find-nothing-yet = Her er det ikkje noko å vise.
find-help-filters = Ta bort noko av det du har valt.
find-help-spelling = Sjå etter skrivefeil.
find-help-fewer = Prøv færre ord, eller eit ord som tyder det same.
find-help-language = Prøv ordet på både nynorsk og bokmål.
find-help-archive = Søk også i det historiske arkivet
find-help-themes = Leit i eit tema
find-help-projects = Sjå alle prosjekt
