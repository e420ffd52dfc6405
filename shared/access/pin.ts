/** How many digits a PIN has. */
export const PIN_DIGITS = 6;

/** Ways over the keys of a pad, and what stands at the top of every list of common PINs. */
const COMMON = ["147258", "147369", "258369", "159357", "357159", "159753", "753159", "789456", "456123", "123654"];

/** DV9. Six digits, and none of those that are tried first; undefined when it will do. */
export const pinProblem = (pin: string): string | undefined => {
  if (!/^\d{6}$/.test(pin)) return `A PIN has ${PIN_DIGITS} digits.`;
  return isEasy(pin) ? "This PIN is too easy to guess. Take six digits without a pattern." : undefined;
};

const isEasy = (pin: string): boolean => {
  const digits = [...pin].map(Number);
  return (
    new Set(digits).size < 3 || // 000000, 121212, 100000
    pin.slice(0, 3) === pin.slice(3) || // 123123
    isRun(digits) || // 123456, 654321, and over the edge: 890123
    isInPairs(digits) || // 112233
    COMMON.includes(pin) ||
    COMMON.includes([...pin].reverse().join(""))
  );
};

/** Each digit one more than the one before, or each one less; 0 follows 9. */
const isRun = (digits: readonly number[]): boolean =>
  [1, 9].some((by) => digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + by) % 10));

const isInPairs = (digits: readonly number[]): boolean =>
  digits.every((digit, at) => at % 2 === 0 || digit === digits[at - 1]);
