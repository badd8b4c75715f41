# Arkivpakka til eit senter eller ein organisasjon.

archive-heading = Arkivpakke
archive-lead = Ta ut tekstar, avgjerder og logg for ein periode, med filer og kontrollsummar, til arkivet dykkar. At du gjer det, blir skrive ned.
archive-from = Frå og med
archive-to = Til og med
archive-fault-order = Den siste dagen kan ikkje vere før den første.
archive-send = Hent pakka (zip)
archive-link = Hent ei arkivpakke
archive-version = Utgåve { $number }.
archive-since = Publisert { $since }.
archive-span = Offentleg frå { $since } til { $until }.
archive-facts = Opplysningar
archive-files = Filer
archive-period = Frå { $from } til og med { $to }
archive-contents = Avgjerder står i decisions.json ved kvar tekst, roller i roles.json og loggen i log.json. Folk er nemnde med id. Alle filer er førte opp med kontrollsum i manifest.json og SHA256SUMS.
