// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";

import type { Live } from "#client/connection/liveState.ts";
import { CallTag } from "#client/ui/CallTag.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { DeadMan } from "#client/ui/DeadMan.tsx";
import { LevelPicker } from "#client/ui/LevelPicker.tsx";
import { LiveBanner } from "#client/ui/LiveBanner.tsx";
import { LiveGate } from "#client/ui/LiveGate.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { NumberPad } from "#client/ui/NumberPad.tsx";
import { Page } from "#client/ui/Page.tsx";
import { ReadinessBadge } from "#client/ui/ReadinessBadge.tsx";
import { ReasonField } from "#client/ui/ReasonField.tsx";
import { SavedLine } from "#client/ui/SavedLine.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { Value } from "#client/ui/Value.tsx";
import { SEDATION } from "#shared/scales/levels.ts";
import { show } from "./inTheme.tsx";

const ZONE = "America/Phoenix";
/** 10:42:07 in Phoenix. */
const AT = Date.UTC(2026, 10, 24, 17, 42, 7);
const out = (state: "NOT_LIVE" | "LOST"): Live => ({ state, since: AT, seconds: 23, cause: "silent" });

describe("live", () => {
  test("[UI1] NOT LIVE says since when, what to do, and why", () => {
    show(<LiveBanner live={out("NOT_LIVE")} zone={ZONE} />);
    expect(screen.getByRole("alert").textContent).toBe(
      "NOT LIVE since 10:42 · go and lookLast update 23 s ago. The server does not answer.",
    );
  });

  test("[UI1] LIVE says nothing, and for a moment what came in while it was away", () => {
    const { again } = show(<LiveBanner live={{ state: "LIVE", back: 2 }} zone={ZONE} />);
    expect(screen.getByRole("status").textContent).toBe("Back, 2 new entries");
    again(<LiveBanner live={{ state: "LIVE" }} zone={ZONE} />);
    expect(screen.queryByRole("status")).toBeNull();
  });

  test("[UI2] LOST takes the values away; the last copy is one tap off, marked with its time, and cannot be used", () => {
    show(
      <LiveGate live={out("LOST")} zone={ZONE}>
        <button type="button">Discharge</button>
      </LiveGate>,
    );
    expect(screen.queryByText("Discharge")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show the last copy" }));
    expect(screen.getByText("Old copy, 10:42")).toBeDefined();
    expect(screen.getByText("Discharge").closest("[inert]")).not.toBeNull();
  });

  test("[UI3] a page that is NOT LIVE shows nobody as ready, and says so in its title", () => {
    const page = (live: "LIVE" | "NOT_LIVE") => (
      <Page title="Board" live={live}>
        <ReadinessBadge state="ready">checks met, ride here</ReadinessBadge>
      </Page>
    );
    const { again } = show(page("LIVE"));
    expect(screen.getByText("READY")).toBeDefined();
    expect(document.title).toBe("Board · Chairside");
    again(page("NOT_LIVE"));
    expect(screen.queryByText("READY")).toBeNull();
    expect(screen.getByText("check the patient")).toBeDefined();
    expect(document.title).toBe("⚠ NOT LIVE · Chairside");
  });

  test("[UI4] each beat rewinds the dead man's switch, an outage runs it out", () => {
    const animation = { currentTime: 4_000 };
    let beat = (): void => undefined;
    const onVouched = (rewind: () => void) => {
      beat = rewind;
      return () => undefined;
    };
    const { again } = show(<DeadMan live={{ state: "LIVE" }} onVouched={onVouched} />);
    Object.assign(screen.getByTestId("dead-man"), { getAnimations: () => [animation] });
    beat();
    expect(animation.currentTime).toBe(0);
    again(<DeadMan live={out("NOT_LIVE")} onVouched={onVouched} />);
    expect(animation.currentTime).toBe(10_000);
  });
});

describe("values", () => {
  test("[UI5] a number has its name, unit, age, source and baseline", () => {
    const against = { baseline: "97", direction: "below" } as const;
    show(<Value of="spo2" reading={{ text: "90", ageMs: 120_000, stale: false, source: "Ana", against }} />);
    expect(screen.getByRole("group", { name: "Oxygen saturation" }).textContent).toBe(
      "SpO₂%90below baseline 972 min agoAna",
    );
  });

  test("[UI6] what nobody took says so, what is old says so", () => {
    const { again } = show(<Value of="rr" reading={undefined} />);
    expect(screen.getByText("not taken")).toBeDefined();
    again(<Value of="rr" reading={{ text: "14", ageMs: 1_080_000, stale: true }} />);
    expect(screen.getByRole("group", { name: "Breaths" }).textContent).toContain("18 min ago ·\u00a0old");
  });

  test("[UI7] a call has a word, stars and a shape besides its colour", () => {
    const { container } = show(<CallTag priority="high">HELP · CHAIR 3</CallTag>);
    expect(container.textContent).toContain("***High: HELP · CHAIR 3");
    expect(container.querySelector("svg")).not.toBeNull();
  });

  test("[UI8] an entry is on the server or on this tablet, and nothing in between is said", () => {
    const { again } = show(<SavedLine saving={{ state: "saved", at: AT, zone: ZONE }} />);
    expect(screen.getByRole("status").textContent).toBe("Saved 10:42:07");
    again(<SavedLine saving={{ state: "not-sent", count: 1 }} />);
    expect(screen.getByRole("status").textContent).toBe("Saved here, not sent (1)");
  });
});

describe("entry", () => {
  test("[UI9] levels are radio buttons that name their meaning, and none is chosen beforehand", () => {
    const chosen = vi.fn();
    show(<LevelPicker legend="Sedation" levels={SEDATION} value={undefined} onChange={chosen} />);
    expect(screen.getByRole("group", { name: "Sedation" })).toBeDefined();
    expect(screen.getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked)).toEqual([]);
    fireEvent.click(screen.getByRole("radio", { name: "Drowsy, Slow answer" }));
    expect(chosen).toHaveBeenCalledWith(4);
  });

  test("[UI10] a number field keeps what was typed, goes on with Enter, and says what is wrong beside it", () => {
    const next = vi.fn();
    const typed = vi.fn();
    show(
      <TypedNumberField
        label="Heart rate"
        unit="/min"
        value="88.5"
        onChange={typed}
        onNext={next}
        last="last 74"
        problem="Whole number only"
      />,
    );
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Heart rate" });
    expect(field.value).toBe("88.5");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    fireEvent.keyDown(field, { key: "ArrowUp" });
    expect(typed).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: "Enter" });
    expect(next).toHaveBeenCalledOnce();
  });

  test("[UI11] the pad types into the field and erases its last digit", () => {
    const typed = vi.fn();
    show(<NumberPad value="12" onChange={typed} onNext={() => undefined} extra="/" />);
    fireEvent.click(screen.getByRole("button", { name: "8" }));
    fireEvent.click(screen.getByRole("button", { name: "Slash" }));
    fireEvent.click(screen.getByRole("button", { name: "Erase the last digit" }));
    expect(typed.mock.calls).toEqual([["128"], ["12/"], ["1"]]);
  });

  test("[UI12] chips: several are ticked and unticked, of one kind only one", () => {
    const many = vi.fn();
    const chips = [
      { code: "nausea", word: "Nausea" },
      { code: "dizzy", word: "Dizzy" },
    ] as const;
    show(<ChipPicker legend="Symptoms" many chips={chips} value={["nausea"]} onChange={many} />);
    fireEvent.click(screen.getByRole("checkbox", { name: "Dizzy" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Nausea" }));
    expect(many.mock.calls).toEqual([[["nausea", "dizzy"]], [[]]]);
  });

  test("[UI12] a reason is a chip, and a text only when there is one", () => {
    const reasoned = vi.fn();
    const chips = [{ code: "asleep", word: "Asleep" }] as const;
    const { again } = show(<ReasonField legend="Why" chips={chips} value={undefined} onChange={reasoned} />);
    fireEvent.click(screen.getByRole("radio", { name: "Asleep" }));
    again(<ReasonField legend="Why" chips={chips} value={{ code: "asleep", text: "x" }} onChange={reasoned} />);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "" } });
    expect(reasoned.mock.calls).toEqual([[{ code: "asleep" }], [{ code: "asleep" }]]);
  });

  test("[UI13] a wait is shown after 300 ms, as a shape and never as an old number", () => {
    vi.useFakeTimers();
    show(<Loading lines={2} />);
    const status = screen.getByRole("status", { name: "Loading" });
    expect(status.childElementCount).toBe(0);
    act(() => void vi.advanceTimersByTime(300));
    expect(status.childElementCount).toBe(2);
    vi.useRealTimers();
  });
});
