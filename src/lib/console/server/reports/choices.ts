import type { Choices, Option } from '$lib/console/reports/view';
import { readPeoples } from '$lib/server/peoples/read-peoples';
import { nameOfCode } from '$lib/server/places/code';
import type { GroupInList } from '$lib/server/repositories/groups';

/** What a report can be kept to: places and groups that she reaches, and every people of the official list. */
export async function choicesOf(groups: readonly GroupInList[]): Promise<Choices> {
	const codes = [...new Set(groups.flatMap(({ province, commune }) => [province, commune]))].filter(Boolean);
	const places = await Promise.all(codes.map(async (value) => ({ value, name: await nameOfCode(value) })));
	return {
		place: inOrder(places),
		group: groups.map(({ id, name }) => ({ value: id, name })),
		ethnicity: (await readPeoples()).map(({ code, name }) => ({ value: code, name }))
	};
}

/** Provinces first. */
const inOrder = (places: Option[]) =>
	places.sort((a, b) => a.value.length - b.value.length || a.name.localeCompare(b.name, 'vi'));
