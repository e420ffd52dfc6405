import { request } from "node:http";
import { expect, test } from "vitest";
import type { Recorded } from "#shared/clinic/events.ts";
import { MAX_CATCH_UP_EVENTS } from "#shared/wire/messages.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import { wireSchema } from "#server/http/wireRoutes.ts";
import type { SignedIn } from "#tests/support/people.ts";
import { acceptedSeq, upTo, useRoom } from "#tests/support/room.ts";
import { checkIn, fullSet, lookIn, newId, note } from "#tests/support/wishes.ts";
import { CommandId } from "#shared/base/ids.ts";

const room = useRoom();

type Asked = () => Promise<Response>;

const headersOf = (who?: SignedIn): Record<string, string> => ({
  origin: room().server.url,
  "x-chairside": "1",
  "content-type": "application/json",
  ...(who && { cookie: who.cookie }),
});
const get = (path: string, who?: SignedIn): Promise<Response> =>
  fetch(`${room().server.url}${path}`, { headers: headersOf(who) });
const send = (
  path: string,
  body: string,
  headers: Record<string, string> = headersOf(room().people.nurse),
): Promise<Response> => fetch(`${room().server.url}${path}`, { method: "POST", headers, body });

test("[HT1] every no is a problem with a status and a title, and shows nothing of the inside", async () => {
  const { people, clinicId } = room();
  const base = `/api/clinics/${clinicId}`;
  const noes: Readonly<Record<string, readonly [status: number, ask: Asked]>> = {
    "not signed in": [401, () => get("/api/me")],
    "not signed in to a clinic": [401, () => get(`${base}/events`)],
    "another role": [403, () => get(`${base}/sessions/session-unknown`, people.desk)],
    "an unknown session": [404, () => get(`${base}/sessions/session-unknown`, people.nurse)],
    "an unknown patient": [
      404,
      () =>
        people.nurse.post(`${base}/patients/patient-unknown`, {
          givenName: "A",
          familyName: "B",
          birthDate: "1980-02-29",
          identifier: null,
          phone: null,
          allergies: null,
        }),
    ],
    "an id that is none": [
      404,
      () =>
        people.nurse.post(`${base}/patients/!`, {
          givenName: "A",
          familyName: "B",
          birthDate: "1980-02-29",
          identifier: null,
          phone: null,
          allergies: null,
        }),
    ],
    "an unknown path of the API": [404, () => get("/api/unheard-of", people.nurse)],
    "a method that is not there": [404, () => send("/somewhere", "{}")],
    "half a JSON": [400, () => send(`${base}/commands`, '{"commandId": "canary')],
    "no object": [400, () => send(`${base}/commands`, '"canary"')],
    "a body that is too large": [413, () => send(`${base}/commands`, JSON.stringify({ command: "x".repeat(70_000) }))],
    "a wrong seq": [400, () => get(`${base}/events?after=canary`, people.nurse)],
    "a seq below nothing": [400, () => get(`${base}/events?after=-1`, people.nurse)],
    "two seqs": [400, () => get(`${base}/events?after=1&after=2`, people.nurse)],
    "a form with a wrong field": [400, () => people.nurse.post(`${base}/patients/search`, { query: "" })],
    "a path that cannot be read": [400, () => get("/api/clinics/%E0%A4%A/events", people.nurse)],
    "another site": [
      403,
      () => send(`${base}/commands`, "{}", { ...headersOf(people.nurse), origin: "https://evil.example" }),
    ],
    "not JSON": [
      415,
      () =>
        send(`${base}/commands`, "a=1", {
          ...headersOf(people.nurse),
          "content-type": "application/x-www-form-urlencoded",
        }),
    ],
    "a wrong password": [
      401,
      () => send("/api/auth/sign-in", JSON.stringify({ username: "the.nurse", password: "canary" }), headersOf()),
    ],
  };
  for (const [name, [status, ask]] of Object.entries(noes)) {
    const answer = await ask();
    const text = await answer.text();
    expect([name, answer.status, answer.headers.get("content-type")]).toEqual([
      name,
      status,
      "application/problem+json; charset=utf-8",
    ]);
    expect(JSON.parse(text), name).toMatchObject({ status, title: expect.stringMatching(/^[A-Z]/) as string });
    expect(text, name).not.toMatch(/canary|node_modules|\.ts\b|Error|\bat /);
  }
});

test("[HT3] nothing is changed by a request that does not come from our own page, with our own header, as JSON", async () => {
  const { people, clinicId, server, head } = room();
  const body = JSON.stringify({ commandId: newId(CommandId), command: note("session-unknown" as never, "x") });
  const mine = headersOf(people.nurse);
  const { origin: _o, ...noOrigin } = mine;
  const { "x-chairside": _x, ...noHeader } = mine;
  const hostile: readonly (readonly [number, Record<string, string>])[] = [
    [403, noOrigin],
    [403, noHeader],
    [403, { ...mine, "x-chairside": "2" }],
    [403, { ...mine, origin: "null" }],
    [403, { ...mine, origin: `${server.url}.evil.example` }],
    [403, { ...mine, origin: "http://localhost" }],
    [403, { ...mine, origin: server.url.toUpperCase() }],
    [403, { ...noOrigin, referer: server.url }],
    [415, { ...mine, "content-type": "text/plain" }],
    [415, { ...mine, "content-type": "multipart/form-data; boundary=x" }],
  ];
  const before = await head();
  const posts = [
    "/api/auth/sign-in",
    "/api/auth/sign-out",
    "/api/set-up",
    `/api/clinics/${clinicId}/commands`,
    `/api/clinics/${clinicId}/patients`,
    `/api/clinics/${clinicId}/staff`,
  ];
  for (const path of posts) {
    for (const [status, headers] of hostile)
      expect([path, headers, (await send(path, body, headers)).status]).toEqual([path, headers, status]);
  }
  expect(await head()).toBe(before);
  expect((await get("/api/me", people.nurse)).status).toBe(200); // nobody was signed out
});

test("[HT2] the origin is this server's, exactly: no part of it, no other spelling", async () => {
  const { people, server } = room();
  const tried = [
    server.url.replace("http:", "https:"),
    `${server.url}/`,
    server.url.replace("localhost", "127.0.0.1"),
    `http://user@localhost:${server.port}`,
    `${server.url}, https://evil.example`,
    "*",
    "",
  ];
  for (const origin of tried)
    expect([origin, (await send("/api/auth/sign-out", "{}", { ...headersOf(people.nurse), origin })).status]).toEqual([
      origin,
      403,
    ]);
});

test("[HT4] the page policy stands on every kind of answer", async () => {
  const { people, clinicId, server } = room();
  const html = await (await get("/")).text();
  const [asset = "/assets/none"] = /\/assets\/[\w.-]+\.js/.exec(html) ?? [];
  const asks: Readonly<Record<string, Asked>> = {
    "the page": () => get("/"),
    "a deep link": () => get("/board/anything"),
    "an asset": () => get(asset),
    "an asset that is not there": () => get("/assets/none.js"),
    "the API": () => get("/api/me", people.nurse),
    "the API's no": () => get("/api/me"),
    "the stream": () => get(`/api/clinics/${clinicId}/events`, people.nurse),
    "signing in": () => send("/api/auth/sign-in", "{}", headersOf()),
    "from another site": () => send("/api/auth/sign-out", "{}", {}),
    "half a JSON": () => send(`/api/clinics/${clinicId}/commands`, "{"),
    "a method that is not there": () => fetch(`${server.url}/`, { method: "DELETE" }),
    "the wire": () => get("/api/wire.json"),
    health: () => get("/healthz"),
    readiness: () => get("/readyz"),
    metrics: () => get("/metrics"),
  };
  const nonces = new Set<string>();
  for (const [name, ask] of Object.entries(asks)) {
    const { headers } = await ask();
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy, name).toMatch(/^default-src 'none';script-src 'self';style-src 'self' 'nonce-[\w+/=]{24}';/);
    expect(policy, name).toMatch(/;base-uri 'none';object-src 'none';.*frame-ancestors 'none'$/);
    expect(policy.match(/unsafe-\w+/g), name).toEqual(["unsafe-inline"]); // of style attributes alone
    expect(policy, name).toContain("style-src-attr 'unsafe-inline'");
    expect(policy, name).toContain(";worker-src 'self';");
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1] ?? "");
    expect([
      name,
      headers.get("x-content-type-options"),
      headers.get("referrer-policy"),
      headers.get("cross-origin-resource-policy"),
      headers.get("x-powered-by"),
      headers.get("x-frame-options"),
    ]).toEqual([name, "nosniff", "no-referrer", "same-origin", null, "SAMEORIGIN"]);
  }
  expect(nonces.size).toBe(Object.keys(asks).length);
});

test("[HT4] the page holds no script and no style of its own, and the nonce in it is the one of its policy", async () => {
  const answer = await get("/");
  const html = await answer.text();
  const nonce = /nonce-([^']+)/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "none";
  expect(html).toContain(nonce);
  expect(html).not.toContain("__CSP_NONCE__");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/i);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect((await get("/api/me", room().people.nurse)).headers.get("cache-control")).toBe("no-store");
});

test("[HT5] the twins give the same answers: accepted, refused, invalid, used, not allowed", async () => {
  const { people, watch, seat, clinic } = room();
  const sessionId = await seat();
  const screen = await watch(people.nurse);
  const pairs = [
    () => lookIn(sessionId),
    () => checkIn(clinic.chairs[0] as never),
    () => fullSet(sessionId, undefined, { sbp: 900 }),
    () => fullSet(sessionId, undefined, { sbp: 225 }),
    () => ({ type: "unheard-of" }) as never,
    () => ({ type: "give-clearance", sessionId, why: { code: "other" } }) as const,
    () => note("session-unknown" as never, "x"),
  ];
  for (const make of pairs) {
    const [over, twin] = [await screen.submit(make()), await people.nurse.submit(make())];
    if ("accepted" in over) expect(acceptedSeq(twin)).toBe(acceptedSeq(over) + 1);
    else expect(twin).toEqual(over);
  }
  const [wish, commandId] = [lookIn(sessionId), newId(CommandId)];
  expect(await people.nurse.submit(wish, commandId)).toEqual(await screen.submit(wish, commandId));
});

test("[HT5] the events over HTTP are those of the stream, for each audience, in pages of 500 at most", async () => {
  const { people, watch, seat, clinicId, head } = room();
  const screens = {
    nurse: await watch(people.nurse),
    desk: await watch(people.desk),
    display: await watch(people.display),
  };
  const from = screens.nurse.store.haveSeq();
  const sessionId = await seat();
  for (let n = 0; n < 11; n += 1)
    await Promise.all(Array.from({ length: 50 }, (_, k) => screens.nurse.submit(note(sessionId, `${n} ${k}`))));
  const last = await head();
  for (const [role, screen] of Object.entries(screens)) {
    await screen.has(last);
    const page = (await (
      await get(`/api/clinics/${clinicId}/events?after=${from}`, people[role as keyof typeof screens])
    ).json()) as { events: Recorded[]; epoch: string };
    expect([page.events.length, page.epoch]).toEqual([MAX_CATCH_UP_EVENTS, screen.store.epoch()]);
    expect(page.events.map(({ seq }) => seq)).toEqual(upTo(from + MAX_CATCH_UP_EVENTS, from));
    expect(page.events).toEqual(
      screen
        .all("events")
        .flatMap(({ events }) => events)
        .slice(0, MAX_CATCH_UP_EVENTS),
    );
  }
  expect(await (await get(`/api/clinics/${clinicId}/events?after=${last}`, people.nurse)).json()).toMatchObject({
    events: [],
  });
});

test("[WR9] the wire is there for other programs: JSON Schema of every message, from the schemas that parse them", async () => {
  const answer = await get("/api/wire.json");
  const served = (await answer.json()) as Record<string, Record<string, { $schema: string }>>;
  expect(served).toEqual(JSON.parse(JSON.stringify(wireSchema())));
  expect(served["wire"]).toBe(WIRE_VERSION);
  expect(Object.keys(served["clientToServer"] ?? {})).toEqual(["hello", "submit", "applied"]);
  expect(Object.keys(served["serverToClient"] ?? {})).toEqual(["snapshot", "events", "beat", "presence", "goodbye"]);
  for (const schemas of [served["clientToServer"], served["serverToClient"], served["replies"]]) {
    for (const schema of Object.values(schemas ?? {}))
      expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  }
});

test("[OP1] [OP2] health, readiness and metrics say how it is, and metrics go to this machine alone", async () => {
  const { people, watch, seat, server } = room();
  await seat();
  await watch(people.nurse);
  expect(await (await get("/healthz")).json()).toEqual({ ok: true });
  expect([(await get("/readyz")).status, await (await get("/readyz")).json()]).toEqual([200, { ok: true }]);
  const text = await (await get("/metrics")).text();
  expect(text).toMatch(/^chairside_clinics 1$/m);
  expect(text).toMatch(/^chairside_screens [1-9]\d*$/m);
  expect(text).toMatch(/^chairside_open_sessions [1-9]\d*$/m);
  expect(text).toMatch(/^chairside_open_calls \d+$/m);
  for (const header of ["x-forwarded-for", "forwarded"])
    expect((await fetch(`${server.url}/metrics`, { headers: { [header]: "203.0.113.7" } })).status).toBe(404);
});

test("[HT6] more than 1,200 requests a minute from one address are turned away with a problem; pages and health go on", async () => {
  const { server } = room();
  const ask = (): Promise<number> =>
    new Promise((resolve, reject) => {
      request(`${server.url}/api/wire.json`, { method: "HEAD" }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });
  const statuses = new Set<number>();
  for (let n = 0; n < 13; n += 1)
    for (const status of await Promise.all(Array.from({ length: 100 }, ask))) statuses.add(status);
  expect([...statuses]).toEqual([200, 429]);
  const answer = await get("/api/me");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([429, "application/problem+json; charset=utf-8"]);
  expect([(await get("/")).status, (await get("/healthz")).status]).toEqual([200, 200]);
});
