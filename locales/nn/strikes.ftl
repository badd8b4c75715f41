# Å stryke frå historikken: for administratorar.

strikes-heading = Stryk frå historikken
strikes-lead = Ta bort ord eller ei fil som ikkje skulle stått her, frå alle utgåver av ein tekst og frå det som står utanfor tekstane. Lesarane av ein tekst ser at noko er stroke, når og kvifor, aldri kva.
strikes-find = Ord i ein tekst
strikes-words = Kva skal strykast?
strikes-words-help = Til dømes eit namn, eit nummer eller ei setning. Store og små bokstavar og formatering har ikkje noko å seie. Det du skriv, blir ikkje lagra.
strikes-forms = Ta med bøygde former av det siste ordet
strikes-forms-help = Til dømes «Nordmanns» når du skriv «Nordmann».
strikes-find-button = Finn ut kvar det står
strikes-fault-short = Det er for kort til å finnast trygt. Skriv minst fire bokstavar eller siffer.
strikes-found = { $count ->
    [0] Ingen tekstar har det
    [one] Éin tekst har det
   *[other] { $count } tekstar har det
}
strikes-found-none = Vi har sett i alle utgåver av alle tekstar, også dei som ikkje er offentlege, i merknadene til dei og i det som ventar på å bli sett saman. Filer ser du ved kvar tekst.
strikes-found-more = { $count ->
    [one] Éin tekst til har det. Stryk i desse først, og finn på nytt.
   *[other] { $count } tekstar til har det. Stryk i desse først, og finn på nytt.
}
strikes-stands = { $places ->
    [one] Éin stad, i utgåve { $revisions }.
   *[other] { $places } stader, i utgåve { $revisions }.
}
strikes-stands-around = Det står ikkje i sjølve teksten, men i det som er rundt han, til dømes kontakten eller ein merknad.
strikes-choose = Sjå på denne
strikes-look = Sjå før du stryk
strikes-goes = Dette blir stroke
strikes-with-forms = Også med bøygde former av det siste ordet.
strikes-revision = Utgåve { $number }: { $places ->
    [one] éin stad
   *[other] { $places } stader
}
strikes-revision-public = Utgåve { $number }, som er eller har vore offentleg: { $places ->
    [one] éin stad
   *[other] { $places } stader
}
strikes-goes-too = Det same gjeld kontakt, adresse, merknader, søk og PDF-ar. Der orda stod, står det «[stroke]».
strikes-left = Dette blir ståande
strikes-left-files = Desse filene har det i teksten sin. Ei fil må strykast for seg:
strikes-left-others = Desse tekstane har det også. Stryk i kvar av dei:
strikes-left-kin = Ord som liknar, i andre tekstar:
strikes-reason = Kvifor blir det stroke?
strikes-reason-help = Alle kan lese dette, og det står i loggen. Skriv aldri kva det var. Til dømes: «Etter krav om sletting».
strikes-sure = Eg veit at dette ikkje kan gjerast om
strikes-strike = Stryk for godt
strikes-back = Tilbake utan å stryke
strikes-done = Det er stroke frå alle utgåver.
strikes-done-file = Fila er stroken, og blir sletta om litt.
strikes-backups = Tryggingskopiar og uttrekk frå før har det enno. Sei frå til den som driv tenaren.
strikes-nothing = Det står ikkje der lenger. Ingenting er endra.
strikes-fault-sure = Kryss av for at du veit at det ikkje kan gjerast om
strikes-fault-repeats = Grunngivinga tek opp att det som skal strykast, og alle kan lese ho
strikes-fault-needed = Det står i eit felt som må ha ein verdi. Rett feltet i teksten først, og stryk etterpå.
strikes-file-heading = Ei fil
strikes-file = Adressa til fila
strikes-file-help = Til dømes /filer/… slik ho står i lenkja. Id-en åleine går også.
strikes-file-button = Sjå på fila
strikes-fault-no-file = Det er inga fil med den adressa. Ho kan vere stroken frå før.
strikes-look-file = Sjå før du stryk fila
strikes-file-nowhere = Ingen tekst har fila no. Ho blir stroken så ho ikkje kjem tilbake.
strikes-file-paper = Senter viser til fila i registeret. Ho blir borte derifrå også.
strikes-file-goes-too = Fila blir borte frå alle utgåver av tekstane, med innhaldet og teksten som er lesen av ho.

strikes-places = { $places ->
    [one] Éin stad.
   *[other] { $places } stader.
}
strikes-outside = Utanfor tekstane
strikes-outside-none = Vi har sett i det som er sagt i registeret og historikken der, merknadene til temaa, det som er sagt om bruk, spørsmåla om roller, forbetringsarbeida og dei melde hindera. Det står ikkje der.
strikes-outside-goes = Der orda stod, kjem det til å stå «[strøket]», også i historikken. Vi viser ikkje kva som står rundt, for mykje av det er ikkje offentleg.
strikes-not-looked = Vi ser ikkje i namna på tema, i synonym, i namna og adressene til kontoar eller i samtykke: dei rettar du der dei står. Heller ikkje i loggen, i det nokon har sendt utan å vere logga inn og som blir sletta etter eit døgn, eller i brev som er sende eller ventar på å bli sende. Kjem ei opplysning frå ei fil som blir henta inn igjen, må ho rettast i fila òg.
strikes-area-register = Registeret over senter og organisasjonar, med historikken
strikes-area-themes = Merknader til tema
strikes-area-adoptions = Det som er sagt om å ta noko i bruk
strikes-area-role-requests = Spørsmål om roller, og svara
strikes-area-work = Forbetringsarbeid, med historikken
strikes-area-barriers = Melde hinder
strikes-reason-log-help = Dette står i loggen. Skriv aldri kva det var. Til dømes: «Etter krav om sletting».
strikes-done-outside = Det er stroke utanfor tekstane.
strikes-fault-register = Registeret kan ikkje stå slik utan orda, til dømes fordi eit senter må ha eit namn, eller fordi to opplysningar blir like. Rett opplysninga i registeret først, og stryk det som er att i historikken.
