/** The fields of a form as text. */
export type Fields = Record<string, string>;

/**
 * Two people at one form: what each has changed since both looked at it.
 * @param was what she was shown
 * @param mine what she sent
 * @param now what stands by now
 * @returns `fields`: hers where she changed something, else what stands; `changed`: what the other one changed and she
 * would not see otherwise
 */
export function threeWay(was: Fields, mine: Fields, now: Fields): { fields: Fields; changed: string[] } {
	const names = Object.keys(now);
	const fields = Object.fromEntries(
		names.map((name) => [name, mine[name] !== was[name] ? (mine[name] ?? '') : (now[name] ?? '')])
	);
	const changed = names.filter((name) => now[name] !== was[name] && now[name] !== mine[name]);
	return { fields, changed };
}
