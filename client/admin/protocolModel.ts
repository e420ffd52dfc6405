import { currentProtocol, type Clinic, type ProtocolVersion } from "#shared/clinic/clinic.ts";
import { diffProtocols, type Difference } from "#shared/protocol/diff.ts";
import { Route, type Protocol } from "#shared/protocol/protocol.ts";
import { rowsOf, type Sureness } from "#shared/protocol/rows.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type * as z from "zod";

export type Version = z.infer<typeof ProtocolVersion>;

/** All versions of one route, newest first, and the one that new sessions begin with. */
export interface RouteVersions {
  readonly route: Route;
  readonly versions: readonly Version[];
  readonly holds: Version | undefined;
  /** AD3. Our defaults where the clinic has none, or none that says what they say now. */
  readonly offer: Protocol | undefined;
}

/** AD1. */
export const byRoute = (clinic: Clinic): readonly RouteVersions[] =>
  Route.options.map((route) => {
    const versions = versionsOf(clinic, route);
    const has = versions.some(({ protocol }) => diffProtocols(protocol, SHIPPED[route]).length === 0);
    return {
      route,
      versions,
      holds: currentProtocol(clinic, route),
      offer: has ? undefined : asNext(clinic, SHIPPED[route]),
    };
  });

export const versionsOf = ({ protocols }: Clinic, route: Route): readonly Version[] =>
  Object.values(protocols)
    .filter(({ protocol }) => protocol.route === route)
    .toSorted((a, b) => b.protocol.version - a.protocol.version);

/** AD4. Under the next number that is free, for its route and for its name: what is taken never changes. */
export const asNext = ({ protocols }: Pick<Clinic, "protocols">, protocol: Protocol): Protocol => {
  const taken = Object.values(protocols)
    .filter(({ protocol: other }) => other.route === protocol.route || other.id === protocol.id)
    .map(({ protocol: { version } }) => version);
  return { ...protocol, version: Math.max(0, ...taken) + 1 };
};

/** AD4. A file's protocols as they would be proposed, oldest first, and what each would change against what holds. */
export const proposalsOf = (clinic: Clinic, protocols: readonly Protocol[]): readonly Proposal[] =>
  protocols
    .toSorted((a, b) => a.version - b.version)
    .reduce<readonly Proposal[]>((all, protocol) => {
      const known = { protocols: { ...clinic.protocols, ...Object.fromEntries(all.map(asVersion)) } };
      const next = asNext(known, protocol);
      const holds = currentProtocol(clinic, protocol.route);
      return [...all, { protocol: next, holds, differences: holds && diffProtocols(holds.protocol, next) }];
    }, []);

export interface Proposal {
  readonly protocol: Protocol;
  readonly holds: Version | undefined;
  /** Nothing where the route has no version yet. */
  readonly differences: readonly Difference[] | undefined;
}

const asVersion = ({ protocol }: Proposal): readonly [string, Version] => [
  `${protocol.id}@${protocol.version}`,
  { protocol },
];

/** AD2. What an approval would do, to be read before it is given. */
export interface Approval {
  /** A newer version is approved already: this one would not come into use. */
  readonly newer: Version | undefined;
  /** Against what new sessions begin with now; nothing where that is this version or none is approved. */
  readonly differences: readonly Difference[] | undefined;
  /** How many lines rest on our own proposal alone. */
  readonly ownProposals: number;
  readonly lines: number;
}

export const approvalOf = (clinic: Clinic, { protocol }: Version): Approval => {
  const approved = versionsOf(clinic, protocol.route).filter((one) => one.approved);
  const holds = approved[0];
  const rows = rowsOf(protocol);
  return {
    newer: holds && holds.protocol.version > protocol.version ? holds : undefined,
    differences: holds && diffProtocols(holds.protocol, protocol),
    ownProposals: rows.filter(({ sureness }) => sureness === "D").length,
    lines: rows.length,
  };
};

const ORDER: readonly (Sureness | undefined)[] = ["V", "V2", "G", "D", undefined];

/** AD5. How many lines have which mark, in the order of how sure we are. */
export const surenessCounts = (
  protocol: Protocol,
): readonly { readonly sureness: Sureness | undefined; readonly count: number }[] => {
  const rows = rowsOf(protocol);
  return ORDER.map((sureness) => ({
    sureness,
    count: rows.filter((row) => row.sureness === sureness).length,
  })).filter(({ count }) => count > 0);
};
