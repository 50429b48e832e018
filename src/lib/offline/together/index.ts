/** Groups around this phone. Imported dynamically by the pages that need it. */
export { countUntold } from './count-untold';
export { endGathering } from './end-gathering';
export { keepGathering } from './keep-gathering';
export { listCircles, type Circle, type Person } from './list-circles';
export { newPersonId } from './new-person-id';
export { openGathering } from './open-gathering';
