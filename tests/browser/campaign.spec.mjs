// One page stays open over a whole campaign, on a device in Dubai: all that changes with time, in the time of the config's
// own zone. There clocks go back on 25 October 2026 and forward on 28 March 2027.
import { digits, expect, test } from "./portlet.mjs";

const season = { validFrom: "2026-10-01", validThrough: "2027-03-31" };
const CAMPAIGN = {
  title: "Flu",
  countdown: {
    starts: "2026-10-01T09:00",
    ends: "2027-03-31T17:00",
    milestones: [{ label: "Hub ends", at: "2027-03-28" }],
  },
  locations: {
    places: [
      { name: "Office", openingHours: [{ dayOfWeek: ["Mon", "Wed", "Thu"], opens: "09:00", closes: "17:00", ...season }] },
      { name: "Hub", openingHours: [{ dayOfWeek: ["Sun"], opens: "10:00", closes: "14:00", ...season }] },
      {
        name: "Night",
        sessions: ["2026-10-24", "2027-03-27"].map((date) => ({ date, opens: "22:00", closes: "06:00" })),
      },
    ],
  },
};

const BEFORE = "Campaign starts in: Starts Thursday 1 October 2026 at 9am; Hub ends Sunday 28 March 2027";
const RUNNING = "Campaign ends in: Ends Wednesday 31 March 2027 at 5pm; Hub ends Sunday 28 March 2027";
const TO_THE_END = "Campaign ends in: Ends Wednesday 31 March 2027 at 5pm";
const ENDED = "This campaign has ended: Ended Wednesday 31 March 2027 at 5pm";

const A_WEEK_BEFORE = [
  "Office Opens Thursday 1 October at 9am",
  "Hub Opens Sunday 4 October at 10am",
  "Night Opens Saturday 24 October at 10pm",
];
const THE_EVE = ["Office Opens today at 9am", ...A_WEEK_BEFORE.slice(1)];
const FIRST_DAY = ["Office Open now until 5pm", ...A_WEEK_BEFORE.slice(1)];
const CLOCKS_GO_BACK = {
  evening: ["Night Opens today at 10pm", "Hub Opens tomorrow at 10am", "Office Opens Monday 26 October at 9am"],
  lateEvening: ["Night Open now until 6am", "Hub Opens tomorrow at 10am", "Office Opens Monday 26 October at 9am"],
  night: ["Night Open now until 6am", "Hub Opens today at 10am", "Office Opens tomorrow at 9am"],
  morning: ["Hub Opens today at 10am", "Office Opens tomorrow at 9am", "Night Opens Saturday 27 March at 10pm"],
  day: ["Hub Open now until 2pm", "Office Opens tomorrow at 9am", "Night Opens Saturday 27 March at 10pm"],
  afternoon: ["Office Opens tomorrow at 9am", "Hub Opens Sunday 1 November at 10am", "Night Opens Saturday 27 March at 10pm"],
};
const CLOCKS_GO_FORWARD = {
  evening: ["Night Opens today at 10pm", "Hub Opens tomorrow at 10am", "Office Opens Monday 29 March at 9am"],
  lateEvening: ["Night Open now until 6am", "Hub Opens tomorrow at 10am", "Office Opens Monday 29 March at 9am"],
  night: CLOCKS_GO_BACK.night,
  morning: ["Hub Opens today at 10am", "Office Opens tomorrow at 9am"],
  afternoon: ["Office Opens tomorrow at 9am", "Hub Closed for this campaign"],
  dayAfter: ["Office Opens today at 9am", "Hub Closed for this campaign"],
};
const THE_DAY_BEFORE = ["Office Opens tomorrow at 9am", "Hub Closed for this campaign"];
const LAST_DAY = ["Office Open now until 5pm", "Hub Closed for this campaign"];
const ALL_OVER = ["Office Closed for this campaign", "Hub Closed for this campaign"];

/** The moment in UTC; the words of the countdown, its digits, the places, and what a screen reader is told. */
const STAGES = [
  ["2026-09-24T08:00:00Z", BEFORE, "7 00 00 00", A_WEEK_BEFORE, ""],
  // Nothing is "left" of a campaign that has not begun.
  ["2026-09-30T08:00:00Z", BEFORE, "1 00 00 00", ["Office Opens tomorrow at 9am", ...A_WEEK_BEFORE.slice(1)], ""],
  ["2026-10-01T07:59:59Z", BEFORE, "0 00 00 01", THE_EVE, ""],
  ["2026-10-01T08:00:00Z", RUNNING, "181 08 00 00", FIRST_DAY, ""],
  ["2026-10-01T08:00:01Z", RUNNING, "181 07 59 59", FIRST_DAY, ""],

  ["2026-10-24T20:59:59Z", RUNNING, "157 19 00 01", CLOCKS_GO_BACK.evening, ""],
  ["2026-10-24T21:00:00Z", RUNNING, "157 19 00 00", CLOCKS_GO_BACK.lateEvening, ""],
  // From 1:59:59 to 1:00:00: nothing jumps.
  ["2026-10-25T00:59:59Z", RUNNING, "157 15 00 01", CLOCKS_GO_BACK.night, ""],
  ["2026-10-25T01:00:00Z", RUNNING, "157 15 00 00", CLOCKS_GO_BACK.night, ""],
  ["2026-10-25T05:59:59Z", RUNNING, "157 10 00 01", CLOCKS_GO_BACK.night, ""],
  ["2026-10-25T06:00:00Z", RUNNING, "157 10 00 00", CLOCKS_GO_BACK.morning, ""],
  ["2026-10-25T10:00:00Z", RUNNING, "157 06 00 00", CLOCKS_GO_BACK.day, ""],
  // 5pm in winter, and the end is 5pm in summer: an hour less than whole days.
  ["2026-10-25T17:00:00Z", RUNNING, "156 23 00 00", CLOCKS_GO_BACK.afternoon, ""],

  ["2027-03-27T21:59:59Z", RUNNING, "3 18 00 01", CLOCKS_GO_FORWARD.evening, ""],
  ["2027-03-27T22:00:00Z", RUNNING, "3 18 00 00", CLOCKS_GO_FORWARD.lateEvening, ""],
  // From 0:59:59 to 2:00:00.
  ["2027-03-28T00:59:59Z", RUNNING, "3 15 00 01", CLOCKS_GO_FORWARD.night, ""],
  ["2027-03-28T01:00:00Z", RUNNING, "3 15 00 00", CLOCKS_GO_FORWARD.night, ""],
  ["2027-03-28T04:59:59Z", RUNNING, "3 11 00 01", CLOCKS_GO_FORWARD.night, ""],
  ["2027-03-28T05:00:00Z", RUNNING, "3 11 00 00", CLOCKS_GO_FORWARD.morning, ""],
  ["2027-03-28T22:59:59Z", RUNNING, "2 17 00 01", CLOCKS_GO_FORWARD.afternoon, ""],
  ["2027-03-28T23:00:00Z", TO_THE_END, "2 17 00 00", CLOCKS_GO_FORWARD.dayAfter, ""],

  ["2027-03-30T15:59:59Z", TO_THE_END, "1 00 00 01", THE_DAY_BEFORE, ""],
  ["2027-03-30T16:00:00Z", TO_THE_END, "1 00 00 00", THE_DAY_BEFORE, "1 day left"],
  // Who reads the page later must not find it beside other digits.
  ["2027-03-30T16:00:30Z", TO_THE_END, "0 23 59 30", THE_DAY_BEFORE, ""],
  ["2027-03-31T15:00:00Z", TO_THE_END, "0 01 00 00", LAST_DAY, "1 hour left"],
  ["2027-03-31T15:49:59Z", TO_THE_END, "0 00 10 01", LAST_DAY, ""],
  ["2027-03-31T15:50:00Z", TO_THE_END, "0 00 10 00", LAST_DAY, "10 minutes left"],
  ["2027-03-31T15:59:00Z", TO_THE_END, "0 00 01 00", LAST_DAY, ""],
  ["2027-03-31T15:59:59Z", TO_THE_END, "0 00 00 01", LAST_DAY, ""],
  ["2027-03-31T16:00:00Z", ENDED, "", ALL_OVER, "This campaign has ended"],
  ["2027-03-31T16:00:01Z", ENDED, "", ALL_OVER, "This campaign has ended"],
  ["2027-04-07T16:00:00Z", ENDED, "", ALL_OVER, "This campaign has ended"],
];

test("a page that stays open over a whole campaign is right all the time", async ({ open, page, heard }) => {
  const texts = (selector) => page.locator(selector).allTextContents();
  const look = async () => {
    const [heading] = await texts(".cp-countdown .cp-heading");
    const dates = await texts("[part=moment], [part=milestones] li");
    const [names, statuses] = [await texts(".cp-place-name"), await texts("[part=status]")];
    return [
      `${heading}: ${dates.join("; ")}`,
      (await digits(page)).join(" "),
      names.map((name, at) => `${name} ${statuses[at]}`),
      ...(await texts(".cp-countdown [role=status]")),
    ];
  };
  await open(CAMPAIGN, { at: "2026-09-23T12:00:00Z" });
  // Months pass in a moment here, and a download that is under way has not taken them.
  await page.evaluate(() => {
    const { setTimeout } = window;
    window.setTimeout = (run, delay, ...rest) => (delay === 10_000 ? 0 : setTimeout(run, delay, ...rest));
  });
  for (const [at, ...expected] of STAGES) {
    await page.clock.pauseAt(at);
    expect(await look(), at).toEqual(expected);
  }
  expect((await heard()).map(({ name }) => name)).toEqual(["ready", "ended"]);
});
