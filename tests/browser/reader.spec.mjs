// What a reader has done stays done, whatever comes meanwhile: what is typed, focused, unfolded, paused and scrolled to.
import { digits, expect, fixture, frame, gate, openCsv, openHtml, recordChanges, test } from "./portlet.mjs";

const sessions = ["24", "25", "26", "27", "28", "29"].map((day) => ({ date: `2026-11-${day}`, opens: "10:00", closes: "16:00" }));
const clinics = (count) => Array.from({ length: count }, (_, at) => ({ name: `Clinic ${at + 1}` }));

/** Two languages; a milestone five minutes on; Hall with many sessions, and Library, which opens ten minutes on. */
function campaign({ figure = 40 } = {}) {
  return {
    title: { en: "Flu", cy: "Ffliw" },
    links: [{ label: "Book", url: "https://trust.example/book" }],
    countdown: { ends: "2026-12-18T17:00", milestones: [{ label: "Booking opens", at: "2026-11-23T09:05" }] },
    uptake: { charts: [{ title: "By staff group", groups: [{ name: "Nurses", count: figure, total: 80 }] }] },
    locations: {
      places: [
        { name: { en: "Hall", cy: "Neuadd" }, sessions },
        { name: "Library", email: "library@trust.example", sessions: [{ date: "2026-11-23", opens: "09:10", closes: "10:00" }] },
        ...clinics(43),
      ],
    },
  };
}

const online = async (page) => {
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.clock.runFor(1000);
};
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector("campaign-portlet").shadowRoot;
    return activeElement?.textContent || activeElement?.localName;
  });
const search = (page) => page.getByRole("searchbox");
/** Hall's. */
const details = (page) => page.locator("[part=place]", { hasText: /^(Hall|Neuadd)/ }).locator("details");

/** What comes while somebody reads. */
const EVENTS = {
  "a place opens": async (page) => {
    await page.clock.fastForward(15 * 60_000);
    await expect(page.getByText("Open now until 10am")).toBeVisible();
  },
  "a milestone passes": async (page) => {
    await page.clock.fastForward(6 * 60_000);
    await expect(page.getByText("Booking opens")).toHaveCount(0);
  },
  "new figures": async (page, served) => {
    served.body = campaign({ figure: 50 });
    await online(page);
    await expect(page.getByText("50 of 80").first()).toBeVisible();
  },
  "the other language": async (page) => {
    await page.evaluate(() => {
      document.querySelector("campaign-portlet").shadowRoot.querySelector("[part=language]").click();
    });
    await expect(page.getByRole("heading", { name: "Ffliw" })).toBeVisible();
  },
  "a place more, and another order": async (page, served) => {
    const { locations, ...rest } = campaign();
    const [hall, library, ...others] = locations.places;
    served.body = { ...rest, locations: { places: [library, { name: "New", email: "new@trust.example" }, ...others, hall] } };
    await online(page);
    await expect(page.getByRole("heading", { name: "New" })).toHaveCount(1);
  },
};

for (const [what, happens] of Object.entries(EVENTS)) {
  test(`${what}: what was unfolded, and the focus in it, stay`, async ({ page, open }) => {
    // Lower than the page in all states: what is at its end cannot stay where it is when the page gets shorter.
    await page.setViewportSize({ width: 1280, height: 400 });
    const served = await open(campaign());
    await expect(page.locator("details a")).toHaveCount(0);
    await details(page).locator("summary").click();
    const save = details(page).getByRole("link").nth(1);
    await save.focus();
    const node = await save.elementHandle();
    const place = () => save.evaluate((link) => [scrollY, link.getBoundingClientRect().top]);
    const [scrolled, top] = await place();
    await happens(page, served);
    await expect(details(page).getByRole("link")).toHaveCount(6);
    await expect(save).toBeVisible();
    expect(await node.evaluate((link) => link.isConnected && link.getRootNode().activeElement === link)).toBe(true);
    const [scrolledNow, topNow] = await place();
    // Where what is above gets shorter, the browser keeps the link where it is on the screen.
    if (!what.includes("order")) expect(scrolledNow === scrolled || Math.abs(topNow - top) < 1).toBe(true);
  });

  test(`${what}: what is typed stays, with the caret in it`, async ({ page, open }) => {
    const served = await open(campaign());
    await search(page).fill("hall");
    await search(page).press("ArrowLeft");
    await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading") })).toHaveCount(1);
    await happens(page, served).catch((error) => {
      if (!/Open now|New/.test(error)) throw error; // It is not among what is found.
    });
    await expect(search(page)).toHaveValue("hall");
    expect(await search(page).evaluate((field) => [field.selectionStart, field === field.getRootNode().activeElement])).toEqual([3, true]);
    await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading") })).toHaveCount(1);
  });

  test(`${what}: a paused countdown stays paused, and the button keeps the focus`, async ({ page, open }) => {
    const served = await open(campaign());
    const pause = page.locator("[part=pause]");
    await pause.click();
    const stood = await digits(page);
    await page.clock.runFor(3000);
    expect(await digits(page)).toEqual(stood);
    await happens(page, served);
    await page.clock.runFor(3000);
    expect(await digits(page)).toEqual(stood);
    await expect(pause).toBeFocused();
  });

  test(`${what}: the list stays as long as it was`, async ({ page, open }) => {
    const served = await open(campaign());
    const places = page.locator("[part=place]");
    await page.locator("[part=more]").click();
    await expect(places).toHaveCount(23);
    await page.locator("[part=more]").focus();
    await happens(page, served);
    await expect(places).toHaveCount(23);
    await expect(page.locator("[part=more]")).toBeFocused();
  });
}

test("new figures change their own texts and nothing else", async ({ page, open }) => {
  const served = await open(campaign());
  await page.locator("[part=pause]").click();
  await details(page).locator("summary").click();
  await expect(details(page).getByRole("link")).toHaveCount(6);
  const changes = await recordChanges(page);
  served.body = campaign({ figure: 50 });
  await online(page);
  await expect(page.getByText("50 of 80").first()).toBeVisible();
  const changed = await changes();
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((change) => !/62\.5%|50 of 80|attributes: $/.test(change))).toEqual([]);
});

test("what a refresh leaves out goes: an accent, a language, a picture, a section", async ({ page, open }) => {
  const image = { src: "examples/flu.svg", alt: { en: "A syringe", cy: "Chwistrell" } };
  const served = await open({ ...campaign(), theme: { accent: "#7c2855" }, image, organisation: { cy: "Bwrdd" } });
  const portlet = frame(page);
  await expect(portlet).toHaveAttribute("style", /#7c2855/);
  await expect(page.getByText("Bwrdd")).toHaveAttribute("lang", "cy");
  const { uptake: _, ...rest } = campaign();
  served.body = { ...rest, organisation: "Trust" };
  await online(page);
  await expect(page.getByText("Trust", { exact: true })).toBeVisible();
  expect(await page.getByText("Trust", { exact: true }).getAttribute("lang")).toBeNull();
  expect(await portlet.getAttribute("style")).not.toContain("#7c2855");
  await expect(page.locator("[part=image], [part=uptake]")).toHaveCount(0);
  expect(await page.locator(".cp-sections > *").evaluateAll((all) => all.map((section) => section.part.value))).toEqual([
    "countdown",
    "locations",
  ]);
});

test("a place that opens changes its own text and its place in the list, and nothing else", async ({ page, open }) => {
  await open(campaign());
  await page.locator("[part=pause]").click();
  await page.clock.fastForward(16 * 60_000);
  await page.clock.runFor(1000);
  const texts = () => page.locator("[part=place]").allTextContents();
  await expect(page.getByText("Open now until 10am")).toBeVisible();
  const before = await texts();
  const changes = await recordChanges(page);
  await page.clock.fastForward(55 * 60_000);
  await page.clock.runFor(1000);
  await expect(page.getByText("Library")).toHaveCount(0);
  expect((await texts()).filter((text) => !before.includes(text))).toEqual(["Clinic 2"]);
  expect((await changes()).filter((change) => !/^childList|44 places|^attributes: Clinic 2$/.test(change))).toEqual([]);
});

test("figures that come late leave alone what somebody does meanwhile", async ({ page, open }) => {
  await openCsv(page);
  const figures = gate();
  await page.route("**/figures.csv", async (route) => {
    await figures.opened;
    await route.fallback();
  });
  const asked = page.waitForRequest("**/figures.csv");
  const { locations } = campaign();
  await open({ ...fixture("csv"), locations }, { at: "2026-11-22T10:00:00Z", ready: false });
  await asked;
  await page.clock.runFor(3000);
  await search(page).fill("clinic 4");
  figures.open();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("clinic 4");
  await expect(page.locator("[part=place]")).toHaveCount(8);
});

test("the last of \"Show more\" leads to the first new place, and says how many there are", async ({ page, open }) => {
  await open(campaign());
  const status = page.getByRole("status").filter({ hasText: "places" });
  await expect(status).toHaveText("3 of 45 places");
  const more = page.locator("[part=more]");
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(status).toHaveText("23 of 45 places");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(status).toHaveText("43 of 45 places");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(status).toHaveText("45 of 45 places");
  await expect(more).toHaveCount(0);
  const name = page.locator("[part=place]").nth(43).getByRole("heading");
  await expect(name).toBeFocused();
});

test("Try again that succeeds leads to the title", async ({ page, open, faults }) => {
  faults.allow(/404/, /title is missing/);
  const served = await open({}, { ready: false });
  const again = page.getByRole("button", { name: "Try again" });
  await again.focus();
  served.status = 404;
  await page.keyboard.press("Enter");
  await expect.poll(() => served.requests).toBe(2);
  await expect(page.getByText("We cannot show")).toBeVisible();
  await expect(again).toBeFocused();
  Object.assign(served, { status: 200, body: campaign() });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Flu" })).toBeFocused();
});

test("the end leads from the pause button to the countdown's heading", async ({ page, open }) => {
  await open(campaign(), { at: "2026-12-18T16:59:58Z" });
  await page.locator("[part=pause]").focus();
  await page.clock.runFor(5000);
  await expect(page.locator("[part=countdown] h3")).toBeFocused();
  expect(await focused(page)).toContain("ended");
  // The heading is read as it takes the focus; the same sentence in the status would be read once more.
  await expect(page.locator(".cp-countdown").getByRole("status")).toHaveText("");
});

test("a place that goes with the focus in it leaves the focus to the list", async ({ page, open }) => {
  await open(campaign());
  await page.clock.fastForward(15 * 60_000);
  await page.clock.runFor(1000);
  await page.getByRole("link", { name: "Email Library" }).focus();
  await page.clock.fastForward(60 * 60_000);
  await page.clock.runFor(1000);
  await expect(page.getByText("Library")).toHaveCount(0);
  expect(await focused(page)).toBe("Hall");
});

test("an item that holds the focus is not moved when the order changes", async ({ page, open }) => {
  const { locations, ...rest } = campaign();
  const [hall, library] = locations.places;
  await open({ ...rest, locations: { places: [{ ...hall, email: "hall@trust.example" }, library, ...clinics(3)] } });
  await expect(page.locator("[part=place] h4")).toHaveText(["Library", "Hall", "Clinic 1", "Clinic 2", "Clinic 3"]);
  const link = page.getByRole("link", { name: "Email Library" });
  await link.focus();
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("campaign-portlet");
    shadowRoot.addEventListener("focusout", () => (window.lost = true));
  });
  await page.clock.fastForward(15 * 60_000);
  await page.clock.runFor(1000);
  await expect(page.getByText("Open now until 10am")).toBeVisible();
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => window.lost)).toBeUndefined();
});

test("the title takes the focus that was in what stood inside", async ({ page }) => {
  const config = gate();
  await page.route("**/config.json", async (route) => {
    await config.opened;
    await route.fulfill({ json: campaign() });
  });
  await openHtml(
    page,
    '<script defer src="/campaign-portlet.js"></script><a href="#a">Before</a>' +
      '<campaign-portlet config="config.json"><p><a id="inside" href="#b">Ask us</a></p></campaign-portlet>',
  );
  await page.locator("#inside").focus();
  config.open();
  await expect(frame(page)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Flu" })).toBeFocused();
});

test.describe("a page that the browser has translated", () => {
  /** Puts two elements around each text, as the translation of Chromium does, but for what is not to be translated. */
  const translate = (page) =>
    page.evaluate(() => {
      const root = document.querySelector("campaign-portlet").shadowRoot;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (!text.data.trim() || text.parentNode.closest("[translate=no]")) continue;
        const font = document.createElement("font");
        font.append(document.createElement("font"));
        font.firstChild.textContent = `«${text.data}»`;
        text.replaceWith(font);
      }
    });

  test("goes on ticking, and keeps what has not changed", async ({ page, open }) => {
    const served = await open(campaign());
    await translate(page);
    const before = await digits(page);
    await page.clock.runFor(1000);
    expect(await digits(page)).not.toEqual(before);
    await page.clock.runFor(60_000);
    served.body = campaign({ figure: 50 });
    await online(page);
    await expect(page.getByText("50 of 80").first()).toBeVisible();
    await expect(page.getByText("40 of 80")).toHaveCount(0);
    await expect(page.getByText("«Nurses»")).toBeVisible();
    await expect(page.getByText("«Flu»")).toBeVisible();
  });

  test("has the other language when it is chosen", async ({ page, open }) => {
    await open(campaign());
    await translate(page);
    await page.locator("[part=language]").click();
    await expect(page.getByRole("heading", { name: "Ffliw" })).toHaveText("Ffliw");
    await expect(page.locator("[part=language]")).toHaveText("English");
    await expect(page.locator("[part=more]")).toHaveText("Dangos 20 lle arall");
    expect(await page.locator("font").filter({ hasText: "Flu" }).count()).toBe(0);
  });
});
