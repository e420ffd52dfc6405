import { configureGlobal } from "fast-check";

/** A mutant must live or die by the rules, not by luck: the same histories each time, and no search for a smaller one. */
configureGlobal({ seed: 20_261_125, endOnFailure: true });
