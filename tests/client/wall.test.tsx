// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { initialsOf } from "#client/store/names.ts";
import { LiveGate } from "#client/ui/LiveGate.tsx";
import { Page } from "#client/ui/Page.tsx";
import { keepAwake } from "#client/wall/keepAwake.ts";
import { mayReload, newerBuild, parseReloads, RELOAD_AGAIN_MS } from "#client/wall/newBuild.ts";
import { gridOf } from "#client/wall/wallGrid.ts";
import { PatientId } from "#shared/base/ids.ts";
import { show } from "./ui/inTheme.tsx";

const SIZES = Array.from({ length: 64 }, (_, n) => n + 1);
const NOON = 1_764_000_000_000;

describe("places", () => {
  test("[WL2] from one chair to 64 every chair has a place, and no row and no column is empty", () => {
    for (const chairs of SIZES) {
      const { columns, rows } = gridOf(chairs);
      expect(columns * rows, `${chairs}`).toBeGreaterThanOrEqual(chairs);
      expect(columns * (rows - 1), `${chairs}`).toBeLessThan(chairs);
      expect(columns, `${chairs}`).toBeLessThanOrEqual(chairs);
    }
  });

  test.each([
    [1, 1, 1],
    [4, 2, 2],
    [6, 3, 2],
    [8, 3, 3],
    [64, 8, 8],
  ])("[WL2] %i chairs stand in %i columns and %i rows", (chairs, columns, rows) => {
    expect(gridOf(chairs)).toEqual({ columns, rows });
  });
});

describe("what a wall may show", () => {
  test("[WL4] of a name the first letters, whoever opened the wall", () => {
    const id = PatientId.parse("patient-00000001");
    const row = { id, givenName: "Noor", familyName: "Haddad", birthDate: "1984-03-02" };
    expect(initialsOf({ ...row, identifier: null, phone: null, allergies: null })).toBe("N. H.");
    expect(initialsOf({ id, initials: "N. H." })).toBe("N. H.");
    expect(initialsOf(undefined)).toBeUndefined();
  });

  test("[WL4] when it is LOST the values are gone, and no old copy is offered", () => {
    const lost = { state: "LOST", since: NOON, seconds: 90, cause: "silent" } as const;
    show(
      <LiveGate live={lost} zone="UTC" copy={false}>
        <p>118/74</p>
      </LiveGate>,
    );
    expect(screen.queryByText("118/74")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText(/Look at the chairside monitor/)).toBeDefined();
  });

  test("[WL4] its frame has nothing that takes the focus", () => {
    const { container } = show(
      <Page title="Wall" width="wall">
        <p>118/74</p>
      </Page>,
    );
    expect(container.querySelectorAll("a, button, input, [tabindex]")).toHaveLength(0);
  });
});

describe("a new version", () => {
  const live = { state: "LIVE" } as const;

  test("[WL8] is another build that beats on a wall that is LIVE", () => {
    expect(newerBuild("one", { live, build: "two" })).toBe("two");
    expect(newerBuild("one", { live, build: "one" })).toBeUndefined();
    expect(newerBuild("one", { live })).toBeUndefined();
    expect(newerBuild("one", { live: { state: "NOT_LIVE" }, build: "two" })).toBeUndefined();
  });

  test("[WL8] or a server that no longer speaks to a page this old", () => {
    expect(newerBuild("one", { live: { state: "NOT_LIVE" }, goodbye: "client-too-old" })).toBeDefined();
    expect(newerBuild("one", { live: { state: "NOT_LIVE" }, goodbye: "signed-out" })).toBeUndefined();
  });

  test("[WL8] makes a wall reload once in five minutes, however the builds take turns", () => {
    const once = mayReload([], "two", NOON);
    expect(once).toEqual([{ build: "two", at: NOON }]);
    expect(mayReload(once!, "two", NOON + RELOAD_AGAIN_MS - 1)).toBeUndefined();
    expect(mayReload(once!, "two", NOON + RELOAD_AGAIN_MS)).toEqual([{ build: "two", at: NOON + RELOAD_AGAIN_MS }]);
    const both = mayReload(once!, "one", NOON + 1_000);
    expect(both).toHaveLength(2);
    expect(mayReload(both!, "two", NOON + 2_000)).toBeUndefined();
    expect(mayReload(both!, "one", NOON + 2_000)).toBeUndefined();
  });

  test("[WL8] a clock that was set back does not forbid it for ever", () => {
    expect(mayReload([{ build: "two", at: NOON }], "two", NOON - RELOAD_AGAIN_MS)).toBeDefined();
  });

  test.each([null, "", "{}", "[1]", '[{"build":"one"}]', "not JSON"])(
    "[WL8] a note that says %s is no note",
    (text) => {
      expect(parseReloads(text)).toEqual([]);
    },
  );

  test("[WL8] a note comes back as it was", () => {
    const note = [{ build: "two", at: NOON }];
    expect(parseReloads(JSON.stringify(note))).toEqual(note);
  });
});

/** A browser as far as keeping awake goes: it may refuse, and lets go when the page is out of sight. */
const browser = ({ refuses = false, has = true } = {}) => {
  const sightOf: { visibilityState: DocumentVisibilityState } = { visibilityState: "visible" };
  const page = Object.assign(new EventTarget(), sightOf);
  const is = { refuses, asked: 0, held: undefined as EventTarget | undefined, timer: () => undefined as void };
  const request = (): Promise<WakeLockSentinel> => {
    is.asked += 1;
    if (is.refuses) return Promise.reject(new Error("refused"));
    const lock = Object.assign(new EventTarget(), { release: () => Promise.resolve(letGo()) });
    is.held = lock;
    return Promise.resolve(lock as unknown as WakeLockSentinel);
  };
  const letGo = (): void => {
    const lock = is.held;
    is.held = undefined;
    lock?.dispatchEvent(new Event("release"));
  };
  const sight = (state: DocumentVisibilityState): void => {
    page.visibilityState = state;
    if (state === "hidden") letGo();
    page.dispatchEvent(new Event("visibilitychange"));
  };
  const said: boolean[] = [];
  const every = (run: () => void) => {
    is.timer = run;
    return () => void (is.timer = () => undefined);
  };
  const stop = keepAwake({ wakeLock: has ? { request } : undefined, document: page, every }, (on) => said.push(on));
  const settled = () => new Promise((done) => setTimeout(done));
  return { is, said, stop, sight, letGo, settled };
};

describe("the display stays on", () => {
  test("[WL7] it is asked for at once, and again when the page comes back before somebody's eyes", async () => {
    const wall = browser();
    await wall.settled();
    expect(wall.said).toEqual([true]);
    wall.sight("hidden");
    await wall.settled();
    expect(wall.is.held).toBeUndefined();
    expect(wall.is.asked).toBe(1);
    wall.sight("visible");
    await wall.settled();
    expect(wall.is.held).toBeDefined();
    expect(wall.is.asked).toBe(2);
  });

  test("[WL7] what the browser let go by itself is asked for again", async () => {
    const wall = browser();
    await wall.settled();
    wall.letGo();
    await wall.settled();
    expect(wall.is.held).toBeDefined();
    expect(wall.is.asked).toBe(2);
  });

  test("[WL7] a refusal is told, and asked again later", async () => {
    const wall = browser({ refuses: true });
    await wall.settled();
    expect(wall.said).toEqual([false]);
    wall.is.refuses = false;
    wall.is.timer();
    await wall.settled();
    expect(wall.said).toEqual([false, true]);
  });

  test("[WL7] where there is no such thing that is told as well", async () => {
    const wall = browser({ has: false });
    await wall.settled();
    expect(wall.said).toEqual([false]);
  });

  test("[WL7] a page that ends lets go and asks no more", async () => {
    const wall = browser();
    await wall.settled();
    wall.stop();
    await wall.settled();
    expect(wall.is.held).toBeUndefined();
    wall.sight("visible");
    await wall.settled();
    expect(wall.is.asked).toBe(1);
  });
});
