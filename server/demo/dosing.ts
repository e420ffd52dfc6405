import type { DoseFactId, DrugCountId } from "#shared/base/ids.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type { Order } from "#shared/session/session.ts";
import type { Dose } from "./simulator/doses.ts";
import { usualMg, type Scene } from "./scene.ts";
import { newId, type Step } from "./step.ts";

const INFUSION_MIN = 40;
export const DEVICE_MG = 28;

/** OR1-OR5. The order of the route. Who gets an injection may have a second one, within its limits. */
export const orderOf = (scene: Scene, kind: Order["kind"]): Order => {
  const { part, dana, simulated } = scene;
  const { weightKg } = simulated.patient;
  const said = { kind, prescriber: dana, confirmed: false };
  const byWeight = { mgPerKg: 0.5, weightKg, mg: usualMg(scene) };
  switch (part.route) {
    case "iv":
      return { route: "iv", ...said, ...byWeight, minutes: INFUSION_MIN };
    case "im":
      return { route: "im", ...said, ...byWeight, second: { mgAtMost: 25, fromMin: 20, toMin: 40 } };
    case "nasal":
      return { route: "nasal", ...said, mg: DEVICE_MG * simulated.doses.length };
  }
};

/** The dose as the simulator has it: what is given there is recorded here, at the same minute. */
export const dosing = (scene: Scene): readonly Step[] => {
  const { doses } = scene.simulated;
  const runs = doses.filter(({ kind }) => kind === "run");
  return doses.flatMap((dose) => (dose.kind === "run" ? runSteps(scene, dose, runs) : givenSteps(scene, dose)));
};

type Run = Extract<Dose, { kind: "run" }>;

/** A paused pump is two runs: the first begins with a start and the last ends with an end. */
const runSteps = (scene: Scene, run: Run, runs: readonly Dose[]): readonly Step[] => {
  const { sessionId, does, at, part } = scene;
  const mg = usualMg(scene);
  const isWhole = givenMg(scene) === mg;
  const fact = (minute: number) => ({ sessionId, factId: newId<DoseFactId>(), at: at(minute) });
  const begins: CommandOf<"start-infusion" | "resume-infusion"> =
    run === runs[0]
      ? { type: "start-infusion", ...fact(run.from), mg, plannedMin: INFUSION_MIN }
      : { type: "resume-infusion", ...fact(run.from) };
  const ends: CommandOf<"pause-infusion" | "end-infusion"> =
    run === runs.at(-1)
      ? {
          type: "end-infusion",
          ...fact(run.to),
          givenMg: givenMg(scene),
          reason: { code: isWhole ? "complete" : "high-pressure" },
        }
      : { type: "pause-infusion", ...fact(run.to), reason: { code: "distress" } };
  return [does(run.from, part.nurse, begins), does(run.to, part.nurse, ends)];
};

const givenSteps = (
  { sessionId, does, at, part }: Scene,
  dose: Extract<Dose, { kind: "injection" | "device" }>,
): readonly Step[] => {
  const fact = { sessionId, factId: newId<DoseFactId>(), at: at(dose.at) };
  const site = dose.at === 0 ? "left-deltoid" : "right-deltoid";
  return [
    does(
      dose.at,
      part.nurse,
      dose.kind === "injection"
        ? { type: "give-injection", ...fact, mg: dose.mg, site, package: { lot: "SYN-0412" } }
        : { type: "give-device", ...fact, package: { lot: "SYN-0733" } },
    ),
  ];
};

/** What really went in, of a pump that may have been stopped early. */
export const givenMg = (scene: Scene): number => {
  const { doses } = scene.simulated;
  const minutes = doses.reduce((sum, dose) => sum + (dose.kind === "run" ? dose.to - dose.from : 0), 0);
  return Math.round((usualMg(scene) * minutes * 10) / INFUSION_MIN) / 10;
};

/** IN3, IN4. What was drawn is given and wasted, and the other nurse saw the waste. */
export const counting = (scene: Scene, minute: number, orderedMg: number, given = orderedMg): readonly Step[] => {
  const { sessionId, does, part } = scene;
  const drugCountId = newId<DrugCountId>();
  const drawnMg = Math.ceil(orderedMg / 50) * 50;
  const wastedMg = Math.round((drawnMg - given) * 10) / 10;
  return [
    does(minute, part.nurse, {
      type: "count-drug",
      sessionId,
      drugCountId,
      told: { package: { lot: "SYN-0412" }, drawnMg, givenMg: given, wastedMg },
    }),
    does(minute + 0.5, part.nurse === "ana" ? "ben" : "ana", { type: "witness-waste", sessionId, drugCountId }),
  ];
};
