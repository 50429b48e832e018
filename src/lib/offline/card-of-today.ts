import { cardOfDay, withCardOf, type UrgentNotice } from '../domain/notice-rules';
import { db } from './database';
import type { HerNotices } from './load-notices';

/** The card that stands first today, noted as today's: whatever the clock says later, this day has had its card. */
export async function cardOfToday(
	profile: string,
	{ notices, heard }: HerNotices,
	now: Date = new Date()
): Promise<UrgentNotice | undefined> {
	const today = localDay(now);
	return db.transaction('rw', db.cardDays, async () => {
		const days = (await db.cardDays.get(profile))?.days ?? [];
		const card = cardOfDay(notices, { heard, days, today });
		if (card) await db.cardDays.put({ profile, days: withCardOf(days, today, card.id) });
		return card;
	});
}

/** The day as her phone's calendar calls it. */
function localDay(now: Date): string {
	const two = (n: number) => String(n).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
