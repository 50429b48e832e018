import { pocketbase } from '../pocketbase';

export type BadgeOf = {
	id: string;
	course: string;
	issuedAtMs: number;
	/** 0: it is in force. */
	revokedAtMs: number;
	revokedWhy: string;
};

/** The learner's confirmed badges, the newest first. */
export async function badgesOf(learner: string): Promise<BadgeOf[]> {
	const pb = await pocketbase();
	const filter = pb.filter('learner = {:learner}', { learner });
	const fields = 'id,course,issuedAtMs,revokedAtMs,revokedWhy';
	return pb.collection('badges').getFullList<BadgeOf>({ filter, sort: '-issuedAtMs', fields });
}
