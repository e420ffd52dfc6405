import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A cable between a screen and the server, which can be pulled out or go dead. It knows bytes and nothing else. */
export interface Cable {
  readonly url: string;
  /** Every connection ends at once and none can be made. */
  readonly cut: () => void;
  /** Nothing reaches the client any more, or nothing reaches either end; both believe that they are connected. */
  readonly goDead: (towards?: "client" | "both") => void;
  /** Good again. A connection that lost bytes ends: the client makes another. */
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

export const runCable = async (port: number): Promise<Cable> => {
  let state: "good" | "cut" | "deaf" | "dead" = "good";
  const pairs = new Set<{ readonly ends: readonly Socket[]; lost: boolean }>();
  const proxy = createServer((client) => {
    if (state === "cut") return void client.destroy();
    const server = connect(port, "localhost");
    const pair = { ends: [client, server], lost: false };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      for (const side of pair.ends) side.destroy();
    };
    const pass = (from: Socket, to: Socket, blocked: () => boolean): void => {
      from.on("data", (bytes) => (blocked() ? (pair.lost = true) : to.write(bytes)));
      from.on("close", end).on("error", end);
    };
    pass(client, server, () => state === "dead");
    pass(server, client, () => state === "dead" || state === "deaf");
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const endAll = (which: (pair: { readonly lost: boolean }) => boolean): void => {
    for (const pair of [...pairs].filter(which)) for (const side of pair.ends) side.destroy();
  };
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    cut: () => {
      state = "cut";
      endAll(() => true);
    },
    goDead: (towards = "both") => {
      state = towards === "client" ? "deaf" : "dead";
    },
    mend: () => {
      state = "good";
      endAll(({ lost }) => lost);
    },
    close: async () => {
      endAll(() => true);
      proxy.close();
      await once(proxy, "close");
    },
  };
};
