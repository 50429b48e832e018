import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, newKey, weekOfEvents, type KeyOfPhone } from '../../../../tests/fixtures/bundles';
import { idOf, stream } from '../../../../tests/fixtures/events';
import type { Event } from '../event';
import { isSigned, MAX_BUNDLE_BYTES, readBundle } from './bundle';
import { fromFile, toFile } from './file';
import { FrameGatherer, toFrames, type Gathered } from './frames';
import { KEY_TEXT, keyAsText, type AlgorithmNumber } from './keys';

const device = idOf(1, 'd');
const lessons = ['nut-va-man-hinh', 'goi-va-nghe', 'ma-pin-otp', 'quet-ma-tra-tien'];
const keys = {} as Record<AlgorithmNumber, KeyOfPhone>;
beforeAll(async () => {
	keys[1] = await newKey(1);
	keys[2] = await newKey(2);
});

/** As it was before it was carried, without the device, which the bundle says once. */
const packed = (events: Event[]) => events.map(({ device: _device, ...event }) => event);
const gather = (gatherer: FrameGatherer, frames: string[]): Gathered =>
	frames.map((frame) => gatherer.add(frame)).at(-1)!;

describe('a bundle', () => {
	test.each([1, 2] as const)('comes out as it went in, and says who signed it (algorithm %i)', async (n) => {
		const events = weekOfEvents(40, device, lessons, 7);
		const after = { id: idOf(6, 'z'), seq: 6 };
		const bytes = await bundleOf(keys[n], events, { after, name: 'Sùng Thị Mỷ', picture: 'fish' });
		const bundle = readBundle(bytes)!;
		expect(bundle).toMatchObject({ device, after, name: 'Sùng Thị Mỷ', picture: 'fish' });
		expect(bundle.events).toEqual(packed(events));
		expect(await isSigned(bytes, bundle)).toBe('good');
		expect(keyAsText(bundle.key)).toMatch(KEY_TEXT);
	});

	test('holds whatever a phone may have noted: any kinds, any clock, any order', async () => {
		await fc.assert(
			fc.asyncProperty(stream, async (events) => {
				const bundle = readBundle(await bundleOf(keys[2], events, { device }))!;
				expect(bundle.events).toEqual(packed(events));
			}),
			{ numRuns: 60 }
		);
	});

	test('keeps kinds that this version does not know, with their gaps of numbers', async () => {
		const [a, b] = weekOfEvents(2, device, lessons);
		const newer = { ...b!, seq: 9, kind: 'stall.painted', data: { colour: ['chàm', 1, null] } };
		const bundle = readBundle(await bundleOf(keys[2], [a!, newer as unknown as Event]))!;
		expect(bundle.events[1]).toMatchObject({ seq: 9, kind: 'stall.painted', data: newer.data });
	});

	test('in which one byte, any byte, is another is not readable or not signed', async () => {
		const bytes = await bundleOf(keys[2], weekOfEvents(5, device, lessons));
		for (let at = 0; at < bytes.length; at++) {
			const forged = bytes.slice();
			forged[at]! ^= 1 << (at % 8);
			const bundle = readBundle(forged);
			if (bundle) expect(await isSigned(forged, bundle), `byte ${at}`).not.toBe('good');
		}
	});

	test('signed by another key than it names is not signed', async () => {
		const stranger = { ...(await newKey(2)), bytes: keys[2].bytes };
		const bytes = await bundleOf(stranger, weekOfEvents(3, device, lessons));
		expect(await isSigned(bytes, readBundle(bytes)!)).toBe('bad');
	});

	test('that is cut short, too long, empty or noise is none', async () => {
		const bytes = await bundleOf(keys[2], weekOfEvents(3, device, lessons));
		for (let length = 0; length < bytes.length - 64; length += 7)
			expect(readBundle(bytes.slice(0, length)), `${length} bytes`).toBeUndefined();
		expect(readBundle(new Uint8Array(MAX_BUNDLE_BYTES + 1))).toBeUndefined();
		fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => readBundle(noise) === undefined));
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 100, maxLength: 400 }), (noise) => {
				const claimed = Uint8Array.from([...bytes.slice(0, 100), ...noise]);
				readBundle(claimed); // whatever it says of it, it comes back
			})
		);
	});
});

describe('frames', () => {
	test('of 200 events are few', async () => {
		const bundle = await bundleOf(keys[2], weekOfEvents(200, device, lessons));
		expect(toFrames(bundle, 18).length).toBeLessThanOrEqual(7);
	});

	test('bring the bundle in any order, twice, with losses made good later, beside another one', async () => {
		const one = await bundleOf(keys[2], weekOfEvents(60, device, lessons));
		const other = await bundleOf(keys[1], weekOfEvents(60, device, lessons));
		const [a, b] = [toFrames(one, 8), toFrames(other, 8)];
		fc.assert(
			fc.property(
				fc.shuffledSubarray([...a, ...a], { minLength: 1 }),
				fc.shuffledSubarray(b, { maxLength: b.length - 1 }),
				(seen, between) => {
					const gatherer = new FrameGatherer();
					const mixed = seen.flatMap((frame, n) => [frame, ...between.slice(n, n + 1)]);
					const answers = [...mixed, ...a].map((frame) => gatherer.add(frame));
					const wholes = answers.filter((answer) => answer.kind === 'whole');
					expect(wholes.length).toBeGreaterThan(0);
					for (const { bundle } of wholes) expect(bundle).toEqual(one);
				}
			)
		);
	});

	test('say which are missing', async () => {
		const frames = toFrames(await bundleOf(keys[2], weekOfEvents(40, device, lessons)), 8);
		const gatherer = new FrameGatherer();
		const { got } = gather(gatherer, [frames[2]!, frames[0]!]) as { got: boolean[] };
		expect(got).toEqual(frames.map((_, n) => n === 0 || n === 2));
		expect(gatherer.add(frames[0]!)).toMatchObject({ kind: 'got', isNew: false });
	});

	test('with any character changed, other codes and noise change nothing', async () => {
		const frames = toFrames(await bundleOf(keys[2], weekOfEvents(20, device, lessons)), 8);
		const gatherer = new FrameGatherer();
		const [first] = frames as [string];
		for (let at = 0; at < first.length; at++) {
			const swap = first[at] === 'A' ? 'B' : 'A';
			const forged = first.slice(0, at) + swap + first.slice(at + 1);
			expect(gatherer.add(forged), `character ${at}`).toEqual({ kind: 'foreign' });
		}
		for (const text of [
			'',
			'BM1',
			'BM1A',
			'https://example.test/join#abc',
			'BM2' + first.slice(3),
			'BM1::::::'
		])
			expect(gatherer.add(text)).toEqual({ kind: 'foreign' });
	});

	test('mixed from a bundle and its larger squares are two, and each can be finished', async () => {
		const bundle = await bundleOf(keys[2], weekOfEvents(40, device, lessons));
		const [small, large] = [toFrames(bundle, 18), toFrames(bundle, 8)];
		const gatherer = new FrameGatherer();
		gather(gatherer, large.slice(1));
		expect(gather(gatherer, small)).toMatchObject({ kind: 'whole', bundle });
		expect(gather(gatherer, large.slice(0, 1))).toMatchObject({ kind: 'whole', bundle });
	});
});

describe('a file', () => {
	test('brings all its bundles, also after a mail program had it', async () => {
		const bundles = [
			await bundleOf(keys[2], weekOfEvents(30, device, lessons)),
			await bundleOf(keys[1], weekOfEvents(1, device, lessons))
		];
		const text = toFile(bundles);
		for (const seen of [
			text,
			text.replaceAll('\n', '\r\n'),
			`\ufeff${text}\n\n`,
			text.replaceAll('\n', ' \n')
		])
			expect(fromFile(seen)).toEqual(bundles);
	});

	test.each([
		'',
		'BAN MAY EVENTS 1\n',
		'BAN MAY EVENTS 2\nAAAA',
		'BAN MAY EVENTS 1\nđẹp',
		'<html>',
		'{"a":1}'
	])('%j is none', (text) => expect(fromFile(text)).toBeUndefined());
});
