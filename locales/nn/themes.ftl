# Oversikta over alle tema.

themes-heading = Tema
themes-lead = Start med det de strevar med.
themes-count = { $count ->
    [0] Ingen prosjekt enno
    [one] 1 prosjekt
   *[other] { $count } prosjekt
 }
