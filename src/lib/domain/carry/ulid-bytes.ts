const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
/** Of the 26 characters, the first ten are the time (50 bits), the others chance (80 bits). */
const TIME_CHARACTERS = 10;
export const CHANCE_BYTES = 10;

/** The time of a ULID, as it is written; not always a time (ids of tests), always below 2^50. */
export function timeOfUlid(id: string): number {
	let time = 0;
	for (const character of id.slice(0, TIME_CHARACTERS)) time = time * 32 + CROCKFORD.indexOf(character);
	return time;
}

/** The ten bytes of chance of a ULID. */
export function chanceOfUlid(id: string): Uint8Array {
	let bits = 0n;
	for (const character of id.slice(TIME_CHARACTERS))
		bits = (bits << 5n) | BigInt(CROCKFORD.indexOf(character));
	return Uint8Array.from({ length: CHANCE_BYTES }, (_, n) =>
		Number((bits >> BigInt(8 * (CHANCE_BYTES - 1 - n))) & 0xffn)
	);
}

/** The ULID again. @returns undefined for a time that none can have */
export function ulidOf(time: number, chance: Uint8Array): string | undefined {
	if (!Number.isSafeInteger(time) || time < 0 || time >= 2 ** 50) return undefined;
	let id = '';
	for (let n = 0, rest = time; n < TIME_CHARACTERS; n++, rest = Math.floor(rest / 32))
		id = CROCKFORD[rest % 32] + id;
	let bits = 0n;
	for (const byte of chance) bits = (bits << 8n) | BigInt(byte);
	for (let n = 15; n >= 0; n--) id += CROCKFORD[Number((bits >> BigInt(5 * n)) & 31n)];
	return id;
}
