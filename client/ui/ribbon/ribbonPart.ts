import type { RibbonLayout } from "./ribbonLayout.ts";
import type { RibbonModel } from "./ribbonModel.ts";

/** What each part of the picture is drawn from; `ids` name its paints, which stand once a picture. */
export interface PartProps {
  readonly model: RibbonModel;
  readonly layout: RibbonLayout;
  readonly ids: { readonly hatch: string; readonly depth: string };
}
