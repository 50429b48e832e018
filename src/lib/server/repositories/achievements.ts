import * as v from 'valibot';
import { Achievement } from '$lib/domain/course';
import { pocketbase } from '../pocketbase';

type Row = { id: string; slug: string; body: unknown; withdrawn: boolean };
export type KeptAchievement = { achievement: Achievement; isWithdrawn: boolean };

/** What managers have defined, the oldest first; withdrawn ones stay, because badges were given for them. */
export async function allAchievements(): Promise<KeptAchievement[]> {
	const pb = await pocketbase();
	const rows = await pb.collection('achievements').getFullList<Row>({ sort: 'created' });
	return rows.flatMap(({ body, withdrawn }) => {
		const parsed = v.safeParse(Achievement, body);
		return parsed.success ? [{ achievement: parsed.output, isWithdrawn: withdrawn }] : [];
	});
}

/** Those that can be earned. */
export async function achievements(): Promise<Achievement[]> {
	return (await allAchievements())
		.filter(({ isWithdrawn }) => !isWithdrawn)
		.map(({ achievement }) => achievement);
}

export async function addAchievement(achievement: Achievement, madeBy: string): Promise<void> {
	const pb = await pocketbase();
	await pb.collection('achievements').create({ slug: achievement.slug, body: achievement, madeBy });
}

/** Nobody earns it any more; who has it keeps it. @returns whether there was one */
export async function withdrawAchievement(slug: string): Promise<boolean> {
	const pb = await pocketbase();
	const filter = pb.filter('slug = {:slug}', { slug });
	const [row] = (await pb.collection('achievements').getList<Row>(1, 1, { filter })).items;
	if (!row) return false;
	await pb.collection('achievements').update(row.id, { withdrawn: true });
	return true;
}
