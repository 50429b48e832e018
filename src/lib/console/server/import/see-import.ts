import { birthYearsIn } from '$lib/domain/facts';
import { nameOfCode } from '$lib/server/places/code';
import { groupsOf } from '$lib/server/repositories/groups';
import { importOf, namesOf, type Import } from '$lib/server/repositories/imports';
import type { Staff } from '$lib/server/session';
import type { SeenDone, SeenDuplicate, SeenImport, SeenPlace, SeenPreview } from '../../import/seen';
import type { ConsoleKey, Words } from '../../words';
import type { CheckedRow, Fault, Into } from './check-rows';
import { draftOf, type Draft } from './drafts';
import { choicesOf } from './plan';
import type { PlaceQuestion } from './places-of';
import { prepare, type Prepared } from './prepare';
import { jobOf } from './run-import';
import type { KnownWoman, Twins } from './twins';

const FAULTS_SHOWN = 100;
const ROWS_SHOWN = 8;
const PLACES_SHOWN = 40;
/** What is decided is sent with the form: this many fit into one. */
const DUPLICATES_SHOWN = 50;
export const UNDO_MS = 24 * 3600_000;

/** A list of hers as it stands: looked at, under way, taken in or taken back; null: she has none of this id. */
export async function seeImport(
	staff: Staff,
	id: string,
	words: Words,
	now = Date.now()
): Promise<SeenImport | null> {
	const job = jobOf(id);
	const draft = await draftOf(staff.id, id, now);
	if (draft && job) return { state: 'running', fileName: draft.fileName, ...job };
	const made = await importOf(staff, id);
	if (made) return seeDone(staff, made, now);
	const prepared = draft && (await prepare(staff, draft, now));
	return prepared ? seePreview(staff, draft, prepared, words, now) : null;
}

async function seeDone(staff: Staff, made: Import, now: number): Promise<SeenDone> {
	const groups = await groupsOf(staff);
	const { fileName, atMs, women, joined, undoneAtMs } = made;
	return {
		...{ state: undoneAtMs ? 'undone' : 'done', fileName, atMs, women, joined, undoneAtMs },
		groupsMade: made.madeGroups.length,
		groups: groups.filter(({ id }) => made.groups.includes(id)).map(({ id, name }) => ({ id, name })),
		mayUndo: !undoneAtMs && now - atMs < UNDO_MS,
		kept: await namesOf(made.kept ?? [])
	};
}

async function seePreview(
	staff: Staff,
	draft: Draft,
	{ table, groups, checked, twins, places, plan, canRun }: Prepared,
	words: Words,
	now: number
): Promise<SeenPreview> {
	const open = groups.filter(({ archived }) => !archived);
	const faultyLines = new Set(checked.faults.map(({ line }) => line));
	const into = countsInto([...plan.women, ...plan.joining]);
	const sampleOf = (at: number) =>
		(table.rows.find(({ cells }) => cells[at]?.trim())?.cells[at] ?? '').slice(0, 60);
	const undecided = new Set(plan.undecided.map(({ row }) => row.line));
	const shown = [...twins]
		.sort((a, b) => Number(undecided.has(b.row.line)) - Number(undecided.has(a.row.line)))
		.slice(0, DUPLICATES_SHOWN);
	return {
		state: 'open',
		fileName: draft.fileName,
		headings: table.headings.map((heading, at) => ({
			...{ heading: heading || words.t('import.noHeading', { n: at + 1 }), sample: sampleOf(at) },
			column: draft.columns[at] ?? ''
		})),
		leftOut: table.leftOut,
		notRead: table.headings.filter((heading, at) => heading && !draft.columns[at]),
		isKolibri: table.isKolibri,
		examples: checked.examples,
		notLearners: checked.notLearners,
		counts: {
			rows: table.rows.length - checked.examples - checked.notLearners,
			newWomen: plan.women.length,
			joining: plan.joining.length,
			already: plan.already,
			skipped: plan.skipped
		},
		faults: checked.faults
			.slice(0, FAULTS_SHOWN)
			.map((fault) => seeFault(fault, draft, table.headings, words, now)),
		faultyRows: faultyLines.size,
		leaveFaulty: draft.leaveFaulty,
		first: table.rows.slice(0, ROWS_SHOWN),
		groupsHere: open.flatMap(({ id, name }) => {
			const women = into.get(`id:${id}`);
			return women ? [{ id, name, women }] : [];
		}),
		groupsNew: [...into].flatMap(([key, women]) =>
			key.startsWith('name:') ? [{ name: key.slice(5), women }] : []
		),
		groups: open.map(({ id, name }) => ({ id, name })),
		group: open.some(({ id }) => id === draft.group) ? draft.group : '',
		places:
			staff.role === 'manager'
				? await Promise.all(staff.places.map(async (code) => ({ code, name: await nameOfCode(code) })))
				: [],
		place: draft.place,
		placesFound: await Promise.all(
			places.found.slice(0, PLACES_SHOWN).map(async ({ words: said, code }) => ({
				...{ words: said, name: await nameOfCode(code) }
			}))
		),
		placeQuestions: await Promise.all(
			places.questions.slice(0, PLACES_SHOWN).map((one) => seePlace(one, draft))
		),
		placesUndecided: places.undecided,
		duplicates: shown.map((one) => seeDuplicate(one, draft, words)),
		undecided: plan.undecided.length,
		decided: plan.decided,
		canRun,
		note: draft.note
	};
}

async function seePlace({ words, rows, options }: PlaceQuestion, draft: Draft): Promise<SeenPlace> {
	const named = options.map(async ({ code, was }) => ({ code, was, name: await nameOfCode(code) }));
	return {
		words,
		rows,
		options: await Promise.all(named),
		choice: draft.meant?.[words] ?? draft.meantUsual ?? ''
	};
}

function countsInto(rows: { into: Into }[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { into } of rows) {
		const key = 'id' in into ? `id:${into.id}` : `name:${into.name}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

function seeFault(
	{ line, column, value, code }: Fault,
	{ columns }: Draft,
	headings: string[],
	words: Words,
	now: number
) {
	const years = birthYearsIn(new Date(now).getUTCFullYear());
	const params = { from: String(years.first), to: String(years.last) };
	return {
		...{ line, value },
		heading: headings[columns.indexOf(column)] || words.t(`import.column.${column}` as ConsoleKey),
		message: words.t(`import.fault.${code}` as ConsoleKey, params)
	};
}

function seeDuplicate({ row, women, rows }: Twins, { choices, usual }: Draft, words: Words): SeenDuplicate {
	const all = choicesOf({ row, women, rows });
	const said = choices[row.line] ?? (usual === 'same' ? all[0] : usual) ?? '';
	return {
		...{ line: row.line, name: row.name, says: saysOfRow(row, words), choice: said },
		twins: all.map((choice, i) => ({
			choice,
			says: i < women.length ? saysOfWoman(women[i]!, words) : saysOfLine(rows[i - women.length]!, words)
		}))
	};
}

const about = (village: string, birthYear: number | null, words: Words): string =>
	[village, birthYear && words.t('import.bornIn', { year: String(birthYear) })].filter(Boolean).join(', ');

const saysOfRow = ({ village, facts }: CheckedRow, words: Words) => about(village, facts.birthYear, words);

const saysOfWoman = ({ name, birthYear, groups }: KnownWoman, words: Words) =>
	[name, about('', birthYear, words), groups.map((group) => group.name).join(', ')]
		.filter(Boolean)
		.join(' · ');

const saysOfLine = (row: CheckedRow, words: Words) =>
	words.t('import.twinRow', {
		line: String(row.line),
		name: [row.name, saysOfRow(row, words)].filter(Boolean).join(', ')
	});
