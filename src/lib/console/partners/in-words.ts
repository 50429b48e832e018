import { isDoubt, type Reason } from '$lib/domain/match';
import type { Want } from '$lib/domain/partner';
import { GIVES, type Give } from '$lib/domain/partner-kinds';
import type { ProductKind } from '$lib/domain/product-kinds';
import sellEn from '$lib/i18n/areas/sell.en.json';
import sellVi from '$lib/i18n/areas/sell.vi.json';
import type { ListedMatch } from './listed';
import type { ConsoleKey, Words } from '../words';

/** What a product is called where women sell it. */
export const productName = (kind: ProductKind, { language }: Words): string =>
	(language === 'en' ? sellEn : sellVi)[`sell.kind.${kind}`];

export const giveName = (give: Give, words: Words): string => words.t(`partners.give.${give}`);

/** "Mật ong · 200 chai · tháng 11, 12 · nguyên chất". */
export function wantInWords({ kind, amount, unit, months, quality }: Want, words: Words): string {
	const much =
		amount > 0
			? `${amount.toLocaleString(words.language)} ${words.t(`partners.unit.${unit}`)}`
			: words.t('partners.anyAmount');
	const when =
		months.length === 0 || months.length === 12
			? words.t('partners.wholeYear')
			: words.t('partners.inMonths', { months: months.join(', ') });
	return [productName(kind, words), much, when, quality].filter(Boolean).join(' · ');
}

/** A reason as a sentence, and whether it is one to think about. */
export function reasonInWords(reason: Reason, words: Words): { text: string; isDoubt: boolean } {
	const { code, ...rest } = reason;
	const params = Object.fromEntries(
		Object.entries(rest).map(([name, value]) => {
			if (name === 'kind' || name === 'made')
				return [name, productName(value as ProductKind, words).toLocaleLowerCase(words.language)];
			if (name === 'give') return [name, giveName(value as Give, words)];
			if (name === 'unit') return [name, words.t(`partners.unit.${value}` as ConsoleKey)];
			return [name, value as number];
		})
	);
	return { text: words.t(`partners.why.${code}`, params), isDoubt: isDoubt(reason) };
}

/** Whom a suggestion is for: "Mẩy, nhóm Nà Chang" or "nhóm Nà Chang". */
export const whomInWords = ({ woman, group }: Pick<ListedMatch, 'woman' | 'group'>, words: Words): string =>
	woman
		? words.t('partners.ofGroup', { name: woman.name, group: group.name })
		: words.t('partners.theGroup', { group: group.name });

/** What an introduction is about: one of the partner's wants, or what it gives. */
export function aboutInWords(about: string, { wants }: { wants: readonly Want[] }, words: Words): string {
	if (about === '') return words.t('intro.aboutNothing');
	const want = wants.find(({ id }) => id === about);
	if (want) return wantInWords(want, words);
	return isGive(about) ? giveName(about, words) : words.t('intro.aboutNothing');
}
const isGive = (about: string): about is Give => (GIVES as readonly string[]).includes(about);
