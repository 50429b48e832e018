import { UNKNOWN } from '$lib/domain/report/figures';
import { AGE_BANDS, type Split } from '$lib/domain/report/split';
import { HOUSEHOLDS, DISABILITIES } from '$lib/domain/facts';
import { readPeoples } from '../peoples/read-peoples';
import { nameOfCode } from '../places/code';
import type { GroupInList } from '../repositories/groups';
import { IN_WORDS } from './sieve';

/** What a line is called where it has a name of its own; null: the reader's language has a word for it. */
export type NamedLine = { key: string; name: string | null };

const FIXED: Partial<Record<Split, readonly string[]>> = {
	age: AGE_BANDS,
	household: HOUSEHOLDS,
	disability: DISABILITIES
};

/** The keys of lines in the order in which they stand: what has an order of its own by it, others by name, and who has
 * not said it last. */
export async function nameLines(
	keys: readonly string[],
	by: Split,
	groups: readonly Pick<GroupInList, 'id' | 'name'>[]
): Promise<NamedLine[]> {
	const peoples =
		by === 'ethnicity' ? new Map((await readPeoples()).map(({ code, name }) => [code, name])) : null;
	const byId = new Map(groups.map(({ id, name }) => [id, name]));
	const nameOf = (key: string): Promise<string | null> | string | null => {
		if (key === UNKNOWN || FIXED[by]) return null;
		if (peoples) return peoples.get(key) ?? key;
		if (by === 'group') return byId.get(key) ?? key;
		if (by === 'month') return `${key.slice(5)}/${key.slice(0, 4)}`;
		return key.startsWith(IN_WORDS) ? key.slice(IN_WORDS.length) : nameOfCode(key);
	};
	const named = await Promise.all(keys.map(async (key) => ({ key, name: await nameOf(key) })));
	const order = FIXED[by];
	const rank = ({ key }: NamedLine) => (key === UNKNOWN ? 1e9 : (order?.indexOf(key) ?? 0));
	return named.sort(
		(a, b) =>
			rank(a) - rank(b) ||
			(by === 'month' ? (a.key < b.key ? -1 : 1) : (a.name ?? '').localeCompare(b.name ?? '', 'vi'))
	);
}
