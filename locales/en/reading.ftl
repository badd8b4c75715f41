# How to read a chart.

reading-heading = How to read the charts
reading-lead = One point up or down says little by itself. Here are charts that show what to look for, and how to see whether something has really changed.
reading-contents = Contents
reading-made-up-label = About the numbers
reading-made-up = The numbers on this page are made up to show how a chart is read. They come from no real service.

reading-calm = It always wobbles a little
reading-calm-text = The line across is the median: half of the measurements lie above it and half below. When the points jump at random on both sides, that is ordinary variation. Then there is no use in looking for the cause of one high point, or in praising a low one. To reach a lower level, something in the way you work must change.
reading-calm-title = Falls per month on the ward
reading-shift = A shift: something has changed
reading-shift-text = The first twelve months are the baseline. Its line is carried on, so that you can see whether the new differs from the old. Many points in a row on the same side of the line are called a shift. Chance seldom does that, and the rings show which points they are. The flags show what you tried, and when.
reading-shift-title = Share of residents with a nutrition plan
reading-shift-pdsa = calm meals on one corridor
reading-shift-event = all corridors take part
reading-shares = A point outside the usual
reading-shares-text = The band shows where nearly all measurements will lie when nothing has changed. It is wider when few are counted, because each of them then weighs more. A diamond outside the band is worth a closer look: what happened that month? The answer may be an error in the numbers, a coincidence, or something to learn from.
reading-shares-title = Share of medication lists with errors
reading-shares-event = new record system
reading-levels = Two levels: before and after
reading-levels-text = When a new level has lasted long enough, the chart can be split. Each part gets its own line and its own band, and the sentence below says how much the level changed. Split only when you know what was done, not because it looks nicer.
reading-levels-title = Pressure ulcers per 1,000 days
reading-levels-event = turning plan in use for everyone
reading-begun = When you have just begun
reading-begun-text = With fewer than twelve measurements the limits are provisional, and they will move. The target is the line you want to reach. It may be raised or lowered on the way. The empty months to the right are the time you have left.
reading-begun-title = Days from referral to first visit
reading-seldom = What seldom happens
reading-seldom-text = When something happens only once in a while, counting gives almost nothing but zeros. Count the days between instead. Here higher is better: the longer the time between events, the safer it is.
reading-seldom-title = Days between serious falls

reading-many = Several wards side by side
reading-many-text = All four have the same scale, so that their levels can be compared. Notice that each ward has a story of its own: two are steady, one has become better and one is going the wrong way. An average of the four would have hidden that.
reading-many-measure = Falls per month
reading-numbers-of = The numbers of { $name }
reading-ward-1 = Mountain ward
reading-ward-2 = Sea ward
reading-ward-3 = Hillside
reading-ward-4 = The Court
reading-together = All measures in one place
reading-together-text = The table gathers the measures above. It says the same as the sentence under each chart: whether something has changed, and whether the level meets the target.
