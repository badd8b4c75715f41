# Teamet i eit forbetringsarbeid: kven som er med, kven som ser, kven i leiinga som står bak, og tavla på avdelinga.

team-heading = Teamet
team-lead = Dei som er med i teamet, ser heile arbeidet. Teamleiar, måleansvarleg og teammedlemmer skriv i det.
team-to-sharing = Kven ser arbeidet?
team-to-team = Kven er med i teamet?
team-members = Dei som er med
team-nobody = Ingen med konto er med i teamet no.
team-no-name = Ein som ikkje har skrive namnet sitt enno
team-give-name = Skriv namnet ditt, så dei andre ser kven du er
team-role-only = Med i rolla, utan konto
team-me = deg
team-since = med sidan { $day }
team-as = Rolle i teamet
team-as-help = Teamleiar seier kven som er med, og kven som ser. Måleansvarleg legg inn tala og blir mint på dei.
team-set-role = Gi rolla
team-pass-lead = Gi leiinga vidare
team-end = Ta ut av teamet
team-leave = Gå ut av teamet
team-leave-lead = Går du ut, ser du ikkje arbeidet lenger. Det blir hos dei andre.
team-leave-last = Arbeidet er over, og ingen andre i teamet har konto. Går du ut, kan berre dei som ser etter nettverket opne det.
team-leave-pass = Du leier teamet. Gi leiinga vidare til ein av dei andre før du går ut.
team-leave-alone = Du er den einaste i teamet med konto. Gjekk du ut, kunne ingen av dykk opne arbeidet. Ta med ein til og gi leiinga vidare, eller avslutt arbeidet først.
team-leave-end = Avslutt arbeidet
team-leave-sure = Ja, gå ut av teamet
team-not-there = Det du ville endre, er ikkje slik lenger. Under ser du korleis det er no.
team-asked = Inviterte
team-asked-until = Kan svare til og med { $day }
team-withdraw = Trekk invitasjonen
team-invite = Ta med ein til
team-invite-lead = Den du inviterer, får ein e-post og svarer etter å ha logga inn. Det trengst ingen konto på førehand.
team-invite-send = Inviter
team-email = E-post
team-email-help = La det stå tomt for ein som er med utan konto, til dømes ein pårørande. Då står berre rolla i teamet, aldri namnet.
team-fault-role-missing = Vel kva rolle det gjeld.
team-fault-person = Skriv rolla, ikkje eit namn, ei e-postadresse eller eit telefonnummer.
team-fault-email-missing = Ein som leier eller har ansvar for tala, må kunne logge inn. Skriv ei e-postadresse.
team-fault-in-team = Denne er med i teamet alt. Rolla endrar du i lista over.
team-fault-too-many = { $max ->
    [one] Du har invitert mange på kort tid. Prøv igjen om eitt minutt.
   *[other] Du har invitert mange på kort tid. Prøv igjen om { $max } minutt.
 }
team-mail-subject = Du er invitert til eit forbetringsteam
team-mail-asked = Hei. Du er invitert til å vere med på «{ $title }» ved { $place }. Rolla di blir: { $role }.
team-mail-asked-alone = Hei. Du er invitert til å vere med på «{ $title }». Rolla di blir: { $role }.
team-mail-about = I Pådriver ser teamet målet, tala og det dei prøver, og ingen andre ser det før teamet vil.
team-mail-how = Logg inn med denne e-postadressa, så svarer du på sida di:
team-mail-until = Du kan svare til og med { $day }. Vil du ikkje vere med, treng du ikkje gjere noko.

team-sharing = Kven ser arbeidet
team-sees = Kven kan sjå kva
team-sees-members = Teamleiar, måleansvarleg og teammedlemmer ser alt og skriv.
team-sees-readers = Leiarar som står bak, og representantar for brukarar og pårørande ser alt, men skriv ikkje.
team-sees-advisers = Rettleiarane ved eit senter ser alt og kan setje merke på diagrammet, når teamet har valt senteret.
team-sees-link = Den som har lenkja til tavla, ser målet, diagramma og den siste testen. Ingen namn står der.
team-sees-public = Alle andre ser ingenting. Det som skal bli offentleg, vel teamet sjølv når prosjektet blir publisert.
team-sees-published = Alle andre ser berre det som er publisert.
team-advisers = Rettleiarar som kan lese
team-centre = Kva utviklingssenter rettleier dykk?
team-centre-help = Vel det tomme valet dersom berre teamet skal sjå arbeidet.
team-board = Tavla
team-board-lead = Éi side til skjermen på avdelinga eller eit A4-ark: målet, diagramma og den siste testen. Ho hentar nye tal sjølv.
team-board-open = Opne tavla
team-board-few = Den som har lenkja, ser ikkje desse tala. Dei kunne peikt på éin person:
team-board-link = Lenkja:
team-board-link-help = Alle som har lenkja, kan opne tavla utan å logge inn. Del ho berre med dei som skal sjå ho.
team-board-renew = Lag ny lenkje, så den gamle sluttar å verke
team-board-take-back = Ta lenkja tilbake
team-board-no-link = Skal ein skjerm vise tavla utan at nokon loggar inn, treng han ei eiga lenkje. De kan ta ho tilbake når de vil.
team-board-make = Lag ei lenkje til tavla
team-board-by = innan { $day }
team-board-test = Det siste vi prøvde
team-board-marks = Merka i diagramma
team-board-left-out = Diagrammet blir ikkje vist her: tala gjeld så få at dei kunne peikt på éin person.
team-board-more = { $count ->
    [one] Éi måling til får ikkje plass her.
   *[other] { $count } målingar til får ikkje plass her.
}
team-board-drawn = Henta { $at }.
team-board-renews = Sida hentar nye tal kvart tiande minutt.
team-board-stop = La ho stå i ro
team-board-go-on = Hent nye tal av seg sjølv
team-board-back = Tilbake til arbeidet
team-rules = Slik bruker vi tala
team-rule-ranking = Dei er til for å bli betre, ikkje for å rangere folk eller avdelingar.
team-rule-patients = Ingen opplysningar om enkeltpersonar: skriv kor mange, aldri namn, romnummer eller anna som kan kjennast igjen.
team-rule-private = Arbeidet er teamet sitt eige til teamet deler det.
team-rule-few = Tal som gjeld færre enn fem, kan peike på éin person. Dei blir aldri publiserte.
team-rule-rare = Sjeldne hendingar blir fortalde månad for månad utanfor teamet, ikkje på dagen.

team-anchor = Forankring
team-anchor-lead = Arbeid som leiinga står bak, varer lenger. Skriv ned kven som sa ja, når, og til kva.
team-anchored = Dei som har sagt ja
team-anchored-none = Ingen er skrivne ned enno.
team-anchored-on = Sa ja { $day }
team-anchor-drop = Ta bort
team-anchor-new = Skriv ned eit ja
team-anchor-role = Kven sa ja?
team-anchor-role-help = Rolla, til dømes «einingsleiar» eller «kommunalsjef». Skriv ikkje namn.
team-anchor-day = Når?
team-anchor-words = Kva sa dei ja til?
team-anchor-words-help = Til dømes «to timar i veka til teamet ut året».

team-changed-invited = Nokon vart inviterte, eller ein invitasjon vart trekt
team-changed-anchored = Forankringa vart endra
team-changed-display = Lenkja til tavla vart laga eller teken tilbake
