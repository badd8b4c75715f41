# Forms: what stands around the fields, and what can be wrong in them.

## Around the fields

# Behind a row or a file. Screen readers also read out which one.
forms-remove = Remove
# A field beside the choices, for those who want another word.
forms-own-word = Another word
# Before the number, where there are several.
forms-one-party = Party
# Browsers do not send a file again by themselves.
forms-file-again = Choose the file again: { $name }
forms-from = From
forms-to = To
forms-day = Date
forms-clock = Time
forms-help-day = Write the whole date, like this: 14.6.2026
forms-help-sure-date = For example 2019, June 2019 or 14.6.2019.
forms-help-date = For example 2019, June 2019 or 14.6.2019. Add ~ for about, like this: 2019~
forms-help-time = For example 14.6.2026 and 09:00. Leave the time empty if it is the whole day.
forms-help-lines = One on each line.

## What must be corrected

# At the top of the page: which field it is about, and what is wrong.
forms-fault-in = { $field }: { $words }
forms-fault-in-question = { $field } { $words }
forms-fault-in-row = { $field } (number { $row }): { $words }
forms-fault-missing = This must be filled in.
forms-fault-too-long = The text is too long: { $is } characters, and there is room for { $max }.
forms-fault-line-too-long = Line { $line } is too long. There is room for { $max } characters.
# Bytes in a form that are no text.
forms-fault-mangled = Some of the characters did not arrive. There it says “�” now. Write them again.
forms-fault-control = The text has characters that can’t be used. Try typing it here instead of pasting it.
forms-fault-nested = Quotations, lists or brackets stand inside each other here, more than { $max } deep. Please make it simpler.
forms-fault-identity = The text has something that looks like a national identity number. Its digits have been replaced by dots and are not saved. Take it out.
forms-fault-masked = Here was something that looks like a national identity number. Its digits have been replaced by dots and are not saved. If it is something else, write it another way, for example in words. If it may stand with dots, press the button once more.
forms-fault-spare = Here was something that looks like a national identity number. Its digits have been replaced by dots and are not saved. If it is something else, say so below the field. If it may stand with dots, press the button once more.
forms-fault-spare-again = You have ticked that the number is no national identity number, but there are dots here. Write the number again, or take the tick away.
forms-fault-spare-why = Write what the number is, in at least ten characters and without the number itself. Write the number again too, where the dots are.
forms-fault-unknown = We do not know “{ $value }”.
forms-fault-unknown-near = We do not know “{ $value }”. Do you mean { $names }?
forms-fault-several = More than one is called “{ $value }”. Write more, so that we can tell which you mean.
forms-fault-which = More than one is called “{ $value }”: { $names }. Write the whole name of the one you mean.
forms-fault-address = Write the whole web address, like this: https://www.kommune.no/page
forms-fault-email = Write the whole email address, like this: name@kommune.no
forms-fault-email-letters = There are letters such as å, ø or é before the @ of the email address, and emails from here do not reach such addresses. Write one without them.
forms-fault-hour = No clock shows this. Hours go from 00 to 23 and minutes from 00 to 59, as in 09:00.
forms-fault-isbn = This is not an ISBN. Check whether one of the digits is wrong.
forms-fault-issn = This is not an ISSN. Check whether one of the digits is wrong.
forms-fault-malformed = This is written in a way that we do not understand.
forms-fault-number = Write a number with at most { $decimals } decimals.
forms-fault-thousand = “{ $typed }” may be two numbers. Write { $thousands } or { $decimals }, so that we know which.
forms-fault-whole-number = Write a whole number, digits only.
forms-fault-range = The number must be from { $min } to { $max }.
forms-fault-day = Write the whole date, like this: 14.6.2026
forms-fault-clock = Write the time like this: 09:00
forms-fault-order = This comes before what should be first. Have they changed places?
forms-fault-too-many = There is room for { $max } here.
forms-fault-too-few = There must be at least { $min } here.
forms-fault-twice = Two answers that differ came here. Please check that the right one is left.
forms-fault-not-asked = This does not go with what you have chosen elsewhere. Empty the field, or choose again.

## Files

forms-fault-file-large = “{ $name }” is too large. A file can be at most { $max }.
forms-fault-file-type = “{ $name }” is of a kind that we do not accept.
forms-fault-file-cut = “{ $name }” did not arrive whole. Choose it again.
forms-fault-file-name-only = Only the name of the file arrived. Choose it again.

## The form as a whole

forms-fault-too-large = What you sent was too large. There is room for { $max } in all. What we could keep is here. See what is missing.
forms-fault-broken-off = The sending was broken off. What arrived is here. See what is missing, and send again.
forms-fault-no-form = What came was not a form, and we could not read it. Fill it in here, and send again.
forms-fault-unsaved = We cannot save anything right now, so this has not been sent. What you wrote is still here: Wait half a minute, then send again.
forms-fault-too-many-inputs = More fields came than any form has. The last ones are left out.
forms-fault-no-field = The form has no field called “{ $name }”. This is left out: “{ $value }”
forms-fault-no-fields = { $count ->
    [one] There was also 1 other field that the form does not have.
   *[other] There were also { $count } other fields that the form does not have.
 }

forms-spare = Is the number something else?
forms-spare-help = Write the number again where the dots are, tick here, and write what it is. It then stays, and we do not ask about that number again in this place. The log keeps that you said so, and what you wrote, but never the number.
forms-spare-none = This is not a national identity number
forms-spare-what = What is the number?
forms-spare-what-help = Write at least ten characters, for example “The account number of the course”.
