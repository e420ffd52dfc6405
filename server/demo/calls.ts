import type { CommandOf } from "#shared/clinic/commands.ts";
import type { Who } from "./cast.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./step.ts";

/** Takes the oldest call of the patient that nobody has; nothing where there is none. */
export const accept = (scene: Scene, minute: number, who: Who = scene.part.nurse): Step =>
  scene.does(minute, who, (clinic) => {
    const call = Object.values(clinic.alarms).find((one) => one.sessionId === scene.sessionId && !one.accepted);
    return call && { type: "accept-alarm", alarmId: call.id };
  });

/** Says how the oldest call ended that somebody has taken and that would stay until then. */
export const close = (
  scene: Scene,
  minute: number,
  code: CommandOf<"clear-alarm">["outcome"]["code"],
  who: Who = scene.part.nurse,
): Step =>
  scene.does(minute, who, (clinic) => {
    const call = Object.values(clinic.alarms).find(
      (one) => one.sessionId === scene.sessionId && one.accepted && one.settledAt !== undefined,
    );
    return call && { type: "clear-alarm", alarmId: call.id, outcome: { code } };
  });
