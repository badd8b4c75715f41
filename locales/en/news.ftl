# News: the list, and what stands above a news item.

news-heading = News
news-lead = What is happening in the network, and what has happened.
news-count = { $count ->
    [0] No news
    [one] 1 news item
   *[other] { $count } news items
 }

# Before the name, with a colon: "Text: The editors".
news-byline = Text
news-image-credit = Image
news-publisher = Publisher
