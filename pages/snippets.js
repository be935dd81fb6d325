// The tags and snippets of the campaign on the stage, with the addresses of this very place.
"use strict";

(() => {
  const ways = [...document.querySelectorAll("[data-paste]")];
  const parts = document.querySelector("template#paste");
  const beside = (name) => new URL(name, location.href).href;
  const attribute = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

  /** The portlet on the stage, and all addresses that a page needs. */
  const shown = () => {
    const portlet = document.querySelector("#stage campaign-portlet");
    if (!portlet) throw new Error("No campaign is shown here. Show one first.");
    const config = beside(portlet.getAttribute("config"));
    const live = new URL("embed.html", location.href);
    live.searchParams.set("config", config);
    return { portlet, config, live: live.href, script: beside("campaign-portlet.js") };
  };

  // As the portlet reads files.
  const get = (address) => download(address, new AbortController().signal);

  let bundle;

  /** The wasm that makes snippets, fetched when the first one is wanted. */
  const load = () => {
    bundle ??= import(beside("__SNIPPET__")).then(async (glue) => {
      await glue.default({ module_or_path: beside("__SNIPPET_WASM__") });
      return glue.SnippetMaker;
    });
    return bundle;
  };

  const read = async (config) => {
    const [SnippetMaker, answer] = await Promise.all([load(), get(config)]);
    const campaign = SnippetMaker.read(answer.text, answer.url);
    if (!campaign) throw new Error("The config has nothing to show. Fix it first.");
    for (const file of campaign.files()) campaign.apply_csv(file, (await get(file)).text);
    return campaign;
  };

  // A page that a link in the frame has led to may send messages too: of another origin, or of any where a sandbox hides it.
  const frame = (live, title, height) => `<iframe src="${attribute(live)}" title="${attribute(title)}"
  style="width: 100%; min-width: 10em; height: ${height}px; border: 0"></iframe>
<script>
  (() => {
    const frames = () => [...document.querySelectorAll('iframe[src*="embed.html?"]')];
    addEventListener("message", ({ data, origin, source }) => {
      const frame = frames().find(({ contentWindow }) => contentWindow === source);
      if (!frame || ![new URL(frame.src).origin, "null"].includes(origin)) return;
      if (data?.type === "campaign-portlet:height" && Number.isFinite(data.height))
        frame.style.height = \`\${data.height}px\`;
    });
    for (const { contentWindow } of frames()) contentWindow.postMessage({ type: "campaign-portlet:ask-height" }, "*");
  })();
</script>
`;

  const MAKERS = {
    element: async ({ config, live, script }) => {
      const campaign = await read(config);
      return asOfToday(() => campaign.element(live, config, script));
    },
    plain: async ({ config, live }) => {
      const campaign = await read(config);
      return asOfToday(() => campaign.html(live));
    },
    script: ({ config, script }) => `<script src="${attribute(script)}" data-config="${attribute(config)}"></script>\n`,
    iframe: ({ portlet, live }) => {
      const title = portlet.shadowRoot.querySelector(".cp-title")?.textContent ?? "Campaign";
      const height = Math.ceil(portlet.getBoundingClientRect().height);
      return frame(live, title, height);
    },
  };

  /** Makes what to paste, once that way is opened. */
  const fill = async (way) => {
    const told = way.querySelector(".told");
    const [text, button] = [way.querySelector("textarea"), way.querySelector("button")];
    const isOf = document.querySelector("#stage campaign-portlet");
    [text.hidden, button.hidden] = [true, true];
    told.textContent = "";
    try {
      const paste = await MAKERS[way.dataset.paste](shown());
      if (!paste) throw new Error("Today is outside visibleFrom and visibleTo, so there is nothing to paste.");
      // Another campaign is shown by now, and with it this is made anew.
      if (isOf !== document.querySelector("#stage campaign-portlet")) return;
      text.value = paste;
      [text.hidden, button.hidden] = [false, false];
    } catch (error) {
      told.textContent = error.message;
    }
  };

  const copy = async (way) => {
    const [text, copied] = [way.querySelector("textarea"), way.querySelector(".copied")];
    copied.textContent = "";
    try {
      await navigator.clipboard.writeText(text.value);
      copied.textContent = "Copied";
    } catch {
      // Without https, or if the person says no, a browser gives no clipboard.
      text.select();
      copied.textContent = "Your browser does not let this page copy. The text is selected: copy it.";
    }
  };

  for (const way of ways) {
    way.append(parts.content.cloneNode(true));
    way.querySelector("button").addEventListener("click", () => copy(way));
    way.addEventListener("toggle", () => way.open && fill(way));
  }

  // What was made is for the campaign before.
  document.addEventListener("preview-changed", () => {
    for (const way of ways) way.open = false;
  });
})();
