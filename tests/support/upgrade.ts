import { request } from "node:http";
import type { Socket } from "node:net";
import type { TestServer } from "./server.ts";

/** Asks for a websocket as a browser would, with exactly these headers; gives the status: 101 is in, all else is out. */
export const upgrade = (
  { port }: Pick<TestServer, "port">,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly socket?: Socket; readonly leave: () => void }> =>
  new Promise((resolve, reject) => {
    const asking = request({
      port,
      host: "localhost",
      path: "/socket.io/?EIO=4&transport=websocket",
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "c3ludGhldGljIGtleSEhIQ==",
        ...headers,
      },
    });
    asking.on("upgrade", (response, socket: Socket) =>
      resolve({ status: response.statusCode ?? 0, socket, leave: () => socket.destroy() }),
    );
    asking.on("response", (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, leave: () => undefined });
    });
    asking.on("error", reject);
    asking.end();
  });
