import { useContext } from "react";
import { Dialog } from "#client/ui/Dialog.tsx";
import { doorWords } from "./doorWords.ts";
import { PinDoor } from "./PinDoor.tsx";
import { SignInChanged } from "./signInChanged.ts";

/** DV7. The next person comes over the page: nothing is reloaded, and each one's drafts stay apart. */
export const SwitchPerson = ({ onClose }: { readonly onClose: () => void }) => {
  const changed = useContext(SignInChanged);
  return (
    <Dialog open title={doorWords.change.title} onClose={onClose} size="lg">
      <PinDoor
        onDone={() => {
          onClose();
          changed();
        }}
      />
    </Dialog>
  );
};
