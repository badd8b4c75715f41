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
# The government or period an old piece belongs to.
news-published-under = Published under
news-image-missing = The picture showed
news-publisher = Publisher

# What one of the kind is called.
news-word = News item

## The form

news-byline-help = Who wrote the piece.
news-image-credit-help = Who took the picture.
news-image-missing-help = Only for an old piece whose picture has been lost.
