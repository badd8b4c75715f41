# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

contact-name = Namma
contact-email = E-poasta
contact-message = Dieđáhus
contact-send = Sádde dieđáhusa
contact-cancel = Gaskkalduhte

contact-sent-more = Geahča eanet prošeavttaid
contact-quote-begins = «
contact-quote-ends = »
