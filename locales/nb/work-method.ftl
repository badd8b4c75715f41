# Ord om metoden: hvor langt et steg er kommet, og hva som viser det.

work-method-changed = Metode valgt
work-method-changed-step = Steg beskrevet
work-method-begun = I gang
work-method-done = Gjort
work-method-skipped = Ikke aktuelt for oss
work-method-sign-team = { $count } i teamet
work-method-sign-sponsor = En leder står bak
work-method-sign-users = Brukere eller pårørende er med
work-method-sign-aim = Målet er skrevet
work-method-sign-whole-aim = Målet sier hvor mye og innen når
work-method-sign-drivers = Drivere: { $count }
work-method-sign-ideas = Endringsideer: { $count }
work-method-sign-measures = Målinger: { $count }
work-method-sign-goals = Målinger med måltall: { $count }
work-method-sign-numbers = Tall lagt inn: { $count }
work-method-sign-cycles = Utprøvinger: { $count }
work-method-sign-studied = Utprøvinger dere har lært av: { $count }
work-method-sign-decided = Utprøvinger der dere har bestemt dere: { $count }
work-method-sign-adopted = Endringer tatt inn: { $count }
work-method-sign-finished = Arbeidet er avsluttet
