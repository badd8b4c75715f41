# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

privacy-column-name = Namma
privacy-leave-cancel = Gaskkalduhte
