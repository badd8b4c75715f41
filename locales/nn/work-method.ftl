# Ord om metoden: kor langt eit steg er kome, og kva som viser det.

work-method-changed = Metode vald
work-method-changed-step = Steg skildra
work-method-begun = I gang
work-method-done = Gjort
work-method-skipped = Ikkje aktuelt for oss
work-method-sign-team = { $count } i teamet
work-method-sign-sponsor = Ein leiar står bak
work-method-sign-users = Brukarar eller pårørande er med
work-method-sign-aim = Målet er skrive
work-method-sign-whole-aim = Målet seier kor mykje og innan når
work-method-sign-drivers = Drivarar: { $count }
work-method-sign-ideas = Endringsidear: { $count }
work-method-sign-measures = Målingar: { $count }
work-method-sign-goals = Målingar med måltal: { $count }
work-method-sign-numbers = Tal lagde inn: { $count }
work-method-sign-cycles = Utprøvingar: { $count }
work-method-sign-studied = Utprøvingar de har lært av: { $count }
work-method-sign-decided = Utprøvingar der de har bestemt dykk: { $count }
work-method-sign-adopted = Endringar tekne inn: { $count }
work-method-sign-finished = Arbeidet er avslutta
