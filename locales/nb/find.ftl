# Søkesiden: treff, filtre, og hjelp når ingenting blir funnet.

find-heading = Søk
# Står i nettleserfanen.
find-title = Søk: { $words }
find-count = { $count ->
    [0] Ingen treff
   *[other] { $count } treff
 }
# Over listen når ingen har søkt på noe.
find-newest = Nyest i biblioteket
find-cut = Det du skrev, var langt. Vi har bare søkt på den første delen.
find-then = Vi søker med ordene slik de står i tekstene nå, og viser treffene som var publisert da, med tittel og tema fra den dagen.

## Filtre

find-filter-kind = Type
find-filter-lang = Språk

## Ingen treff

find-no-hits = Vi fant ikke noe om «{ $words }».
find-nothing-yet = Her er det ikke noe å vise.
find-help-filters = Ta bort noe av det du har valgt.
find-help-spelling = Se etter skrivefeil.
find-help-fewer = Prøv færre ord, eller et ord som betyr det samme.
find-help-language = Prøv ordet på både bokmål og nynorsk.
find-help-archive = Søk også i det historiske arkivet
find-help-themes = Let i et tema
find-help-projects = Se alle prosjekter
