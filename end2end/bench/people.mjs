// A demo person for the bench: signs in with a code from /demo, files cases, and then does what people do all day.
import { Client, form } from "./lib.mjs";

/** Signed in as a resident with at least `cases` cases of her own. */
export async function signedIn(url, { key = "wang-xiulan", cases = 0 } = {}) {
  const client = new Client(url);
  const demo = (await client.get("/demo")).text;
  const card = new RegExp(`data-demo="${key}"[\\s\\S]*?<h3>([^<]+)<[\\s\\S]*?(\\d{17}[\\dX])`).exec(demo);
  if (!card) throw new Error(`/demo knows no ${key}`);
  await enter(client, card[1], card[2]);
  const have = (await client.get("/my-cases")).text.match(/href="\/cases\/[^"/]+"/g)?.length ?? 0;
  for (let filed = have; filed < cases; filed++) await submit(client, await fill(client));
  return client;
}

/** Signs in by name and number, with the code from /demo. */
export async function enter(client, name, number) {
  const signIn = form((await client.get("/sign-in")).text, "/sign-in");
  await need(client.post(signIn.action, { ...signIn.fields, name, id_number: number }), 303);
  const ask = form((await client.get("/sign-in/code")).text, "/sign-in/code");
  const outbox = (await client.get("/demo")).text;
  const code = /(?<!\d)(\d{6})(?!\d)/.exec(outbox.slice(outbox.indexOf('id="messages"')))?.[1];
  await need(client.post(ask.action, { ...ask.fields, code }), 303);
}

/** A draft with every question answered (an emergency: it may be filed any number of times), up to the check page. Answers its check page's path and how many pages it took. */
export async function fill(client) {
  const start = form((await client.get("/guide/out-of-area")).text, "/file/out-of-area");
  let at = (await need(client.post(start.action, start.fields), 303)).location;
  for (let steps = 0; !at.endsWith("/check"); steps++) {
    if (steps > 12) throw new Error(`lost at ${at}`);
    at = await answer(client, at);
  }
  return at;
}

/** Reads one question page and answers it; `own`: answers that differ from the usual ones, by step. */
export async function answer(client, at, own = {}) {
  const step = at.split("?")[0].split("/").at(-1);
  const page = form((await need(client.get(at), 200)).text, `/${step}`);
  return (await need(client.post(page.action, { ...page.fields, ...(own[step] ?? answers(step)) }), 303)).location;
}

/** Sends the filled draft. */
export async function submit(client, check) {
  const page = form((await need(client.get(check), 200)).text, "/check");
  return (await need(client.post(page.action, { ...page.fields, signed: "yes" }), 303)).location;
}

function answers(step) {
  const day = new Date(Date.now() + 5 * 86_400_000);
  const known = {
    kind: { kind: "emergency" },
    place: { province: "33" },
    city: { city: "杭州市" },
    start: { start_year: day.getUTCFullYear(), start_month: day.getUTCMonth() + 1, start_day: day.getUTCDate() },
    end: { "end-unsure": "unsure" },
    contact: { "contact-name": "王秀兰", "contact-phone": "19900000002" },
    papers: {},
  };
  if (!(step in known)) throw new Error(`no answer for ${step}`);
  return known[step];
}

async function need(asked, status) {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").slice(0, 300)}`);
  return answer;
}

/** Half home, a fifth lists, a fifth question pages, a tenth submits; eight people's worth at a time. Answers what was sent. */
export async function mix(url, client, total) {
  const sent = { home: 0, list: 0, question: 0, submit: 0, extra: 0 };
  const draft = await fill(client);
  const question = draft.replace(/\/check$/, "/place");
  let left = total;
  const work = async () => {
    while (left > 0) {
      left -= 10;
      for (let i = 0; i < 5; i++, sent.home++) await need(client.get("/"), 200);
      for (let i = 0; i < 2; i++, sent.list++) await need(client.get("/my-cases"), 200);
      for (let i = 0; i < 2; i++, sent.question++) await need(client.get(question), 200);
      const page = form((await need(client.get(question), 200)).text, "/place");
      await need(client.post(page.action, { ...page.fields, ...answers("place") }), 303);
      sent.submit++;
      sent.extra++;
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return `${sent.home} home, ${sent.list} lists, ${sent.question} questions, ${sent.submit} submits, ${sent.extra} reads for them`;
}
