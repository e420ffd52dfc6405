import type { EventLog } from "./eventLog.ts";
import type { Audit, Register } from "./register.ts";

/** A question of an interface, which the writer thread answers synchronously. */
interface Call<Asks extends (...ask: never[]) => Promise<unknown>> {
  readonly ask: Parameters<Asks>;
  readonly answer: Awaited<ReturnType<Asks>>;
}

export interface Reads {
  readonly read: Call<EventLog["read"]>;
  readonly readSession: Call<EventLog["readSession"]>;
  readonly replyTo: Call<EventLog["replyTo"]>;
  readonly head: Call<EventLog["head"]>;
  readonly clinics: Call<EventLog["clinics"]>;
  readonly checkpoint: Call<EventLog["checkpoint"]>;
  readonly findPatients: Call<Register["findPatients"]>;
  readonly patients: Call<Register["patients"]>;
  readonly escorts: Call<Register["escorts"]>;
  readonly lines: Call<Audit["lines"]>;
  readonly rows: Call<Audit["rows"]>;
}

export interface Writes {
  readonly append: Call<EventLog["append"]>;
  readonly saveCheckpoint: Call<EventLog["saveCheckpoint"]>;
  readonly addPatient: Call<Register["addPatient"]>;
  readonly changePatient: Call<Register["changePatient"]>;
  readonly saveEscort: Call<Register["saveEscort"]>;
  readonly record: Call<Audit["record"]>;
}

export type ReadName = keyof Reads;
export type WriteName = keyof Writes;

export type Readers<Name extends ReadName = ReadName> = {
  [N in Name]: (...ask: Reads[N]["ask"]) => Reads[N]["answer"];
};
export type Writers<Name extends WriteName = WriteName> = {
  [N in Name]: (...ask: Writes[N]["ask"]) => Writes[N]["answer"];
};

export interface Read<Name extends ReadName = ReadName> {
  readonly name: Name;
  readonly ask: Reads[Name]["ask"];
}
export interface Write<Name extends WriteName = WriteName> {
  readonly name: Name;
  readonly ask: Writes[Name]["ask"];
}

/** `answer` is whatever the interface promises for the name that was asked; the asker knows which. */
export type Outcome = { readonly answer: unknown } | { readonly tryAgain: string } | { readonly failed: string };

export type ToWorker =
  | { readonly kind: "read"; readonly id: number; readonly read: Read }
  | { readonly kind: "batch"; readonly writes: readonly Write[] }
  | { readonly kind: "close" };

export type FromWorker =
  | { readonly kind: "opened"; readonly epoch: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "answer"; readonly id: number; readonly outcome: Outcome }
  /** One outcome for each write of the batch that is under way, in order. */
  | { readonly kind: "committed"; readonly outcomes: readonly Outcome[] }
  | { readonly kind: "fatal"; readonly reason: string };

export interface OpenAsk {
  readonly path: string;
  readonly maxBytes: number | undefined;
}
