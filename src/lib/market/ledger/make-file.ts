import { csvOf } from '$lib/domain/book/csv';
import { pageOf } from '$lib/domain/book/page';
import { COLUMNS, sheetOf, type Sheet, type SheetOptions, type SheetWords } from '$lib/domain/book/sheet';
import type { HerBook } from '$lib/offline/book';
import type { Messages } from '$lib/i18n/messages.svelte';
import { productName } from '../stall/product-name';
import { forKey, stateOf } from './say';

/** Headings are read at a desk: they have no voice, and no message of the phone. */
const HEADINGS: Record<'vi' | 'en', Record<(typeof COLUMNS)[number], string>> = {
	vi: {
		month: 'Tháng',
		day: 'Ngày ghi',
		what: 'Nội dung',
		count: 'Số lượng',
		price: 'Đơn giá (đồng)',
		in: 'Thu (đồng)',
		out: 'Chi (đồng)',
		state: 'Tình trạng',
		buyer: 'Người mua'
	},
	en: {
		month: 'Month',
		day: 'Written on',
		what: 'What',
		count: 'Count',
		price: 'Price (đồng)',
		in: 'In (đồng)',
		out: 'Out (đồng)',
		state: 'State',
		buyer: 'Buyer'
	}
};
const deskLanguage = ({ language }: Messages) => (language === 'en' ? 'en' : 'vi');

function wordsFor(messages: Messages): SheetWords {
	return {
		headings: HEADINGS[deskLanguage(messages)],
		order: ({ name }) => productName(name, messages),
		purpose: ({ purpose }) => messages.t(forKey(purpose)),
		state: (order) => messages.t(`book.state.${stateOf(order)}`),
		sum: deskLanguage(messages) === 'en' ? 'Sum' : 'Cộng'
	};
}

export const sheetFor = ({ book }: HerBook, messages: Messages, options: SheetOptions): Sheet =>
	sheetOf(book, wordsFor(messages), options);

/** What stands above the table. */
export const linesAbove = (her: HerBook, messages: Messages, period: string): string[] => [
	`${period}.`,
	messages.t('book.file.selfTold')
];

export const titleFor = ({ profile }: HerBook, messages: Messages): string =>
	profile.name ? messages.t('book.file.heading', { name: profile.name }) : messages.t('book.title');

export function tableFile(sheet: Sheet, name: string): File {
	const bytes = csvOf([sheet.headings, ...sheet.rows, sheet.sum]);
	return new File([bytes], `${name}.csv`, { type: 'text/csv' });
}

export function pageFile(sheet: Sheet, her: HerBook, messages: Messages, name: string, period: string): File {
	const language = deskLanguage(messages);
	const title = titleFor(her, messages);
	const html = pageOf(sheet, { language, title, lines: linesAbove(her, messages, period) });
	return new File([html], `${name}.html`, { type: 'text/html' });
}
