# Sentera: slaga av dei, og det som står om kvart i ei liste.

centres-heading = Utviklingssenter
centres-lead = Sentera driv fram kunnskap og kvalitet i sjukeheimar og heimetenester, kvart i sin del av landet. Her er dei som er, og dei som var.
centres-what = Kva er eit utviklingssenter?
centres-what-text = Eit utviklingssenter for sjukeheimar og heimetenester (USHT) høyrer til i ein kommune og arbeider for kommunane i sitt område. Der prøver folk ut betre måtar å gjere ting på saman med dei som arbeider i tenestene, måler korleis det går, og deler det dei lærer, òg når noko ikkje verkar. Helsedirektoratet samordnar nettverket. Det byrja som undervisningssjukeheimar i 1999.
centres-what-ask = Du kan spørje senteret ditt om hjelp til å kome i gang: Finn det under, eller gå til kommunen din.

centres-kind-development = Utviklingssenter
centres-kind-development-lead = Sjukeheimar og heimetenester under eitt.
centres-kind-nursing-homes = Utviklingssenter for sjukeheimar
centres-kind-nursing-homes-lead = Eitt i dei fleste fylke, frå 2011 til 2016.
centres-kind-home-care = Utviklingssenter for heimetenester
centres-kind-home-care-lead = Eitt i dei fleste fylke, frå 2011 til 2016.
centres-kind-home = Undervisningsheimetenester
centres-kind-home-lead = Frå 2008, éi i kvart fylke.
centres-kind-nursing = Undervisningssjukeheimar
centres-kind-nursing-lead = Dei første, frå 1999.
centres-kind-unstated = Andre senter
centres-kind-unstated-lead = Kjeldene seier ikkje om dei var for sjukeheimar, heimetenester eller noko anna.

## Kva eitt senter er

centres-one-development = Utviklingssenter for sjukeheimar og heimetenester
centres-one-nursing-homes = Utviklingssenter for sjukeheimar
centres-one-home-care = Utviklingssenter for heimetenester
centres-one-home = Undervisningsheimeteneste
centres-one-nursing = Undervisningssjukeheim
centres-one-unstated = Utviklingssenter, for kva er ikkje oppgitt

## Om kvart senter

centres-hosts-label = { $count ->
    [one] Vertskommune:
   *[other] Vertskommunar:
 }
centres-satellites-label = { $count ->
    [one] Satellittkommune:
   *[other] Satellittkommunar:
 }
centres-area-label = Område:
centres-host-unknown = Kjeldene seier ikkje kven som er vert.
centres-disputed = kjeldene er ikkje samde
centres-source-label = Kjelde:
centres-projects = Prosjekt
# Blir lese opp etter «Prosjekt», så lenkjene kan skiljast frå kvarandre.
centres-projects-of = frå { $name }
centres-short-names = USHT er utviklingssenter for sjukeheimar og heimetenester, USH for sjukeheimar og UHT for heimetenester.
