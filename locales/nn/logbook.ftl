# Loggen over kva som er gjort: ein sin eigen, og heile for administratorar.

logbook-mine-heading = Loggen din
logbook-mine-lead = Her står det du har gjort, og det som er gjort med kontoen din. Det blir teke vare på i { $days } dagar.
logbook-you = deg
logbook-other = nokon andre
logbook-by = Gjort av { $who }.
logbook-network = Frå nettet { $network }
logbook-heading = Loggen
logbook-lead = Kva som er gjort, av kven og når. Også at du les loggen, blir skrive ned.
logbook-what = Kva
logbook-whom = Kven
logbook-whom-help = E-postadresse, eller id-en som står i loggen.
logbook-until = Til og med
logbook-search = Søk i loggen
logbook-export = Hent treffa som CSV
logbook-access = Roller og tilgang
logbook-fault-nobody = Ingen har ein konto med den adressa.
logbook-column-at = Når
logbook-column-by = Av
logbook-column-on = Gjeld
logbook-column-network = Nett
logbook-column-details = Meir
logbook-from = Frå og med
logbook-count = { $count ->
    [one] 1 treff.
   *[other] { $count } treff.
 }

logbook-what-account-made = Konto laga
logbook-what-code-asked = Kode beden om
logbook-what-code-wrong = Feil kode
logbook-what-logged-in = Logga inn
logbook-what-logged-out = Logga ut
logbook-what-log-in-refused = Innlogging avvist
logbook-what-session-ended = Økt avslutta
logbook-what-name-changed = Namn endra
logbook-what-invited = Invitert
logbook-what-invitation-accepted = Invitasjon godteken
logbook-what-invitation-declined = Invitasjon avslått
logbook-what-invitation-withdrawn = Invitasjon trekt tilbake
logbook-what-role-given = Rolle gitt
logbook-what-role-taken = Rolle teken bort
logbook-what-role-confirmed = Rolle stadfesta
logbook-what-account-closed = Konto stengd
logbook-what-account-opened = Konto opna
logbook-what-log-read = Loggen lesen
logbook-what-step-added = Ekstra innloggingssteg lagt til
logbook-what-step-removed = Ekstra innloggingssteg teke bort
logbook-what-step-shown = Ekstra innloggingssteg godteke
logbook-what-step-wrong = Feil kode i ekstra steg
logbook-what-steps-reset = Alle ekstra steg nullstilte
logbook-what-codes-renewed = Nye reservekodar laga
logbook-what-identity-added = Innlogging hos andre kopla til
logbook-what-other = Anna
logbook-what-text-handed-in = Tekst send til gjennomlesing
logbook-what-text-returned = Tekst send tilbake
logbook-what-text-approved = Tekst godkjend
logbook-what-text-published = Tekst publisert
logbook-what-text-archived = Tekst lagd i arkivet
logbook-what-text-withdrawn = Tekst trekt tilbake
logbook-what-text-restored = Tekst henta fram igjen
logbook-what-text-discarded = Utkast forkasta
logbook-what-consent-recorded = Samtykke til eit bilete ført opp
logbook-what-consent-withdrawn = Samtykke til eit bilete trekt
logbook-what-file-refused = Fil ikkje teken imot
logbook-what-file-vouched = Sagt at eit tal i ei fil ikkje er eit fødselsnummer
logbook-what-picture-taken-down = Bilete teke bort fordi eit samtykke ikkje gjeld lenger
