# Søkjesida: treff, filter, og hjelp når ingenting blir funne.

find-heading = Søk
# Står i nettlesarfana.
find-title = Søk: { $words }
find-count = { $count ->
    [0] Ingen treff
   *[other] { $count } treff
 }
find-none-whole = Ingen tekst har alt du søkte etter
# Over tekstar som har nokre av orda, men ikkje alle; kan faldast ut.
find-below = Inneheld noko av dette ({ $count })
find-below-more = Vis fleire som inneheld noko av dette
# Over lista når ingen har søkt på noko.
find-newest = Nyast i biblioteket
find-cut = Det du skreiv, var langt. Vi har berre søkt på den første delen.
find-how = Set ord i «hermeteikn» når dei skal stå saman, og minus framfor eit ord som ikkje skal vere med: "trygge netter" -alarm
find-api-contents = Innhald
find-sort-best = Treffer best
find-sort-newest = Nyaste først
find-masked = Noko i søket likna eit fødselsnummer. Det er skjult, og er ikkje søkt på eller lagra.
find-then = Vi søkjer med orda slik dei står i tekstane no, og viser treffa som var publiserte då, med tittel og tema frå den dagen.
find-building = Søket blir bygd opp akkurat no, så ikkje alt kan bli funne enno. Prøv igjen om litt. Listene og sidene er her som vanleg.

## Filter

find-filter-kind = Type
find-filter-lang = Språk
# Prosjekt utan endring eller med verre resultat, som eitt val.
find-did-not-work = Verka ikkje

## Når eit ord ikkje finst i biblioteket

# Framfor ordet som treffa er for, som lenkje.
find-meant-shown = Vi fann ikkje «{ $words }» slik det er skrive. Her er treff for
find-meant-instead = Søk nøyaktig slik du skreiv
# Framfor ordet som kan vere meint, som lenkje; eit spørjeteikn følgjer.
find-meant = Meinte du
find-as-typed = Vi har søkt nøyaktig etter det du skreiv.

## Ingen treff

find-no-hits = Vi fann ikkje noko om «{ $words }».
find-nothing-yet = Her er det ikkje noko å vise.
find-help-unfiltered = { $count ->
    [one] Søk utan filter: 1 treff
   *[other] Søk utan filter: { $count } treff
 }
find-help-archive = { $count ->
    [one] Søk også i det historiske arkivet: 1 treff
   *[other] Søk også i det historiske arkivet: { $count } treff
 }
find-help-plain = { $count ->
    [one] Søk på orda kvar for seg: 1 treff
   *[other] Søk på orda kvar for seg: { $count } treff
 }
find-help-words = Ord i biblioteket som byrjar likt
find-help-tips = Dette kan hjelpe
find-help-filters = Ta bort noko av det du har valt.
find-help-spelling = Sjå etter skrivefeil.
find-help-fewer = Prøv færre ord, eller eit ord som tyder det same.
find-help-language = Prøv ordet på både nynorsk og bokmål.
find-help-themes = Leit i eit tema
find-help-projects = Sjå alle prosjekt
find-help-ask-heading = Spør nokon som kan vite det
find-help-ask-text = Utviklingssentera kjenner arbeid som ikkje står her enno.
find-help-ask = Finn senteret ditt
find-help-ask-county = Finn senteret i { $county }

## Forslag medan nokon skriv

find-suggestions = Forslag
find-suggestions-lead = Skriv byrjinga av eit ord, så ser du tema, titlar og stader som byrjar slik.
find-suggestions-titles = Titlar
find-suggestions-places = Stader
find-suggestions-words = Søk etter
find-suggestions-organisations = Verksemder
find-suggestions-county = Fylke
find-suggestions-municipality = Kommune i { $county }
find-suggestions-organisation = Verksemd
find-suggestions-centre = Senter
# Blir lese opp for den som høyrer sida.
find-suggestions-count = { $count ->
    [0] Ingen forslag
   *[other] { $count } forslag. Bruk piltastane for å velje.
 }
find-suggestions-none = Vi har ingen forslag til «{ $words }».
find-suggestions-search = Søk etter det likevel

## Vedlegg

# Eit treff som står i eit vedlegg; namnet er det sida om vedlegget bruker.
find-filed = Står under:
find-also = Òg på:
find-in-file = I vedlegget «{ $name }» ({ $type })
find-in-file-page = I vedlegget «{ $name }» ({ $type }), side { $number }
find-in-file-sheet = I vedlegget «{ $name }» ({ $type }), ark { $number }
find-in-file-slide = I vedlegget «{ $name }» ({ $type }), lysbilete { $number }

## Det spørsmålet nemner

# Over lenkjer til staden, senteret eller temaet som orda i søket er namnet på.
find-named = Du ser kanskje etter
find-named-municipality-was = Kommune til { $year }
# now: kommunen eller kommunane som ho vart ein del av.
find-named-municipality-became = Kommune til { $year }, no { $now }
find-named-county-was = Fylke til { $year }
find-named-centre-was = Senter til { $year }

## Søk som ikkje fann noko, for dei som steller med orda

find-missed = Søk som ikkje fann noko
find-missed-lead = Her ser du kva folk har søkt etter utan å finne det, og kva søket har retta for dei. Gi orda synonym, så finn den neste fram.
find-missed-rule = Eit søk blir vist når det er gjort minst { $least } gonger på { $days } dagar. Ingenting seier kven som søkte. Søk som kan handle om ein person, blir ikkje talde.
find-missed-nothing = Ingen tekst hadde alt
find-missed-set-right = Retta til eit anna ord
find-missed-none = Ingen søk er gjorde ofte nok.
find-missed-words = Søk
find-missed-meant = Retta til
find-missed-language = Språk på sida
find-missed-times = Gonger
find-missed-days = Dagar
find-missed-last = Sist
find-missed-synonym = Synonym
find-missed-make = Lag eit synonym
