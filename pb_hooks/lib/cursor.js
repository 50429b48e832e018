// A cursor is a place in the store (SQLite's rowid, in order of arrival) and 20 bits of the id of the event at that
// place. After an older backup was put back, another event stands there or none: the cursor is recognised as
// foreign, and reading starts over. The phone's union by id makes that harmless. Both fit a JSON number: 2^33
// events are 8 billion.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const MARK_LETTERS = 4;
const MARK_SPAN = ALPHABET.length ** MARK_LETTERS;

const numberOf = (mark) => [...mark].reduce((number, letter) => number * 32 + ALPHABET.indexOf(letter), 0);

const cursorAt = ({ place, mark }) => (place ? place * MARK_SPAN + numberOf(mark) : 0);

/** What a cursor stands for: a place, and the letters that the id of the event there must end in. */
function partsOf(cursor) {
	let mark = '';
	for (let rest = cursor % MARK_SPAN; mark.length < MARK_LETTERS; rest = Math.floor(rest / 32))
		mark = ALPHABET[rest % 32] + mark;
	return { place: Math.floor(cursor / MARK_SPAN), mark };
}

module.exports = { cursorAt, partsOf };
