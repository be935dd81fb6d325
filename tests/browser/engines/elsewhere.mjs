// A machine far from the author's: the clocks that its own zone would show are wrong for every campaign, and on another day
// for half of them; and it speaks no language. Whatever runs here, runs as if there.
Object.assign(process.env, { TZ: "Pacific/Auckland", LANG: "C", LC_ALL: "C" });
