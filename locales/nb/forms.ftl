# Skjema: det som står rundt feltene, og hva som kan være galt i dem.

## Rundt feltene

# Bak en rad eller en fil. Skjermlesere leser også opp hvilken.
forms-remove = Fjern
# Et felt ved siden av valgene, for den som vil bruke et annet ord.
forms-own-word = Eget ord
# Foran tallet, når de er flere.
forms-one-party = Part
# Nettlesere sender ikke en fil på nytt av seg selv.
forms-file-again = Velg fila på nytt: { $name }
forms-from = Fra
forms-to = Til
forms-day = Dato
forms-clock = Klokkeslett
forms-help-day = Skriv hele datoen, slik: 14.6.2026
forms-help-sure-date = For eksempel 2019, juni 2019 eller 14.6.2019.
forms-help-date = For eksempel 2019, juni 2019 eller 14.6.2019. Skriv ~ bak for omtrent, slik: 2019~
forms-help-time = For eksempel 14.6.2026 og 09.00. La klokkeslettet stå tomt om det gjelder hele dagen.
forms-help-lines = Én på hver linje.

## Det som må rettes

# Øverst på siden: hvilket felt det gjelder, og hva som er galt.
forms-fault-in = { $field }: { $words }
forms-fault-in-question = { $field } { $words }
forms-fault-in-row = { $field } (nummer { $row }): { $words }
forms-fault-missing = Dette må fylles ut.
forms-fault-too-long = Teksten er for lang: { $is } tegn, og det er plass til { $max }.
forms-fault-line-too-long = Linje { $line } er for lang. Det er plass til { $max } tegn.
# Bytes i et skjema som ikke er tekst.
forms-fault-mangled = Noen av tegnene kom ikke fram. Der står det «�» nå. Skriv dem på nytt.
forms-fault-control = Teksten har tegn som ikke kan brukes. Prøv å skrive den her i stedet for å lime den inn.
forms-fault-nested = Her er sitater, lister eller parenteser inni hverandre i mer enn { $max } lag. Gjør det enklere.
forms-fault-identity = Teksten har noe som ser ut som et fødselsnummer. Sifrene er byttet ut med prikker og er ikke lagret. Ta det bort.
forms-fault-masked = Her sto noe som ligner et fødselsnummer. Sifrene er byttet ut med prikker og er ikke lagret. Er det noe annet, så skriv det på en annen måte, for eksempel med ord. Kan det stå med prikker, trykker du på knappen en gang til.
forms-fault-spare = Her sto noe som ligner et fødselsnummer. Sifrene er byttet ut med prikker og er ikke lagret. Er det noe annet, sier du det under feltet. Kan det stå med prikker, trykker du på knappen en gang til.
forms-fault-spare-again = Du har krysset av for at tallet ikke er et fødselsnummer, men her står det prikker. Skriv tallet på nytt, eller ta bort krysset.
forms-fault-spare-why = Skriv hva tallet er, med minst ti tegn og uten å skrive tallet selv. Skriv også tallet på nytt der prikkene står.
forms-fault-unknown = Vi kjenner ikke «{ $value }».
forms-fault-unknown-near = Vi kjenner ikke «{ $value }». Mener du { $names }?
forms-fault-several = Flere heter «{ $value }». Skriv mer, så vi ser hvilken du mener.
forms-fault-which = Flere heter «{ $value }»: { $names }. Skriv hele navnet på den du mener.
forms-fault-address = Skriv hele nettadressen, slik: https://www.kommune.no/side
forms-fault-email = Skriv hele e-postadressen, slik: navn@kommune.no
forms-fault-email-letters = Foran krøllalfaen i e-postadressen står bokstaver som å, ø eller é, og slike adresser når ikke brev herfra fram til. Skriv en adresse uten dem.
forms-fault-hour = Ingen klokke viser dette. Timene går fra 00 til 23 og minuttene fra 00 til 59, for eksempel 09.00.
forms-fault-isbn = Dette er ikke et ISBN. Se etter om et siffer er feil.
forms-fault-issn = Dette er ikke et ISSN. Se etter om et siffer er feil.
forms-fault-malformed = Dette er skrevet på en måte vi ikke forstår.
forms-fault-number = Skriv et tall med høyst { $decimals } desimaler.
forms-fault-thousand = «{ $typed }» kan være to tall. Skriv { $thousands } eller { $decimals }, så vi vet hvilket.
forms-fault-whole-number = Skriv et helt tall, bare med sifre.
forms-fault-range = Tallet må være fra { $min } til { $max }.
forms-fault-day = Skriv hele datoen, slik: 14.6.2026
forms-fault-clock = Skriv klokkeslettet slik: 09.00
forms-fault-order = Dette kommer før det som skulle vært først. Har de byttet plass?
forms-fault-too-many = Her er det plass til { $max }.
forms-fault-too-few = Her må det være minst { $min }.
forms-fault-twice = Her kom det to svar som ikke er like. Se etter at det riktige står igjen.
forms-fault-not-asked = Dette gjelder ikke med det du har valgt ellers. Tøm feltet, eller velg om igjen.

## Filer

forms-fault-file-large = «{ $name }» er for stor. En fil kan være på høyst { $max }.
forms-fault-file-type = «{ $name }» er av et slag vi ikke tar imot.
forms-fault-file-cut = «{ $name }» kom ikke fram i sin helhet. Velg den på nytt.
forms-fault-file-name-only = Bare navnet på fila kom fram. Velg den på nytt.

## Hele skjemaet

forms-fault-too-large = Det du sendte, var for stort. Det er plass til { $max } i alt. Det vi kunne ta med, står her. Se etter hva som mangler.
forms-fault-broken-off = Sendingen ble brutt. Det som kom fram, står her. Se etter hva som mangler, og send på nytt.
forms-fault-no-form = Det som kom, var ikke et skjema, og vi kunne ikke lese det. Fyll ut her, og send på nytt.
forms-fault-unsaved = Vi kan ikke lagre noe akkurat nå, så dette er ikke sendt. Det du skrev, er her ennå: Vent et halvt minutt, og send på nytt.
forms-fault-too-many-inputs = Det kom flere felt enn noe skjema har. De siste er ikke med.
forms-fault-no-field = Skjemaet har ikke noe felt som heter «{ $name }». Dette er ikke med: «{ $value }»
forms-fault-no-fields = { $count ->
    [one] Det kom også 1 annet felt som skjemaet ikke har.
   *[other] Det kom også { $count } andre felt som skjemaet ikke har.
 }

forms-spare = Er tallet noe annet?
forms-spare-help = Skriv tallet på nytt der prikkene står, kryss av her, og skriv hva det er. Da blir det stående, og vi spør ikke om det tallet igjen på dette stedet. Loggen får vite at du har sagt det, og hva du skrev, men aldri tallet.
forms-spare-none = Dette er ikke et fødselsnummer
forms-spare-what = Hva er tallet?
forms-spare-what-help = Skriv minst ti tegn, for eksempel «Kontonummeret til kurset».
