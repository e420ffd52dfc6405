import type { Browser, Page } from "@playwright/test";
import { runCable, type Cable } from "#tests/support/proxy.ts";
import { test as base } from "./stage.ts";

/** A browser whose way to the server is a cable that can be pulled out. Its pages see the server's own address. */
export const test = base.extend<{ cabled: { readonly browser: Browser; readonly cable: Cable } }>({
  cabled: async ({ server, playwright, launchOptions }, use) => {
    const cable = await runCable(server.port);
    const rule = `MAP localhost:${server.port} 127.0.0.1:${new URL(cable.url).port}`;
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rule}`];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    await use({ browser, cable });
    await browser.close();
    await cable.close();
  },
});

/** Every seq that the sockets opened from now on bring in `events` messages, in the order of their coming. */
export const seqsHeard = (page: Page): readonly number[] => {
  const seqs: number[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const text = String(payload);
      if (!text.startsWith('42["events",')) return;
      const [, { events }] = JSON.parse(text.slice(2)) as [string, { events: { seq: number }[] }];
      seqs.push(...events.map(({ seq }) => seq));
    }),
  );
  return seqs;
};

/** What the page asks the server to record over the sockets opened from now on. */
export const submitsOf = (page: Page): readonly string[] => {
  const frames: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => {
      if (String(payload).includes('["submit",')) frames.push(String(payload));
    }),
  );
  return frames;
};

/** Takes the events out of the stream while `lost` says so; the beats go through. For the sockets opened from now on. */
export const loseEvents = (page: Page, lost: () => boolean): Promise<void> =>
  page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!(lost() && message.toString().startsWith('42["events",'))) socket.send(message);
    });
  });
