# Loggen over hva som er gjort: ens egen, og hele for administratorer.

logbook-mine-heading = Loggen din
logbook-mine-lead = Her står det du har gjort, og det som er gjort med kontoen din. Det blir tatt vare på i { $days } dager.
logbook-you = deg
logbook-other = noen andre
logbook-by = Gjort av { $who }.
logbook-network = Fra nettet { $network }
logbook-heading = Loggen
logbook-lead = Hva som er gjort, av hvem og når. Også at du leser loggen, blir skrevet ned.
logbook-what = Hva
logbook-whom = Hvem
logbook-whom-help = E-postadresse, eller id-en som står i loggen.
logbook-until = Til og med
logbook-search = Søk i loggen
logbook-export = Hent treffene som CSV
logbook-access = Roller og tilgang
logbook-fault-nobody = Ingen har en konto med den adressen.
logbook-column-at = Når
logbook-column-by = Av
logbook-column-on = Gjelder
logbook-column-network = Nett
logbook-column-details = Mer
logbook-from = Fra og med
logbook-count = { $count ->
    [one] 1 treff.
   *[other] { $count } treff.
 }

logbook-what-account-made = Konto laget
logbook-what-code-asked = Kode bedt om
logbook-what-code-wrong = Feil kode
logbook-what-logged-in = Logget inn
logbook-what-logged-out = Logget ut
logbook-what-log-in-refused = Innlogging avvist
logbook-what-session-ended = Økt avsluttet
logbook-what-name-changed = Navn endret
logbook-what-invited = Invitert
logbook-what-invitation-accepted = Invitasjon godtatt
logbook-what-invitation-declined = Invitasjon avslått
logbook-what-invitation-withdrawn = Invitasjon trukket tilbake
logbook-what-role-given = Rolle gitt
logbook-what-role-taken = Rolle tatt bort
logbook-what-role-confirmed = Rolle bekreftet
logbook-what-account-closed = Konto stengt
logbook-what-account-opened = Konto åpnet
logbook-what-log-read = Loggen lest
logbook-what-step-added = Ekstra innloggingstrinn lagt til
logbook-what-step-removed = Ekstra innloggingstrinn tatt bort
logbook-what-step-shown = Ekstra innloggingstrinn godtatt
logbook-what-step-wrong = Feil kode i ekstra trinn
logbook-what-steps-reset = Alle ekstra trinn nullstilt
logbook-what-codes-renewed = Nye reservekoder laget
logbook-what-identity-added = Innlogging hos andre koblet til
logbook-what-other = Annet
logbook-what-text-handed-in = Tekst sendt til gjennomlesing
logbook-what-text-returned = Tekst sendt tilbake
logbook-what-text-approved = Tekst godkjent
logbook-what-text-published = Tekst publisert
logbook-what-text-archived = Tekst lagt i arkivet
logbook-what-text-withdrawn = Tekst trukket tilbake
logbook-what-text-restored = Tekst hentet fram igjen
logbook-what-text-discarded = Utkast forkastet
logbook-what-consent-recorded = Samtykke til et bilde ført opp
logbook-what-consent-withdrawn = Samtykke til et bilde trukket
logbook-what-file-refused = Fil ikke tatt imot
logbook-what-file-vouched = Sagt at et tall i en fil ikke er et fødselsnummer
logbook-what-picture-taken-down = Bilde tatt bort fordi et samtykke ikke gjelder lenger
