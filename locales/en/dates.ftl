# Dates and periods, and what can be wrong with them in a form.

dates-circa = about { $date }
dates-unsure = { $date } (uncertain)
dates-season-21 = spring { $year }
dates-season-22 = summer { $year }
dates-season-23 = autumn { $year }
dates-from = from { $date }
dates-until = until { $date }

dates-malformed = Write the date as 2019, June 2019 or 14.6.2019.
dates-doubtful = Write a date that is sure, without ~ or ?.
dates-no-such-day = There is no such day in the calendar.
dates-far-off = The year must be between 1800 and 2199.
dates-reversed = The period ends before it begins. Have the dates changed places?

## Times

dates-at = { $day } at { $time }
dates-no-time = Write the time as 2026-03-12 or 2026-03-12T09:00.
dates-no-such-time = The clock is put forward that night, so this time does not exist. Choose a time before 02:00 or from 03:00.
