# Arkivpakken til et senter eller en organisasjon.

archive-heading = Arkivpakke
archive-lead = Ta ut tekster, beslutninger og logg for en periode, med filer og kontrollsummer, til arkivet deres. At du gjør det, blir skrevet ned.
archive-from = Fra og med
archive-to = Til og med
archive-fault-order = Den siste dagen kan ikke være før den første.
archive-send = Hent pakken (zip)
archive-link = Hent en arkivpakke
archive-version = Utgave { $number }.
archive-since = Publisert { $since }.
archive-span = Offentlig fra { $since } til { $until }.
archive-facts = Opplysninger
archive-files = Filer
archive-period = Fra { $from } til og med { $to }
archive-contents = Beslutninger står i decisions.json ved hver tekst, roller i roles.json og loggen i log.json. Folk er nevnt med id. Alle filer er ført opp med kontrollsum i manifest.json og SHA256SUMS.
