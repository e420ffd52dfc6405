import { useCallback, useEffect, useState } from "react";
import { Tiles } from "#shared/wire/http.ts";
import { api } from "#client/store/api.ts";

/** `plain`: no tablet of a clinic, or nobody knows: then it is the password. */
export type TilesHere =
  | { readonly is: "loading" | "plain" }
  | { readonly is: "enrolled"; readonly tiles: Tiles; readonly refresh: () => void };

/** Shifts begin and end elsewhere, while this tablet lies on the table. */
const LOOK_EVERY_MS = 30_000;

/** DV11. Who can sign in by tile at this device, if it is one where that goes. */
export const useTiles = (): TilesHere => {
  const [found, setFound] = useState<Tiles | "loading" | "plain">("loading");
  const refresh = useCallback(() => void look().then((seen) => setFound((before) => seen ?? notWorse(before))), []);
  useEffect(refresh, [refresh]);
  const enrolled = typeof found === "object";
  useEffect(() => {
    if (!enrolled) return;
    const timer = setInterval(refresh, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [enrolled, refresh]);
  return typeof found === "object" ? { is: "enrolled", tiles: found, refresh } : { is: found };
};

/** Undefined: no answer, which says nothing about this device. */
const look = async (): Promise<Tiles | "plain" | undefined> => {
  try {
    return (await api("GET", "/api/auth/tiles", Tiles.nullable())) ?? "plain";
  } catch {
    return undefined;
  }
};

const notWorse = (before: Tiles | "loading" | "plain"): Tiles | "plain" => (before === "loading" ? "plain" : before);
