import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

import { machineClocks } from "#client/connection/linkClock.ts";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import { assert } from "#shared/base/assert.ts";
import { Sound, type SoundView } from "./sound.ts";
import { vibration, webAudio } from "./sounder.ts";

const SoundContext = createContext<Sound | undefined>(undefined);

/** Four times a second: a burst begins soon after its cause, and nobody hears the difference. */
const LOOK_MS = 250;

/** SD2. One sound for all pages of this screen: going from one to another neither stops it nor begins it anew. */
export const SoundProvider = ({ children }: { readonly children: ReactNode }) => {
  const { store, link, me } = usePlace();
  const [sound] = useState(
    () =>
      new Sound({
        clinic: store.clinic,
        now: link.connection.now,
        linkTime: machineClocks.link,
        live: () => link.connection.view().live.state,
        me: me.person.id,
        shelf: window.localStorage,
        station: webAudio(),
        own: vibration(),
      }),
  );
  useEffect(() => {
    const timer = setInterval(() => sound.tick(), LOOK_MS);
    const touched = (): void => sound.touched();
    window.addEventListener("click", touched);
    window.addEventListener("keydown", touched);
    return () => {
      clearInterval(timer);
      window.removeEventListener("click", touched);
      window.removeEventListener("keydown", touched);
    };
  }, [sound]);
  return <SoundContext value={sound}>{children}</SoundContext>;
};

export const useSound = (): { readonly sound: Sound; readonly view: SoundView } => {
  const sound = useContext(SoundContext);
  assert(sound !== undefined, "a page outside SoundProvider");
  return { sound, view: useSyncExternalStore(sound.subscribe, sound.view) };
};
