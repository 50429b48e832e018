import { stringify } from 'csv-stringify/sync';
import { env } from '../../env';
import { cardPepper } from '../../pepper';
import { currentCatalog } from '../../repositories/catalog';
import { badgesAfter, eventsAfter, joinedAfter, type Span } from '../feed';
import type { Statement } from './statement';
import { earnedStatements, registeredStatements, statementsOf } from './statements';
import { TOLD_KINDS } from './verbs';

/** Rows held in memory at once, however long the period is. */
const PAGE = 500;

/** The statements of a period, page by page. */
export async function* statementsIn(span: Span): AsyncGenerator<Statement[]> {
	const where = { catalog: await currentCatalog(), origin: env.linkOrigin, pepper: cardPepper() };
	for (let cursor = 0, more = true; more;) {
		const page = await joinedAfter(cursor, PAGE, span);
		({ cursor, more } = page);
		yield registeredStatements(page.rows, where);
	}
	for (let cursor = 0, more = true; more;) {
		const page = await eventsAfter(cursor, TOLD_KINDS, PAGE, span);
		({ cursor, more } = page);
		yield statementsOf(page.rows, where);
	}
	for (let cursor = 0, more = true; more;) {
		const page = await badgesAfter(cursor, PAGE, span);
		({ cursor, more } = page);
		yield earnedStatements(page.rows, where);
	}
}

/** A JSON array, written as it is read. */
export async function* asJson(pages: AsyncIterable<Statement[]>): AsyncGenerator<string> {
	let before = '[\n';
	for await (const page of pages)
		for (const statement of page) {
			yield before + JSON.stringify(statement);
			before = ',\n';
		}
	yield before === '[\n' ? '[]\n' : '\n]\n';
}

const COLUMNS = ['id', 'timestamp', 'actor', 'verb', 'object', 'success', 'completion', 'score', 'course'];

/** For a spreadsheet: with a byte order mark, and nothing that it would take for a formula. */
export async function* asCsv(pages: AsyncIterable<Statement[]>): AsyncGenerator<string> {
	yield '\uFEFF' + stringify([COLUMNS]);
	for await (const page of pages)
		if (page.length) yield stringify(page.map(cellsOf), { escape_formulas: true });
}

function cellsOf({ id, timestamp, actor, verb, object, result, context }: Statement): (string | number)[] {
	const { grouping, parent } = context.contextActivities;
	const said = (value: boolean | undefined) => (value === undefined ? '' : String(value));
	return [
		...[id, timestamp, actor.account.name, verb.id.slice(verb.id.lastIndexOf('/') + 1), object.id],
		...[said(result?.success), said(result?.completion), result?.score?.scaled ?? ''],
		(grouping ?? parent)?.[0]?.id ?? ''
	];
}
