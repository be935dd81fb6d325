// A campaign for pages whose clock cannot be stopped.
import { readFileSync } from "node:fs";

const FIXTURES = new URL("../../fixtures/valid/", import.meta.url);

/** The standard campaign, but far from its end, and with all hours so late that nothing opens or closes meanwhile. */
export function lastingCampaign() {
  const campaign = JSON.parse(readFileSync(new URL("standard.json", FIXTURES), "utf8"));
  campaign.countdown.ends = "2099-12-18T17:00";
  campaign.countdown.milestones = [{ label: "Last bookable appointment", at: "2099-12-17T16:30" }];
  for (const place of campaign.locations.places) {
    delete place.sessions;
    for (const hours of place.openingHours ?? []) {
      Object.assign(hours, { validFrom: "2099-10-01", validThrough: "2099-12-18" });
    }
  }
  // So many that some are folded away.
  campaign.locations.places[0].sessions = [1, 2, 3, 4, 7].map((day) => ({
    date: `2099-12-0${day}`,
    opens: "18:00",
    closes: "22:00",
  }));
  return campaign;
}
