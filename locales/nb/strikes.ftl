# Å stryke fra historikken: for administratorer.

strikes-heading = Stryk fra historikken
strikes-lead = Ta bort ord eller en fil som ikke skulle stått her, fra alle utgaver av en tekst og fra det som står utenfor tekstene. Leserne av en tekst ser at noe er strøket, når og hvorfor, aldri hva.
strikes-find = Ord i en tekst
strikes-words = Hva skal strykes?
strikes-words-help = For eksempel et navn, et nummer eller en setning. Store og små bokstaver og formatering spiller ingen rolle. Det du skriver, blir ikke lagret.
strikes-forms = Ta med bøyde former av det siste ordet
strikes-forms-help = For eksempel «Nordmanns» når du skriver «Nordmann».
strikes-find-button = Finn ut hvor det står
strikes-fault-short = Det er for kort til å finnes trygt. Skriv minst fire bokstaver eller sifre.
strikes-found = { $count ->
    [0] Ingen tekster har det
    [one] Én tekst har det
   *[other] { $count } tekster har det
}
strikes-found-none = Vi har sett i alle utgaver av alle tekster, også de som ikke er offentlige, i merknadene til dem og i det som venter på å bli satt sammen. Filer ser du ved hver tekst.
strikes-found-more = { $count ->
    [one] Én tekst til har det. Stryk i disse først, og finn på nytt.
   *[other] { $count } tekster til har det. Stryk i disse først, og finn på nytt.
}
strikes-stands = { $places ->
    [one] Ett sted, i utgave { $revisions }.
   *[other] { $places } steder, i utgave { $revisions }.
}
strikes-stands-around = Det står ikke i selve teksten, men i det som er rundt den, for eksempel kontakten eller en merknad.
strikes-choose = Se på denne
strikes-look = Se før du stryker
strikes-goes = Dette blir strøket
strikes-with-forms = Også med bøyde former av det siste ordet.
strikes-revision = Utgave { $number }: { $places ->
    [one] ett sted
   *[other] { $places } steder
}
strikes-revision-public = Utgave { $number }, som er eller har vært offentlig: { $places ->
    [one] ett sted
   *[other] { $places } steder
}
strikes-goes-too = Det samme gjelder kontakt, adresse, merknader, søk og PDF-er. Der ordene sto, står det «[strøket]».
strikes-left = Dette blir stående
strikes-left-files = Disse filene har det i teksten sin. En fil må strykes for seg:
strikes-left-others = Disse tekstene har det også. Stryk i hver av dem:
strikes-left-kin = Ord som ligner, i andre tekster:
strikes-reason = Hvorfor blir det strøket?
strikes-reason-help = Alle kan lese dette, og det står i loggen. Skriv aldri hva det var. For eksempel: «Etter krav om sletting».
strikes-sure = Jeg vet at dette ikke kan gjøres om
strikes-strike = Stryk for godt
strikes-back = Tilbake uten å stryke
strikes-done = Det er strøket fra alle utgaver.
strikes-done-file = Fila er strøket, og blir slettet om litt.
strikes-backups = Sikkerhetskopier og uttrekk fra før har det ennå. Si fra til den som driver serveren.
strikes-nothing = Det står ikke der lenger. Ingenting er endret.
strikes-fault-sure = Kryss av for at du vet at det ikke kan gjøres om
strikes-fault-repeats = Begrunnelsen gjentar det som skal strykes, og alle kan lese den
strikes-fault-needed = Det står i et felt som må ha en verdi. Rett feltet i teksten først, og stryk etterpå.
strikes-file-heading = En fil
strikes-file = Adressen til fila
strikes-file-help = For eksempel /filer/… slik den står i lenken. Id-en alene går også.
strikes-file-button = Se på fila
strikes-fault-no-file = Det er ingen fil med den adressen. Den kan være strøket fra før.
strikes-look-file = Se før du stryker fila
strikes-file-nowhere = Ingen tekst har fila nå. Den blir strøket så den ikke kommer tilbake.
strikes-file-paper = Sentre viser til fila i registeret. Den blir borte derfra også.
strikes-file-goes-too = Fila blir borte fra alle utgaver av tekstene, med innholdet og teksten som er lest av den.

strikes-places = { $places ->
    [one] Ett sted.
   *[other] { $places } steder.
}
strikes-outside = Utenfor tekstene
strikes-outside-none = Vi har sett i det som er sagt i registeret og historikken der, merknadene til temaene, det som er sagt om bruk, spørsmålene om roller, forbedringsarbeidene og de meldte hindrene. Det står ikke der.
strikes-outside-goes = Der ordene sto, kommer det til å stå «[strøket]», også i historikken. Vi viser ikke hva som står rundt, for mye av det er ikke offentlig.
strikes-not-looked = Vi ser ikke i navnene på temaer, i synonymer, i navnene og adressene til kontoer eller i samtykker: de retter du der de står. Heller ikke i loggen, i det noen har sendt uten å være logget inn og som blir slettet etter et døgn, eller i brev som er sendt eller venter på å bli sendt. Kommer en opplysning fra en fil som blir hentet inn igjen, må den rettes i fila også.
strikes-area-register = Registeret over sentre og organisasjoner, med historikken
strikes-area-themes = Merknader til temaer
strikes-area-adoptions = Det som er sagt om å ta noe i bruk
strikes-area-role-requests = Spørsmål om roller, og svarene
strikes-area-work = Forbedringsarbeid, med historikken
strikes-area-barriers = Meldte hindre
strikes-reason-log-help = Dette står i loggen. Skriv aldri hva det var. For eksempel: «Etter krav om sletting».
strikes-done-outside = Det er strøket utenfor tekstene.
strikes-fault-register = Registeret kan ikke stå slik uten ordene, for eksempel fordi et senter må ha et navn, eller fordi to opplysninger blir like. Rett opplysningen i registeret først, og stryk det som er igjen i historikken.
