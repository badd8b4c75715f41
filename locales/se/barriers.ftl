# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

barriers-email = E-poasta
barriers-send = Sádde dieđáhusa
