import type { IconName } from '$lib/ui/icons';
import type { Checked, Verdict } from './verdict';

/** What the page answers: a verdict, or why there is none. */
export type Shown = Verdict | 'missing' | 'offline';
export type Look = { tone: 'rice' | 'madder' | 'clay'; icon: IconName };

const looks: Record<Shown, Look> = {
	true: { tone: 'rice', icon: 'tick' },
	revoked: { tone: 'madder', icon: 'close' },
	changed: { tone: 'madder', icon: 'close' },
	expired: { tone: 'clay', icon: 'wait' },
	early: { tone: 'clay', icon: 'wait' },
	issuer: { tone: 'clay', icon: 'people' },
	unsigned: { tone: 'clay', icon: 'lock' },
	unchecked: { tone: 'clay', icon: 'wait' },
	unreadable: { tone: 'clay', icon: 'close' },
	missing: { tone: 'clay', icon: 'close' },
	offline: { tone: 'clay', icon: 'cut' }
};
export const lookOf = (shown: Shown): Look => looks[shown];

/** Where a stranger must not mistake why: what could not be asked is not what is wrong. */
export function reasonOf(
	shown: Shown,
	checked: Checked | undefined
): Shown | 'unreachable' | 'noList' | 'form' {
	const last = checked?.steps.at(-1);
	if (shown === 'issuer' && last?.detail === 'unreachable') return 'unreachable';
	if (shown === 'true' && last?.detail === 'none') return 'noList';
	return shown === 'unsigned' && last?.outcome === 'unknown' ? 'form' : shown;
}
