import { expect, test } from 'vitest';
import { readPeoples } from './read-peoples';

test('the official list has fifty-four peoples, each once, numbered from 01', async () => {
	const peoples = await readPeoples();
	expect(peoples.map(({ code }) => code)).toEqual(
		Array.from({ length: 54 }, (_, n) => String(n + 1).padStart(2, '0'))
	);
	expect(new Set(peoples.map(({ name }) => name)).size).toBe(54);
	expect(peoples[1]).toEqual({ code: '02', name: 'Tày' });
	expect(peoples[53]).toEqual({ code: '54', name: 'Rơ-măm' });
});
