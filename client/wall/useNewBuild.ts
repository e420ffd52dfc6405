import { useEffect } from "react";

import { useLinkView } from "#client/connection/LinkProvider.tsx";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import { serverAnswers } from "#client/ui/serverAnswers.ts";
import { mayReload, newerBuild, parseReloads } from "./newBuild.ts";

const NOTE = "chairside-reloads";
const LOOK_MS = 10_000;

/** WL8. Nobody stands at a wall to choose the moment: it makes way for a new version by itself. */
export const useNewBuild = (): void => {
  const { me } = usePlace();
  const build = newerBuild(me.build, useLinkView());
  useEffect(() => {
    if (build === undefined) return;
    void reloadFor(build);
    const timer = setInterval(() => void reloadFor(build), LOOK_MS);
    return () => clearInterval(timer);
  }, [build]);
};

const reloadFor = async (build: string): Promise<void> => {
  const reloads = mayReload(parseReloads(localStorage.getItem(NOTE)), build, Date.now());
  if (!reloads || !(await serverAnswers())) return;
  localStorage.setItem(NOTE, JSON.stringify(reloads));
  window.location.reload();
};
