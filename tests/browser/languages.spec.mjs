// English and Welsh, and the switch between them.
import { expect, fixture, frame, test } from "./portlet.mjs";

test("a bilingual config opens in its own language", async ({ open, page }) => {
  await open(fixture("bilingual"));
  await expect(frame(page)).toHaveAttribute("lang", "cy");
  for (const text of [
    "Brechu rhag y ffliw 2026 i 2027",
    "Yn dod i ben ddydd Gwener 18 Rhagfyr 2026 am 5pm",
    "812 o 1,490, 306 arall, 3.3 yn uwch",
    "Ffigurau ar 20 Tachwedd 2026",
    "Galwch heibio, nid oes angen apwyntiad",
  ]) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  expect(await page.locator(".cp-name").allTextContents()).toEqual(["diwrnod", "awr", "munud", "eiliad"]);
});

test("the switch speaks the other language, is in that language, and keeps the focus", async ({ open, page }) => {
  await open(fixture("bilingual"));
  const english = page.getByRole("button", { name: "English" });
  await expect(english).toHaveAttribute("lang", "en-GB");
  await english.press("Enter");
  await expect(frame(page)).toHaveAttribute("lang", "en-GB");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Flu vaccination 2026 to 2027");
  await expect(page.getByText("Ends Friday 18 December 2026 at 5pm")).toBeVisible();
  const welsh = page.getByRole("button", { name: "Cymraeg" });
  await expect(welsh).toBeFocused();
  await expect(welsh).toHaveAttribute("lang", "cy");
  await welsh.press("Enter");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Brechu rhag y ffliw 2026 i 2027");
  await expect(english).toBeFocused();
});

test("a refresh leaves the language that someone chose", async ({ open, page }) => {
  const served = await open(fixture("bilingual"));
  await page.getByRole("button", { name: "English" }).click();
  served.body = { ...fixture("bilingual"), organisation: { en: "New Health Board", cy: "Bwrdd Newydd" } };
  await page.clock.fastForward("03:00:00");
  await expect(page.getByText("New Health Board")).toBeVisible();
});

test("a refresh that drops the language falls back to the one that is left", async ({ open, page }) => {
  const served = await open({ ...fixture("bilingual"), lang: "en" });
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(frame(page)).toHaveAttribute("lang", "cy");
  const { title, locations } = fixture("standard");
  served.body = { title, locations };
  await page.clock.fastForward("03:00:00");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(title);
  await expect(frame(page)).toHaveAttribute("lang", "en-GB");
  await expect(page.getByRole("heading", { level: 3 })).toHaveText("Where to go");
  // The choice is remembered for when it can be had again.
  served.body = { ...fixture("bilingual"), lang: "en" };
  await page.reload();
  await expect(frame(page)).toHaveAttribute("lang", "cy");
});

test("a config in one language has no switch", async ({ open, page }) => {
  await open(fixture("standard"));
  await expect(frame(page)).toHaveAttribute("lang", "en-GB");
  await expect(page.getByRole("button")).toHaveText(["Pause countdown", "Show 8 more places"]);
});

test("what is only in the other language is marked as such", async ({ open, page }) => {
  await open({ ...fixture("bilingual"), summary: { en: "Only in English." } });
  await expect(page.getByText("Only in English.")).toHaveAttribute("lang", "en-GB");
  await expect(page.getByText("Bwrdd Iechyd Prifysgol Enghraifft")).not.toHaveAttribute("lang");
});

test("parts of a sentence in another language are marked", async ({ open, page }) => {
  const { uptake, locations, ...rest } = fixture("standard");
  await open({ ...rest, title: { en: "Flu", cy: "Ffliw" }, uptake: { ...uptake, measure: "jabbed" }, locations, lang: "en" });
  await expect(frame(page).locator("[part=uptake] [lang]")).toHaveCount(0);
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.locator("[part=overall] [lang]")).toHaveText(["jabbed"]);
  await expect(page.locator("[part=row]").first().locator("td [lang]")).toHaveText(["jabbed"]);
  await page.locator("[part=more]").click();
  await page.locator("[part=place]", { hasText: "Roving team" }).locator("summary").click();
  const marked = page.getByRole("listitem").filter({ hasText: "Night walkabout" }).last().locator("[lang=en-GB]");
  await expect(marked).toHaveText(["Roving team, wards and theatres", "Night walkabout"]);
});
