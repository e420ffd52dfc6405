import { Printer } from "lucide-react";
import { useState, type ReactNode } from "react";
import { flushSync } from "react-dom";

import { Action } from "#client/ui/Action.tsx";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Closed } from "#shared/session/session.ts";
import { PrintedHandOut } from "./HandOut.tsx";
import type { Language } from "./patientWords.ts";
import { words } from "./words.ts";

interface Reprint {
  readonly print: (closed: Closed, language: Language) => void;
  /** Stays on the page after printing: not every browser waits for its own dialog. */
  readonly paper: ReactNode;
}

/** DC7. The paper again, for whoever left it on the counter: one paper at a time, however many names the page has. */
export const useReprint = (clinic: Clinic): Reprint => {
  const [printing, setPrinting] = useState<{ readonly closed: Closed; readonly language: Language }>();
  const print: Reprint["print"] = (closed, language) => {
    flushSync(() => setPrinting({ closed, language }));
    window.print();
  };
  const { closed, language } = printing ?? {};
  const paper = closed?.restriction && language && (
    <PrintedHandOut
      clinic={clinic}
      patientId={closed.patientId}
      restriction={closed.restriction}
      on={closed.checkedInAt}
      zone={clinic.zone}
      language={language}
    />
  );
  return { print, paper };
};

interface PrintAgainProps {
  readonly closed: Closed;
  readonly print: Reprint["print"];
  /** Where several patients stand in one list: whose paper it is. */
  readonly name?: string;
}

/** Nobody without a dose has a paper. */
export const PrintAgain = ({ closed, print, name }: PrintAgainProps) =>
  closed.restriction &&
  (["en", "es"] as const).map((code) => (
    <Action
      key={code}
      icon={<Printer aria-hidden="true" size={18} />}
      aria-label={name === undefined ? undefined : `${words.list.reprint[code]}: ${name}`}
      onClick={() => print(closed, code)}
    >
      {words.list.reprint[code]}
    </Action>
  ));
