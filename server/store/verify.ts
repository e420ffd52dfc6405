import { seq } from "#shared/base/ids.ts";
import type { ClinicId } from "#shared/base/ids.ts";
import { link, NO_CHAIN } from "./chain.ts";
import type { ChainedRow } from "./chain.ts";
import type { EventLog } from "./eventLog.ts";
import type { Audit } from "./register.ts";

/** A seq and chain value that somebody noted earlier: a checkpoint, a printed report, a second store. */
export interface Anchor {
  readonly seq: number;
  readonly chain: string;
}

/** missing: no row with this number. changed: its text is not the one that was chained. rewritten, cut-off: an anchor says so. */
export type Verdict =
  | { readonly intact: Anchor }
  | { readonly broken: { readonly seq: number; readonly why: "missing" | "changed" | "rewritten" | "cut-off" } };

const PAGE = 1_000;

/**
 * VC1-VC3. Rows must be numbered 1, 2, 3 … and each chain value must follow from the one before.
 * A chain alone cannot tell that its end was cut off, or that all of it was written anew: anchors can.
 */
export const verifyChain = async (
  rows: AsyncIterable<ChainedRow> | Iterable<ChainedRow>,
  anchors: readonly Anchor[] = [],
): Promise<Verdict> => {
  let last: Anchor = { seq: 0, chain: NO_CHAIN };
  for await (const row of rows) {
    if (row.seq !== last.seq + 1) return { broken: { seq: last.seq + 1, why: "missing" } };
    if (row.chain !== link(last.chain, row.body)) return { broken: { seq: row.seq, why: "changed" } };
    if (anchors.some((anchor) => contradicts(anchor, row))) return { broken: { seq: row.seq, why: "rewritten" } };
    last = { seq: row.seq, chain: row.chain };
  }
  const cutOff = anchors.some((anchor) => anchor.seq > last.seq);
  return cutOff ? { broken: { seq: last.seq + 1, why: "cut-off" } } : { intact: last };
};

/** The log of one clinic, its own checkpoint being the nearest anchor. */
export const verifyClinic = async (
  log: EventLog,
  clinicId: ClinicId,
  anchors: readonly Anchor[] = [],
): Promise<Verdict> => {
  const checkpoint = await log.checkpoint(clinicId);
  const known = checkpoint === undefined ? anchors : [...anchors, checkpoint];
  return verifyChain(
    pages((after) => log.read(clinicId, seq(after), PAGE)),
    known,
  );
};

export const verifyAudit = (audit: Audit, anchors: readonly Anchor[] = []): Promise<Verdict> =>
  verifyChain(
    pages((after) => audit.rows(after, PAGE)),
    anchors,
  );

const contradicts = (anchor: Anchor, row: ChainedRow): boolean => anchor.seq === row.seq && anchor.chain !== row.chain;

async function* pages(read: (after: number) => Promise<readonly ChainedRow[]>): AsyncGenerator<ChainedRow> {
  let page = await read(0);
  while (page.length > 0) {
    yield* page;
    page = await read(page.at(-1)?.seq ?? 0);
  }
}
