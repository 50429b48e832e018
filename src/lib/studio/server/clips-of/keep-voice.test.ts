import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { oggOpusMs } from '../narrate/ogg';
import { runProgram } from '../narrate/run-program';
import { decode } from './decode';
import { oggFromWebm } from './ogg-from-webm';

const dir = mkdtempSync(join(tmpdir(), 'ban-may-voice-'));
vi.mock('$lib/server/env', () => ({
	env: {
		get dataDir() {
			return dir;
		}
	}
}));
const { asRecorded, keepVoice } = await import('./keep-voice');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What a browser's recorder would make of a tone of so many seconds. */
const recorded = (seconds: number, ...how: string[]) =>
	runProgram(
		'ffmpeg',
		[
			...['-v', 'error', '-f', 'lavfi', '-i', `sine=frequency=300:duration=${seconds}`],
			...(how.length > 0 ? how : ['-c:a', 'libopus', '-b:a', '32k', '-f', 'webm']),
			'pipe:1'
		],
		''
	);

describe('what a browser recorded', () => {
	let webm: Buffer;
	beforeAll(async () => {
		webm = await recorded(3);
	});

	test('becomes one Ogg Opus clip, levelled, named by its bytes; the same twice is one', async () => {
		const kept = await keepVoice(webm);
		expect(kept).toMatchObject({
			kind: 'kept',
			clip: expect.stringMatching(/^[0-9a-f]{64}\.ogg$/) as string
		});
		if (kept.kind !== 'kept') return;
		expect(kept.ms).toBeGreaterThan(2700);
		expect(kept.ms).toBeLessThan(3300);
		expect(kept.bytes).toBeLessThan(12_000);
		expect(await keepVoice(webm)).toEqual(kept);
	});
	test.each([
		{ what: 'no sound', make: () => Promise.resolve(Buffer.from('<html>hello</html>')), fault: 'unreadable' },
		{ what: 'nothing', make: () => Promise.resolve(Buffer.alloc(0)), fault: 'unreadable' },
		{
			what: 'a playlist',
			make: () => Promise.resolve(Buffer.from('#EXTM3U\nfile:///etc/passwd\n')),
			fault: 'unreadable'
		},
		{ what: 'half a second', make: () => recorded(0.4), fault: 'short' },
		{ what: '65 seconds', make: () => recorded(65), fault: 'long' },
		{
			what: 'silence',
			make: () => recorded(2, '-af', 'volume=0', '-c:a', 'libopus', '-f', 'webm'),
			fault: 'silent'
		}
	])('$what is faulty: $fault', async ({ make, fault }) => {
		expect(await keepVoice(await make())).toEqual({ kind: 'faulty', fault });
	});
	test('half of a recording, cut off under way, is as long as what came', async () => {
		const kept = await keepVoice(webm.subarray(0, Math.floor(webm.length / 2)));
		expect(kept.kind).toBe('kept');
	});

	test('without ffmpeg, WebM is wrapped anew: the same sound, as long as before', async () => {
		const ogg = oggFromWebm(webm)!;
		expect(oggOpusMs(ogg)).toBeGreaterThan(2950);
		expect(oggOpusMs(ogg)).toBeLessThan(3100);
		const [before, after] = await Promise.all(
			[webm, ogg].map((file) => decode(file, { rate: 16_000, maxS: 10 }))
		);
		expect(Math.abs(after!.length - before!.length)).toBeLessThan(1000);
		const power = (samples: Float32Array) => samples.reduce((sum, x) => sum + x * x, 0) / samples.length;
		expect(power(after!) / power(before!)).toBeCloseTo(1, 1);
	});
	test('without ffmpeg, Ogg is kept as it is, and anything else is refused', async () => {
		const ogg = await recorded(2, '-c:a', 'libopus', '-f', 'ogg');
		expect(asRecorded(ogg)).toBe(ogg);
		const wav = await recorded(1, '-f', 'wav');
		expect(asRecorded(wav)).toBe('unreadable');
		expect(oggFromWebm(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))).toBeUndefined();
	});
	test('no bytes, however broken, make the reading fail otherwise than by a value', () => {
		for (let at = 4; at < webm.length; at += 97) {
			const broken = Buffer.from(webm);
			broken[at] = 0xff - broken[at]!;
			expect(() => oggFromWebm(broken)).not.toThrow();
			expect(() => oggFromWebm(webm.subarray(0, at))).not.toThrow();
		}
	});
});
