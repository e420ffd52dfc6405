/**
 * A pure function of one frozen thing, worked out once as long as that thing lives. Facts are never changed in place, so
 * the answer cannot grow old; the thing itself is the key, so nothing is kept longer than it.
 */
export const onceFor = <Thing extends object, Answer>(make: (thing: Thing) => Answer): ((thing: Thing) => Answer) => {
  const answers = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    const known = answers.get(thing);
    if (known) return known.answer;
    const answer = make(thing);
    answers.set(thing, { answer });
    return answer;
  };
};
