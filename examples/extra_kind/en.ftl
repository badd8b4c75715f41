agreements-word = Agreement
agreements-heading = Agreements
agreements-lead = Agreements that have been made, and what they cover.
agreements-count = { $count ->
    [0] No agreements
    [one] 1 agreement
   *[other] { $count } agreements
 }
agreements-form = Form of agreement
agreements-form-framework = Framework agreement
agreements-form-cooperation = Cooperation agreement
agreements-party = Other party
