// Embeds from another origin: this machine by its other name. With ?type=module the tag is a module.
"use strict";

const other = new URL("/", location);
other.hostname = location.hostname === "localhost" ? "127.0.0.1" : "localhost";
const script = document.createElement("script");
script.type = new URLSearchParams(location.search).get("type") ?? "text/javascript";
script.src = new URL("campaign-portlet.js", other);
script.dataset.config = new URL("examples/standard.json", other);
document.querySelector("main").append(script);
