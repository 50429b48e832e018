import type { PartOf } from '$lib/domain/practice';
import { moved, numbered, right, stay, wrong, type Model, type Outcome } from '../model';

/** Toy notes, largest first. */
export const NOTES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const;

export type MoneyState = {
	at: number;
	/** Notes on the table. */
	notes: number[];
	/** Costs that are counted, by number. */
	costs: number[];
	price: number;
	/** Coins of each person. */
	coins: number[];
};
type Task = PartOf<'money'>['tasks'][number];
export type TaskOf<K extends Task['kind']> = Extract<Task, { kind: K }>;

const fresh = (at: number): MoneyState => ({ at, notes: [], costs: [], price: 0, coins: [] });
export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
export const costOf = (task: TaskOf<'price'>) => sumOf(task.costs.map(({ amount }) => amount));

/**
 * Toy money. Moves: `note:<amount>`, `back` (takes the last note or coin back), `cost:<n>`, `up`, `down`, `coin:<n>`,
 * `give` (that is it).
 */
export const money: Model<'money', MoneyState> = {
	start: () => fresh(0),
	step({ tasks }, state, move) {
		const task = tasks[state.at];
		if (!task) return stay(state);
		if (task.kind === 'pay') return pay(task, state, move);
		return task.kind === 'price' ? price(task, state, move) : split(task, state, move);
	},
	hint({ tasks }, state) {
		const task = tasks[state.at];
		if (!task) return undefined;
		if (task.kind === 'pay') return hintPay(task, state);
		return task.kind === 'price' ? hintPrice(task, state) : hintSplit(task, state);
	}
};

function pay(task: TaskOf<'pay'>, state: MoneyState, move: string): Outcome<MoneyState> {
	const note = Number(moved(move, 'note'));
	const total = sumOf(state.notes);
	if (move === 'back') return stay({ ...state, notes: state.notes.slice(0, -1) });
	if (move === 'give') return total === task.amount ? right(fresh(state.at + 1)) : wrong(state, task.say);
	if (!NOTES.some((known) => known === note) || state.notes.length >= 12) return stay(state);
	const after = { ...state, notes: [...state.notes, note] };
	return total + note > task.amount ? wrong(after, task.say) : right(after);
}

function hintPay(task: TaskOf<'pay'>, { notes }: MoneyState): string {
	const left = task.amount - sumOf(notes);
	if (left === 0) return 'give';
	const note = NOTES.find((known) => known <= left);
	return note && notes.length < 12 ? `note:${note}` : 'back';
}

function price(task: TaskOf<'price'>, state: MoneyState, move: string): Outcome<MoneyState> {
	const cost = numbered(move, 'cost', task.costs);
	if (cost) {
		if (state.costs.includes(cost.n)) return stay(state);
		return right({ ...state, costs: [...state.costs, cost.n] });
	}
	if (move === 'up') return stay({ ...state, price: Math.min(state.price + task.by, 99_000_000) });
	if (move === 'down') return stay({ ...state, price: Math.max(0, state.price - task.by) });
	if (move !== 'give') return stay(state);
	const covered = state.costs.length === task.costs.length && state.price > costOf(task);
	return covered ? right(fresh(state.at + 1)) : wrong(state, task.low);
}

function hintPrice(task: TaskOf<'price'>, { costs, price: set }: MoneyState): string {
	const uncounted = task.costs.findIndex((_, n) => !costs.includes(n));
	if (uncounted >= 0) return `cost:${uncounted}`;
	return set > costOf(task) ? 'give' : 'up';
}

function split(task: TaskOf<'split'>, state: MoneyState, move: string): Outcome<MoneyState> {
	const coins = task.people.map((_, n) => state.coins[n] ?? 0);
	const person = numbered(move, 'coin', task.people);
	if (person) {
		if ((coins[person.n] ?? 0) >= person.item.kilos) return wrong(state, task.much);
		return right({ ...state, coins: coins.map((has, n) => (n === person.n ? has + 1 : has)) });
	}
	if (move !== 'give') return stay(state);
	const isFair = task.people.every(({ kilos }, n) => coins[n] === kilos);
	return isFair ? right(fresh(state.at + 1)) : wrong(state, task.say);
}

function hintSplit(task: TaskOf<'split'>, { coins }: MoneyState): string {
	const short = task.people.findIndex(({ kilos }, n) => (coins[n] ?? 0) < kilos);
	return short >= 0 ? `coin:${short}` : 'give';
}
