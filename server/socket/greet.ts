import { seq, type ClinicId, type Epoch } from "#shared/base/ids.ts";
import { audienceOf } from "#shared/access/permission.ts";
import { rolesOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { AUDIENCES, redactClinic, redactEvent, type Audience } from "#shared/clinic/redact.ts";
import { MAX_CATCH_UP_EVENTS } from "#shared/wire/messages.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { goodbye, roomOf, type ClinicSocket, type SocketOptions } from "./clinicSocket.ts";

interface Wanted {
  readonly clinicId: ClinicId;
  readonly haveSeq: number;
  readonly epoch: Epoch | undefined;
}

/**
 * SY1-SY3. A newcomer gets the events after the seq it has, or a snapshot; joining the room and reading the state
 * happen in one job of the lane, so the next batch finds it there. True when it was let in.
 */
export const greet = async (
  socket: ClinicSocket,
  wanted: Wanted,
  { clinics, epoch, now }: SocketOptions,
): Promise<boolean> => {
  const { clinicId } = wanted;
  const { onlyIn } = socket.data;
  const lane = onlyIn === undefined || onlyIn === clinicId ? await clinics().lane(clinicId) : undefined;
  if (!lane) return refused(socket);
  return lane.look((clinic, recent) => {
    const audience = audienceOf(rolesOf(clinic, socket.data.person));
    if (audience === undefined) return refused(socket);
    if (!socket.connected) return false; // gone while it waited: a room would keep its name for ever
    join(socket, clinicId, audience);
    const missed = missedBy(wanted, socket.data.person, { clinic, recent, epoch });
    if (missed)
      socket.emit("events", { events: missed.map((recorded) => redactEvent(audience, recorded)), epoch, now: now() });
    else socket.emit("snapshot", { clinic: redactClinic(audience, clinic), epoch, seq: seq(clinic.seq), now: now() });
    return true;
  });
};

const refused = (socket: ClinicSocket): false => {
  goodbye(socket, "not-a-member");
  return false;
};

const join = (socket: ClinicSocket, clinicId: ClinicId, audience: Audience): void => {
  for (const other of socket.data.clinicId === undefined ? [] : AUDIENCES)
    void socket.leave(roomOf(socket.data.clinicId as ClinicId, other));
  void socket.join(roomOf(clinicId, audience));
  Object.assign(socket.data, { clinicId, audience });
};

type Known = { readonly clinic: Clinic; readonly recent: readonly Recorded[]; readonly epoch: Epoch };

/** What to send instead of a snapshot; undefined when only a snapshot will do: another log, too long away, or other rights since. */
const missedBy = (
  wanted: Wanted,
  person: PersonId,
  { clinic, recent, epoch }: Known,
): readonly Recorded[] | undefined => {
  if (wanted.epoch !== epoch || wanted.haveSeq === 0 || wanted.haveSeq > clinic.seq) return undefined;
  const missed = recent.filter((recorded) => recorded.seq > wanted.haveSeq);
  const whole = missed.length === clinic.seq - wanted.haveSeq && missed.length <= MAX_CATCH_UP_EVENTS;
  return whole && !missed.some((recorded) => changesRightsOf(person, recorded)) ? missed : undefined;
};

const changesRightsOf = (person: PersonId, { event }: Recorded): boolean =>
  (event.type === "membership-granted" || event.type === "membership-ended") && event.person === person;
