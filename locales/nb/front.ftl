# Forsiden: hva som finnes her, veiene inn, nye resultater, og det som ikke virket.

# Står i nettleserfanen etter «Pådriver – ».
front-title = Kunnskap og kvalitet i sykehjem og hjemmetjenester
front-heading = Det noen har lært, kan andre ta i bruk
front-lead = Prosjekter og resultater fra sykehjem og hjemmetjenester i hele landet. Også det som ikke virket.
front-themes = Tema
front-themes-all = Alle tema

## Fire veier inn

front-ways = Fire veier inn
front-way-find = Finn
front-way-find-text = Hva har andre prøvd, og hvordan gikk det?
front-way-start = Kom i gang
front-way-start-text = Les om det som virket, hvordan de begynte, og spør dem som gjorde det.
front-way-begin = Sett i gang
front-way-begin-text = Svar på tre spørsmål, legg inn det første tallet, og se diagrammet.
front-way-meet = Møt andre
front-way-meet-text = Finn utviklingssenteret i fylket ditt.

## Nytt i biblioteket

front-newest = Nye resultater
front-newest-all = { $count ->
    [one] Se prosjektet
   *[other] Alle { $count } prosjekter
 }
front-failed = Dette virket ikke
front-failed-text = Et forsøk som ikke lyktes, er også et resultat. Det er verdt å vite før dere starter.
front-failed-all = { $count ->
    [one] Lær av forsøket
   *[other] Lær av { $count } forsøk
 }
front-news = I nettverket
front-news-all = Alle nyheter

front-centres-text = Hver kommune har et utviklingssenter å spørre. Velg området ditt på kartet for å se hvem som er der, hva de har gjort, og hvordan du når dem.
front-centres-years = Se hvordan sentrene har blitt til siden 1999
# Foran «30 prosjekter», «6 verktøy» og så videre.
front-holds = Her finner du
front-newest-projects = Nye prosjekter
front-ready = Klart til bruk
front-ready-tools = Alle verktøy
front-ready-packages = Alle opplæringspakker
front-places = Der det prøves
front-places-centres = Se alle sentre
front-coming = Det som skjer
front-coming-all = Alle arrangementer
front-chosen = Utvalgt
