import { MediaName, type Spoken } from '$lib/domain/media';
import { mediaOfPractice } from '$lib/domain/media-of-practice';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import type { ScamBody } from '$lib/domain/notices/scam';
import type { Practice } from '$lib/domain/practice';
import { SCAM_COURSE } from '$lib/domain/scam-lesson';
import type { Scam } from '$lib/domain/scam';
import * as v from 'valibot';
import { blobs, readBlob } from '../blobs';
import { buildPractice } from '../build-practice';
import { picturesOfPractice, textsOfPractice } from '../bundle';
import { canonicalJson } from '../canonical-json';
import { packedBytes } from '../catalog-lesson';
import { catalogPractice } from '../catalog-practice';
import { Pictures } from '../pictures';
import { readRecording, recordings } from '../recordings';
import { scamChoices } from './choices';
import { composeScam } from './compose';
import { voicesFor, type OwnClips } from './voices';

export type BuiltScam =
	| { kind: 'mute'; mute: string[] }
	| { kind: 'built'; practice: Practice; bytes: Buffer; title: Spoken; weight: number; heaviest: string };

/** The practice that a trick amounts to, and what it weighs; or the sentences that nobody says yet. Writes nothing but
 * clips and pictures that are everybody's. */
export async function buildScam(id: string, scam: Scam, own: OwnClips): Promise<BuiltScam> {
	const source = composeScam(id, scam, scamChoices());
	const { clipOf, mute } = await voicesFor([{ vi: scam.title }, ...textsOfPractice(source)], own);
	const title = clipOf(MASTER_LANGUAGE, scam.title);
	if (mute.length > 0 || !title) return { kind: 'mute', mute };
	const pictures = await drawn([...picturesOfPractice(source)]);
	const practice = buildPractice(source, SCAM_COURSE, {
		clipOf: (language, text) => {
			const said = clipOf(language, text);
			return said && { ...said, speaker: '' };
		},
		pictureOf: (description) => pictures.get(description)?.name ?? description
	});
	const bytes = Buffer.from(canonicalJson(practice));
	const sizes = new Map([...pictures.values()].map(({ name, packed }) => [name, packed]));
	const { bytes: weight } = catalogPractice(practice, bytes, '', (name) => sizes.get(name) ?? 0);
	const longest = [scam.says, ...scam.marks.map(({ text }) => text), scam.title].sort(
		(a, b) => (clipOf(MASTER_LANGUAGE, b)?.bytes ?? 0) - (clipOf(MASTER_LANGUAGE, a)?.bytes ?? 0)
	);
	return { kind: 'built', practice, bytes, title, weight: weight + title.bytes, heaviest: longest[0] ?? '' };
}

/** Puts a built trick where phones fetch it. @returns the body of its notice, and the files that are its own */
export async function putScam(
	scam: Scam,
	built: Extract<BuiltScam, { kind: 'built' }>
): Promise<{ body: ScamBody; files: string[] }> {
	const name = await recordings().put(built.bytes, 'json');
	const media = [built.title.clip, ...mediaOfPractice(built.practice, MASTER_LANGUAGE)];
	const own = [];
	for (const one of new Set(media)) if (await recordings().has(one)) own.push(one);
	const body: ScamBody = {
		trick: scam.kind,
		title: built.title,
		picture: built.practice.picture,
		practice: name.replace('.json', ''),
		bytes: built.weight,
		own
	};
	return { body, files: [name, ...own] };
}

/** Each picture as a file: drawings as they are described, the photograph as it lies there. */
async function drawn(descriptions: string[]): Promise<Map<string, { name: string; packed: number }>> {
	const pictures = new Pictures(process.cwd());
	const found = new Map<string, { name: string; packed: number }>();
	for (const one of new Set(descriptions)) {
		if (v.is(MediaName, one)) {
			const photo = (await readRecording(one)) ?? (await readBlob(one));
			if (photo) found.set(one, { name: one, packed: photo.length });
			continue;
		}
		const svg = Buffer.from(pictures.draw(one));
		found.set(one, { name: await blobs().put(svg, 'svg'), packed: packedBytes(svg) });
	}
	return found;
}
