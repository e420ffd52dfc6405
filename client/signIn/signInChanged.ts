import { createContext } from "react";

/** Called when another person may be signed in at this device now: the page asks who, and shows what is theirs. */
export const SignInChanged = createContext<() => void>(() => undefined);
