import type { Scam } from '$lib/domain/scam';
import { noteAct } from '$lib/server/repositories/audit';
import { keepScam } from '$lib/server/repositories/scams';
import { problem, textOf } from '../form';
import { openScam, type Acted, type Actor } from './actor';

type Spot = { x: number; y: number };
export type CoverPhoto = (
	name: string,
	covers: Spot[]
) => Promise<{ kind: 'kept'; name: string } | { kind: 'faulty' }>;

const MAX_COVERS = 12;

/** "35,60" in hundredths of the picture. */
function spotFrom(written: string): Spot | undefined {
	const [, x, y] = /^(\d{1,3}),(\d{1,3})$/.exec(written) ?? [];
	const spot = { x: Number(x), y: Number(y) };
	return spot.x <= 100 && spot.y <= 100 ? spot : undefined;
}

/** Where on the picture each sign is, and bars over what nobody may read. What is covered is covered for ever. */
export async function placeMarks(actor: Actor, id: string, cover: CoverPhoto): Promise<Acted<'changed'>> {
	const opened = await openScam(actor, id);
	if ('refused' in opened) return opened.refused;
	const { staff, form, words } = actor;
	const { body, targets, until, revision } = opened.scam;
	if (!body.photo) return problem(words, 'scam_photo_missing', 'photo');
	const covers = form
		.getAll('cover')
		.slice(0, MAX_COVERS)
		.flatMap((one) => spotFrom(String(one)) ?? []);
	const covered =
		covers.length > 0 ? await cover(body.photo, covers) : { kind: 'kept' as const, name: body.photo };
	if (covered.kind === 'faulty') return problem(words, 'scam_photo_unreadable', 'photo');
	const marks: Scam['marks'] = body.marks.map(({ text }, n) => {
		const at = spotFrom(textOf(form, `at-${n}`));
		return at ? { text, at } : { text };
	});
	const changed = {
		id,
		body: { ...body, photo: covered.name, marks },
		targets,
		until,
		files: [covered.name]
	};
	const outcome = await keepScam(changed, staff.id, revision);
	if (outcome !== 'kept') return problem(words, 'scam_stale', 'form', { status: 409, params: { name: '' } });
	await noteAct(staff.id, 'scam.changed', id);
	return { done: 'changed' };
}
