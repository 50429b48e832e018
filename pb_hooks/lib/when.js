/** When an event happened: a clock that runs ahead, or was never set, is put right by when it was received
 * (src/lib/server/interop/clamp.ts is the same rule). */
const happened = `CASE WHEN at > receivedAt OR at < 1577836800000 THEN receivedAt ELSE at END`;

/** The day of a moment in Vietnam, since 1 January 1970, which was a Thursday. */
const dayOf = (moment) => `((${moment}) + 25200000) / 86400000`;

/** The week of such a day, since the Monday before, and the day's place in it (0 is Monday):
 * src/lib/domain/week.ts is the same rule. */
const weekOfDay = (day) => `(((${day}) + 3) / 7)`;
const placeInWeek = (day) => `(((${day}) + 3) % 7)`;

const weekOf = (moment) => weekOfDay(dayOf(moment));

module.exports = { happened, dayOf, weekOfDay, placeInWeek, weekOf };
