// Pages that load the script in odd ways, change what it calls, or give the portlet no room.
import { expect, frame, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const ELEMENT = '<campaign-portlet config="../examples/standard.json"><p id="inside">Inside</p></campaign-portlet>';
const SCRIPT = '<script src="../campaign-portlet.js"></script>';

/** What stands inside shows, the page is told, and nothing was thrown at the page. */
async function failsWithWords(page, heard, message) {
  await expect.poll(async () => (await heard()).length).toBe(1);
  const [{ name, problems }] = await heard();
  expect(name).toBe("error");
  expect(problems[0].message).toMatch(message);
  await expect(page.locator("#inside")).toBeVisible();
}

for (const reason of ["undefined", "'no'", "{ status: 0 }", "null"]) {
  test(`a page whose own fetch refuses the wasm with ${reason} is told`, async ({ page, faults, heard }) => {
    faults.allow(/could not be loaded/);
    const own = `<script>
      const { fetch: native } = window;
      window.fetch = (url, ...rest) => /wasm/.test(url) ? Promise.reject(${reason}) : native(url, ...rest);
    </script>`;
    await openHtml(page, own + SCRIPT + ELEMENT);
    await failsWithWords(page, heard, /could not be loaded/);
  });
}

test("a page that has taken fetch away is told", async ({ page, faults, heard }) => {
  faults.allow(/could not be loaded/);
  await openHtml(page, `<script>window.fetch = undefined</script>${SCRIPT}${ELEMENT}`);
  await failsWithWords(page, heard, /could not be loaded/);
});

for (const kind of ["blob", "data"]) {
  test(`a script from a ${kind}: address says where it looked for its files`, async ({ page, faults, heard }) => {
    faults.allow(/could not be loaded/);
    await openHtml(page, ELEMENT);
    await page.evaluate(async (kind) => {
      const text = await (await fetch("../campaign-portlet.js")).text();
      const script = document.createElement("script");
      script.src =
        kind === "blob"
          ? URL.createObjectURL(new Blob([text], { type: "text/javascript" }))
          : `data:text/javascript,${encodeURIComponent(text)}`;
      document.body.append(script);
    }, kind);
    await failsWithWords(page, heard, new RegExp(`could not be loaded.*stand beside ${kind}:`));
  });
}

test("a picture with the name of a list of the document's stops nothing", async ({ page }) => {
  await stopClock(page, MONDAY);
  await openHtml(page, `<img name="scripts" alt=""><form name="scripts"></form>${SCRIPT}${ELEMENT}`);
  await expect(frame(page)).toBeVisible();
});

for (const width of [0, 1, 40, 100]) {
  test(`in a drawer that is ${width} px wide the portlet is no longer than in a narrow column`, async ({ page }) => {
    await stopClock(page, MONDAY);
    await openHtml(
      page,
      `${SCRIPT}<div style="display: flex"><aside style="width: ${width}px; overflow: hidden">${ELEMENT}</aside>
       <main>A page</main></div>`,
    );
    await expect(frame(page)).toBeAttached();
    await expect(page.locator("#inside")).toBeHidden();
    const { height, scrollHeight } = await page.evaluate(() => ({
      height: document.querySelector("campaign-portlet").getBoundingClientRect().height,
      scrollHeight: document.documentElement.scrollHeight,
    }));
    // As high as with 128 pixels; where nothing of it can be seen, only its line at the top.
    expect(height).toBeLessThan(width > 1 ? 13_000 : 10);
    expect(scrollHeight).toBeLessThan(width > 1 ? 13_100 : 721);
    // Opened, it is as it should be.
    await page.evaluate(() => (document.querySelector("aside").style.width = "400px"));
    await expect(page.getByRole("timer")).toBeVisible();
  });
}

for (const [what, change] of Object.entries({
  "a clock that tells no time": "Date.now = () => NaN",
  "no IntersectionObserver": "delete window.IntersectionObserver",
})) {
  test(`a page with ${what} gets the campaign, no exception, and no more downloads than others`, async ({ page }) => {
    let requests = 0;
    page.on("request", (request) => (requests += Number(request.url().endsWith("standard.json"))));
    await openHtml(page, `<script>${change}</script>${SCRIPT}<campaign-portlet config="../examples/standard.json"></campaign-portlet>`);
    await expect(frame(page)).toBeVisible();
    await page.waitForTimeout(3500);
    expect(requests).toBe(1);
  });
}
