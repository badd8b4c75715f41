# Brev om det som venter på en som har konto.

notices-heading = Brev om det som venter på deg
notices-lead = Du får ett brev om morgenen når noe venter på deg, og ingen brev når ingenting gjør det.
notices-to = Brevene går til { $address }.
notices-often = Hvor ofte vil du ha brev?
notices-often-day = Hver dag
notices-often-week = Hver mandag
notices-often-never = Aldri
notices-save = Lagre
notices-leave-lead = Vil du slutte å få brev om det som venter på deg?
notices-leave = Ja, ikke send flere
notices-left = Du får ikke flere brev om det som venter på deg.
notices-change = Velg hvor ofte du vil ha brev
notices-mail-subject = Dette venter på deg i Pådriver
notices-mail-lead = Hei. Dette venter på deg i Pådriver.
notices-reviews = Tekster å lese gjennom før de publiseres:
notices-remarks = Merknader til tekster du skriver:
notices-remarks-on = { $count ->
    [one] { $title }: 1 merknad
   *[other] { $title }: { $count } merknader
 }
notices-numbers = Tall som mangler:
notices-tasks = Oppgaver som haster:
notices-task-late = { $title }, skulle vært gjort innen { $day }
notices-due = Publiserte tekster som skal sees gjennom på nytt:
notices-due-by = { $title }, innen { $day }
notices-more = { $count ->
    [one] … og 1 til
   *[other] … og { $count } til
 }
notices-mail-all = Alt sammen står på siden din:
notices-mail-leave = Du får dette brevet fordi du har en konto i Pådriver. Vil du ikke ha flere, åpner du denne adressen:
notices-done = Lagret. Du får brev så ofte du har valgt her.
notices-asked = Tekster du er bedt om å lese gjennom:
notices-approved = Tekster du har skrevet, som er lest gjennom og godkjent:
notices-left-behind = Oversettelser der originalen er arkivert eller trukket tilbake:
notices-stale = Oversettelser der originalen er endret:
notices-invited = Invitasjoner du ikke har svart på:
notices-invited-on = invitert { $day }
notices-adoptions = Andre sier at dere har tatt noe i bruk, og venter på et ja eller nei:
notices-roles-asked = Noen ber om en rolle, og du kan svare:
notices-barriers = Meldinger om hindre på nettstedet:
notices-statements = Opplysninger i registeret der du skal se på et tall før de vises for leserne:
notices-passed-on = Tekster som er gitt videre til deg eller stedet ditt:
notices-roles-due = Roller som skal bekreftes en gang i året. Se om de fortsatt stemmer, og bekreft dem eller ta dem bort:
