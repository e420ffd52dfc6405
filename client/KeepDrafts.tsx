import { useEffect } from "react";
import { idbDraftStorage } from "./connection/idbDraftStorage.ts";
import { drafts } from "./entry/drafts.ts";
import { forms } from "./entry/forms.ts";
import { keepDrafts } from "./entry/keepDrafts.ts";
import { usePlace } from "./store/ClinicProvider.tsx";

/** EN11. While somebody is signed in here, what they begin is kept on this device. */
export const KeepDrafts = () => {
  const { me, clinicId, store } = usePlace();
  const person = me.person.id;
  useEffect(
    () => keepDrafts({ person, drafts, forms, storage: idbDraftStorage(person, clinicId), clinic: store }),
    [person, clinicId, store],
  );
  return null;
};
