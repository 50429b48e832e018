import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oggOpusMs } from '../narrate/ogg';
import { opusTags } from './opus-tags';
import { readPackets } from './read-packets';
import { samplesOf } from './samples-of';
import { writeOgg } from './write-ogg';

const folder = 'content/clips/vi/00';
const clip = readFileSync(join(folder, readdirSync(folder)[0] ?? ''));
const [head, , ...sound] = readPackets(clip);

/** What a packet of tags says, read as the RFC has it. */
function commentsIn(tags: Buffer): string[] {
	const comments: string[] = [];
	let at = 8 + 4 + tags.readUInt32LE(8);
	const listed = tags.readUInt32LE(at);
	for (at += 4; comments.length < listed;) {
		const length = tags.readUInt32LE(at);
		comments.push(tags.toString('utf8', at + 4, at + 4 + length));
		at += 4 + length;
	}
	expect(at).toBe(tags.length);
	return comments;
}

describe('an Ogg Opus file', () => {
	test('comes back as the packets that it was written from, and sounds as long', () => {
		const written = writeOgg(head!, opusTags(), sound);
		expect(readPackets(written)).toEqual([head, opusTags(), ...sound]);
		const samples = sound.reduce((sum, packet) => sum + samplesOf(packet), 0);
		expect(oggOpusMs(written)).toBe(Math.round((samples - head!.readUInt16LE(10)) / 48));
	});

	test.each([0, 254, 255, 255 * 255 - 1, 255 * 255, 255 * 255 + 1, 200_000])(
		'keeps tags of %d bytes and more whole',
		(bytes) => {
			const tags = opusTags([['TITLE', 'ấ'.repeat(Math.ceil(bytes / 3))]]);
			const exactly = Buffer.concat([tags, Buffer.alloc(bytes)]).subarray(0, bytes);
			for (const some of [tags, exactly]) {
				const [again, read, ...rest] = readPackets(writeOgg(head!, some, sound));
				expect(again).toEqual(head);
				expect(read).toEqual(some);
				expect(rest).toHaveLength(sound.length);
			}
		}
	);

	test('says its tags in their order, in Vietnamese', () => {
		const said = [
			['TITLE', 'Tin nhắn giả'],
			['CHAPTER001', '00:00:00.000']
		] as const;
		expect(commentsIn(opusTags(said))).toEqual(['TITLE=Tin nhắn giả', 'CHAPTER001=00:00:00.000']);
	});

	test('that breaks off, or is none, is refused', () => {
		expect(() => readPackets(clip.subarray(0, clip.length - 5))).toThrow(RangeError);
		expect(() => readPackets(Buffer.from('hello, this is no sound at all'))).toThrow(RangeError);
	});
});
