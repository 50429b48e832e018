import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { Lesson } from '$lib/domain/lesson';
import { Practice } from '$lib/domain/practice';
import type { Checked } from '../bundle';
import { Fault } from '../faults/fault';
import { faultsOf } from '../faults/faults-of';
import { oggOpusMs } from '../narrate/ogg';
import { SignedManifest } from './manifest';
import { isSigned } from './sign';
import { unzipPack } from './unzip';

export type ReadPack = {
	manifest: SignedManifest;
	/** By name; each has the hash that it is named by. */
	files: Map<string, Buffer>;
	lessons: Map<string, Lesson>;
	practices: Map<string, Practice>;
};

/** No clip is far from the length that its lesson gives. */
const MS_TOLERANCE = 80;
const MEDIA_NAME = /[0-9a-f]{64}\.(?:ogg|svg|webp|mp3)/g;

/** Unpacks and checks a .banmay: the signature, every hash, every lesson's form, and that no text is mute. */
export async function readPack(zip: Uint8Array): Promise<Checked<ReadPack>> {
	const unpacked = await unzipPack(zip);
	if (unpacked.kind === 'faulty') return unpacked;
	const files = unpacked.value;
	const manifest = manifestOf(files);
	if (manifest.kind === 'faulty') return manifest;
	if (!(await isSigned(manifest.value)))
		return { kind: 'faulty', faults: [new Fault('manifest.json', 'badSignature')] };
	files.delete('manifest.json');
	const faults = [...checkFiles(manifest.value, files)];
	if (faults.length > 0) return { kind: 'faulty', faults };
	return contentsOf(manifest.value, files);
}

function manifestOf(files: Map<string, Buffer>): Checked<SignedManifest> {
	let json: unknown;
	try {
		json = JSON.parse(files.get('manifest.json')?.toString() ?? '');
	} catch {
		return { kind: 'faulty', faults: [new Fault('manifest.json', 'noJson')] };
	}
	const read = v.safeParse(SignedManifest, json);
	if (read.success) return { kind: 'good', value: read.output };
	return { kind: 'faulty', faults: faultsOf(read.issues).map((fault) => fault.within('manifest.json')) };
}

function* checkFiles({ files: listed }: SignedManifest, files: Map<string, Buffer>) {
	const names = new Set<string>();
	for (const { name, sha256, bytes } of listed) {
		names.add(name);
		const file = files.get(name);
		if (!file) yield new Fault(name, 'missing');
		else if (file.length !== bytes || !name.startsWith(sha256) || hashOf(file) !== sha256)
			yield new Fault(name, 'notItsHash');
	}
	for (const name of files.keys()) if (!names.has(name)) yield new Fault(name, 'notListed');
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function contentsOf(manifest: SignedManifest, files: Map<string, Buffer>): Checked<ReadPack> {
	const lessons = new Map<string, Lesson>();
	const practices = new Map<string, Practice>();
	const faults: Fault[] = [];
	const { course } = manifest;
	const taken = new Set<string>();
	for (const { slug, hash, practice } of course.modules.flatMap((module) => module.lessons)) {
		if (taken.has(slug)) faults.push(new Fault('course', 'lessonTwice', { slug }));
		taken.add(slug);
		const lesson = parse(Lesson, files, `${hash}.json`, faults);
		if (lesson) {
			if (lesson.slug !== slug || lesson.course !== course.slug)
				faults.push(new Fault(`${hash}.json`, 'otherLesson', { slug, course: course.slug }));
			lessons.set(hash, lesson as Lesson);
		}
		const played = practice && parse(Practice, files, `${practice}.json`, faults);
		if (played) practices.set(practice, played);
	}
	faults.push(
		...missingMedia({ course, lessons: [...lessons.values()], practices: [...practices.values()] }, files)
	);
	faults.push(...wrongClips([course, ...lessons.values(), ...practices.values()], files));
	return faults.length > 0
		? { kind: 'faulty', faults }
		: { kind: 'good', value: { manifest, files, lessons, practices } };
}

function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	files: Map<string, Buffer>,
	name: string,
	faults: Fault[]
): v.InferOutput<Schema> | undefined {
	const bytes = files.get(name);
	if (!bytes) {
		faults.push(new Fault(name, 'missing'));
		return undefined;
	}
	try {
		const read = v.safeParse(schema, JSON.parse(bytes.toString()));
		if (read.success) return read.output;
		faults.push(...faultsOf(read.issues).map((fault) => fault.within(name)));
	} catch {
		faults.push(new Fault(name, 'noJson'));
	}
	return undefined;
}

function missingMedia(contents: object, files: Map<string, Buffer>): Fault[] {
	const named = new Set(JSON.stringify(contents).match(MEDIA_NAME));
	return [...named].filter((name) => !files.has(name)).map((name) => new Fault(name, 'missing'));
}

/** A clip that is no sound, or of another length than its text's, would leave a card mute. */
function wrongClips(contents: object[], files: Map<string, Buffer>): Fault[] {
	const faults = new Map<string, Fault>();
	JSON.parse(JSON.stringify(contents), (_, value: unknown) => {
		const { clip, ms, text } = (value ?? {}) as { clip?: unknown; ms?: unknown; text?: unknown };
		if (typeof clip !== 'string' || typeof ms !== 'number' || !clip.endsWith('.ogg')) return value;
		const bytes = files.get(clip);
		if (bytes && !isAsLong(bytes, ms))
			faults.set(clip, new Fault(clip, 'notItsClip', { text: String(text) }));
		return value;
	});
	return [...faults.values()];
}

function isAsLong(bytes: Buffer, ms: number): boolean {
	try {
		return Math.abs(oggOpusMs(bytes) - ms) <= MS_TOLERANCE;
	} catch {
		return false;
	}
}
