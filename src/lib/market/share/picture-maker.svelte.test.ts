import { expect, test, vi } from 'vitest';
import type { Wanted } from './picture/make-picture';
import { PictureMaker } from './picture-maker.svelte';

/** The picture is its name, so that it can be told which one was made. */
vi.mock('./picture/make-picture', () => ({
	makePicture: (_: string, { name }: Wanted) =>
		Promise.resolve(name === 'full' ? { kind: 'no_memory' } : { kind: 'made', blob: new Blob([name]) })
}));
const wanted = (name: string) => ({ name }) as Wanted;

test('a wish that takes longer than the next one is never shown or sent', async () => {
	const maker = new PictureMaker();
	let give: (wanted: Wanted) => void = () => {};
	const slow = maker.make('square', new Promise<Wanted>((resolve) => (give = resolve)));
	expect(await maker.make('square', Promise.resolve(wanted('without a code')))).toBe(true);
	give(wanted('with a code'));
	expect(await slow).toBe(false);
	expect(await maker.file!.text()).toBe('without a code');
});

test('from the first moment of a wish the picture before it is not sent', async () => {
	const maker = new PictureMaker();
	await maker.make('square', Promise.resolve(wanted('with a code')));
	expect(maker.file?.name).toBe('with-a-code-square.jpg');
	const next = maker.make('square', Promise.resolve(wanted('none')));
	expect(maker.file).toBeNull();
	await next;
	expect(await maker.file!.text()).toBe('none');
});

test.each([
	['what may not be shown leaves nothing to send', null, 'wrong'],
	['nor does a phone that has no room', wanted('full'), 'no_memory']
] as const)('%s', async (_, next, state) => {
	const maker = new PictureMaker();
	await maker.make('square', Promise.resolve(wanted('one')));
	expect(await maker.make('square', Promise.resolve(next))).toBe(false);
	expect([maker.state, maker.file, maker.url]).toEqual([state, null, '']);
});
