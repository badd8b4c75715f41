# A draft: no speaker of Northern Sámi has read it yet. The dash says "until" without words.

places-county-until = { $name } (– { $year })
