const { one } = require(`${__hooks}/lib/query.js`);

// A cursor is a place in the store (SQLite's rowid, in order of arrival) and 20 bits of the id of the event at that
// place. After an older backup was put back, another event stands there or none: the cursor is recognised as
// foreign, and reading starts over. The phone's union by id makes that harmless. Both fit a JSON number: 2^33
// events are 8 billion.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const MARK_SPAN = 2 ** 20;

const numberOf = (mark) => [...mark].reduce((number, letter) => number * 32 + ALPHABET.indexOf(letter), 0);

const cursorAt = ({ place, mark }) => place * MARK_SPAN + numberOf(mark);

/** The place after which to read: the cursor's own, or 0 when it is not from this store. */
function placeOf(tx, markAt, learner, cursor) {
	const place = Math.floor(cursor / MARK_SPAN);
	if (!place) return 0;
	const found = one(tx, markAt, { place: 0, mark: '' }, { learner, place });
	return found && cursorAt(found) === cursor ? place : 0;
}

module.exports = { cursorAt, placeOf };
