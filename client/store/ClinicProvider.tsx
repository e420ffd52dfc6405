import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { LinkProvider } from "#client/connection/LinkProvider.tsx";
import { idbOutboxStorage } from "#client/connection/idbOutboxStorage.ts";
import { openLink, type ClinicLink } from "#client/connection/link.ts";
import { assert } from "#shared/base/assert.ts";
import type { ChairId, ClinicId, CommandId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { StaffRole } from "#shared/access/role.ts";
import { roleFor } from "#shared/access/permission.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { Me } from "#shared/wire/http.ts";
import type { Presence } from "#shared/wire/messages.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import { createClinicStore, type ClinicStore } from "./clinicStore.ts";
import { createDirectory, type Directory } from "./directory.ts";
import { readKeptEntry } from "./keptEntry.ts";
import { isAbout, lookAlike } from "./lookAlike.ts";
import { parseServerMessage } from "./serverMessage.ts";

export type SubmitAnswer =
  | { readonly accepted: { readonly seq: number } }
  | { readonly rejected: Rejection }
  /** This device holds as many unsent entries as it can: nothing was kept. */
  | { readonly full: true };

interface Place {
  readonly me: Me;
  readonly clinicId: ClinicId;
  readonly roles: readonly StaffRole[];
  readonly store: ClinicStore;
  readonly directory: Directory;
  readonly link: ClinicLink<Command, Rejection>;
  readonly setEntering: (chairId: ChairId | undefined) => void;
  /** OB17. What is on record already and looks like this entry. */
  readonly double: (kept: { readonly command: Command; readonly addedAt: Instant }) => Observation | undefined;
}

const PlaceContext = createContext<Place | undefined>(undefined);

/** Opens the one socket of this screen's clinic and gives every page the store, the names, and the way to send. */
export const ClinicProvider = ({
  me,
  clinicId,
  children,
}: {
  readonly me: Me;
  readonly clinicId: ClinicId;
  readonly children: ReactNode;
}) => {
  // Opened once for each person and clinic (the shell gives it a key); the page's end closes it.
  const [place] = useState(() => open(me, clinicId));
  useEffect(() => () => place.link.close(), [place]);
  return (
    <PlaceContext value={place}>
      <LinkProvider link={place.link}>{children}</LinkProvider>
    </PlaceContext>
  );
};

const open = (me: Me, clinicId: ClinicId): Place => {
  const store = createClinicStore();
  let entering: ChairId | undefined;
  const author = me.person.id;
  const sent = new Set<string>();
  const double: Place["double"] = (kept) => lookAlike(store.clinic(), kept, { person: author, sent });
  const link = openLink<Command, Rejection, NonNullable<ReturnType<typeof parseServerMessage>>>({
    wire: WIRE_VERSION,
    clinicId,
    inbox: store,
    parse: parseServerMessage,
    entering: () => entering,
    storage: idbOutboxStorage({ author, clinicId, read: readKeptEntry }),
    asks: (entry) => double(entry) !== undefined,
    hangsOn: isAbout,
    leaves: (command) => void ("observationId" in command && sent.add(command.observationId)),
    // AC12. Whose entries these are: a socket that was opened with somebody else's sign-in must not send them.
    socket: { auth: { person: author } },
  });
  store.subscribe(() => link.outbox.lookAgain());
  const roles = me.clinics.find(({ id }) => id === clinicId)?.roles ?? [];
  return {
    me,
    clinicId,
    roles,
    store,
    directory: createDirectory(clinicId),
    link,
    setEntering: (chairId) => (entering = chairId),
    double,
  };
};

export const usePlace = (): Place => {
  const place = useContext(PlaceContext);
  assert(place !== undefined, "a page outside ClinicProvider");
  return place;
};

/** The least of the clinic that a component needs; it renders again only when that has changed. */
export const useClinic = <Part,>(select: (clinic: Clinic) => Part): Part => {
  const { store } = usePlace();
  return useSyncExternalStore(store.subscribe, () => select(store.clinic()));
};

export const usePresence = (): Presence => {
  const { store } = usePlace();
  return useSyncExternalStore(store.subscribe, store.presence);
};

/** Names for ids; the component renders again when a name comes. */
export const useDirectory = (): Directory => {
  const { directory } = usePlace();
  useSyncExternalStore(directory.subscribe, directory.version);
  return directory;
};

export const useMay = (): ((command: Command["type"]) => boolean) => {
  const { roles } = usePlace();
  return useCallback((command) => roleFor(roles, command) !== undefined, [roles]);
};

/** Sends a wish: kept on this device first, answered when the server has it on disk. One id a call, so ask once per intent. */
export const useSubmit = (): ((command: Command, commandId?: CommandId) => Promise<SubmitAnswer>) => {
  const { link } = usePlace();
  return useMemo(
    () =>
      async (command, commandId = newId<CommandId>()) => {
        const answer = link.outbox.answer(commandId);
        return (await link.outbox.add(commandId, command)) === "full" ? { full: true } : await answer;
      },
    [link],
  );
};

/** Ids of new things are made where they are made. */
export const newId = <Id extends string>(): Id => crypto.randomUUID() as string as Id;
