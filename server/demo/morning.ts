import type { CoverId, VisitId } from "#shared/base/ids.ts";
import { HOUR, MINUTE, type Instant } from "#shared/base/time.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type { Who } from "./cast.ts";
import { preparing } from "./preparing.ts";
import { setScene, type Part, type Scene } from "./scene.ts";
import { CUFF_ARTEFACT } from "./scenes/cuffArtefact.ts";
import { LATE_ESCORT } from "./scenes/lateEscort.ts";
import { PANIC } from "./scenes/panic.ts";
import { QUIET } from "./scenes/quiet.ts";
import { SEVERE_PRESSURE } from "./scenes/severePressure.ts";
import { SLOW_RECOVERY } from "./scenes/slowRecovery.ts";
import { newId, type Cast, type Step } from "./step.ts";

/** By chair of arrival: whoever is not in the cast does not come, so a smaller room plays a part of it. */
export const PARTS: readonly Part[] = [QUIET, SEVERE_PRESSURE, PANIC, CUFF_ARTEFACT, LATE_ESCORT, SLOW_RECOVERY];

/** The whole morning in order, from the list of the day to the last door. */
export const morning = (cast: Cast, begins: Instant, parts = PARTS): readonly Step[] => {
  const scenes = parts.flatMap((part) => setScene(part, cast, begins) ?? []);
  return [
    ...shift(cast, begins),
    ...scenes.map((scene) => expected(scene, begins)),
    ...onlyOnTheList(cast, begins),
    ...scenes.flatMap((scene) => [...preparing(scene), ...scene.part.plays(scene)]),
  ].toSorted((a, b) => a.minute - b.minute);
};

const does = (minute: number, who: Who, command: ReturnType<Step["command"]>): Step => ({
  minute,
  who,
  command: () => command,
});

/** NS5, CV1, CV6. Who prescribes is in the building, who backs up whom, and a quarter of an hour in which Ben covers for Ana. */
const shift = ({ dana, nurses }: Cast, begins: Instant): readonly Step[] => {
  const onSite = does(0, "dana", { type: "attest-prescriber-on-site", prescriber: dana, until: begins + 8 * HOUR });
  if (!nurses) return [onSite];
  const { ana, ben } = nurses;
  const coverId = newId<CoverId>();
  return [
    onSite,
    does(0, "ana", { type: "set-back-up", nurse: ana, backUp: ben }),
    does(0, "ben", { type: "set-back-up", nurse: ben, backUp: ana }),
    does(138, "ana", { type: "ask-for-cover", coverId, by: ben, until: begins + 156 * MINUTE }),
    does(139, "ben", { type: "take-cover", coverId }),
    does(156, "ana", { type: "end-cover", coverId }),
  ];
};

const expected = ({ part, patientId, chairId, visitId }: Scene, begins: Instant): Step =>
  does(0, "eli", {
    type: "expect-patient",
    visitId,
    patientId,
    chairId,
    route: part.route,
    expectedAt: begins + part.expectedAt * MINUTE,
    ride: "arranged",
    course: part.course,
  });

/** One who comes after lunch and has no ride yet, and one who does not come at all. */
const onlyOnTheList = ({ patients: [, , , , , , later, absent] }: Cast, begins: Instant): readonly Step[] => {
  if (later === undefined || absent === undefined) return [];
  const visitId = newId<VisitId>();
  const visit = (minute: number): Pick<CommandOf<"expect-patient">, "type" | "route" | "expectedAt"> => ({
    type: "expect-patient",
    route: "iv",
    expectedAt: begins + minute * MINUTE,
  });
  return [
    does(0, "eli", {
      ...visit(310),
      visitId: newId<VisitId>(),
      patientId: later,
      ride: "none",
      course: { n: 4, of: 6 },
    }),
    does(0, "eli", { ...visit(25), visitId, patientId: absent, ride: "arranged", course: { n: 2, of: 6 } }),
    does(55, "eli", { type: "withdraw-visit", visitId, outcome: "no-show" }),
  ];
};
