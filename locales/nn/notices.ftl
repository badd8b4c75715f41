# Brev om det som ventar på ein som har konto.

notices-heading = Brev om det som ventar på deg
notices-lead = Du får eitt brev om morgonen når noko ventar på deg, og ingen brev når ingenting gjer det.
notices-to = Breva går til { $address }.
notices-often = Kor ofte vil du ha brev?
notices-often-day = Kvar dag
notices-often-week = Kvar måndag
notices-often-never = Aldri
notices-save = Lagre
notices-leave-lead = Vil du slutte å få brev om det som ventar på deg?
notices-leave = Ja, ikkje send fleire
notices-left = Du får ikkje fleire brev om det som ventar på deg.
notices-change = Vel kor ofte du vil ha brev
notices-mail-subject = Dette ventar på deg i Pådriver
notices-mail-lead = Hei. Dette ventar på deg i Pådriver.
notices-reviews = Tekstar å lese gjennom før dei blir publiserte:
notices-remarks = Merknader til tekstar du skriv:
notices-remarks-on = { $count ->
    [one] { $title }: 1 merknad
   *[other] { $title }: { $count } merknader
 }
notices-numbers = Tal som manglar:
notices-tasks = Oppgåver som hastar:
notices-task-late = { $title }, skulle ha vore gjort innan { $day }
notices-due = Publiserte tekstar som skal sjåast gjennom på nytt:
notices-due-by = { $title }, innan { $day }
notices-more = { $count ->
    [one] … og 1 til
   *[other] … og { $count } til
 }
notices-mail-all = Alt saman står på sida di:
notices-mail-leave = Du får dette brevet fordi du har ein konto i Pådriver. Vil du ikkje ha fleire, opnar du denne adressa:
notices-done = Lagra. Du får brev så ofte du har valt her.
notices-asked = Tekstar du er beden om å lese gjennom:
notices-approved = Tekstar du har skrive, som er lesne gjennom og godkjende:
notices-left-behind = Omsetjingar der originalen er arkivert eller trekt tilbake:
notices-stale = Omsetjingar der originalen er endra:
notices-invited = Invitasjonar du ikkje har svart på:
notices-invited-on = invitert { $day }
notices-adoptions = Andre seier at de har teke noko i bruk, og ventar på eit ja eller nei:
notices-roles-asked = Nokon ber om ei rolle, og du kan svare:
notices-barriers = Meldingar om hinder på nettstaden:
notices-statements = Opplysningar i registeret der du skal sjå på eit tal før dei blir viste for lesarane:
notices-passed-on = Tekstar som er gitt vidare til deg eller staden din:
notices-roles-due = Roller som skal stadfestast ein gong i året. Sjå om dei framleis stemmer, og stadfest dei eller ta dei bort:
