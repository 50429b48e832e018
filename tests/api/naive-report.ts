import type { Happening } from '$lib/domain/event';
import type { Figure } from '$lib/domain/report/figures';

/** A time in a group; `untilMs` 0: still. */
export type Stay = { group: string; fromMs: number; untilMs: number };
export type Told = { atMs: number } & Happening;
export type Life = {
	id: string;
	stays: Stay[];
	told: Told[];
	badgesAtMs: number[];
	lessonsDone: Map<string, number>;
};
type Row = [group: string, learner: string, thing: string, n: number, of: number];
type Span = { fromMs: number; toMs: number };

const DAY_MS = 86_400_000;

/** The plain meaning of the rules' words (reports.rule.*), woman by woman and event by event. */
export function naiveReport(lives: readonly Life[], span: Span): Partial<Record<Figure, Row[]>> {
	const rows: Partial<Record<Figure, Row[]>> = {};
	const put = (figure: Figure, row: Row) => (rows[figure] ??= []).push(row);
	for (const life of lives) {
		const first = Math.min(...life.stays.map(({ fromMs }) => fromMs));
		for (const { group, fromMs, untilMs } of life.stays) {
			const end = untilMs || Infinity;
			if (fromMs >= span.toMs || end <= span.fromMs || end <= fromMs) continue;
			const isIn = (atMs: number) =>
				atMs >= span.fromMs && atMs < span.toMs && (atMs >= fromMs || fromMs === first) && atMs < end;
			const woman = (figure: Figure) => put(figure, [group, life.id, '', 1, 0]);
			woman('enrolled');
			put('groups', [group, '', '', 1, 0]);
			if (life.told.some(({ atMs }) => isIn(atMs))) woman('active');
			if (life.badgesAtMs.some(isIn)) woman('badges');

			const completed = firstTimes(life, (one) => (one.kind === 'course.completed' ? one.data.course : null));
			if ([...completed.values()].some(isIn)) woman('completed');

			for (const [course, { before, after, atMs }] of pairsOf(life))
				if (isIn(atMs)) {
					woman('tested');
					put('before', [group, life.id, course, before, 3]);
					put('after', [group, life.id, course, after, 3]);
				}
			for (const [figure, from, until] of [
				['known30', 30, 90],
				['known90', 90, Infinity]
			] as const)
				for (const [thing, answer] of firstAgain(life, from, until))
					if (isIn(answer.atMs)) put(figure, [group, life.id, thing, answer.right ? 1 : 0, 1]);

			const practices = new Map<string, boolean>();
			for (const one of life.told)
				if (one.kind === 'practice.completed' && isIn(one.atMs))
					practices.set(
						one.data.lesson,
						(practices.get(one.data.lesson) ?? false) || one.data.outcome.wrong === 0
					);
			for (const [lesson, isClean] of practices)
				put('practised', [group, life.id, lesson, isClean ? 1 : 0, 1]);

			for (const days of [30, 90] as const)
				for (const [course, doneAtMs] of completed) {
					if (!isIn(doneAtMs + days * DAY_MS)) continue;
					woman(`asked${days}`);
					const said = new Map<string, string>();
					for (const one of inTime(life.told))
						if (one.kind === 'followup.answered' && one.data.course === course && one.data.days === days)
							said.set(one.data.question, one.data.answer);
					if (said.size > 0) woman(`answered${days}`);
					if (said.get('sells-online') === 'yes') woman(`sells${days}`);
					if (said.get('refused-trick') === 'yes') woman(`refused${days}`);
					if (said.get('paid-by-phone') === 'yes') woman(`paid${days}`);
					if (said.get('outside-buyers') === 'yes') woman(`outside${days}`);
					if (said.get('who-does-it') === 'herself') woman(`herself${days}`);
				}

			if (end >= span.toMs)
				for (const product of onShow(life, span.toMs)) put('products', [group, life.id, product, 1, 0]);
			const orders = firstTimes(life, (one) => (one.kind === 'order.recorded' ? one.data.order : null));
			for (const [order, atMs] of orders)
				if (isIn(atMs)) {
					put('orders', [group, life.id, order, 1, 0]);
					woman('sellers');
					put('moved', [group, '', '', 1, 0]);
				}
		}
	}
	return rows;
}

const inTime = (told: readonly Told[]) => told.toSorted((a, b) => a.atMs - b.atMs);

function firstTimes(life: Life, of: (one: Told) => string | null): Map<string, number> {
	const times = new Map<string, number>();
	for (const one of inTime(life.told)) {
		const thing = of(one);
		if (thing !== null && !times.has(thing)) times.set(thing, one.atMs);
	}
	return times;
}

function pairsOf(life: Life): Map<string, { before: number; after: number; atMs: number }> {
	const answers = new Map<string, Map<number, { right: boolean; atMs: number }>>();
	for (const one of inTime(life.told)) {
		if (one.kind !== 'check.answered' || one.data.question === 1) continue;
		const key = `${one.data.course} ${one.data.time}`;
		const side = answers.get(key) ?? new Map<number, { right: boolean; atMs: number }>();
		answers.set(key, side);
		if (!side.has(one.data.question)) side.set(one.data.question, { right: one.data.right, atMs: one.atMs });
	}
	const pairs = new Map<string, { before: number; after: number; atMs: number }>();
	for (const [key, side] of answers) {
		const [course = '', time] = key.split(' ');
		const other = answers.get(`${course} after`);
		if (time !== 'before' || side.size !== 3 || other?.size !== 3) continue;
		const rightIn = (one: typeof side) => [...one.values()].filter(({ right }) => right).length;
		const atMs = Math.max(...[...side.values(), ...other.values()].map((answer) => answer.atMs));
		pairs.set(course, { before: rightIn(side), after: rightIn(other), atMs });
	}
	return pairs;
}

function firstAgain(life: Life, from: number, until: number): Map<string, { right: boolean; atMs: number }> {
	const found = new Map<string, { right: boolean; atMs: number }>();
	for (const one of inTime(life.told)) {
		if (one.kind !== 'review.answered') continue;
		const doneAtMs = life.lessonsDone.get(one.data.lesson);
		const thing = `${one.data.lesson} ${one.data.question}`;
		if (doneAtMs === undefined || found.has(thing)) continue;
		const days = (one.atMs - doneAtMs) / DAY_MS;
		if (days >= from && days < until) found.set(thing, { right: one.data.right, atMs: one.atMs });
	}
	return found;
}

function onShow(life: Life, toMs: number): string[] {
	const offered = new Set<string>();
	const down = new Set<string>();
	for (const one of inTime(life.told)) {
		if (one.atMs >= toMs) continue;
		if (one.kind === 'product.offered') offered.add(one.data.product);
		if (one.kind === 'product.withdrawn') down.add(one.data.product);
		if (one.kind === 'product.returned') down.delete(one.data.product);
	}
	return [...offered].filter((product) => !down.has(product));
}
