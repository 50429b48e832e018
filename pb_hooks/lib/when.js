/** When an event happened: a clock that runs ahead, or was never set, is put right by when it was received
 * (src/lib/server/interop/clamp.ts is the same rule). */
const happened = `CASE WHEN at > receivedAt OR at < 1577836800000 THEN receivedAt ELSE at END`;

/** The day of a moment in Vietnam, since 1 January 1970, which was a Thursday. */
const dayOf = (moment) => `((${moment}) + 25200000) / 86400000`;

/** Such a day's place in its week: 0 is Monday. */
const placeInWeek = (day) => `(((${day}) + 3) % 7)`;

/** The week of a moment, since the Monday before 1970: src/lib/domain/week.ts is the same rule. */
const weekOf = (moment) => `((${dayOf(moment)} + 3) / 7)`;

module.exports = { happened, dayOf, placeInWeek, weekOf };
