import { expect, test } from 'vitest';
import { patternOf, readPattern, USUAL_PATTERN } from './pattern';

const good = { motif: 'star', thread: 'rice', inlay: 'madder' };

test.each([
	{ what: 'nothing', value: undefined },
	{ what: 'a text', value: 'star' },
	{ what: 'a motif of tomorrow', value: { ...good, motif: 'river' } },
	{ what: 'a colour of its own', value: { ...good, thread: 'url(https://example.org)' } },
	{ what: 'half of it', value: { motif: 'star' } },
	{ what: "an object's own names", value: { ...good, inlay: 'constructor' } }
])('$what is no pattern', ({ value }) => {
	expect(readPattern(value)).toBeUndefined();
	expect(patternOf(value)).toBe(USUAL_PATTERN);
});

test('what comes along with a pattern is left behind', () => {
	expect(readPattern({ ...good, script: 'alert(1)' })).toEqual(good);
});
