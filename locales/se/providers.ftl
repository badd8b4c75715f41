# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

providers-log-in = Logge sisa
providers-over-heading = Sisaloggen ii lihkostuvvan
providers-over-again = Geahččal ođđasit, dahje logge sisa eará láhkai
providers-over-cancelled = Don gaskkalduhttet sisaloggema.
providers-over-away = Bálvalus mainna háliidit logget sisa, ii vástit dál.
providers-over-level = Don fertet logget sisa alit sihkarvuođadásis.
