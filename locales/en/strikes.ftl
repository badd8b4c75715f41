# Striking from history: for administrators.

strikes-heading = Strike from history
strikes-lead = Take out words or a file that should not have been here, from all versions of a text and from what is kept outside the texts. Readers of a text see that something was struck, when and why, never what.
strikes-find = Words in a text
strikes-words = What is to be struck?
strikes-words-help = For example a name, a number or a sentence. Capitals and formatting do not matter. What you type is not saved.
strikes-forms = Include inflected forms of the last word
strikes-forms-help = For example “Nordmanns” when you type “Nordmann”.
strikes-find-button = Find where it is
strikes-fault-short = It is too short to be found safely. Type at least four letters or digits.
strikes-found = { $count ->
    [0] No texts have it
    [one] One text has it
   *[other] { $count } texts have it
}
strikes-found-none = We have looked in all versions of all texts, also those that are not public, in the comments on them and in what waits to be joined. Files are shown with each text.
strikes-found-more = { $count ->
    [one] One more text has it. Strike in these first, and find again.
   *[other] { $count } more texts have it. Strike in these first, and find again.
}
strikes-stands = { $places ->
    [one] One place, in version { $revisions }.
   *[other] { $places } places, in version { $revisions }.
}
strikes-stands-around = It is not in the text itself, but in what is around it, for example the contact or a comment.
strikes-choose = Look at this one
strikes-look = Look before you strike
strikes-goes = This will be struck
strikes-with-forms = Also with inflected forms of the last word.
strikes-revision = Version { $number }: { $places ->
    [one] one place
   *[other] { $places } places
}
strikes-revision-public = Version { $number }, which is or has been public: { $places ->
    [one] one place
   *[other] { $places } places
}
strikes-goes-too = The same goes for contact, address, comments, search and PDFs. Where the words stood, it says “[struck out]”.
strikes-left = This will stand
strikes-left-files = These files have it in their text. A file must be struck by itself:
strikes-left-others = These texts have it too. Strike in each of them:
strikes-left-kin = Words like it, in other texts:
strikes-reason = Why is it struck?
strikes-reason-help = Everybody can read this, and it is in the log. Never write what it was. For example: “On request for erasure”.
strikes-sure = I know that this cannot be undone
strikes-strike = Strike for good
strikes-back = Back without striking
strikes-done = It has been struck from all versions.
strikes-done-file = The file has been struck, and will be deleted shortly.
strikes-backups = Backups and exports from before still have it. Tell whoever runs the server.
strikes-nothing = It is not there any more. Nothing has been changed.
strikes-fault-sure = Tick that you know that it cannot be undone
strikes-fault-repeats = The reason repeats what is to be struck, and everybody can read it
strikes-fault-needed = It stands in a field that must have a value. Correct the field in the text first, and strike afterwards.
strikes-file-heading = A file
strikes-file = The address of the file
strikes-file-help = For example /filer/… as it is in the link. The id alone will do too.
strikes-file-button = Look at the file
strikes-fault-no-file = There is no file with that address. It may have been struck before.
strikes-look-file = Look before you strike the file
strikes-file-nowhere = No text has the file now. It is struck so that it does not come back.
strikes-file-paper = Centres point to the file in the register. It will be gone from there too.
strikes-file-goes-too = The file will be gone from all versions of the texts, with its contents and the text that was read of it.

strikes-places = { $places ->
    [one] One place.
   *[other] { $places } places.
}
strikes-outside = Outside the texts
strikes-outside-none = We have looked in what is said in the register and its history, the notes on themes, what is said about use, the requests for roles, the improvement work and the reported barriers. It is not there.
strikes-outside-goes = Where the words stood it will say “[strøket]”, in the history too. We do not show what stands around them, since much of it is not public.
strikes-not-looked = We do not look in the names of themes, in synonyms, in the names and addresses of accounts or in consents: correct those where they are. Nor in the log, in what somebody has sent without being logged in and is deleted after a day, or in emails that have been sent or are waiting to be sent. If a piece of information comes from a file that will be imported again, it must be corrected in the file too.
strikes-area-register = The register of centres and organisations, with its history
strikes-area-themes = Notes on themes
strikes-area-adoptions = What is said about adopting something
strikes-area-role-requests = Requests for roles, and the answers
strikes-area-work = Improvement work, with its history
strikes-area-barriers = Reported barriers
strikes-reason-log-help = This is in the log. Never write what it was. For example: “On request for erasure”.
strikes-done-outside = It has been struck outside the texts.
strikes-fault-register = The register cannot stand like this without the words, for example because a centre must have a name, or because two pieces of information become the same. Correct it in the register first, and strike what is left in the history.
