import type { Protocol } from "./protocol.ts";
import type { Values } from "#shared/vitals/observation.ts";

export type Pressure = { readonly sbp: number; readonly dbp: number };

export const pressureOf = ({ sbp, dbp }: Values): Pressure | undefined =>
  sbp === undefined || dbp === undefined ? undefined : { sbp, dbp };

export const atLeast = (value: Pressure, limit: Pressure): boolean => value.sbp >= limit.sbp || value.dbp >= limit.dbp;

export const above = (value: Pressure, limit: Pressure): boolean => value.sbp > limit.sbp || value.dbp > limit.dbp;

export const roseBy = (value: Pressure, from: Pressure | undefined, rise: Pressure): boolean =>
  from !== undefined && (value.sbp - from.sbp >= rise.sbp || value.dbp - from.dbp >= rise.dbp);

export const criticalHigh = ({ limits }: Protocol): Pressure => ({
  sbp: limits.sbp.critical.high ?? Infinity,
  dbp: limits.dbp.critical.high ?? Infinity,
});
export const warnHigh = ({ limits }: Protocol): Pressure => ({
  sbp: limits.sbp.warn.high ?? Infinity,
  dbp: limits.dbp.warn.high ?? Infinity,
});
