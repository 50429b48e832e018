import { beforeEach, expect, test, vi } from 'vitest';
import { countedRows } from '../repositories/report-figures';
import { rowsIn } from './kept-rows';

vi.mock('../repositories/report-figures', () => ({ countedRows: vi.fn() }));
const counting = vi.mocked(countedRows);
let nowMs = 0;
const takes = (ms: number) =>
	counting.mockImplementation(() => {
		nowMs += ms;
		return Promise.resolve({ facts: [], figures: {} });
	});
const days = (day: number) => ({ from: '2026-01-01', to: `2026-01-${String(day).padStart(2, '0')}` });
const read = (day: number, trainer = '') => rowsIn(days(day), { trainer, places: [] }, () => nowMs);

beforeEach(() => {
	counting.mockClear();
	nowMs += 3_600_000;
});

test('what is counted quickly is counted each time', async () => {
	takes(300);
	await read(2);
	await read(2);
	expect(counting).toHaveBeenCalledTimes(2);
});

test('what takes long is kept for ten minutes, for the same days and the same reach', async () => {
	takes(1500);
	const { atMs } = await read(3);
	nowMs += 9 * 60_000 - 1500;
	expect((await read(3)).atMs).toBe(atMs);
	expect(counting).toHaveBeenCalledTimes(1);
	await read(3, 'somebody else');
	expect(counting).toHaveBeenCalledTimes(2);
	nowMs += 60_001;
	await read(3);
	expect(counting).toHaveBeenCalledTimes(3);
});

test('no more than two are kept', async () => {
	takes(1500);
	for (const day of [4, 5, 6]) await read(day);
	await read(6);
	await read(5);
	expect(counting).toHaveBeenCalledTimes(3);
	await read(4);
	expect(counting).toHaveBeenCalledTimes(4);
});
