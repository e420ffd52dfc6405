import type { PersonId } from "#shared/base/ids.ts";
import { Door } from "./Door.tsx";
import { useTiles } from "./useTiles.ts";

interface PinDoorProps {
  /** Whose PIN it has to be; without it anybody on shift may come. */
  readonly only?: PersonId;
  readonly onDone: () => void;
}

/** DV11. Who is there, by tile and PIN, in a dialog of any page; by password where the device is no tablet of the clinic. */
export const PinDoor = (props: PinDoorProps) => <Door tiles={useTiles()} {...props} />;
