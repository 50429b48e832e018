/**
 * The parts in another order, always the same for the same seed: a reload shows what she saw, the next try does
 * not. Given at least two parts, the result never equals the order given (an `order` question must not come solved).
 */
export function shuffle<T>(parts: readonly T[], seed: string): T[] {
	const random = generator(seed);
	const mixed = [...parts];
	for (let last = mixed.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
	}
	const isAsGiven = mixed.every((part, index) => part === parts[index]);
	return isAsGiven && mixed.length > 1 ? [...mixed.slice(1), mixed[0] as T] : mixed;
}

/** mulberry32, seeded with FNV-1a of the text: small and the same everywhere. */
function generator(seed: string): () => number {
	let state = 0x811c9dc5;
	for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
