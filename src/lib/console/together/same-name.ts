import { calledBy } from '$lib/domain/called';

type Named = { id: string; name: string };

/** Who in the group may be this newcomer: the same name, or called the same where one of the two has no more. */
export function sameName<T extends Named>(newcomer: Named, women: readonly T[]): T[] {
	const own = plain(newcomer.name);
	const isShort = (name: string) => !name.includes(' ');
	return women.filter(({ id, name }) => {
		if (id === newcomer.id) return false;
		const other = plain(name);
		const called = plain(calledBy(name)) === plain(calledBy(newcomer.name));
		return other === own || (called && (isShort(own) || isShort(other)));
	});
}

/** Case and tones apart are slips of the finger more often than other women: "Sua" and "súa". */
const plain = (name: string) =>
	name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').replace(/\s+/g, ' ').trim().toLowerCase();
