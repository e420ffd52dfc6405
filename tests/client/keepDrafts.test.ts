import { expect, test } from "vitest";

import { createDrafts, draftKey, finishSaving } from "#client/entry/drafts.ts";
import { emptyDraft, typeInto } from "#client/entry/entryModel.ts";
import { createForms, onto } from "#client/entry/forms.ts";
import { formKey, keepDrafts } from "#client/entry/keepDrafts.ts";
import { CommandId, ObservationId } from "#shared/base/ids.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import { boardClinic, chair, person, sessionId } from "./boardClinic.ts";

const ANA = person("ana");
const IDS = {
  sessionId: sessionId(1),
  observationId: ObservationId.parse("observation-0001"),
  commandId: CommandId.parse("command-0001"),
};
const draft = typeInto(emptyDraft(IDS, "bp"), "sbp", "128");
const SHEET = draftKey(ANA, chair(1));
const NOTE = formKey(ANA, sessionId(1), "note");

const settled = async (): Promise<void> => {
  for (let step = 0; step < 20; step += 1) await Promise.resolve();
};

/** A device that outlives pages: each page has stores of its own, and knows the clinic from its first breath or later. */
const device = () => {
  const kept = new Map<string, string>();
  const writes: string[] = [];
  const storage = {
    load: () => Promise.resolve([...kept].map(([form, text]) => ({ form, value: JSON.parse(text) as unknown }))),
    put: async (form: string, value: unknown) => {
      await Promise.resolve();
      writes.push(form);
      kept.set(form, JSON.stringify(value));
    },
    remove: (form: string) => Promise.resolve(void kept.delete(form)),
  };
  const page = async (known?: Clinic) => {
    const [drafts, forms] = [createDrafts(), createForms()];
    let clinic = known ?? boardClinic(0).clinic();
    const listeners = new Set<() => void>();
    const stop = keepDrafts({
      person: ANA,
      drafts,
      forms,
      storage,
      clinic: {
        clinic: () => (known ? clinic : { ...clinic, seq: 0 }),
        subscribe: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
    });
    await settled();
    const now = (next: Clinic): void => {
      clinic = next;
      for (const listener of listeners) listener();
    };
    return { drafts, forms, stop, now };
  };
  return { page, kept, writes };
};

const seated = () => {
  const clinic = boardClinic(2);
  clinic.checkIn(1);
  return clinic;
};

test("[EN11] a sheet and a note that were begun are there on the next page, open as they were", async () => {
  const { page } = device();
  const first = await page(seated().clinic());
  first.drafts.write(SHEET, (slot) => ({ ...slot, draft, open: true, busy: true }));
  first.forms.write(NOTE, "settled");
  await settled();
  first.stop();
  const next = await page();
  expect(next.drafts.read(SHEET)).toEqual({ draft, open: true, busy: false });
  expect(next.forms.read(NOTE)).toBe("settled");
});

test("[EN11] what is saved is taken away, and so is what belongs to a session that has left", async () => {
  const { page, kept } = device();
  const clinic = seated();
  const one = await page(clinic.clinic());
  one.drafts.write(SHEET, (slot) => ({ ...slot, draft, open: true }));
  one.forms.write(NOTE, "settled");
  await settled();
  expect(kept.size).toBe(2);
  finishSaving(one.drafts, SHEET, { ...IDS, at: 1 });
  await settled();
  expect([...kept.keys()]).toEqual([`${sessionId(1)} note`]);
  one.now({ ...clinic.clinic(), sessions: {} });
  await settled();
  expect(kept.size).toBe(0);
  expect(one.forms.read(NOTE)).toBeUndefined();
});

test("[EN11] before the clinic is known nobody is taken to have left; a session that left meanwhile loses its draft then", async () => {
  const { page, kept } = device();
  const one = await page(seated().clinic());
  one.forms.write(NOTE, "settled");
  await settled();
  one.stop();
  const waiting = await page();
  expect(waiting.forms.read(NOTE)).toBe("settled");
  waiting.stop();
  const later = await page(boardClinic(2).clinic());
  expect(later.forms.read(NOTE)).toBeUndefined();
  await settled();
  expect(kept.size).toBe(0);
});

test("[EN11] others' drafts are not kept under her name, and what was begun meanwhile goes before what was kept", async () => {
  const { page, kept } = device();
  const clinic = seated().clinic();
  const one = await page(clinic);
  one.forms.write(formKey(person("ben"), sessionId(1), "note"), "his");
  one.forms.write(NOTE, "old");
  await settled();
  expect(kept.size).toBe(1);
  one.stop();
  const [drafts, forms] = [createDrafts(), createForms()];
  forms.write(NOTE, "new");
  keepDrafts({
    person: ANA,
    drafts,
    forms,
    storage: {
      load: () => Promise.resolve([{ form: `${sessionId(1)} note`, value: "old" }]),
      put: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    },
    clinic: { clinic: () => clinic, subscribe: () => () => undefined },
  });
  await settled();
  expect(forms.read(NOTE)).toBe("new");
});

test("[EN11] while one write is under way the newest waits alone: the last key stroke is what lies there", async () => {
  const { page, kept, writes } = device();
  const one = await page(seated().clinic());
  for (const text of ["s", "se", "set", "sett", "settled"]) one.forms.write(NOTE, text);
  await settled();
  expect(writes).toHaveLength(2);
  expect(JSON.parse(kept.get(`${sessionId(1)} note`) ?? "")).toBe("settled");
});

test("[EN11] a draft of another version is laid over an empty form: nothing is missing and nothing is of another kind", () => {
  expect(onto({ text: "", kind: undefined }, { text: "pale" })).toEqual({ text: "pale", kind: undefined });
  expect(onto("", { text: "pale" })).toBe("");
  expect(onto({ text: "" }, "pale")).toEqual({ text: "" });
  expect(onto({ text: "" }, null)).toEqual({ text: "" });
  expect(onto("", undefined)).toBe("");
});
