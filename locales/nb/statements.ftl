# Hva som er galt med opplysninger som ikke passer sammen.

statements-one-at-a-time = Den samme kilden sier to ting om det samme i samme tid. Sett en dato for når det ene sluttet å gjelde, eller ta det bort.
statements-twice = Den samme kilden sier det samme to ganger for dager som overlapper.
statements-ring = Da ville noe komme av seg selv, eller være en del av seg selv.
statements-outside = Det det er sagt noe om, var ikke til i hele den tiden.
statements-host-and-satellite = En kommune kan ikke være vert og satellitt for det samme senteret samtidig.
statements-seat = Enheten ligger ikke i vertskommunen.
statements-unknown = Noe som er nevnt, er ikke kjent i registeret.
statements-not-then = Noe som er nevnt, var ikke til da dette begynte å gjelde.
statements-began-after = Det som kom før, kan ikke ha begynt etter det som kom av det.
statements-no-kind = Det må stå hva slags senter eller organisasjon dette er. Den opplysningen kan endres, men ikke tas bort.
statements-kind-stays = Et senter er av samme slag hele tiden. Et senter av et annet slag er et nytt senter.
statements-municipality-part = En kommune er ikke en del av en kommune.
statements-unreadable = Opplysningen kan ikke leses slik den er skrevet.
statements-other = Opplysningen passer ikke sammen med noe annet i registeret.
