import { expect, test } from 'vitest';
import { cellAfter } from './cell-after';

const size = { rows: 3, columns: 4 };
test.each([
	{ key: 'ArrowRight', from: [0, 0], to: [0, 1] },
	{ key: 'ArrowRight', from: [0, 3], to: [0, 3] },
	{ key: 'ArrowLeft', from: [1, 0], to: [1, 0] },
	{ key: 'ArrowDown', from: [1, 2], to: [2, 2] },
	{ key: 'ArrowDown', from: [2, 2], to: [2, 2] },
	{ key: 'ArrowUp', from: [2, 2], to: [1, 2] },
	{ key: 'Home', from: [2, 2], to: [2, 0] },
	{ key: 'End', from: [2, 2], to: [2, 3] },
	// Women were taken out meanwhile: the next key leads back into the table.
	{ key: 'ArrowDown', from: [9, 9], to: [2, 3] }
])('$key leads from $from to $to', ({ key, from: [row = 0, column = 0], to }) => {
	expect(cellAfter(key, { row, column }, size)).toEqual({ row: to[0], column: to[1] });
});

test('another key leads nowhere', () => {
	expect(cellAfter('a', { row: 0, column: 0 }, size)).toBeUndefined();
});
