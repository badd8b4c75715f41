# Oversikten over sentrene, det nyeste slaget først.

centres-heading = Utviklingssentre
centres-lead = Sentrene driver fram kunnskap og kvalitet i sykehjem og hjemmetjenester, hvert i sin del av landet. Her er de som er, og de som var.

centres-kind-development = Utviklingssentre
centres-kind-development-lead = Sykehjem og hjemmetjenester under ett.
centres-kind-home = Undervisningshjemmetjenester
centres-kind-home-lead = Fra 2008, én i hvert fylke.
centres-kind-nursing = Undervisningssykehjem
centres-kind-nursing-lead = De første, fra 1999.

## Om hvert senter

centres-hosts = { $count ->
    [one] Vertskommune: { $names }
   *[other] Vertskommuner: { $names }
 }
centres-satellites = { $count ->
    [one] Satellittkommune: { $names }
   *[other] Satellittkommuner: { $names }
 }
centres-since = Siden { $date }.
centres-source = Kilde: { $source }
centres-projects = Prosjekter
# Leses opp etter «Prosjekter», så lenkene kan skilles fra hverandre.
centres-projects-of = fra { $name }
