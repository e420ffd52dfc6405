/** What was begun in the small forms of a chair: notes, orders, events. Kept by a name that says whose and which. */
export interface Forms {
  readonly read: (key: string) => unknown;
  /** Undefined: it is done with. */
  readonly write: (key: string, value: unknown) => void;
  readonly all: () => ReadonlyMap<string, unknown>;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createForms = (): Forms => {
  const held = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  return {
    read: (key) => held.get(key),
    write: (key, value) => {
      if (value === undefined) held.delete(key);
      else held.set(key, value);
      for (const listener of listeners) listener();
    },
    all: () => held,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

/** The small forms of this page. */
export const forms = createForms();

/** What was kept, laid over an empty form: a field that another version did not know is empty, and nothing is of another kind. */
export const onto = <Value>(empty: Value, kept: unknown): Value => {
  if (kept === null || typeof kept !== typeof empty) return empty;
  return typeof empty === "object" ? { ...empty, ...kept } : (kept as Value);
};
