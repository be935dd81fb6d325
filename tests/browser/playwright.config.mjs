// `cargo xtask test` runs these in Chromium against dist/. The device stands in Dubai, so that a time that is right is
// right by the config's own time zone.
import { defineConfig } from "@playwright/test";
import "./engines/elsewhere.mjs";
import { withFont } from "./engines/fonts.mjs";

// Workers read this file again, and must find the same port.
process.env.CAMPAIGN_TEST_PORT ??= String(20_000 + (process.pid % 12_000));
const origin = `http://127.0.0.1:${process.env.CAMPAIGN_TEST_PORT}`;
const root = new URL("../../", import.meta.url).pathname;

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const launchOptions = (font) => ({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: flags,
  env: withFont(font),
});

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  snapshotPathTemplate: "{testDir}/snapshots/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 20_000,
  reporter: process.env.CI ? [["list"]] : [["dot"]],
  use: { baseURL: `${origin}/`, timezoneId: "Asia/Dubai", locale: "en-GB" },
  projects: [
    {
      name: "chromium",
      use: { browserName: "chromium", launchOptions: launchOptions("Liberation Sans") },
    },
    {
      // Wider than Arial: lines break elsewhere.
      name: "chromium, DejaVu Sans",
      testMatch: ["going-live.spec.mjs", "first-screen.spec.mjs"],
      use: { browserName: "chromium", launchOptions: launchOptions("DejaVu Sans") },
    },
  ],
  webServer: {
    command: `target/debug/xtask serve --dir dist --dir tests --port ${process.env.CAMPAIGN_TEST_PORT}`,
    cwd: root,
    url: `${origin}/embed.html`,
    reuseExistingServer: false,
  },
});
