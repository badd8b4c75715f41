agreements-word = Avtale
agreements-heading = Avtaler
agreements-lead = Avtaler som er inngått, og hva de dekker.
agreements-count = { $count ->
    [0] Ingen avtaler
    [one] 1 avtale
   *[other] { $count } avtaler
 }
agreements-form = Avtaleform
agreements-form-framework = Rammeavtale
agreements-form-cooperation = Samarbeidsavtale
agreements-party = Avtalepart
