import { fromBase45, toBase45 } from './base45';
import { MAX_BUNDLE_BYTES } from './bundle';
import { crc32 } from './crc32';

/** What every frame begins with, so that other people's codes are told apart. */
const MARK = 'BM1';
/** Bundle's check (4), index, total, frame's check (4). */
const HEAD_BYTES = 6;
const CHECK_BYTES = 4;
const MAX_FRAMES = 255;

/** Characters that a QR code of a version holds at level L, in its alphanumeric mode. */
const CHARACTERS = { 8: 279, 18: 1046 } as const;
export type QrVersion = keyof typeof CHARACTERS;

/** A frame as it was read: a piece of a bundle. */
type Frame = { bundle: number; index: number; total: number; piece: Uint8Array };

/**
 * A bundle cut into texts, each for one QR code of at most this version. They may be read in any order, twice, and beside
 * those of another bundle: each says which bundle it is of, its place, and its own check.
 */
export function toFrames(bundle: Uint8Array, version: QrVersion): string[] {
	const room = Math.floor((CHARACTERS[version] - MARK.length) / 3) * 2 - HEAD_BYTES - CHECK_BYTES;
	const total = Math.max(1, Math.ceil(bundle.length / room));
	if (total > MAX_FRAMES) throw new RangeError(`A bundle of ${bundle.length} bytes is too long for codes.`);
	const length = Math.ceil(bundle.length / total);
	const check = crc32(bundle);
	return Array.from({ length: total }, (_, index) => {
		const head = [...asBytes(check), index, total];
		const body = Uint8Array.from([...head, ...bundle.subarray(index * length, (index + 1) * length)]);
		return MARK + toBase45(Uint8Array.from([...body, ...asBytes(crc32(body))]));
	});
}

function readFrame(text: string): Frame | undefined {
	if (!text.startsWith(MARK)) return undefined;
	const bytes = fromBase45(text.slice(MARK.length));
	if (!bytes || bytes.length < HEAD_BYTES + CHECK_BYTES) return undefined;
	const body = bytes.subarray(0, -CHECK_BYTES);
	if (crc32(body) !== asNumber(bytes.subarray(-CHECK_BYTES))) return undefined;
	const [index = 0, total = 0] = body.subarray(4);
	return index < total ? { bundle: asNumber(body), index, total, piece: body.slice(HEAD_BYTES) } : undefined;
}

/** `foreign`: no frame of ours, or a damaged one. `got`: how many of `total` are here. `whole`: all of them, and
 * together they are the bundle that each of them named. */
export type Gathered =
	| { kind: 'foreign' }
	| { kind: 'got'; isNew: boolean; got: boolean[] }
	| { kind: 'whole'; bundle: Uint8Array<ArrayBuffer>; got: boolean[] };

/** Bundles that are gathered at one time: more would only be somebody's play with the camera. */
const MAX_AT_ONCE = 4;

/** Gathers frames until a bundle is whole. One that was cut otherwise (larger squares) begins anew. */
export class FrameGatherer {
	#sets = new Map<string, (Uint8Array | undefined)[]>();

	add(text: string): Gathered {
		const frame = readFrame(text);
		if (!frame) return { kind: 'foreign' };
		const name = `${frame.bundle}/${frame.total}`;
		const pieces = this.#sets.get(name) ?? Array<Uint8Array | undefined>(frame.total).fill(undefined);
		const isNew = pieces[frame.index] === undefined;
		pieces[frame.index] = frame.piece;
		this.#sets.delete(name);
		this.#sets.set(name, pieces);
		if (this.#sets.size > MAX_AT_ONCE) this.#sets.delete(this.#sets.keys().next().value!);
		const got = pieces.map((piece) => piece !== undefined);
		if (got.includes(false)) return { kind: 'got', isNew, got };
		this.#sets.delete(name);
		const bundle = joined(pieces as Uint8Array[]);
		// Pieces with right checks that do not fit together: two bundles of one check, or a forgery. From the beginning.
		const fits = bundle.length <= MAX_BUNDLE_BYTES && crc32(bundle) === frame.bundle;
		return fits ? { kind: 'whole', bundle, got } : { kind: 'foreign' };
	}
}

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

const asBytes = (number: number) => [
	number >>> 24,
	(number >>> 16) & 255,
	(number >>> 8) & 255,
	number & 255
];
const asNumber = ([a = 0, b = 0, c = 0, d = 0]: Uint8Array) => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
