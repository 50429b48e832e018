import type { Facts } from '$lib/domain/facts';
import type { CheckedRow, Into } from './check-rows';
import type { KnownWoman, Twins } from './twins';

/** What a person said of a row that may be somebody who is there: a new woman, leave the row out, this woman, or the
 * woman of a row above. */
export type Choice = 'new' | 'skip' | `woman:${string}` | `row:${number}`;

export const isChoice = (text: string): text is Choice =>
	/^(new|skip|woman:[a-z0-9]{15}|row:\d{1,7})$/.test(text);

export type Plan = {
	women: { line: number; name: string; facts: Facts; into: Into }[];
	/** Women who are there, or come in another row, and join one more group. */
	joining: { woman: { id: string } | { line: number }; into: Into }[];
	already: number;
	skipped: number;
	undecided: Twins[];
	decided: number;
};

/** What an import will do, from the rows and what was said of the doubtful ones. `usual`: of those nothing was said of. */
export function planOf(
	rows: readonly CheckedRow[],
	twins: readonly Twins[],
	choices: Record<string, Choice>,
	usual: 'new' | 'skip' | 'same' | ''
): Plan {
	const doubtful = new Map(twins.map((one) => [one.row.line, one]));
	const plan: Plan = { women: [], joining: [], already: 0, skipped: 0, undecided: [], decided: 0 };
	/** Who each row turned out to be; nobody when it was left out. */
	const became = new Map<number, { id: string } | { line: number }>();
	const isIn = new Set<string>();
	const keyOf = (woman: { id: string } | { line: number }, into: Into) => JSON.stringify([woman, into]);

	for (const row of rows) {
		const doubt = doubtful.get(row.line);
		const choice = doubt ? choiceFor(doubt) : 'new';
		if (!choice) {
			plan.undecided.push(doubt!);
			continue;
		}
		if (doubt) plan.decided++;
		if (choice === 'skip') plan.skipped++;
		else if (choice === 'new') add(row);
		else join(row, doubt!, choice);
	}
	return plan;

	function choiceFor(doubt: Twins): Choice | undefined {
		const said = choices[doubt.row.line];
		if (said === 'new' || said === 'skip' || (said && choicesOf(doubt).includes(said))) return said;
		return usual === 'same' ? choicesOf(doubt)[0] : usual || undefined;
	}

	function add({ line, name, facts, into }: CheckedRow): void {
		plan.women.push({ line, name, facts, into });
		became.set(line, { line });
		isIn.add(keyOf({ line }, into));
	}

	function join(row: CheckedRow, { women }: Twins, choice: Choice): void {
		const [kind, which = ''] = choice.split(':');
		const woman = kind === 'woman' ? { id: which } : became.get(Number(which));
		// The row above was left out: so is this one, who is the same woman.
		if (!woman) return void plan.skipped++;
		became.set(row.line, woman);
		const { into } = row;
		const isThere = 'id' in into && 'id' in woman && groupsOf(women, woman.id).includes(into.id);
		if (isThere || isIn.has(keyOf(woman, into))) return void plan.already++;
		isIn.add(keyOf(woman, into));
		plan.joining.push({ woman, into });
	}
}

/** Whom it may be, the likeliest first. */
export const choicesOf = ({ women, rows }: Twins): Choice[] => [
	...women.map(({ id }): Choice => `woman:${id}`),
	...rows.map(({ line }): Choice => `row:${line}`)
];

const groupsOf = (women: KnownWoman[], id: string) =>
	women.find((woman) => woman.id === id)?.groups.map((group) => group.id) ?? [];
