# Oversikten over alle tema.

themes-heading = Tema
themes-lead = Begynn med det dere strever med.
themes-count = { $count ->
    [0] Ingen prosjekter ennå
    [one] 1 prosjekt
   *[other] { $count } prosjekter
 }
