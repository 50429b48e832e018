import { newId } from '../new-id';
import type { Profile } from '../rows';

/** A profile that nobody has kept yet: a new device of its own that has done nothing. */
export function newProfile(who: Pick<Profile, 'name' | 'picture' | 'language'>, nowMs: number): Profile {
	return {
		...who,
		id: newId(),
		device: newId(),
		forkedFrom: null,
		nextSeq: 1,
		code: null,
		codeSetAtMs: 0,
		learner: null,
		watermark: 0,
		cursor: 0,
		revoked: false,
		lastDeliveredAtMs: null,
		createdAtMs: nowMs
	};
}
