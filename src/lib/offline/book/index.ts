export { loadMark } from './load-book';
export { markOrder, type Mark } from './mark-order';
export { moveLine } from './move-line';
export { setSharing } from './set-sharing';
export { watchBook, type HerBook } from './watch-book';
export { strikeMoney, writeMoney } from './write-money';
export { writeOrder, type NewOrder, type Problem } from './write-order';
