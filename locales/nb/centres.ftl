# Sentrene: slagene av dem, og det som står om hvert i en liste.

centres-heading = Utviklingssentre
centres-lead = Sentrene driver fram kunnskap og kvalitet i sykehjem og hjemmetjenester, hvert i sin del av landet. Her er de som er, og de som var.
centres-what = Hva er et utviklingssenter?
centres-what-text = Et utviklingssenter for sykehjem og hjemmetjenester (USHT) hører til i en kommune og arbeider for kommunene i sitt område. Der prøver folk ut bedre måter å gjøre ting på sammen med dem som arbeider i tjenestene, måler hvordan det går, og deler det de lærer, også når noe ikke virker. Helsedirektoratet samordner nettverket. Det begynte som undervisningssykehjem i 1999.
centres-what-ask = Du kan spørre senteret ditt om hjelp til å komme i gang: Finn det under, eller gå til kommunen din.

centres-kind-development = Utviklingssentre
centres-kind-development-lead = Sykehjem og hjemmetjenester under ett.
centres-kind-nursing-homes = Utviklingssentre for sykehjem
centres-kind-nursing-homes-lead = Ett i de fleste fylker, fra 2011 til 2016.
centres-kind-home-care = Utviklingssentre for hjemmetjenester
centres-kind-home-care-lead = Ett i de fleste fylker, fra 2011 til 2016.
centres-kind-home = Undervisningshjemmetjenester
centres-kind-home-lead = Fra 2008, én i hvert fylke.
centres-kind-nursing = Undervisningssykehjem
centres-kind-nursing-lead = De første, fra 1999.
centres-kind-unstated = Andre sentre
centres-kind-unstated-lead = Kildene sier ikke om de var for sykehjem, hjemmetjenester eller noe annet.

## Hva ett senter er

centres-one-development = Utviklingssenter for sykehjem og hjemmetjenester
centres-one-nursing-homes = Utviklingssenter for sykehjem
centres-one-home-care = Utviklingssenter for hjemmetjenester
centres-one-home = Undervisningshjemmetjeneste
centres-one-nursing = Undervisningssykehjem
centres-one-unstated = Utviklingssenter, for hva er ikke oppgitt

## Om hvert senter

centres-hosts-label = { $count ->
    [one] Vertskommune:
   *[other] Vertskommuner:
 }
centres-satellites-label = { $count ->
    [one] Satellittkommune:
   *[other] Satellittkommuner:
 }
centres-area-label = Område:
centres-host-unknown = Kildene sier ikke hvem som er vert.
centres-disputed = kildene er ikke enige
centres-source-label = Kilde:
centres-projects = Prosjekter
# Leses opp etter «Prosjekter», så lenkene kan skilles fra hverandre.
centres-projects-of = fra { $name }
centres-short-names = USHT er utviklingssenter for sykehjem og hjemmetjenester, USH for sykehjem og UHT for hjemmetjenester.
