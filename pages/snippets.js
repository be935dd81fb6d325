// The tags and snippets of the campaign on the stage, for the clipboard, with the addresses of this very place.
"use strict";

(() => {
  const copied = document.querySelector("#copied");
  const text = document.querySelector("#snippet");
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
    element: async ({ config, live, script }) => (await read(config)).element(live, config, script),
    plain: async ({ config, live }) => (await read(config)).html(live),
    script: ({ config, script }) => `<script src="${attribute(script)}" data-config="${attribute(config)}"></script>\n`,
    iframe: ({ portlet, live }) => {
      const title = portlet.shadowRoot.querySelector(".cp-title")?.textContent ?? "Campaign";
      const height = Math.ceil(portlet.getBoundingClientRect().height);
      return frame(live, title, height);
    },
  };

  const copy = async ({ currentTarget }) => {
    copied.textContent = "";
    text.hidden = true;
    try {
      const paste = await MAKERS[currentTarget.dataset.copy](shown());
      if (!paste) throw new Error("Today is outside visibleFrom and visibleTo, so there is nothing to paste.");
      text.value = paste;
      text.hidden = false;
      await navigator.clipboard.writeText(paste);
      copied.textContent = "Copied. This is what to paste:";
    } catch (error) {
      // Without https, or if the person says no, a browser gives no clipboard.
      copied.textContent = text.hidden ? error.message : "Copy this, and paste it:";
      if (!text.hidden) text.select();
    }
  };

  for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", copy);
})();
