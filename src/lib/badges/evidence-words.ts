import type { Demand, EvidenceKind } from '../domain/evidence';

type Said = (count: number) => string;
const plural = (count: number, one: string, many: string) =>
	count === 1 ? `one ${one}` : `${count} ${many}`;

/** What a demand says in a credential, Vietnamese first: what was done, never who or whose. */
const WORDS: Record<EvidenceKind, { vi: Said; en: Said }> = {
	practice: {
		vi: (count) => `đã làm xong ${count} bài thực hành khác nhau`,
		en: (count) => `did ${plural(count, 'practice', 'different practices')} to the end`
	},
	'stall-opened': {
		vi: () => 'đã mở một gian hàng trên Bản Mây',
		en: () => 'opened a stall on Bản Mây'
	},
	'product-offered': {
		vi: (count) => `đã bày bán ${count} món hàng trong gian hàng`,
		en: (count) => `offered ${plural(count, 'product', 'products')} in the stall`
	},
	'order-recorded': {
		vi: (count) => `đã nhận tiền của ${count} đơn hàng`,
		en: (count) => `was paid for ${plural(count, 'order', 'orders')}`
	}
};

export const inVietnamese = ({ kind, count }: Demand): string => WORDS[kind].vi(count);
export const inEnglish = ({ kind, count }: Demand): string => WORDS[kind].en(count);

/** `Đã nhận tiền của 1 đơn hàng. / Was paid for one order.` */
export function narrativeOf(demand: Demand): string {
	return `${sentence(inVietnamese(demand))} / ${sentence(inEnglish(demand))}`;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
