# Charts: words beside the lines, and the sentence that says what the chart shows.

charts-kind-run = Run chart
charts-kind-control = Control chart
charts-description = { $kind } of { $count } measurements.
charts-notes = Along the way:
charts-note = { $at }: { $text }.
charts-higher-is-better = ↑ higher is better
charts-lower-is-better = ↓ lower is better
charts-baseline = baseline

## Lines

charts-centre-median = median
charts-centre-mean = mean
charts-centre-given = centre line (given)
charts-the-median = the median
charts-the-mean = the mean
charts-the-given = the given centre line
charts-target = target { $value }
charts-limit-upper = usually below { $value }
charts-limit-lower = usually above { $value }
charts-limit-upper-technical = upper limit { $value }
charts-limit-lower-technical = lower limit { $value }

## Below the chart

charts-band = ordinary variation
charts-band-technical = within the control limits (3 sigma)
charts-mark-shift = shift: many in a row on one side
charts-mark-shift-technical = shift (signal of a runs test)
charts-mark-pattern = a pattern that is not chance
charts-mark-pattern-technical = part of a signal
charts-mark-trend = trend: many in a row in one direction
charts-mark-trend-technical = trend (signal of a runs test)
charts-mark-crossings = dashed centre line: crossed unusually seldom
charts-mark-crossings-technical = dashed centre line: fewer crossings than expected (signal of a runs test)
charts-mark-outside = outside ordinary variation
charts-mark-outside-technical = outside the control limits (3 sigma)
charts-mark-left-out = left out
charts-mark-pdsa = PDSA: a small test
charts-gaps = The line is broken where measurements are missing.
charts-limits-wait = The limits of ordinary variation are shown once the level has settled.
charts-limits-provisional = The limits are provisional: fewer than 12 measurements.

## What the chart shows

charts-subject-value = The value
charts-subject-share = The share
charts-subject-rate = The rate
charts-subject-number = The number
charts-subject-mean = The mean
charts-subject-spread = The spread
charts-subject-time-between = The time between events
charts-subject-number-between = The number between events
charts-says-nothing = There are no measurements to show yet.
charts-says-withheld = { $count ->
    [one] The chart does not show all the numbers: one is held back. So it says nothing of level, target or change.
   *[other] The chart does not show all the numbers: { $count } are held back. So it says nothing of level, target or change.
 }
charts-says-few = { $count ->
    [0] Too few measurements lie above or below the middle to see whether anything has changed.
    [one] Only 1 measurement lies above or below the middle: too few to see whether anything has changed.
   *[other] Only { $count } measurements lie above or below the middle: too few to see whether anything has changed.
 }
charts-says-on-line = Too many measurements lie on { $centre } to see whether anything has changed ({ $on } of { $all }). Count over longer periods. If it is something that happens rarely, you can show the time between each time (a T or G chart).
charts-says-common = { $subject } varies around { $centre }, no more than chance explains.
charts-says-otherwise-common = Apart from that the variation looks like chance.
charts-says-risen = { $subject } has risen: the last { $count } measurements are all above { $centre }, more than chance explains.
charts-says-fallen = { $subject } has fallen: the last { $count } measurements are all below { $centre }, more than chance explains.
charts-says-risen-off = { $subject } has risen: of those not on { $centre }, the last { $count } measurements are all above it, more than chance explains.
charts-says-fallen-off = { $subject } has fallen: of those not on { $centre }, the last { $count } measurements are all below it, more than chance explains.
charts-says-rising = { $subject } is rising: { $count } measurements in a row have gone up, more than chance explains.
charts-says-falling = { $subject } is falling: { $count } measurements in a row have gone down, more than chance explains.
charts-says-was-above = { $subject } has not been stable: { $count } measurements in a row were above { $centre }, more than chance explains.
charts-says-was-below = { $subject } has not been stable: { $count } measurements in a row were below { $centre }, more than chance explains.
charts-says-was-above-off = { $subject } has not been stable: apart from those on { $centre }, { $count } measurements in a row were above it, more than chance explains.
charts-says-was-below-off = { $subject } has not been stable: apart from those on { $centre }, { $count } measurements in a row were below it, more than chance explains.
charts-says-was-trend = { $subject } has not been stable: { $count } measurements in a row went the same way, more than chance explains.
charts-says-from-to = That was from { $from } to { $to }.
charts-says-few-crossings = { $count ->
    [0] { $subject } has moved along the way: the measurements never cross { $centre }, which seldom happens by chance.
    [one] { $subject } has moved along the way: the measurements cross { $centre } only once, fewer times than chance explains.
   *[other] { $subject } has moved along the way: the measurements cross { $centre } only { $count } times, fewer than chance explains.
 }
charts-says-given-all = { $side ->
    [below] All { $count } measurements are below the given centre line ({ $value }).
   *[above] All { $count } measurements are above the given centre line ({ $value }).
 }
charts-says-given-last = { $side ->
    [below] The last { $count } measurements are all below the given centre line ({ $value }), more than chance explains.
   *[above] The last { $count } measurements are all above the given centre line ({ $value }), more than chance explains.
 }
charts-says-given-was = { $side ->
    [below] { $count } measurements in a row were below the given centre line ({ $value }), more than chance explains.
   *[above] { $count } measurements in a row were above the given centre line ({ $value }), more than chance explains.
 }
charts-says-given-last-off = { $side ->
    [below] Of those not on the given centre line ({ $value }), the last { $count } measurements are all below it, more than chance explains.
   *[above] Of those not on the given centre line ({ $value }), the last { $count } measurements are all above it, more than chance explains.
 }
charts-says-given-was-off = { $side ->
    [below] Apart from those on the given centre line ({ $value }), { $count } measurements in a row were below it, more than chance explains.
   *[above] Apart from those on the given centre line ({ $value }), { $count } measurements in a row were above it, more than chance explains.
 }
charts-says-given-crossings = { $count ->
    [0] The measurements never cross the given centre line.
    [one] The measurements cross the given centre line only once, fewer times than chance explains.
   *[other] The measurements cross the given centre line only { $count } times, fewer than chance explains.
 }
charts-says-equal = All the measurements are equal.
charts-says-no-limits = The limits of ordinary variation cannot be worked out here, so no single measurement is held against them.
charts-says-names-untested = A run chart cannot compare places or names: it only looks for change over time. Use a P, U or I chart.
charts-says-pattern = { $subject } follows a pattern that does not look like chance.
charts-says-names-alike = None stands out: the differences are no larger than chance explains.
charts-says-names = Some stand out from the others.
charts-says-outside = { $count ->
    [one] 1 measurement is outside ordinary variation.
   *[other] { $count } measurements are outside ordinary variation.
 }
charts-says-better = That is an improvement.
charts-says-worse = That is the wrong way.
charts-says-parts-up = Since the part before, { $centre } has risen from { $from } to { $to }.
charts-says-parts-down = Since the part before, { $centre } has fallen from { $from } to { $to }.
charts-says-parts-same = Since the part before, { $centre } is unchanged.
charts-says-target-met = The level meets the target of { $target }.
charts-says-target-missed = The level does not meet the target of { $target } yet.
charts-says-target-always = The target of { $target } is met every time as long as the level holds.
charts-says-target-often = The level meets the target of { $target }, but not every time.
charts-says-target-some = The level does not meet the target of { $target } yet, but { $met } of { $all } measurements do.
charts-says-target-never = The target of { $target } is outside ordinary variation and will not be met as things are.

## The numbers and the method

charts-numbers = The numbers
charts-read = Point at the chart, or use the arrow keys, to read each point
charts-table-of = The numbers behind “{ $title }”
charts-column-when = When
charts-column-value = Value
charts-column-lower = Lower limit
charts-column-upper = Upper limit
charts-column-remark = Note
charts-remark-shift = shift
charts-remark-trend = trend
charts-remark-pattern = a pattern that is not chance
charts-pdsa = PDSA
charts-method = What specialists call it
charts-method-limits = Specialists say common cause variation for ordinary variation. The band lies between the control limits, three standard deviations (sigma) from the centre line.
charts-method-runs = A run is measurements in a row on one side of the centre; a crossing is where the line changes side. A shift is an unusually long run.
charts-term-part = Part { $part }:
charts-term-baseline = { $count ->
    [one] The lines rest on 1 measurement.
   *[other] The lines rest on { $count } measurements.
 }
charts-term-longest = The longest run is { $longest } (up to { $most } may be chance).
charts-term-crossings = The line crosses the centre { $crossings ->
    [one] once
   *[other] { $crossings } times
 } (at least { $fewest } are expected).
charts-term-outside = Points outside 3 sigma: { $count }.

## Many measures on a page

charts-summary = All measures
charts-column-measure = Measure
charts-column-newest = Newest value
charts-column-course = Over time
charts-column-variation = Change
charts-column-assurance = The target
charts-icon-passes = Met every time
charts-icon-met = The level meets it
charts-icon-often = Mostly met, not every time
charts-icon-seldom = Met at times
charts-icon-some = Not the level, but { $met } of { $all } measurements
charts-icon-missed = Not yet
charts-icon-fails = Not met

## In a few words: in a table and below a small chart

charts-short-nothing = No measurements
charts-short-withheld = { $count ->
    [one] 1 number is held back: says nothing of change
   *[other] { $count } numbers are held back: says nothing of change
 }
charts-short-few = Too few measurements to see change
charts-short-on-line = Too many measurements lie on { $centre } to see change
charts-short-equal = All are equal
charts-short-common = Ordinary variation
charts-short-risen = Has risen
charts-short-fallen = Has fallen
charts-short-rising = Rising
charts-short-falling = Falling
charts-short-better = better
charts-short-worse = worse
charts-short-unsettled = Has not been stable
charts-short-crossings = Crosses the centre unusually seldom
charts-short-names = Some stand out
charts-short-names-alike = None stands out
charts-short-names-untested = Cannot be compared this way
charts-short-no-limits = The limits cannot be worked out
charts-short-given-above = Above the given line
charts-short-given-below = Below the given line
charts-short-wait = The band is shown once the level has settled.
charts-short-outside = { $count ->
    [one] 1 measurement outside the ordinary
   *[other] { $count } measurements outside the ordinary
 }

## The command's table

charts-text-part = part
charts-text-obs = observed
charts-text-useful = useful
charts-text-longest = longest
charts-text-most = at most
charts-text-crossings = crossings
charts-text-fewest = at least
charts-text-centre = centre
charts-text-lower = lower
charts-text-upper = upper
charts-text-runs = runs signal
charts-text-sigma = outside
charts-text-x = when
charts-text-value = value
charts-text-n = n
charts-text-signal = signal
charts-text-yes = yes
charts-text-no = no
charts-text-out = left out
charts-pattern-outside = outside
charts-pattern-shift = shift
charts-pattern-few-crossings = few crossings
charts-pattern-together = run and crossings
charts-pattern-trend = trend
charts-pattern-zone = zone
charts-pattern-near-limit = near limit
charts-pattern-alternating = alternating
charts-pattern-hugging = too calm
charts-pattern-avoiding = avoids the centre

## Short names of months

charts-month-1 = Jan
charts-month-2 = Feb
charts-month-3 = Mar
charts-month-4 = Apr
charts-month-5 = May
charts-month-6 = June
charts-month-7 = July
charts-month-8 = Aug
charts-month-9 = Sept
charts-month-10 = Oct
charts-month-11 = Nov
charts-month-12 = Dec
