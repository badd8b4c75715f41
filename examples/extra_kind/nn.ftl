agreements-word = Avtale
agreements-heading = Avtalar
agreements-lead = Avtalar som er inngåtte, og kva dei dekkjer.
agreements-count = { $count ->
    [0] Ingen avtalar
    [one] 1 avtale
   *[other] { $count } avtalar
 }
agreements-form = Avtaleform
agreements-form-framework = Rammeavtale
agreements-form-cooperation = Samarbeidsavtale
agreements-party = Avtalepart
