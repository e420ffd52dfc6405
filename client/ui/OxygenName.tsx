import { VisuallyHidden } from "@mantine/core";

import { words } from "#client/words.ts";

/** UI20. Where it stands alone it is read out in words: few voices can say the letters. */
export const OxygenName = () => (
  <>
    {words.value.oxygen}
    <VisuallyHidden>{` ${words.value.parameters.spo2.toLowerCase()}`}</VisuallyHidden>
  </>
);
