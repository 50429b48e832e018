import { newId } from '../bench/events.mjs';
import { deliver } from './deliver.mjs';
import { registerDevice, syncOnce } from './sync-once.mjs';

/** @typedef {import('./phone.mjs').Phone} Phone */
/** @typedef {import('./profile.mjs').Profile} Profile */
/** @typedef {import('./dice.mjs').Dice} Dice */
/** @typedef {(phone: Phone, profile: Profile, dice: Dice) => Promise<unknown>} Push */

const EVENTS_A_SLICE = 20;
/** Slices begin this far apart: each overlaps the next. */
const SLICE_STEP = 12;

/** @type {Record<string, Push>} */
const ways = {
	whole: deliver,

	/** Two tabs without a lock. */
	'twice at once': (phone, profile) => {
		const events = profile.owed();
		return Promise.all([syncOnce(phone, profile, events), syncOnce(phone, profile, events)]);
	},

	shuffled: (phone, profile, dice) => syncOnce(phone, profile, dice.shuffled(profile.owed())),

	/** Late slices arrive before early ones, or together with them. */
	'in overlapping slices': async (phone, profile, dice) => {
		const owed = profile.owed(8 * EVENTS_A_SLICE);
		const slices = [];
		for (let from = 0; from < owed.length; from += SLICE_STEP)
			slices.push(owed.slice(from, from + EVENTS_A_SLICE));
		const { device } = profile;
		// Without the event before it a slice is stored beyond a gap, and the watermark has to wait.
		const isBlind = dice.chance(0.5) && !profile.isCopied;
		const send = async (/** @type {typeof owed} */ slice) => {
			const after = isBlind ? null : profile.before(slice[0]?.seq);
			// Renewed meanwhile: these are another device's numbers now.
			if (profile.device === device) await syncOnce(phone, profile, slice, { after });
		};
		const mixed = dice.shuffled(slices);
		if (dice.chance(0.5)) await Promise.all(mixed.map(send));
		else for (const slice of mixed) await send(slice);
	},

	/** Some that were delivered long ago, with the new ones. */
	'with old ones': (phone, profile, dice) => {
		const old = profile.own.slice(Math.max(0, profile.watermark - dice.between(1, 40)), profile.watermark);
		return syncOnce(phone, profile, [...old.map(({ event }) => event), ...profile.owed()]);
	},

	/** Neighbours that no phone of ours would send must not hold up the good ones. */
	'among rubbish': (phone, profile, dice) => {
		const owed = profile.owed();
		const foreign = owed.slice(0, 3).map((event) => ({ ...event, id: newId(), device: newId() }));
		const rubbish = [null, 42, [], {}, { id: 'x', seq: -1 }, { id: newId(), device: profile.device }];
		return syncOnce(phone, profile, dice.shuffled([...owed, ...owed.slice(0, 5), ...foreign, ...rubbish]));
	},

	/** The line breaks before, while or after the server writes; the answer is never heard. */
	'cut off': (phone, profile, dice) =>
		syncOnce(phone, profile, profile.owed(), { patienceMs: dice.between(1, 25) })
};
const names = /** @type {(keyof typeof ways)[]} */ (Object.keys(ways));

/**
 * Sends what is owed in one of the ways in which it may come to be sent.
 * @type {Push}
 */
export async function pushBadly(phone, profile, dice) {
	const way = /** @type {Push} */ (ways[dice.one(names)]);
	if (!profile.hasJoined || (await registerDevice(phone, profile)) !== 'answered') return;
	await way(phone, profile, dice);
}
