import type { Event } from '../event';
import { ByteReader, ByteWriter, Unreadable } from './bytes';
import { algorithms, isAlgorithm, SIGNATURE_BYTES, verify, type PublicKey } from './keys';
import { packEvents, unpackEvents, type PackedEvent } from './pack-events';
import { CHANCE_BYTES, chanceOfUlid, timeOfUlid, ulidOf } from './ulid-bytes';

/**
 * What a phone without a line gives to another phone, to be taken to the server: its events, signed once as a whole
 * with the key that it made when she joined. The one who carries need not be trusted, only the key, and whose key it
 * is the server alone knows (docs/decisions/0025-carrying.md).
 */
export type Bundle = {
	key: PublicKey;
	device: string;
	/** The newest event that the phone thinks delivered, as in a sync. */
	after: { id: string; seq: number } | undefined;
	/** Whose it is, for the eyes of the one who carries it: the server does not believe it. */
	name: string;
	picture: string;
	events: PackedEvent[];
};

/** Names the form, so that another can come. This one is never changed: bundles wait on phones. */
const FORM = 1;
const MAX_NAME_BYTES = 400;
/** Longer than any that is made; a server's usual call holds it. */
export const MAX_BUNDLE_BYTES = 60 * 1024;

/** All of a bundle but its signature. */
export function unsignedBundle({
	key,
	device,
	after,
	name,
	picture,
	events
}: Omit<Bundle, 'events'> & { events: readonly Pick<Event, keyof PackedEvent>[] }): Uint8Array<ArrayBuffer> {
	const writer = new ByteWriter().byte(FORM).byte(key.algorithm).raw(key.bytes);
	writeUlid(writer, device);
	writer.count(after?.seq ?? 0);
	if (after) writeUlid(writer, after.id);
	return writer.text(name).text(picture).raw(packEvents(events)).done();
}

export const withSignature = (unsigned: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> =>
	new ByteWriter().raw(unsigned).raw(signature).done();

/** What stands in a bundle; undefined for what is none. Says nothing about its signature. */
export function readBundle(bytes: Uint8Array): Bundle | undefined {
	if (bytes.length > MAX_BUNDLE_BYTES || bytes.length < SIGNATURE_BYTES) return undefined;
	try {
		const from = new ByteReader(bytes.subarray(0, -SIGNATURE_BYTES));
		if (from.byte() !== FORM) return undefined;
		const algorithm = from.byte();
		if (!isAlgorithm(algorithm)) return undefined;
		const key = { algorithm, bytes: from.raw(algorithms[algorithm].publicBytes) };
		const device = readUlid(from);
		const seq = from.count();
		const after = seq > 0 ? { id: readUlid(from), seq } : undefined;
		const name = from.text(MAX_NAME_BYTES);
		const picture = from.text(MAX_NAME_BYTES);
		const events = unpackEvents(from);
		return from.left === 0 ? { key, device, after, name, picture, events } : undefined;
	} catch (cause) {
		if (cause instanceof Unreadable) return undefined;
		throw cause;
	}
}

/** Whether the key that it names signed it, every byte of it. */
export function isSigned(bytes: Uint8Array, { key }: Bundle): Promise<'good' | 'bad' | 'unknown'> {
	return verify(
		key,
		bytes.slice(0, -SIGNATURE_BYTES) as Uint8Array<ArrayBuffer>,
		bytes.slice(-SIGNATURE_BYTES) as Uint8Array<ArrayBuffer>
	);
}

function writeUlid(writer: ByteWriter, id: string): void {
	writer.count(timeOfUlid(id)).raw(chanceOfUlid(id));
}

function readUlid(from: ByteReader): string {
	const id = ulidOf(from.count(), from.raw(CHANCE_BYTES));
	if (id === undefined) throw new Unreadable();
	return id;
}
