/** The words of the wall that the board does not have. */
export const wallWords = {
  title: "Wall",
  more: (count: number) => `and ${count} more`,
  mayTurnDark: "This display may turn dark by itself: switch off its power saving.",
} as const;
