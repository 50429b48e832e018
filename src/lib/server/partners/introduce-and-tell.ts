import { createHash } from 'node:crypto';
import { introduce, type NewIntroduction } from '../repositories/introductions';
import { keepNotice } from '../repositories/notices';
import type { Partner } from '../repositories/partners';

/** So long she is told of it. */
const NOTICE_STANDS_MS = 30 * 24 * 3600_000;

/** Makes the introduction, or finds the one that there is, and tells the woman or the group: no more than with whom. */
export async function introduceAndTell(
	partner: Pick<Partner, 'id' | 'name' | 'kind'>,
	values: Omit<NewIntroduction, 'partner' | 'notice'>,
	now = Date.now()
): Promise<Awaited<ReturnType<typeof introduce>>> {
	const { id, sort, whoKind, who, by } = values;
	const notice = createHash('sha256').update(`introduction ${id}`).digest('hex').slice(0, 15);
	const made = await introduce({ ...values, partner: partner.id, notice });
	const isNew = made.outcome === 'made' || made.outcome === 'resumed';
	// Also when the form came twice: the first time may have been cut off before she was told.
	if (isNew || (made.outcome === 'known' && made.id === id))
		await keepNotice(
			{
				...{ id: notice, kind: 'introduction', newcomers: false },
				body: { partner: partner.name, kind: partner.kind, sort, whom: whoKind },
				targets: [{ scope: whoKind, id: who }],
				...{ fromMs: now, untilMs: now + NOTICE_STANDS_MS }
			},
			by
		);
	return made;
}
