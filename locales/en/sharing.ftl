# Beginning from what others have shared, and sharing one's own work with everybody.

sharing-question-aim = What do you want to achieve?
sharing-question-measure = How will you know that it gets better?
sharing-question-change = What can you try?
sharing-more = Do you want to say more now?
sharing-more-measure = Count something else
sharing-model = Builds on
sharing-model-thanks = Thanks to those who shared it. Your page will lead back there.
sharing-model-measures = This is measured:
sharing-example = Choose something to count
sharing-example-help = What you choose can be changed later. If what you want to count is not here, open “Count something else” below.
sharing-example-weight = Nutrition: residents who keep their weight
sharing-example-weight-name = Residents who keep their weight
sharing-example-weight-held = Kept their weight
sharing-example-weight-all = Were weighed
sharing-example-falls = Falls: how many falls
sharing-example-falls-name = Falls
sharing-example-night = Nutrition: nights without too long a fast
sharing-example-night-name = Nights with less than 11 hours of fasting
sharing-example-night-short = Less than 11 hours
sharing-example-night-all = Nights measured
sharing-example-medicine = Medicines: reviews on time
sharing-example-medicine-name = Medication reviews done on time
sharing-example-medicine-done = Done on time
sharing-example-medicine-all = Were due
sharing-example-infection = Infection control: urinary tract infections per 1000 days
sharing-example-infection-name = Urinary tract infections per 1000 resident days
sharing-example-infection-new = New urinary tract infections
sharing-example-infection-days = Resident days
sharing-example-hands = Infection control: hand hygiene
sharing-example-hands-name = Hand hygiene done when it should be
sharing-example-hands-done = Done
sharing-example-hands-all = Observations
sharing-example-matters = What matters to you: talks that were held
sharing-example-matters-name = Residents who have had the “What matters to you?” talk
sharing-example-matters-asked = Have had the talk
sharing-example-matters-all = Residents in all
sharing-example-ulcers = Pressure ulcers: new ones
sharing-example-ulcers-name = New pressure ulcers
sharing-numbers = The first numbers
sharing-numbers-help = One on each line, the newest last: “19 of 24” or “7”. With a time in front, “March 2025: 7” works too. This can wait.
sharing-fault-many = There is room for { $max } numbers here. Enter the rest afterwards.
sharing-fault-time = The time on line { $line } was not understood. Write it as “March 2025: 7” or “week 9: 7”, for instance.
sharing-fault-number = The number on line { $line } was not understood. Write it as “7” or “19 of 24”, for instance.
sharing-fault-future = The time on line { $line } has not come yet.
sharing-fault-twice = Line { $line } has the same time as another line.
sharing-handed-in = Your choices are saved. The page about the work is written by others now, and what you shared has been handed to them to look through.
sharing-share = Share the work with everybody
sharing-share-lead = Choose what to show. You then get a draft of a public page, to look through before it is published.
sharing-guard = Numbers about fewer than { $least } people could point to a person and are never published.
sharing-says = What the charts say
sharing-no-measures = The work has no measures yet. The aim and what you have tried can be shared all the same.
sharing-measure-shown = Show the chart as it is today
sharing-measure-people = The numbers count people
sharing-measure-live = Let the page follow the numbers from now on
sharing-measure-open = Make the numbers open data (CSV and JSON)
sharing-few = { $count ->
    [one] One number is about fewer than { $least }. If it counts people, it is held back.
   *[other] { $count } numbers are about fewer than { $least }. If they count people, they are held back.
}
sharing-outcome = How did it go?
sharing-outcome-help = Say it as it is. What did not work is of help to others too.
sharing-evidence = What do you base that on?
sharing-evidence-help = For instance “The median went from 62 to 81 per cent, and has stayed there for six months”.
sharing-make-draft = Make a draft of the public page
sharing-note = The numbers and the work as they were, from the workspace
sharing-work = The aim and the numbers
sharing-aim-whom = For whom
sharing-aim-much = How much
sharing-aim-by = By
sharing-live = Follows the numbers from now on.
sharing-as-of = As it was on { $day }.
sharing-withheld = { $count ->
    [one] One number is held back because it is about fewer than { $least } people.
   *[other] { $count } numbers are held back because they are about fewer than { $least } people.
}
sharing-open = The numbers are open data:
sharing-not-ranked = The numbers are for getting better, not for ranking people or places.
sharing-unproven = The chart shows no clear signal of improvement.
sharing-drivers = What drives the aim
sharing-serves = for
sharing-cycles = What was tried
sharing-cycle-think = We thought
sharing-cycle-matched = Did it go as we thought?
sharing-cycle-learned = We learned
