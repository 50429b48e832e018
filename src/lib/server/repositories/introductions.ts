import type { EndedWhy, Sort, Step } from '$lib/domain/introduction';
import type { PartnerKind } from '$lib/domain/partner-kinds';
import type { Introduction, IntroductionStep } from '$lib/domain/partner-seen';
import { pbCall } from '../pocketbase';
import { reachQuery, type Reach } from '../reach';

export type { Introduction, IntroductionStep };

export type NewIntroduction = Pick<
	Introduction,
	'partner' | 'sort' | 'whoKind' | 'who' | 'viaGroup' | 'about' | 'mayGiveContact' | 'notice'
> & {
	/** The form's key: sent twice it is one. */
	id: string;
	day: string;
	by: string;
};

/** Makes it, or finds the one between the same two: what had ended is taken up again (`resumed`), what is under way
 * stays as it is (`known`). `unverified`: nobody is introduced to a partner that is not checked. */
export const introduce = (
	values: NewIntroduction
): Promise<{ outcome: 'made' | 'resumed' | 'known' | 'unverified' | 'gone'; id: string }> =>
	pbCall('POST', '/api/banmay/introductions', values);

export type IntroductionFilter = { partner?: string; group?: string; open?: boolean };

/** Those of the groups within a reach; those under way first, then what changed last. */
export async function introductionsFor(
	{ trainer, places }: Reach,
	{ partner = '', group = '', open }: IntroductionFilter,
	{ most, skip }: { most: number; skip: number }
): Promise<{ introductions: Introduction[]; total: number }> {
	const asked = { trainer, places: JSON.stringify(places), partner, group };
	return pbCall('POST', '/api/banmay/introductions/list', {
		...asked,
		open: open === undefined ? -1 : Number(open),
		...{ most, skip }
	});
}

export const introductionById = async (id: string): Promise<Introduction | null> =>
	(await pbCall<{ introduction: Introduction | null }>('GET', `/api/banmay/introductions/${id}`))
		.introduction;

type NewStep = Pick<IntroductionStep, 'step' | 'day' | 'amount' | 'words'> & {
	/** The form's key. */
	id: string;
	expected: number;
	/** How far it has come with it. */
	to: Step;
	endedWhy: EndedWhy | '';
	by: string;
};

/** Notes a step over the version that she looked at. `suspended`: with this partner nothing but an end is noted. */
export const noteStep = async (
	introduction: string,
	step: NewStep
): Promise<'kept' | 'same' | 'stale' | 'suspended' | 'gone'> =>
	(
		await pbCall<{ outcome: 'kept' | 'same' | 'stale' | 'suspended' | 'gone' }>(
			'POST',
			`/api/banmay/introductions/${introduction}/step`,
			step
		)
	).outcome;

/** Takes the last step back, as it was not so. */
export const takeStepBack = async (
	introduction: string,
	values: { step: string; expected: number; to: Step; endedWhy: EndedWhy | ''; by: string }
): Promise<'kept' | 'stale' | 'gone'> =>
	(
		await pbCall<{ outcome: 'kept' | 'stale' | 'gone' }>(
			'POST',
			`/api/banmay/introductions/${introduction}/take-back`,
			values
		)
	).outcome;

/** How many introductions came to a step for the first time in a span of days; `amount`: đồng told with it then. */
export type IntroductionFigure = {
	group: string;
	province: string;
	commune: string;
	partnerKind: PartnerKind;
	sort: Sort;
	step: Step;
	introductions: number;
	amount: number;
};

/** For reports: by group, kind of partner, sort and step. Days as "2026-11-24", both within. */
export async function introductionFigures(
	reach: Reach,
	{ fromDay, toDay }: { fromDay: string; toDay: string }
): Promise<IntroductionFigure[]> {
	const query = new URLSearchParams({ ...reachQuery(reach), fromDay, toDay }).toString();
	return (await pbCall<{ rows: IntroductionFigure[] }>('GET', `/api/banmay/introductions/figures?${query}`))
		.rows;
}
