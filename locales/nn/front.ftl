# Framsida: kva som finst her, vegane inn, nye resultat, og det som ikkje verka.

# Står i nettlesarfana etter «Pådriver – ».
front-title = Kunnskap og kvalitet i sjukeheimar og heimetenester
front-heading = Det nokon har lært, kan andre ta i bruk
front-lead = Prosjekt og resultat frå sjukeheimar og heimetenester i heile landet. Også det som ikkje verka.
front-themes = Tema
front-themes-all = Alle tema

## Tre vegar inn

front-ways = Fire vegar inn
front-way-find = Finn
front-way-find-text = Kva har andre prøvd, og korleis gjekk det?
front-way-start = Kom i gang
front-way-start-text = Les om det som verka, korleis dei byrja, og spør dei som gjorde det.
front-way-begin = Set i gang
front-way-begin-text = Svar på tre spørsmål, legg inn det første talet, og sjå diagrammet.
front-way-meet = Møt andre
front-way-meet-text = Finn utviklingssenteret i fylket ditt.

## Nytt i biblioteket

front-newest = Nye resultat
front-newest-all = { $count ->
    [one] Sjå prosjektet
   *[other] Alle { $count } prosjekta
 }
front-failed = Dette verka ikkje
front-failed-text = Eit forsøk som ikkje lukkast, er også eit resultat. Det er verdt å vite før de set i gang.
front-failed-all = { $count ->
    [one] Lær av forsøket
   *[other] Lær av { $count } forsøk
 }
front-news = I nettverket
front-news-all = Alle nyheiter

front-centres-text = Kvar kommune har eit utviklingssenter å spørje. Vel området ditt på kartet for å sjå kven som er der, kva dei har gjort, og korleis du når dei.
front-centres-years = Sjå korleis sentera har vorte til sidan 1999
# Framfor «30 prosjekt», «6 verktøy» og så vidare.
front-holds = Her finn du
front-newest-projects = Nye prosjekt
front-ready = Klart til bruk
front-ready-tools = Alle verktøy
front-ready-packages = Alle opplæringspakkar
front-places = Der det blir prøvd
front-places-centres = Sjå alle senter
front-coming = Det som skjer
front-coming-all = Alle arrangement
front-chosen = Utvalt
