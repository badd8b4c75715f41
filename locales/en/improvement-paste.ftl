# Pasting numbers from a spreadsheet: what is asked, and what each row became.

improvement-paste-title = Paste numbers from a spreadsheet
improvement-paste-lead = Select the cells in Excel, copy, and paste here. Bring the headings along. Nothing is saved until you have seen how it was understood.
improvement-paste-text = The table
improvement-paste-text-help = A column that says when, and one or more with numbers. “januar 2025”, “1.2.2025”, “uke 5” and “1. kvartal 2025” are all understood.
improvement-paste-file = Or choose a file
improvement-paste-file-help = Excel (.xlsx) or CSV, at most 12 MB.
improvement-paste-look = See how it is understood
improvement-paste-chart = See the chart
improvement-paste-before = The last table
improvement-paste-last = { $count ->
    [one] One number was entered { $day }.
   *[other] { $count } numbers were entered { $day }.
}
improvement-paste-undo = Undo the whole table
improvement-paste-undo-reason = The table that the number came with was undone
improvement-paste-kept = The numbers are saved.
improvement-paste-all-same = All the numbers were there already. Nothing has changed.
improvement-paste-undone = The table is undone. What was there before is valid again.
improvement-paste-check = Is this right?
improvement-paste-check-lead = Nothing is saved yet. Answer the questions, look over the rows, and save.
improvement-paste-again = Show again with the answers
improvement-paste-other = Start over
improvement-paste-lines = Row by row
improvement-paste-line = Row
improvement-paste-read-as = Understood as
improvement-paste-more = { $count ->
    [one] And one more row.
   *[other] And { $count } more rows.
}
improvement-paste-summary = New numbers: { $new }. There already: { $same }. Another number there: { $other }.
improvement-paste-new = { $period }: { $number }
improvement-paste-same = { $period }: { $number }, there already
improvement-paste-changed = { $period }: { $number }, where { $old } stands now
improvement-paste-quarter = quarter { $number }, { $year }
improvement-paste-tertial = tertial { $number }, { $year }
improvement-paste-yes = Yes
improvement-paste-no = No
improvement-paste-leave = Leave them empty
improvement-paste-sheet = Which sheet?
improvement-paste-sheet-named = { $name }
improvement-paste-sheet-hidden = { $name } (hidden in the spreadsheet)
improvement-paste-column = Column { $letter }
improvement-paste-differs = { $count ->
    [one] One period has another number already. Which holds?
   *[other] { $count } periods have other numbers already. Which hold?
}
improvement-paste-differs-keep = Keep what is there
improvement-paste-differs-replace = Correct to what the table says
improvement-paste-ask-hidden = { $count ->
    [one] One row is hidden in the spreadsheet, perhaps by a filter. Should it count?
   *[other] { $count } rows are hidden in the spreadsheet, perhaps by a filter. Should they count?
}
improvement-paste-ask-hidden-columns = { $count ->
    [one] One column is hidden in the spreadsheet. Should it be included?
   *[other] { $count } columns are hidden in the spreadsheet. Should they be included?
}
improvement-paste-ask-spilled = { $count ->
    [one] One row has more cells than the heading: “{ $sample }”. Are these decimals?
   *[other] { $count } rows have more cells than the heading, such as “{ $sample }”. Are these decimals?
}
improvement-paste-ask-beside = { $count ->
    [one] One row has numbers where there is no heading as well: “{ $sample }”. Are they to be included?
   *[other] { $count } rows have numbers where there is no heading as well, such as “{ $sample }”. Are they to be included?
}
improvement-paste-spilled-decimals = Yes, the first number is { $number }
improvement-paste-spilled-without = No, use only the cells that have a heading
improvement-paste-hidden-no = No, only what is shown
improvement-paste-hidden-yes = Yes, all
improvement-paste-ask-when = Which column says when?
improvement-paste-ask-column = Which column is “{ $name }”?
improvement-paste-ask-order = What comes first in “{ $sample }”?
improvement-paste-order-day = The day: { $day }
improvement-paste-order-month = The month: { $day }
improvement-paste-no-such-day = there is no such day
improvement-paste-ask-year = Which year is “{ $sample }” from? The next rows follow on.
improvement-paste-ask-serial = “{ $sample }” may be Excel’s number for a day. Is it?
improvement-paste-serial-yes = Yes, { $sample } is { $day }
improvement-paste-serial-mac = Yes, from an old Mac: { $sample } is { $day }
improvement-paste-ask-tertial = A tertial is four months: January–April, May–August and September–December. Is that what you mean?
improvement-paste-ask-decimal = What does “{ $sample }” mean?
improvement-paste-ask-torn = Some numbers have a comma and others a point: “{ $sample }”. Which one separates the decimals?
improvement-paste-torn-comma = The comma. The others are marked as wrong
improvement-paste-torn-point = The point. The others are marked as wrong
improvement-paste-torn-both = Both, each number as it stands
improvement-paste-decimal-comma = The comma marks decimals: { $sample } is { $number }
improvement-paste-decimal-point = The point marks decimals: { $sample } is { $number }
improvement-paste-ask-percent = { $count ->
    [one] One number from 0 to 1 has no per cent sign. What does “{ $sample }” mean?
   *[other] { $count } numbers from 0 to 1 have no per cent sign. What does “{ $sample }” mean?
}
improvement-paste-percent-part = A part of one: { $sample } is { $number }%
improvement-paste-percent-whole = Per cent, as it is written: { $sample } is { $number }%
improvement-paste-ask-notes = { $count ->
    [one] One number has something beside it: “{ $sample }”. Use the number without it?
   *[other] { $count } numbers have something beside them, such as “{ $sample }”. Use the numbers without it?
}
improvement-paste-notes-use = Yes, the first is { $number }
improvement-paste-ask-over = { $count ->
    [one] “{ $sample }” is not between 0 and 100 per cent. Is it right?
   *[other] { $count } numbers are not between 0 and 100 per cent, such as “{ $sample }”. Is that right?
}
improvement-paste-over-use = Yes, here it can be outside 0 to 100 per cent
improvement-paste-ask-nought = { $count ->
    [one] One cell says “{ $sample }”. Does it mean 0, or that nobody counted?
   *[other] { $count } cells say “{ $sample }” or the like. Do they mean 0, or that nobody counted?
}
improvement-paste-nought-use = It means 0
improvement-paste-ask-swapped = { $count ->
    [one] In “{ $sample }” there are more than all. Have the two changed places?
   *[other] In { $count } rows there are more than all, such as “{ $sample }”. Have the two changed places?
}
improvement-paste-swapped-turn = Yes, swap them
improvement-paste-ask-future = { $count ->
    [one] “{ $sample }” has not begun yet. What is the number for?
   *[other] { $count } rows are for times that have not begun, from “{ $sample }”. What are the numbers for?
}
improvement-paste-future-before = The year before, so the first is for { $period }
improvement-paste-finer-whole = The number is for the whole time you count for
improvement-paste-ask-bounded = { $count ->
    [one] “{ $sample }” is no number, only a limit. What should we do with it?
   *[other] { $count } cells say only a limit, such as “{ $sample }”. What should we do with them?
}
improvement-paste-ask-twice = { $count ->
    [one] “{ $sample }” stands several times with different numbers. Which holds?
   *[other] { $count } rows are for the same time, such as “{ $sample }”, with different numbers. Which hold?
}
improvement-paste-ask-finer = { $count ->
    [one] “{ $sample }” is shorter than what you count for. What should we do?
   *[other] { $count } rows, from “{ $sample }”, are for shorter times than you count for. What should we do?
}
improvement-paste-twice-sum = Add them up
improvement-paste-twice-first = Use the first
improvement-paste-twice-last = Use the last
improvement-paste-ask-wrong = { $count ->
    [one] One row can’t be used. It is marked below. Save the rest without it?
   *[other] { $count } rows can’t be used. They are marked below. Save the rest without them?
}
improvement-paste-wrong-leave = Yes, save the rest without
improvement-paste-out-hidden = Hidden, left out
improvement-paste-out-total = A sum or a target, left out
improvement-paste-out-note = Words about the table, left out
improvement-paste-out-missing = No number, left empty
improvement-paste-out-same = The same is in another row
improvement-paste-out-summed = Added to another row
improvement-paste-out-chosen = Left empty, as you answered
improvement-paste-asked = Waits for an answer above
improvement-paste-asked-number = What the number means is asked above
improvement-paste-asked-twice = The same time as another row, see the question above
improvement-paste-wrong-period = The time was not understood
improvement-paste-wrong-rough = Too long a time, or a week where you count something else
improvement-paste-wrong-order = There is no such day when day and month are read like this
improvement-paste-wrong-number = The number was not understood
improvement-paste-wrong-dated = Looks like a date. Has the spreadsheet turned the number into one?
improvement-paste-wrong-failed = The spreadsheet has no answer here
improvement-paste-wrong-percent = Per cent, but the measure is not in per cent
improvement-paste-wrong-unit = Not in the unit of the measure
improvement-paste-trouble-periods = No column says when. Bring the column with the date, week or month.
improvement-paste-trouble-numbers = No column has numbers. Bring the column with the numbers.
improvement-paste-trouble-denominator = The measure is “some of all”, and needs two columns: how many, and of how many.
improvement-paste-remark-letters = We can’t be sure that æ, ø and å were read rightly in this file. Look over the headings. The numbers are not affected.
improvement-paste-remark-columns = Some columns are hidden in the spreadsheet.
improvement-paste-remark-merged = Some cells were merged. What they said was put in each row.
improvement-paste-remark-cut = The table is longer than what is read at once. The rest is left out.
improvement-paste-remark-turned = The times stood across, so columns were read as rows.
improvement-paste-fault-both = Send either what you pasted or the file, not both.
improvement-paste-fault-none = Paste a table, or choose a file.
improvement-paste-fault-kind = This is not a table that we can read. Save it as .xlsx or CSV, and try again.
improvement-paste-fault-empty = The table is empty.
improvement-paste-fault-large = The file is too large. Copy only what is to be entered.
improvement-paste-fault-locked = The file is locked with a password. Copy the numbers instead.
improvement-paste-fault-broken = The file can’t be opened. Copy the numbers and paste them instead.
improvement-paste-fault-number = Something here looks like a national identity number. Nothing of the table has been kept. Remove all that points at people, and paste only the times and the numbers.
improvement-paste-fault-name = This looks like a list of people. Nothing of it has been kept. Paste only the times and the numbers.
improvement-paste-fault-sheet = A sheet in the file, perhaps a hidden one, contains what looks like a list of people or a national identity number. Nothing of the file has been kept. Copy only the times and the numbers, and paste them.
improvement-paste-fault-nothing = No row can be saved. See what is said beside each of them.
improvement-paste-fault-changed = Somebody has changed one of the numbers meanwhile. This is how it is now.
