// The messages that the demo did not send: read from /demo, as a visitor of the demo does.
import { expect } from "@playwright/test";
import type { Running } from "../../../fixtures/server";

/** Texts of the messages, newest first. */
export async function sent(server: Running): Promise<string[]> {
  const answer = await fetch(`${server.url}/demo`);
  expect(answer.status).toBe(200);
  return (await answer.text()).match(/【颐保】[^<]*/g) ?? [];
}

/** The code of the newest message that has one. Each worker has its own server, so it is ours. */
export async function newestCode(server: Running): Promise<string> {
  const codes = (await sent(server)).flatMap((words) => /验证码 (\d{6})/.exec(words)?.[1] ?? []);
  expect(codes.length, "no code was sent").toBeGreaterThan(0);
  return codes[0];
}
