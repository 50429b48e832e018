import { describe, expect, test } from 'vitest';
import type { ProductRow, StallRow } from '$lib/server/stalls/shapes';
import { StallWords } from '../stall/public-words';
import { linkedData } from './linked-data';
import { stallPage } from './stall-page';

const looked = { checkedBy: '', checkedAtMs: 0, downAtMs: 0, downReason: '' };
const stall: StallRow = {
	...looked,
	...{ id: 's', slug: 'nha-may', ownerKind: 'learner', owner: 'l', name: 'Nhà Mẩy', place: 'Xuân Dương' },
	shown: { picture: null, story: null, phone: '', badges: [] },
	...{ waits: 0, openedAtMs: 1, changedAtMs: 1 }
};
const product = (values: Partial<ProductRow> = {}): ProductRow => ({
	...looked,
	...{ id: 'p', product: 'p', learner: 'l', maker: 'Lò Thị Mẩy', name: '', writtenName: '', price: 450_000 },
	...{ unit: 'piece', stock: 2, withdrawn: false, group: '', waits: 0, offeredAtMs: 1, changedAtMs: 1 },
	body: {
		name: { kind: 'honey' },
		...{ deliveries: ['here'], photos: [], story: null, made: { from: [] }, inGroup: false },
		...{ ocopStars: 0, ocopCertificate: '' }
	},
	shown: { photos: [], story: null, voice: null },
	...values
});
const vi = new StallWords('vi');
const pageOf = (products: ProductRow[], wanted: string | null = null, words = vi) =>
	stallPage({ stall, products }, words, { wanted, badgeTitles: new Map() });

describe('what strangers see', () => {
	test('what was put away or taken down is not on it', () => {
		expect(pageOf([product({ withdrawn: true }), product({ downAtMs: 5 })])).toMatchObject({
			first: null,
			others: []
		});
	});
	test('the product of the link stands first; one that is not there changes nothing', () => {
		const all = [product({ id: 'a' }), product({ id: 'b' })];
		expect(pageOf(all, 'b').first?.id).toBe('b');
		expect(pageOf(all, 'b').others.map(({ id }) => id)).toEqual(['a']);
		expect(pageOf(all, 'zzz').first?.id).toBe('a');
	});
	test('the name by which her group knows her is not told', () => {
		expect(JSON.stringify(pageOf([product()]))).not.toContain('Lò Thị Mẩy');
	});
	test('a claim says who says it, in both languages', () => {
		const made = { who: 'Mẩy', when: '2026-02', from: ['hemp' as const] };
		const body = { ...product().body, made };
		expect(pageOf([product({ body })]).first?.claims.map(({ text, says }) => [text, says])).toEqual([
			['Mẩy', 'người bán tự nói'],
			['tháng 2 năm 2026', 'người bán tự nói'],
			['sợi lanh', 'người bán tự nói']
		]);
		const checked = product({ body, checkedBy: 'Hoa', checkedAtMs: Date.UTC(2026, 10, 24) });
		const [claim] = pageOf([checked], null, new StallWords('en')).first!.claims;
		expect(claim?.says).toBe("Hoa, the group's trainer, looked at it and confirms it, 24 Nov 2026");
	});
	test('a spoken name is called as its trainer wrote it down', () => {
		const spoken = { ...product().body, name: { voice: { blob: 'a'.repeat(64), ms: 900 } } };
		expect(pageOf([product({ body: spoken })]).first?.name).toBe('Món hàng');
		expect(pageOf([product({ body: spoken, writtenName: 'khèn bè' })]).first?.name).toBe('Khèn bè');
	});
});

test('data for machines ends no script, whatever stands in it', () => {
	const text = linkedData(
		pageOf([product({ name: '</script><script>alert(1)</script>' })]),
		'https://mua.example'
	);
	expect(text).not.toContain('<');
	expect(JSON.parse(text)['@graph'][1]).toMatchObject({ '@type': 'Product', offers: { price: 450_000 } });
});
