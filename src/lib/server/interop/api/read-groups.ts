import type { InferOutput } from 'valibot';
import { allGroups } from '../all-groups';
import { shown } from '../hide-small';
import { orgUnitOf } from '../org-unit';
import type { ApiGroups } from './forms';

export async function readGroups(): Promise<InferOutput<typeof ApiGroups>> {
	const groups = await allGroups();
	return {
		groups: groups.map((group) => ({
			...{ id: group.id, name: group.name, place: group.place, archived: group.archived },
			orgUnit: orgUnitOf(group),
			women: shown(group.women)
		}))
	};
}
