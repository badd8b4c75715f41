# Nettverket gjennom tida: sidene for senter, fylke og kommunar.

atlas-per = Vis korleis det var
atlas-per-help = Eit år eller ein dato, som 2008 eller 1.6.2017.
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
atlas-served = Kommunar senteret er til for
atlas-served-lead = { $count ->
    [one] Éin kommune, slik han heitte { $date }.
   *[other] { $count } kommunar, slik dei heitte { $date }.
 }
atlas-done = Gjort av senteret
atlas-done-none = Her er det ikkje lagt inn noko frå senteret enno.
atlas-done-here = Gjort her
atlas-done-here-none = Ingen har lagt inn noko herifrå enno.
atlas-works-more = Sjå alle { $count }: { $kind }
atlas-duties = Oppdrag og avtalar
atlas-council = Fag- og samarbeidsråd
atlas-line = Før og etter
atlas-history = Alt som er sagt, og av kven
atlas-history-lead = Kvar opplysning har ei kjelde. Er kjeldene ikkje samde, står begge.
atlas-column-what = Kva
atlas-column-said = Opplysning
atlas-column-when = Når
atlas-column-source = Kjelde
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
atlas-contact-heading = Spør senteret
atlas-contact = Skriv til senteret
atlas-counties = Fylke
atlas-counties-lead = Fylka og kommunane slik dei var på ein dag, med sentera som var til for dei.
atlas-counties-count = { $count ->
    [one] Eitt fylke { $date }.
   *[other] { $count } fylke { $date }.
 }
atlas-counties-none = Registeret over fylke byrjar i 1999.
atlas-county = Fylke
atlas-county-absent = Fylket var ikkje til { $date }. Her står det slik det var nærast den dagen.
atlas-county-centres = Senter
atlas-no-centre = Kjeldene veit ikkje om noko senter her.
atlas-municipalities-count = { $count ->
    [one] Éin kommune
   *[other] { $count } kommunar
 }
atlas-municipalities = Kommunar
atlas-municipality = Kommune
atlas-municipality-centres = Senter for kommunen
atlas-municipality-absent = Kommunen var ikkje til under dette nummeret { $date }.
atlas-then = { $count ->
    [one] Då var det
   *[other] Då var det dette:
 }
atlas-names = Namn under dette nummeret
atlas-changes = Kva som vart til kva
atlas-became = Vart til
atlas-came-of = Kom av
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

## Liste, kart og tidslinje

atlas-views = Vising
atlas-view-list = Liste
atlas-view-map = Kart
atlas-view-timeline = Tidslinje
atlas-map-heading = På kartet
atlas-map-title = Kven sentera var til for { $date }
atlas-map-title-today = Kven sentera er til for i dag
atlas-map-title-county-today = Fylka i dag
atlas-map-title-county = Fylka { $date }
atlas-map-colours = Det kartet viser
atlas-map-by-centre = Senter
atlas-map-by-county = Fylke
atlas-map-older = Kartet teiknar kommunane slik dei er i dag, med senter og fylke frå { $date }. Er fleire kommunar slått saman sidan, gjeld det for den som har halde på namnet.
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
atlas-years-read = Ein tagga kant er ei tid som berre er kjend omtrent. Ein spiss er eit senter som framleis er til. Ein ring er eit skifte av vert.
atlas-years-bar = { $name }, vert: { $hosts }
atlas-years-list = År for år
atlas-years-merged = Slått saman: { $kind }
atlas-years-moved = Nye vertar
atlas-years-ended = Slutt, utan at noko kom etter
atlas-years-after = Kom etter
