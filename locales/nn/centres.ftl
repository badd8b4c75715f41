# Oversikta over sentera, det nyaste slaget først.

centres-heading = Utviklingssenter
centres-lead = Sentera driv fram kunnskap og kvalitet i sjukeheimar og heimetenester, kvart i sin del av landet. Her er dei som er, og dei som var.

centres-kind-development = Utviklingssenter
centres-kind-development-lead = Sjukeheimar og heimetenester under eitt.
centres-kind-home = Undervisningsheimetenester
centres-kind-home-lead = Frå 2008, éi i kvart fylke.
centres-kind-nursing = Undervisningssjukeheimar
centres-kind-nursing-lead = Dei første, frå 1999.

## Om kvart senter

centres-hosts = { $count ->
    [one] Vertskommune: { $names }
   *[other] Vertskommunar: { $names }
 }
centres-satellites = { $count ->
    [one] Satellittkommune: { $names }
   *[other] Satellittkommunar: { $names }
 }
centres-since = Sidan { $date }.
centres-source = Kjelde: { $source }
centres-projects = Prosjekt
# Blir lese opp etter «Prosjekt», så lenkjene kan skiljast frå kvarandre.
centres-projects-of = frå { $name }
