import * as z from "zod";
import { ClinicId, DeviceId, EscortId, PatientId, PersonId, SessionId } from "#shared/base/ids.ts";
import { StaffRole } from "#shared/access/role.ts";
import { Recorded } from "#shared/clinic/events.ts";
import { Closed, Session } from "#shared/session/session.ts";
import { ProtocolVersion } from "#shared/clinic/clinic.ts";

/** What the clinic has let in: a tablet that people share, or a display on the wall that is signed in by itself. */
export const DeviceKind = z.enum(["tablet", "display"]);
export type DeviceKind = z.infer<typeof DeviceKind>;
const DeviceLabel = z.string().trim().min(1).max(40);

/** Who is signed in, where they may go, what this server is, and as what this device is enrolled. GET /api/me */
export const Me = z.object({
  /** A display is called by its label, and has no username. */
  person: z.object({ id: PersonId, name: z.string(), username: z.string() }),
  device: z.object({ kind: DeviceKind, label: z.string() }).nullable(),
  clinics: z.array(z.object({ id: ClinicId, name: z.string(), zone: z.string(), roles: z.array(StaffRole) })),
  build: z.string(),
  demo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** GET /api/set-up says whether there is still no admin; POST /api/set-up makes the first clinic and its admin. */
export const SetUpState = z.object({ needed: z.boolean() });
export const SetUp = z.strictObject({
  token: z.string().min(16).max(100),
  clinic: z.strictObject({
    name: z.string().trim().min(1).max(80),
    zone: z.string().min(1).max(60),
    phone: z.string().trim().min(3).max(30),
    chairs: z.array(z.string().trim().min(1).max(20)).min(1).max(64),
  }),
  admin: z.strictObject({
    name: z.string().trim().min(1).max(80),
    username: z.string().trim().min(3).max(40),
    password: z.string().min(12).max(128),
  }),
});
export type SetUp = z.infer<typeof SetUp>;
export const SetUpDone = z.object({ clinicId: ClinicId });

/** Names of staff, for those who may see the stream. GET /api/clinics/:clinicId/staff */
export const StaffList = z.object({
  staff: z.array(z.object({ id: PersonId, name: z.string(), roles: z.array(StaffRole) })),
});
export type StaffList = z.infer<typeof StaffList>;

/** POST /api/clinics/:clinicId/staff (admin): an account and its roles in one act. */
export const NewStaff = z.strictObject({
  name: z.string().trim().min(1).max(80),
  username: z.string().trim().min(3).max(40),
  password: z.string().min(12).max(128),
  roles: z.array(StaffRole).min(1),
});
export type NewStaff = z.infer<typeof NewStaff>;

/** The devices of a clinic (admin). GET /api/clinics/:clinicId/devices; POST …/devices/:deviceId/end ends one. */
export const DeviceList = z.object({
  devices: z.array(
    z.object({
      id: DeviceId,
      kind: DeviceKind,
      label: z.string(),
      enrolledBy: PersonId,
      enrolledAt: z.int(),
      seenAt: z.int(),
    }),
  ),
});
export type DeviceList = z.infer<typeof DeviceList>;

/** POST /api/clinics/:clinicId/devices/codes (admin): a code for one device, shown this once. */
export const NewDevice = z.strictObject({ kind: DeviceKind, label: DeviceLabel });
export const NewDeviceCode = z.object({ code: z.string(), link: z.string(), until: z.int() });
export type NewDeviceCode = z.infer<typeof NewDeviceCode>;

/** POST /api/enrol, on the device itself, by nobody who is signed in: the code is the right to do it. */
export const Enrol = z.strictObject({ code: z.string().trim().min(1, "type the code").max(40) });
export const Enrolled = z.object({ kind: DeviceKind, label: z.string(), clinic: z.string() });
export type Enrolled = z.infer<typeof Enrolled>;

/** Whether a PIN opens: it does, none was set, or too many were wrong at this device and it asks for the password. */
export const PinState = z.enum(["set", "none", "locked"]);
export type PinState = z.infer<typeof PinState>;

/** Who can sign in by PIN on this tablet: the staff whose shift is open. GET /api/auth/tiles, with the key of a tablet; null without one */
export const Tiles = z.object({
  device: z.object({ label: z.string(), clinic: z.string() }),
  people: z.array(z.object({ id: PersonId, name: z.string(), pin: PinState })),
});
export type Tiles = z.infer<typeof Tiles>;
/** POST /api/auth/pin, with the key of a tablet. A wrong PIN is 401 and says how many tries are left; 403 asks for the password. */
export const PinEntry = z.strictObject({ person: PersonId, pin: z.string().regex(/^\d{6}$/, "six digits") });
/** POST /api/auth/my-pin: one's own, with the password once more. */
export const NewPin = z.strictObject({
  password: z.string().min(1, "type your password").max(256),
  pin: z.string().max(20),
});

const text = (most: number) => z.string().trim().min(1).max(most);

/** A person in the register as it is typed. POST /api/clinics/:clinicId/patients, and …/patients/:patientId to change */
export const PatientEntry = z.strictObject({
  givenName: text(60),
  familyName: text(60),
  birthDate: z.iso.date(),
  identifier: text(40).nullable(),
  phone: text(30).nullable(),
  allergies: text(500).nullable(),
});
export type PatientEntry = z.infer<typeof PatientEntry>;
export const PatientRow = PatientEntry.extend({ id: PatientId });
export type PatientRow = z.infer<typeof PatientRow>;

/** Names for ids: POST /api/clinics/:clinicId/patients/look-up. A wall gets initials and nothing else. */
export const LookUp = z.strictObject({ ids: z.array(PatientId).max(100) });
export const PatientNames = z.object({
  patients: z.array(z.union([PatientRow, z.strictObject({ id: PatientId, initials: z.string() })])),
});
/** POST /api/clinics/:clinicId/patients/search: never a GET, because a name must not stand in a URL. */
export const PatientSearch = z.strictObject({ query: z.string().trim().min(1).max(80) });
export const PatientsFound = z.object({ patients: z.array(PatientRow) });

/** POST /api/clinics/:clinicId/escorts; read with POST …/escorts/look-up {ids}. */
export const EscortEntry = z.strictObject({
  sessionId: SessionId,
  name: text(80),
  relation: text(40).nullable(),
  phone: text(30).nullable(),
});
export type EscortEntry = z.infer<typeof EscortEntry>;
export const EscortRow = EscortEntry.extend({ id: EscortId });
export type EscortRow = z.infer<typeof EscortRow>;
export const EscortLookUp = z.strictObject({ ids: z.array(EscortId).max(100) });
export const EscortsFound = z.object({ escorts: z.array(EscortRow) });

/** A whole session, folded from the log, for the record. GET /api/clinics/:clinicId/sessions/:sessionId */
export const SessionRecord = z.object({
  session: Session,
  closed: Closed.optional(),
  protocol: ProtocolVersion,
  events: z.array(Recorded),
  clinic: z.object({ name: z.string(), zone: z.string(), phone: z.string() }),
  /** The log's head when this was read: the chain value that proves it. */
  head: z.object({ seq: z.int(), chain: z.string() }),
  now: z.int(),
});
export type SessionRecord = z.infer<typeof SessionRecord>;

export const Id = <Schema extends z.ZodType>(id: Schema) => z.object({ id });
