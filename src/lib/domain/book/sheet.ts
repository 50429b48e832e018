import type { Month } from './entry';
import { isPaid, totalOf, type Book, type Order } from './fold-book';
import { plus } from './limits';
import { dayOf, type Line } from './month';

/** '' is an empty cell; a number is one that can be added up. */
export type Cell = string | number;
/** How things are called for who reads the file. */
export type SheetWords = {
	headings: Record<Column, string>;
	order: (order: Order) => string;
	purpose: (line: Pick<Line, 'way' | 'purpose'>) => string;
	state: (order: Order) => string;
	sum: string;
};
export const COLUMNS = ['month', 'day', 'what', 'count', 'price', 'in', 'out', 'state', 'buyer'] as const;
type Column = (typeof COLUMNS)[number];
export type Sheet = {
	headings: string[];
	rows: Cell[][];
	sum: Cell[];
	/** How much of each there is, said before it leaves the phone. */
	orders: number;
	money: number;
	in: number;
	out: number;
};
export type SheetOptions = {
	/** What counts to them goes in; null: everything. */
	months: readonly Month[] | null;
	/** Who bought, as she wrote it. Her voice never leaves the phone. */
	withBuyers: boolean;
};

/** Her book as a table: orders and amounts in the order in which they were written, what is struck out left out. */
export function sheetOf(book: Book, words: SheetWords, { months, withBuyers }: SheetOptions): Sheet {
	const isIn = (month: Month) => months === null || months.includes(month);
	const comesIn = (order: Order) => isPaid(order) && order.paid !== null && isIn(order.paid.month);
	const orders = book.orders.filter((order) => !order.struck && (isIn(order.month) || comesIn(order)));
	const money = book.money.filter(({ struck, month }) => !struck && isIn(month));
	const rows = [
		...orders.map((order) => ({
			n: order.n,
			cells: cellsOf({
				month: comesIn(order) ? (order.paid?.month ?? order.month) : order.month,
				day: dayOf(order.atMs),
				what: words.order(order),
				count: order.count,
				price: order.price,
				in: comesIn(order) ? totalOf(order) : '',
				out: '',
				state: words.state(order),
				buyer: order.buyer
			})
		})),
		...money.map((one) => ({
			n: one.n,
			cells: cellsOf({
				month: one.month,
				day: dayOf(one.atMs),
				what: words.purpose(one),
				count: '',
				price: '',
				in: one.way === 'in' ? one.amount : '',
				out: one.way === 'out' ? one.amount : '',
				state: '',
				buyer: ''
			})
		}))
	].sort((a, b) => a.n - b.n);
	const cut = <T>(cells: T[]) => (withBuyers ? cells : cells.slice(0, -1));
	const sumAt = (column: Column) =>
		rows.reduce((sum, { cells }) => plus(sum, Number(cells[COLUMNS.indexOf(column)])), 0);
	const [came, went] = [sumAt('in'), sumAt('out')];
	return {
		headings: cut(COLUMNS.map((column) => words.headings[column])),
		rows: rows.map(({ cells }) => cut(cells)),
		sum: cut([words.sum, '', '', '', '', came, went, '', '']),
		orders: orders.length,
		money: money.length,
		in: came,
		out: went
	};
}

const cellsOf = (row: Record<Column, Cell>): Cell[] => COLUMNS.map((column) => row[column]);
