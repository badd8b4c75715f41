# Charts: words beside the lines, and the sentence that says what the chart shows.

charts-kind-run = Run chart
charts-kind-control = Control chart
charts-description = { $kind } of { $count } measurements.
charts-note = { $at }: { $text }.
charts-higher-is-better = ↑ higher is better
charts-lower-is-better = ↓ lower is better
charts-baseline = baseline

## Lines

charts-centre-median = median
charts-centre-mean = mean
charts-the-median = the median
charts-the-mean = the mean
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
charts-mark-outside = outside ordinary variation
charts-mark-outside-technical = outside the control limits (3 sigma)
charts-mark-left-out = left out
charts-mark-pdsa = PDSA: a small test
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
charts-says-few = { $count ->
    [0] Too few measurements lie above or below the middle to see whether anything has changed.
    [one] Only 1 measurement lies above or below the middle: too few to see whether anything has changed.
   *[other] Only { $count } measurements lie above or below the middle: too few to see whether anything has changed.
 }
charts-says-common = { $subject } varies around { $centre }, no more than chance explains.
charts-says-otherwise-common = Apart from that the variation looks like chance.
charts-says-risen = { $subject } has risen: the last { $count } measurements are all above { $centre }, more than chance explains.
charts-says-fallen = { $subject } has fallen: the last { $count } measurements are all below { $centre }, more than chance explains.
charts-says-rising = { $subject } is rising: { $count } measurements in a row have gone up, more than chance explains.
charts-says-falling = { $subject } is falling: { $count } measurements in a row have gone down, more than chance explains.
charts-says-was-above = { $subject } has not been stable: { $count } measurements in a row were above { $centre }, more than chance explains.
charts-says-was-below = { $subject } has not been stable: { $count } measurements in a row were below { $centre }, more than chance explains.
charts-says-was-trend = { $subject } has not been stable: { $count } measurements in a row went the same way, more than chance explains.
charts-says-from-to = That was from { $from } to { $to }.
charts-says-few-crossings = { $subject } has moved along the way: { $count ->
    [0] the line never crosses
    [one] the line crosses only once
   *[other] the line crosses only { $count } times
 } { $centre }, fewer than chance explains.
charts-says-pattern = { $subject } follows a pattern that does not look like chance.
charts-says-names-alike = None stands out: the differences are no larger than chance explains.
charts-says-names = Some stand out from the others.
charts-says-outside = { $count ->
    [one] 1 measurement is outside ordinary variation.
   *[other] { $count } measurements are outside ordinary variation.
 }
charts-says-better = That is an improvement.
charts-says-worse = That is the wrong way.
charts-says-parts = From the part before to the last { $centre } went from { $from } to { $to }.
charts-says-target-met = The level meets the target of { $target }.
charts-says-target-missed = The level does not meet the target of { $target } yet.

## The numbers and the method

charts-numbers = The numbers
charts-table-of = The numbers behind “{ $title }”
charts-column-when = When
charts-column-value = Value
charts-column-lower = Lower limit
charts-column-upper = Upper limit
charts-column-remark = Remark
charts-pdsa = PDSA
charts-method = What specialists call it
charts-method-says = Ordinary variation is also called common cause variation. The band lies between the control limits, three standard deviations (sigma) from the centre line. A run is measurements in a row on one side of the centre; a crossing is where the line changes side. A shift is an unusually long run.
charts-term-part = Part { $part }:
charts-term-baseline = The lines rest on { $count } measurements.
charts-term-longest = The longest run is { $longest } (up to { $most } may be chance).
charts-term-crossings = The line crosses the centre { $crossings } times (at least { $fewest } are expected).
charts-term-outside = Points outside 3 sigma: { $count }.

## Many measures on a page

charts-summary = All measures
charts-column-measure = Measure
charts-column-newest = Newest value
charts-column-target = Target
charts-column-course = Course
charts-column-variation = Change
charts-column-assurance = The target
charts-icon-none = No measurements
charts-icon-common = Ordinary variation
charts-icon-improving = Better
charts-icon-concerning = Worse
charts-icon-changed = Changed
charts-icon-passes = Met every time
charts-icon-hit-or-miss = Met at times
charts-icon-fails = Not met

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
