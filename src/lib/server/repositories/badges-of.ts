import { pocketbase } from '../pocketbase';

/** The learner's confirmed badges, the newest first. */
export async function badgesOf(
	learner: string
): Promise<{ id: string; course: string; issuedAtMs: number }[]> {
	const pb = await pocketbase();
	const filter = pb.filter('learner = {:learner}', { learner });
	const rows = await pb
		.collection('badges')
		.getFullList<{ id: string; course: string; issuedAtMs: number }>({ filter, sort: '-issuedAtMs' });
	return rows.map(({ id, course, issuedAtMs }) => ({ id, course, issuedAtMs }));
}
