import { sitsAtChairs, type Cover } from "./clinic.ts";
import { accept, reject, type Decide } from "./decision.ts";

/** CV2. Asking moves nothing: until it is taken the patients stay with their nurse. */
export const askForCover: Decide<"ask-for-cover"> = (clinic, { coverId, by, until }, { person, now }) => {
  if (clinic.covers[coverId]) return reject({ reason: "id-taken" });
  if (until <= now) return reject({ reason: "invalid", field: "until", problem: "in-the-past" });
  if (by === person || !sitsAtChairs(clinic, by)) return reject({ reason: "not-a-nurse" });
  if (Object.values(clinic.covers).some((cover) => cover.nurse === person))
    return reject({ reason: "already-covered" });
  return accept({ type: "cover-asked", coverId, by, until });
};

/** CV3. Only who was asked takes it, in one act for all chairs, while the time it was asked for is not over. */
export const takeCover: Decide<"take-cover"> = (clinic, { coverId }, { person, now }) => {
  const cover = clinic.covers[coverId];
  if (!cover || (cover.takenAt === undefined && now > cover.until)) return reject({ reason: "unknown-thing" });
  if (cover.by !== person) return reject({ reason: "not-allowed" });
  return cover.takenAt === undefined
    ? accept({ type: "cover-taken", coverId })
    : reject({ reason: "already-accepted" });
};

/** CV4. Handed back, or taken back, by a tap of either; past its time it goes on until then, so that nobody is without a nurse. */
export const endCover: Decide<"end-cover"> = (clinic, { coverId }, { person }) => {
  const cover = clinic.covers[coverId];
  if (!cover) return reject({ reason: "unknown-thing" });
  return isParty(cover, person) ? accept({ type: "cover-ended", coverId }) : reject({ reason: "not-allowed" });
};

const isParty = ({ nurse, by }: Cover, person: string): boolean => nurse === person || by === person;

/** CV6. Who backs up whom: a setting of the shift, and "nobody" is allowed. P 2. */
export const setBackUp: Decide<"set-back-up"> = (clinic, { nurse, backUp }) => {
  if (!clinic.members[nurse] || (backUp !== "nobody" && !clinic.members[backUp]))
    return reject({ reason: "unknown-thing" });
  return nurse === backUp ? reject({ reason: "needs-another-person" }) : accept({ type: "back-up-set", nurse, backUp });
};
