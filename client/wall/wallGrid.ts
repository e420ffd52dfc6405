import { densityOf } from "#client/board/density.ts";

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The shape of the place for cards on a wide screen, and of a card that reads well. Ours. */
const ROOM = { width: 1.55, height: 1 };
const CARD_SHAPE = { full: 1.25, compact: 1.6, dense: 1.6 };

/** WL2. By how many chairs the clinic has, so that a chair keeps its place whoever comes and goes. */
export const gridOf = (chairs: number): Grid =>
  Array.from({ length: Math.max(1, chairs) }, (_, n) => withColumns(n + 1, chairs)).reduce((best, grid) =>
    lettersIn(grid, chairs) > lettersIn(best, chairs) ? grid : best,
  );

const withColumns = (columns: number, chairs: number): Grid => ({
  columns,
  rows: Math.max(1, Math.ceil(chairs / columns)),
});

/** How large letters can be: a card that is too narrow or too low for its shape wastes the other way. */
const lettersIn = ({ columns, rows }: Grid, chairs: number): number =>
  Math.min(ROOM.width / columns, (ROOM.height / rows) * CARD_SHAPE[densityOf(chairs)]);
