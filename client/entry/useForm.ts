import { useSyncExternalStore } from "react";

import { usePlace } from "#client/store/ClinicProvider.tsx";
import type { SessionId } from "#shared/base/ids.ts";
import { forms, onto } from "./forms.ts";
import { formKey } from "./keepDrafts.ts";

type Form<Value> = readonly [value: Value, set: (value: Value) => void, forget: () => void];

/** EN11. A form that outlives its dialog, a walk to another page, a reload and a crash; `forget` when it is saved. */
export const useForm = <Value>(name: string, sessionId: SessionId, empty: Value): Form<Value> => {
  const { me } = usePlace();
  const key = formKey(me.person.id, sessionId, name);
  const kept = useSyncExternalStore(forms.subscribe, () => forms.read(key));
  return [onto(empty, kept), (value) => forms.write(key, value), () => forms.write(key, undefined)];
};
