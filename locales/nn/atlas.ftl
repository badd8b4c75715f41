# Nettverket gjennom tida: sidene for senter, fylke og kommunar.

atlas-per = Vis korleis det var
atlas-per-help = Eit år eller ein dato, som 2008, juni 2017 eller 1.6.2017. Eit år blir vist slik det var då året slutta.
atlas-per-show = Vis
atlas-per-today = Tilbake til i dag
atlas-epochs = Då ordninga vart ei anna:
atlas-today = I dag
atlas-count-on = { $count ->
    [0] { $date } var det ingen senter som kjeldene veit om.
    [one] { $date } var det eitt senter.
   *[other] { $date } var det { $count } senter.
 }
atlas-count-today = { $count ->
    [one] I dag er det eitt senter.
   *[other] I dag er det { $count } senter.
 }
atlas-open-data = Opne data:
atlas-counties-link = Fylke og kommunar
atlas-about-page = Om denne sida
atlas-example = Noko av det som står her, er dikta opp for å vise korleis sida ser ut. Det er merkt.
atlas-absent = Senteret var ikkje til { $date }.
atlas-came-after = Etter det kom
atlas-now = no { $name }
atlas-now-then = då { $name }
atlas-served = Kommunar senteret er til for
atlas-served-lead = { $count ->
    [one] Éin kommune, slik han heitte { $date }.
   *[other] { $count } kommunar, slik dei heitte { $date }.
 }
atlas-done = Gjort av senteret
atlas-done-none = Her er det ikkje lagt inn noko frå senteret enno.
atlas-done-here = Gjort her
atlas-done-here-none = Ingen har lagt inn noko herifrå enno.
atlas-works-more = Sjå alle { $all }
atlas-duties = Oppdrag og avtalar
atlas-council = Fag- og samarbeidsråd
atlas-line = Før og etter
atlas-history = Alt som er sagt, og av kven
atlas-history-open = { $count ->
    [one] Vis alt frå 1 kjelde
   *[other] Vis alt frå { $count } kjelder
 }
atlas-history-lead = Kvar opplysning har ei kjelde. Er kjeldene ikkje samde, står begge.
atlas-column-centre = Senter
atlas-disputed = Kjeldene er ikkje samde.
atlas-fact-hosts = { $count ->
    [one] Vertskommune
   *[other] Vertskommunar
 }
atlas-fact-satellites = { $count ->
    [one] Satellittkommune
   *[other] Satellittkommunar
 }
atlas-fact-when = Når
atlas-contact = Skriv til senteret
atlas-counties = Fylke
atlas-counties-lead = Fylka og kommunane slik dei var på ein dag, med sentera som var til for dei.
atlas-counties-count = { $count ->
    [one] Eitt fylke { $date }.
   *[other] { $count } fylke { $date }.
 }
atlas-counties-none = Registeret over fylke byrjar i 1999.
atlas-county = Fylke
atlas-county-absent = Fylket var ikkje til { $date }.
atlas-county-centres = Senter
atlas-no-centre = Kjeldene veit ikkje om noko senter her.
atlas-municipalities-count = { $count ->
    [one] Éin kommune
   *[other] { $count } kommunar
 }
atlas-municipalities = Kommunar
atlas-municipality = Kommune
atlas-municipality-centres = Senter for kommunen
atlas-municipality-units = Einingar i kommunen
atlas-municipality-absent = Kommunen var ikkje til under dette nummeret { $date }.
atlas-then = { $count ->
    [one] Då var det
   *[other] Då var det dette:
 }
atlas-names = Namn under dette nummeret
atlas-changes = Kva som vart til kva
atlas-became = Vart til
atlas-number-after = Fekk nytt nummer:
atlas-number-before = Hadde før eit anna nummer:
atlas-came-of = Vart til av
atlas-moved-to = { $count ->
    [one] Éin kommune gjekk til
   *[other] { $count } kommunar gjekk til
 }
atlas-moved-from = { $count ->
    [one] Éin kommune kom frå
   *[other] { $count } kommunar kom frå
 }
atlas-places-source = Kommunar og fylke: Statistisk sentralbyrå (SSB), KLASS, CC BY 4.0.
atlas-what-exists = Slag
atlas-what-name = Namn
atlas-what-area = Område
atlas-what-host = Vert
atlas-what-satellite = Satellitt
atlas-what-contact = Kontakt
atlas-what-mandate = Samfunnsoppdrag
atlas-what-priority = Satsingsområde
atlas-what-region = Region
atlas-what-responsible = Ansvarleg
atlas-what-anchoring = Forankra i
atlas-what-placement = Godkjend praksisstad
atlas-what-predecessor = Kom etter
atlas-what-agreement = Samarbeidsavtale
atlas-what-council = Medlem av rådet
atlas-what-meeting = Møte i rådet
atlas-file-mandate = Mandatet
atlas-file-agreement = Avtalen
atlas-file-minutes = Referatet frå møtet { $date }

## Liste, kart og tidslinje

atlas-views = Vising
atlas-view-list = Liste
atlas-view-map = Kart
atlas-view-timeline = Tidslinje
atlas-map-heading = På kartet
atlas-map-title = Kven sentera var til for { $date }
atlas-map-title-today = Kven sentera er til for i dag, { $date }
atlas-map-title-county-today = Fylka i dag, { $date }
atlas-map-title-county = Fylka { $date }
atlas-map-colours = Det kartet viser
atlas-map-by-centre = Senter
atlas-map-by-county = Fylke
atlas-map-older = Kartet teiknar kommunane slik dei er i dag, med senter og fylke frå { $date }. Er fleire kommunar slått saman sidan, gjeld det for den som har halde på namnet. Har ingen av dei det, gjeld det for ein i det fylket som dei fleste av dei låg i, og elles for den med lågast nummer. Dei som låg i eit anna fylke, har det i parentes.
atlas-map-no-centre = Senter ikkje kjent
atlas-map-no-county = Fylket er ikkje kjent
atlas-map-municipalities = { $count ->
    [one] éin kommune
   *[other] { $count } kommunar
 }
# Blir lese opp etter namnet på området: «Nordland: USHT Nordland, 41 kommunar».
atlas-map-about = { $centres }, { $count ->
    [one] éin kommune
   *[other] { $count } kommunar
 }
atlas-map-was = { $name } (då: { $then })
# En kommune som er slått sammen av deler med hvert sitt senter.
atlas-map-also = { $name } (også { $centres })
atlas-map-host = Vertskommune
atlas-map-satellite = Satellittkommune
atlas-map-unmapped = Ikkje på kartet, fordi kjeldene ikkje seier kva kommunar dei er til for:
atlas-map-table = Det same i ein tabell
atlas-map-area = Område
atlas-map-of-county = Kommunane i { $name }
atlas-map-of-municipality = { $name } og resten av { $county }
atlas-years-title = Sentera frå 1999 til i dag
atlas-years-none = Her er det ikkje lagt inn nokon senter enno.
atlas-years-skip = Hopp over tidslinja
atlas-years-read = Ein tagga kant er ei tid som berre er kjend omtrent. Ein spiss er eit senter som framleis er til. Tre prikkar er ein vert det ikkje er plass til, eit spørjeteikn ein vert som ikkje er kjend.
atlas-years-unknown = vert ikkje kjend
atlas-years-bar = { $name }, vert: { $hosts }
atlas-years-list = År for år
atlas-years-merged = Slått saman: { $kind }
atlas-years-moved = Nye vertar
atlas-years-ended = Kjeldene seier ikkje kva som kom etter
atlas-years-after = Kom etter

## Det som er sikkert, og det som kan være

atlas-per-period = «{ $typed }» blir vist slik det var { $date }.
atlas-per-malformed = Skriv eit år eller ein dato, som 2008, juni 2017, 1.6.2017 eller 2017-06-01.
atlas-count-least = { $date } var det minst { $least }, kanskje { $most } senter. Kjeldene seier ikkje kva dag dei andre byrja.
atlas-count-perhaps = { $count ->
    [one] { $date } var det kanskje eitt senter. Kjeldene seier ikkje kva dag det byrja.
   *[other] { $date } var det kanskje { $count } senter. Kjeldene seier ikkje kva dag dei byrja.
 }
atlas-count-either = { $date } var det anten { $old } senter eller dei { $new } som kom etter. Kjeldene seier ikkje kva dag ordninga vart ei anna.
atlas-maybe-later = Kan ha byrja seinare dette året.
atlas-maybe-unknown = Kjelda seier ikkje når det byrja.
atlas-maybe-before = Kan ha slutta før denne dagen.
atlas-latest = Siste kjelde som seier at dei er til, er frå { $year }.
atlas-latest-newer = { $count ->
    [one] Éi nyare opplysning er frå { $year }.
   *[other] { $count } nyare opplysningar, den siste frå { $year }.
 }
atlas-absent-not-yet = Fanst ikkje enno
atlas-absent-then = Fanst ikkje den dagen
atlas-absent-number = Har fått nytt nummer
atlas-absent-number-then = Hadde eit anna nummer den dagen
atlas-absent-no-more = Finst ikkje lenger
atlas-dated = Her står det slik det var { $date }.
atlas-open = Kven senteret er til for
atlas-open-lead = Kjeldene seier ikkje kva kommunar senteret er til for. Difor er det ikkje teikna på kartet.
atlas-open-counties = Det kan gjelde kommunar i
atlas-maybe-heading = Kan også gjelde her
atlas-maybe-lead = Kjeldene seier ikkje kva kommunar desse sentera er til for.
atlas-maybe-here = Kan også gjelde her:
atlas-host-of = Vert for
atlas-satellite-of = Satellitt for
atlas-fact-confirmed = Sist stadfesta av ei kjelde
atlas-contact-none = Her er det ikkje oppgitt nokon å skrive til.
atlas-contact-host = Vertskommunen { $name } har sin eigen nettstad og kan vise deg vidare:
atlas-contact-network = Skriv til dei som driv nettstaden
atlas-source-file = Fil i kjeldearkivet:
atlas-used = Teke i bruk her
atlas-used-lead = Brukt i arbeid herifrå.
atlas-used-none = Ingen har meldt at dei har teke noko i bruk enno.
atlas-used-how = Når eit prosjekt herifrå seier kva verktøy og pakkar det bruker, står dei her.
atlas-used-tools = Sjå verktøya
atlas-all-municipalities = Alle kommunar, fylke for fylke
atlas-municipalities-lead = Kommunane slik dei var på ein dag, med sentera og det som er gjort på sida til kvar av dei.
atlas-municipalities-on = { $count ->
    [one] Éin kommune { $date }.
   *[other] { $count } kommunar { $date }.
 }
atlas-gave = Gav frå seg ein del til
atlas-took = Fekk ein del av
atlas-map-satellites = Satellitt: { $names }
atlas-map-disputed = Kjeldene er ikkje samde om vert eller satellitt i:
atlas-years-narrow = Tidslinja treng ein breiare skjerm. Det same står år for år under.
atlas-years-ring = Ein ring er eit skifte av vert: ein annan enn den kjeldene nemnde sist.
atlas-years-bar-moved = { $bar }; før det { $from }
atlas-years-elsewhere = Ein annan vert enn den siste kjeldene nemner før

## Dagar som ikkje er komne enno

atlas-per-ahead = { $date } er ikkje komen enno. Her står det som er kjent i dag.
atlas-per-period-ahead = «{ $typed }» blir vist som { $date }.
atlas-count-ahead = { $count ->
    [0] Slik det er kjent i dag, er det ingen senter { $date }.
    [one] Slik det er kjent i dag, er det eitt senter { $date }.
   *[other] Slik det er kjent i dag, er det { $count } senter { $date }.
 }
atlas-map-title-ahead = Kven sentera er til for { $date }, slik det er kjent i dag
atlas-absent-ahead = Senteret er ikkje til { $date }.
atlas-county-absent-ahead = Fylket er ikkje til { $date }.
atlas-municipality-absent-ahead = Kommunen er ikkje til under dette nummeret { $date }.
atlas-then-ahead = { $count ->
    [one] Då er det
   *[other] Då er det dette:
 }
