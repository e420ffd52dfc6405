import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { OTHER_DOSE, type OrderDraft } from "./orderModel.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { order: words } = treatmentWords;

interface ChoicesProps {
  readonly draft: OrderDraft;
  readonly set: (draft: OrderDraft) => void;
}

/** Milligrams or by weight, and whether a second injection was ordered with the first. OR4. */
export const InjectionChoices = ({ draft, set }: ChoicesProps) => (
  <>
    <ChipPicker
      legend={words.basis}
      chips={(["fixed", "per-kg"] as const).map((code) => ({ code, word: words.bases[code] }))}
      value={draft.basis}
      onChange={(basis) => set({ ...draft, basis, confirmed: false })}
    />
    <ChipPicker
      legend={words.second}
      chips={(["none", "allowed"] as const).map((code) => ({ code, word: words.seconds[code] }))}
      value={draft.second}
      onChange={(second) => set({ ...draft, second, confirmed: false })}
    />
  </>
);

interface SprayProps extends ChoicesProps {
  readonly rules: Extract<Protocol["dose"], { route: "nasal" }>;
}

/** One of the protocol's doses in one tap; another one is typed and asked about. OR5. */
export const SprayDose = ({ rules: { dosesMg, mgPerDevice }, draft, set }: SprayProps) => (
  <ChipPicker
    legend={words.dose}
    chips={[
      ...dosesMg.map((mg) => ({ code: String(mg), word: `${mg} mg · ${words.devices(Math.ceil(mg / mgPerDevice))}` })),
      { code: OTHER_DOSE, word: words.otherDose },
    ]}
    value={draft.dose}
    onChange={(dose) => set({ ...draft, dose, confirmed: false })}
  />
);
