import { codesOf, nameOfCode, placeOfCode } from '$lib/server/places/code';
import type { NewImport } from '$lib/server/repositories/imports';
import { newPublicId } from '$lib/server/secrets';
import type { Staff } from '$lib/server/session';
import { assignPictures } from '../../assign-pictures';
import type { Into } from './check-rows';
import type { Draft } from './drafts';
import type { Prepared } from './prepare';

/** The rows to be written, each with an id of its own, so that PocketBase has nothing left to decide. */
export async function newImport(
	staff: Staff,
	draft: Draft,
	{ plan, known, checked, places }: Prepared
): Promise<NewImport> {
	const where = await placeOf(staff, draft);
	const newGroups = new Map<string, NewImport['newGroups'][number]>();
	const used = new Set<string>();
	const groupOf = (into: Into): string => {
		if ('id' in into) {
			used.add(into.id);
			return into.id;
		}
		const made = newGroups.get(into.name) ?? {
			...{ id: newPublicId(15), name: into.name, village: villageOf(into.name) },
			...whereOf(into.name),
			trainers: staff.role === 'trainer' ? [staff.id] : []
		};
		newGroups.set(into.name, made);
		return made.id;
	};
	/** What its rows say; where they are silent, or the words are no place of the list, where her groups are. */
	const whereOf = (group: string) => {
		const said = places.ofGroup.get(group);
		if (!said) return where;
		return said.province ? said : { ...where, place: said.place };
	};
	/** The village of a new group, when its rows agree. */
	const villages = new Map<string, Set<string>>();
	for (const { into, village } of checked.rows)
		if ('name' in into && village)
			villages.set(into.name, (villages.get(into.name) ?? new Set()).add(village));
	const villageOf = (group: string) => {
		const all = [...(villages.get(group) ?? [])];
		return all.length === 1 ? (all[0] ?? '') : '';
	};

	const rows = plan.women.map((woman) => ({ ...woman, id: newPublicId(15), group: groupOf(woman.into) }));
	const pictures = picturesFor(rows, known);
	const women = rows.map(({ id, name, facts }) => ({ id, name, facts, picture: pictures.get(id) ?? '' }));
	const byLine = new Map(rows.map(({ line, id }) => [line, id]));
	const member = (learner: string, group: string) => ({ id: newPublicId(15), group, learner });
	const memberships = [
		...rows.map(({ id, group }) => member(id, group)),
		...plan.joining.flatMap(({ woman, into }) => {
			const learner = 'id' in woman ? woman.id : byLine.get(woman.line);
			return learner ? [member(learner, groupOf(into))] : [];
		})
	];
	const joining = [...new Set(plan.joining.flatMap(({ woman }) => ('id' in woman ? [woman.id] : [])))];
	const { id, fileName } = draft;
	return { id, fileName, groups: [...used], newGroups: [...newGroups.values()], women, memberships, joining };
}

/** Groups of a manager of places lie in one of these: where she said, else the first. */
export async function placeOf(staff: Staff, { place }: Pick<Draft, 'place'>) {
	const code = staff.places.includes(place) ? place : staff.places[0];
	const found = staff.role === 'manager' && code ? await placeOfCode(code) : null;
	return found && code
		? { place: await nameOfCode(code), ...codesOf(found) }
		: { place: '', province: '', commune: '' };
}

/** Pictures as different as can be within each group. */
function picturesFor(rows: { id: string; group: string }[], known: Prepared['known']): Map<string, string> {
	const taken = new Map<string, string[]>();
	for (const { picture, groups } of known)
		for (const { id } of groups) taken.set(id, [...(taken.get(id) ?? []), picture]);
	const byGroup = new Map<string, string[]>();
	for (const { id, group } of rows) {
		const ids = byGroup.get(group);
		if (ids) ids.push(id);
		else byGroup.set(group, [id]);
	}
	return new Map(
		[...byGroup].flatMap(([group, ids]) => {
			const pictures = assignPictures(ids.length, taken.get(group) ?? []);
			return ids.map((id, i) => [id, pictures[i] ?? ''] as const);
		})
	);
}
