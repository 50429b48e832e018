import { patternOf, type Pattern } from '$lib/domain/pattern';
import { pocketbase } from '../pocketbase';

/** The frame of the badges of a group's women. */
export async function groupPattern(group: string): Promise<Pattern> {
	const pb = await pocketbase();
	const row = await pb.collection('groups').getOne<{ pattern: unknown }>(group, { fields: 'pattern' });
	return patternOf(row.pattern);
}

/** Their phones know it with their next call; the pictures of badges given before change as well. */
export async function setGroupPattern(group: string, pattern: Pattern): Promise<void> {
	await (await pocketbase()).collection('groups').update(group, { pattern });
}
