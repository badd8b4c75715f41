//! How long what another program writes may go unseen. Whoever keeps something in memory, and does not
//! ask the database each time, takes its patience from here.

use std::time::Duration;

/// No page shows anything older, on any copy, in milliseconds. What a page goes through waits one thing
/// after the other, so each may wait for a part of it only.
const OLDEST: u64 = 1_000;

/// How often it is looked for what others have written, while anybody asks.
pub const LOOK: Duration = Duration::from_millis(OLDEST / 4);

/// For so long the editions of registers are those that were seen: longer than from one look to the
/// next, so that who asks in between need not ask too.
pub const EDITIONS: Duration = Duration::from_millis(OLDEST * 2 / 5);

/// For so long a kept page goes out though nobody has looked: there is time left to look, and to make it. A page
/// that is made meanwhile is made of lists no older than that, so that who asks need not look: while another program
/// writes, a look may wait for its turn.
pub const PAGES: Duration = Duration::from_millis(OLDEST * 7 / 10);
