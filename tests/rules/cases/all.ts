import { againstAdvice } from "./againstAdvice.ts";
import type { WorkedCase } from "./caseKit.ts";
import { cuffArtefact } from "./cuffArtefact.ts";
import { desaturation } from "./desaturation.ts";
import { escortMissing } from "./escortMissing.ts";
import { imSecond } from "./imSecond.ts";
import { nasal84 } from "./nasal84.ts";
import { panic } from "./panic.ts";
import { pausedIv } from "./pausedIv.ts";
import { readyLost } from "./readyLost.ts";
import { severeHypertension } from "./severeHypertension.ts";
import { slowRecovery } from "./slowRecovery.ts";
import { uneventfulIv } from "./uneventfulIv.ts";

export const CASES: readonly WorkedCase[] = [
  uneventfulIv,
  pausedIv,
  imSecond,
  nasal84,
  severeHypertension,
  slowRecovery,
  panic,
  desaturation,
  cuffArtefact,
  escortMissing,
  readyLost,
  againstAdvice,
];
