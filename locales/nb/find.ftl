# Søkesiden: treff, filtre, og hjelp når ingenting blir funnet.

find-heading = Søk
# Står i nettleserfanen.
find-title = Søk: { $words }
find-count = { $count ->
    [0] Ingen treff
   *[other] { $count } treff
 }
find-none-whole = Ingen tekst har alt du søkte etter
# Over tekster som har noen av ordene, men ikke alle; kan foldes ut.
find-below = Inneholder noe av dette ({ $count })
find-below-more = Vis flere som inneholder noe av dette
# Over listen når ingen har søkt på noe.
find-newest = Nyest i biblioteket
find-cut = Det du skrev, var langt. Vi har bare søkt på den første delen.
find-how = Sett ord i «anførselstegn» når de skal stå sammen, og minus foran et ord som ikke skal være med: "trygge netter" -alarm
find-api-contents = Innhold
find-sort-best = Treffer best
find-sort-newest = Nyeste først
find-masked = Noe i søket lignet et fødselsnummer. Det er skjult, og er ikke søkt på eller lagret.
find-then = Vi søker med ordene slik de står i tekstene nå, og viser treffene som var publisert da, med tittel og tema fra den dagen.
find-building = Søket bygges opp akkurat nå, så ikke alt kan bli funnet ennå. Prøv igjen om litt. Listene og sidene er her som vanlig.

## Filtre

find-filter-kind = Type
find-filter-lang = Språk
# Prosjekter uten endring eller med verre resultat, som ett valg.
find-did-not-work = Virket ikke

## Når et ord ikke finnes i biblioteket

# Foran ordet som treffene er for, som lenke.
find-meant-shown = Vi fant ikke «{ $words }» slik det er skrevet. Her er treff for
find-meant-instead = Søk nøyaktig slik du skrev
# Foran ordet som kan være ment, som lenke; et spørsmålstegn følger.
find-meant = Mente du
find-as-typed = Vi har søkt nøyaktig etter det du skrev.

## Ingen treff

find-no-hits = Vi fant ikke noe om «{ $words }».
find-nothing-yet = Her er det ikke noe å vise.
find-help-unfiltered = { $count ->
    [one] Søk uten filtre: 1 treff
   *[other] Søk uten filtre: { $count } treff
 }
find-help-archive = { $count ->
    [one] Søk også i det historiske arkivet: 1 treff
   *[other] Søk også i det historiske arkivet: { $count } treff
 }
find-help-plain = { $count ->
    [one] Søk på ordene hver for seg: 1 treff
   *[other] Søk på ordene hver for seg: { $count } treff
 }
find-help-words = Ord i biblioteket som begynner likt
find-help-tips = Dette kan hjelpe
find-help-filters = Ta bort noe av det du har valgt.
find-help-spelling = Se etter skrivefeil.
find-help-fewer = Prøv færre ord, eller et ord som betyr det samme.
find-help-language = Prøv ordet på både bokmål og nynorsk.
find-help-themes = Let i et tema
find-help-projects = Se alle prosjekter
find-help-ask-heading = Spør noen som kan vite det
find-help-ask-text = Utviklingssentrene kjenner arbeid som ikke står her ennå.
find-help-ask = Finn senteret ditt
find-help-ask-county = Finn senteret i { $county }

## Forslag mens noen skriver

find-suggestions = Forslag
find-suggestions-lead = Skriv begynnelsen av et ord, så ser du temaer, titler og steder som begynner slik.
find-suggestions-titles = Titler
find-suggestions-places = Steder
find-suggestions-words = Søk etter
find-suggestions-organisations = Virksomheter
find-suggestions-county = Fylke
find-suggestions-municipality = Kommune i { $county }
find-suggestions-organisation = Virksomhet
find-suggestions-centre = Senter
# Blir lest opp for den som hører siden.
find-suggestions-count = { $count ->
    [0] Ingen forslag
   *[other] { $count } forslag. Bruk piltastene for å velge.
 }
find-suggestions-none = Vi har ingen forslag til «{ $words }».
find-suggestions-search = Søk etter det likevel

## Vedlegg

# Et treff som står i et vedlegg; navnet er det siden om vedlegget bruker.
find-filed = Står under:
find-also = Også på:
find-in-file = I vedlegget «{ $name }» ({ $type })
find-in-file-page = I vedlegget «{ $name }» ({ $type }), side { $number }
find-in-file-sheet = I vedlegget «{ $name }» ({ $type }), ark { $number }
find-in-file-slide = I vedlegget «{ $name }» ({ $type }), lysbilde { $number }

## Det spørsmålet nevner

# Over lenker til stedet, senteret eller temaet som ordene i søket er navnet på.
find-named = Du ser kanskje etter
find-named-municipality-was = Kommune til { $year }
# now: kommunen eller kommunene som den ble en del av.
find-named-municipality-became = Kommune til { $year }, nå { $now }
find-named-county-was = Fylke til { $year }
find-named-centre-was = Senter til { $year }

## Søk som ikke fant noe, for dem som steller med ordene

find-missed = Søk som ikke fant noe
find-missed-lead = Her ser du hva folk har søkt etter uten å finne det, og hva søket har rettet for dem. Gi ordene synonymer, så finner den neste fram.
find-missed-rule = Et søk vises når det er gjort minst { $least } ganger på { $days } dager. Ingenting sier hvem som søkte. Søk som kan handle om en person, blir ikke talt.
find-missed-nothing = Ingen tekst hadde alt
find-missed-set-right = Rettet til et annet ord
find-missed-none = Ingen søk er gjort ofte nok.
find-missed-words = Søk
find-missed-meant = Rettet til
find-missed-language = Språk på siden
find-missed-times = Ganger
find-missed-days = Dager
find-missed-last = Sist
find-missed-synonym = Synonym
find-missed-make = Lag et synonym
