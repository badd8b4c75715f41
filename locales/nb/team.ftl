# Teamet i et forbedringsarbeid: hvem som er med, hvem som ser, hvem i ledelsen som står bak, og tavla på avdelingen.

team-heading = Teamet
team-lead = De som er med i teamet, ser hele arbeidet. Teamleder, måleansvarlig og teammedlemmer skriver i det.
team-to-sharing = Hvem ser arbeidet?
team-to-team = Hvem er med i teamet?
team-members = De som er med
team-nobody = Ingen med konto er med i teamet nå.
team-no-name = En som ikke har skrevet navnet sitt ennå
team-give-name = Skriv navnet ditt, så de andre ser hvem du er
team-role-only = Med i rollen, uten konto
team-me = deg
team-since = med siden { $day }
team-as = Rolle i teamet
team-as-help = Teamleder sier hvem som er med, og hvem som ser. Måleansvarlig legger inn tallene og blir minnet på dem.
team-set-role = Gi rollen
team-pass-lead = Gi ledelsen videre
team-end = Ta ut av teamet
team-leave = Gå ut av teamet
team-leave-lead = Går du ut, ser du ikke arbeidet lenger. Det blir hos de andre.
team-leave-last = Arbeidet er over, og ingen andre i teamet har konto. Går du ut, kan bare de som ser etter nettverket åpne det.
team-leave-pass = Du leder teamet. Gi ledelsen videre til en av de andre før du går ut.
team-leave-alone = Du er den eneste i teamet med konto. Gikk du ut, kunne ingen av dere åpne arbeidet. Ta med en til og gi ledelsen videre, eller avslutt arbeidet først.
team-leave-end = Avslutt arbeidet
team-leave-sure = Ja, gå ut av teamet
team-not-there = Det du ville endre, er ikke slik lenger. Under ser du hvordan det er nå.
team-asked = Invitert
team-asked-until = Kan svare til og med { $day }
team-withdraw = Trekk invitasjonen
team-invite = Ta med en til
team-invite-lead = Den du inviterer, får en e-post og svarer etter å ha logget inn. Det trengs ingen konto på forhånd.
team-invite-send = Inviter
team-email = E-post
team-email-help = La det stå tomt for en som er med uten konto, for eksempel en pårørende. Da står bare rollen i teamet, aldri navnet.
team-fault-role-missing = Velg hvilken rolle det gjelder.
team-fault-person = Skriv rollen, ikke et navn, en e-postadresse eller et telefonnummer.
team-fault-email-missing = En som leder eller har ansvar for tallene, må kunne logge inn. Skriv en e-postadresse.
team-fault-in-team = Denne er med i teamet allerede. Rollen endrer du i listen over.
team-fault-too-many = { $max ->
    [one] Du har invitert mange på kort tid. Prøv igjen om ett minutt.
   *[other] Du har invitert mange på kort tid. Prøv igjen om { $max } minutter.
 }
team-mail-subject = Du er invitert til et forbedringsteam
team-mail-asked = Hei. Du er invitert til å være med på «{ $title }» ved { $place }. Rollen din blir: { $role }.
team-mail-asked-alone = Hei. Du er invitert til å være med på «{ $title }». Rollen din blir: { $role }.
team-mail-about = I Pådriver ser teamet målet, tallene og det de prøver, og ingen andre ser det før teamet vil.
team-mail-how = Logg inn med denne e-postadressen, så svarer du på siden din:
team-mail-until = Du kan svare til og med { $day }. Vil du ikke være med, trenger du ikke gjøre noe.

team-sharing = Hvem ser arbeidet
team-sees = Hvem kan se hva
team-sees-members = Teamleder, måleansvarlig og teammedlemmer ser alt og skriver.
team-sees-readers = Ledere som står bak, og representanter for brukere og pårørende ser alt, men skriver ikke.
team-sees-advisers = Veilederne ved et senter ser alt og kan sette merker på diagrammet, når teamet har valgt senteret.
team-sees-link = Den som har lenken til tavla, ser målet, diagrammene og den siste testen. Ingen navn står der.
team-sees-public = Alle andre ser ingenting. Det som skal bli offentlig, velger teamet selv når prosjektet publiseres.
team-sees-published = Alle andre ser bare det som er publisert.
team-advisers = Veiledere som kan lese
team-centre = Hvilket utviklingssenter veileder dere?
team-centre-help = Velg det tomme valget hvis bare teamet skal se arbeidet.
team-board = Tavla
team-board-lead = Én side til skjermen på avdelingen eller et A4-ark: målet, diagrammene og den siste testen. Den henter nye tall selv.
team-board-open = Åpne tavla
team-board-few = Den som har lenken, ser ikke disse tallene. De kunne pekt på én person:
team-board-link = Lenken:
team-board-link-help = Alle som har lenken, kan åpne tavla uten å logge inn. Del den bare med dem som skal se den.
team-board-renew = Lag ny lenke, så den gamle slutter å virke
team-board-take-back = Ta lenken tilbake
team-board-no-link = Skal en skjerm vise tavla uten at noen logger inn, trenger den en egen lenke. Dere kan ta den tilbake når dere vil.
team-board-make = Lag en lenke til tavla
team-board-by = innen { $day }
team-board-test = Det siste vi prøvde
team-board-marks = Merkene i diagrammene
team-board-left-out = Diagrammet vises ikke her: tallene gjelder så få at de kunne pekt på én person.
team-board-more = { $count ->
    [one] Én måling til får ikke plass her.
   *[other] { $count } målinger til får ikke plass her.
}
team-board-drawn = Hentet { $at }.
team-board-renews = Siden henter nye tall hvert tiende minutt.
team-board-stop = La den stå i ro
team-board-go-on = Hent nye tall av seg selv
team-board-back = Tilbake til arbeidet
team-rules = Slik bruker vi tallene
team-rule-ranking = De er til for å bli bedre, ikke for å rangere folk eller avdelinger.
team-rule-patients = Ingen opplysninger om enkeltpersoner: skriv antall, aldri navn, romnummer eller annet som kan kjennes igjen.
team-rule-private = Arbeidet er teamets eget til teamet deler det.
team-rule-few = Tall som gjelder færre enn fem, kan peke på én person. De blir aldri publisert.
team-rule-rare = Sjeldne hendelser fortelles måned for måned utenfor teamet, ikke på dagen.

team-anchor = Forankring
team-anchor-lead = Arbeid som ledelsen står bak, varer lenger. Skriv ned hvem som sa ja, når, og til hva.
team-anchored = De som har sagt ja
team-anchored-none = Ingen er skrevet ned ennå.
team-anchored-on = Sa ja { $day }
team-anchor-drop = Ta bort
team-anchor-new = Skriv ned et ja
team-anchor-role = Hvem sa ja?
team-anchor-role-help = Rollen, for eksempel «enhetsleder» eller «kommunalsjef». Skriv ikke navn.
team-anchor-day = Når?
team-anchor-words = Hva sa de ja til?
team-anchor-words-help = For eksempel «to timer i uka til teamet ut året».

team-changed-invited = Noen ble invitert, eller en invitasjon ble trukket
team-changed-anchored = Forankringen ble endret
team-changed-display = Lenken til tavla ble laget eller tatt tilbake
