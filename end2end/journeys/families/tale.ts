// What a journey of a family gets: people with browsers of their own, at the usual size or at the largest, and an eye on each
// page that it names.
import { expect, type Page } from "@playwright/test";
import { sidewaysScroll, smallTargets } from "../../fixtures/checks";
import { setComfort } from "../../fixtures/comfort";
import { cutOff, overlaps } from "../../fixtures/layout";
import type { Running } from "../../fixtures/server";

export interface Tale {
  /** A new browser; clerks sit at a desk. */
  person: (size?: { width: number; height: number }) => Promise<Page>;
  /** Nothing sticks out, nothing lies over anything, everything can be hit. */
  look: (page: Page, name: string) => Promise<void>;
}

interface Given {
  server: Running;
  scripts: boolean;
  person: Tale["person"];
  largest: boolean;
}

export function tale({ server, scripts, person, largest }: Given): Tale {
  return {
    async person(size) {
      const page = await person(size);
      if (largest && !size) await setComfort(page.context(), server.url, "e5");
      return page;
    },
    async look(page, name) {
      // Measured by scripts of ours, so only where scripts run.
      if (scripts) expect([...(await sidewaysScroll(page)), ...(await cutOff(page)), ...(await overlaps(page)), ...(await smallTargets(page, 60))], name).toEqual([]);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}-${name}${largest ? "-largest" : ""}${scripts ? "" : "-plain"}.png`, fullPage: true });
    },
  };
}
