import type { Sort } from './introduction';
import type { Want } from './partner';
import { MENTOR_KINDS, type Give, type PartnerKind, type PartnerState } from './partner-kinds';
import type { ProductKind, Unit } from './product-kinds';

/** What a woman of a group has on show in her stall. `kind` null: it is called by words alone. */
export type Supply = {
	group: string;
	learner: string;
	kind: ProductKind | null;
	unit: Unit;
	/** 0: she makes it when somebody asks. */
	stock: number;
	stars: number;
};
/** Official codes; '' when nobody has chosen a place. */
type Placed = { province: string; commune: string };
export type GroupToMatch = Placed & { id: string };
export type PartnerToMatch = Placed & {
	id: string;
	kind: PartnerKind;
	state: PartnerState;
	wants: Want[];
	gives: Give[];
};

/** Why two may fit, or what speaks against it; each is a sentence (`partners.why.<code>`). Never a score. */
export type Reason =
	| { code: 'same_product'; kind: ProductKind }
	| { code: 'near_product'; kind: ProductKind; made: ProductKind }
	| {
			code:
				'same_commune' | 'same_province' | 'other_province' | 'place_unknown' | 'whole_year' | 'in_season';
	  }
	| { code: 'season_ahead'; month: number }
	| { code: 'stock_enough' | 'stock_part'; have: number; need: number; unit: Unit }
	| { code: 'stock_some'; have: number; unit: Unit }
	| { code: 'other_unit'; unit: Unit }
	| { code: 'to_order' }
	| { code: 'makers'; makers: number }
	| { code: 'gives'; give: Give }
	| { code: 'no_stars'; makers: number };

/** What a trainer should think about before she introduces them. */
const DOUBTS: readonly Reason['code'][] = [
	...(['near_product', 'other_province', 'place_unknown', 'season_ahead'] as const),
	...(['stock_part', 'other_unit', 'to_order'] as const)
];
export const isDoubt = ({ code }: Reason): boolean => DOUBTS.includes(code);

export type Match = {
	partner: string;
	sort: Sort;
	/** A want's id, or what is given. */
	about: string;
	group: string;
	/** The one woman of the group who makes it; null: several do, or it is for the group. */
	learner: string | null;
	reasons: Reason[];
};

/** What is near enough to be asked for. */
const FAMILIES: readonly (readonly ProductKind[])[] = [
	['brocade', 'bag', 'indigo'],
	['cardamom', 'cinnamon', 'pepper'],
	['mushroom', 'vegetables', 'plum'],
	['rice', 'noodles']
];
const isNear = (one: ProductKind, other: ProductKind | null) =>
	other !== null && FAMILIES.some((family) => family.includes(one) && family.includes(other));

/**
 * Which verified partners may fit which groups, or single women of them, by product, place, stock and makers, and
 * season; the closest first. It suggests; introducing is a person's.
 * @param month 1 to 12, in Vietnam
 */
export function matches(
	partners: readonly PartnerToMatch[],
	groups: readonly GroupToMatch[],
	supplies: readonly Supply[],
	month: number
): Match[] {
	const found: { match: Match; rank: number[] }[] = [];
	for (const partner of partners) {
		if (partner.state !== 'verified') continue;
		for (const group of groups) {
			const hers = supplies.filter((supply) => supply.group === group.id).sort(mostFirst);
			if (hers.length === 0) continue;
			const place = placeReason(partner, group);
			for (const want of partner.wants) found.push(...buys(partner, group, want, hers, place, month));
			found.push(...helps(partner, group, hers, place));
		}
	}
	return found.sort(closestFirst).map(({ match }) => match);
}

type Ranked = { match: Match; rank: number[] };

const mostFirst = (a: Supply, b: Supply): number =>
	b.stock - a.stock || (`${a.kind} ${a.unit} ${a.learner}` < `${b.kind} ${b.unit} ${b.learner}` ? -1 : 1);

function buys(
	{ id }: PartnerToMatch,
	group: GroupToMatch,
	want: Want,
	hers: readonly Supply[],
	place: Reason,
	month: number
): Ranked[] {
	const same = hers.filter(({ kind }) => kind === want.kind);
	const made = same.length > 0 ? same : hers.filter(({ kind }) => isNear(want.kind, kind));
	const [first] = made;
	if (!first?.kind) return [];
	const product: Reason =
		same.length > 0
			? { code: 'same_product', kind: want.kind }
			: { code: 'near_product', kind: want.kind, made: first.kind };
	const makers = new Set(made.map(({ learner }) => learner));
	const stock = stockReason(want, made);
	const season = seasonReason(want.months, month);
	const several: Reason[] = makers.size > 1 ? [{ code: 'makers', makers: makers.size }] : [];
	return [
		{
			match: {
				...{ partner: id, sort: 'trade', about: want.id, group: group.id },
				learner: makers.size === 1 ? first.learner : null,
				reasons: [product, stock, ...several, place, season]
			},
			rank: [
				same.length > 0 ? 0 : 1,
				PLACES.indexOf(place.code),
				STOCKS.indexOf(stock.code),
				season.code === 'season_ahead' ? 1 : 0
			]
		}
	];
}

/** What it gives to a group: near by, or, from who may stand beside a group by telephone, from anywhere. */
function helps(
	{ id, kind, gives }: PartnerToMatch,
	group: GroupToMatch,
	hers: readonly Supply[],
	place: Reason
): Ranked[] {
	const withoutStars = new Set(hers.filter(({ stars }) => stars < 3).map(({ learner }) => learner));
	const isMentor = MENTOR_KINDS.includes(kind) && gives.some((give) => MENTORING.includes(give));
	const isHere = place.code === 'same_commune' || place.code === 'same_province';
	const fitting = gives.filter((give) => {
		if (give === 'buying') return false;
		if (give === 'certification' && withoutStars.size === 0) return false;
		return isHere || (isMentor && MENTORING.includes(give));
	});
	const [first] = fitting;
	if (!first) return [];
	const reasons: Reason[] = fitting.map((give) => ({ code: 'gives', give }));
	if (fitting.includes('certification')) reasons.push({ code: 'no_stars', makers: withoutStars.size });
	const rest = { about: first, group: group.id, learner: null, reasons: [...reasons, place] };
	return [
		{
			match: { partner: id, sort: isMentor ? 'mentor' : 'trade', ...rest },
			rank: [2, PLACES.indexOf(place.code), 0, 0]
		}
	];
}
const MENTORING: readonly Give[] = ['training', 'advice'];

const PLACES: Reason['code'][] = ['same_commune', 'same_province', 'other_province', 'place_unknown'];
function placeReason(partner: Placed, group: Placed): Reason {
	if (!partner.province || !group.province) return { code: 'place_unknown' };
	if (partner.province !== group.province) return { code: 'other_province' };
	return { code: partner.commune && partner.commune === group.commune ? 'same_commune' : 'same_province' };
}

const STOCKS: Reason['code'][] = ['stock_enough', 'stock_some', 'stock_part', 'other_unit', 'to_order'];
/** Only what is counted in the same unit is added up. */
function stockReason({ amount, unit }: Want, made: readonly Supply[]): Reason {
	const counted = made.filter((supply) => supply.unit === unit);
	const have = counted.reduce((sum, { stock }) => sum + stock, 0);
	const other = made.find((supply) => supply.unit !== unit && supply.stock > 0);
	if (have === 0) return other ? { code: 'other_unit', unit: other.unit } : { code: 'to_order' };
	if (amount === 0) return { code: 'stock_some', have, unit };
	return { code: have >= amount ? 'stock_enough' : 'stock_part', have, need: amount, unit };
}

function seasonReason(months: readonly number[], now: number): Reason {
	if (months.length === 0 || months.length === 12) return { code: 'whole_year' };
	if (months.includes(now)) return { code: 'in_season' };
	const until = (month: number) => (month - now + 12) % 12;
	return { code: 'season_ahead', month: [...months].sort((a, b) => until(a) - until(b))[0] ?? now };
}

/** The order of equals does not depend on how they came. */
function closestFirst(a: Ranked, b: Ranked): number {
	for (const [n, rank] of a.rank.entries()) if (rank !== b.rank[n]) return rank - (b.rank[n] ?? 0);
	const [one, other] = [a, b].map(({ match }) => [match.group, match.partner, match.about].join(' '));
	return (one ?? '') < (other ?? '') ? -1 : 1;
}
