# A draft: no speaker of Northern Sámi has read it yet. The dash says "from" and "until" without words.

dates-circa = sullii { $date }
dates-from = { $date } –
dates-until = – { $date }

## Áiggit

dates-at = { $day } dii. { $time }
