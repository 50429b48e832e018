import sharp from 'sharp';
import type { Offer } from '$lib/domain/product';
import { bundledClip } from '$lib/studio/server/bundled-clip';
import { Pictures } from '$lib/studio/server/pictures';
import { keepWhole } from '../phone-blobs';
import { askSeller } from '../stalls/ask-seller';
import { markChecked } from '../stalls/look-after';
import { stallOf } from '../stalls/repository';
import { settleShop } from '../stalls/settle-shop';
import { ulidAt, type Random } from './random';
import type { Sitting } from './story';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Ware = Pick<
	Offer,
	'name' | 'price' | 'unit' | 'stock' | 'deliveries' | 'ocopStars' | 'ocopCertificate'
> & {
	/** A scene of content/pictures, and the ground that it is photographed on. */
	scene: string;
	ground: string;
	from: Offer['made']['from'];
	/** What a bundled clip says; it stands for her voice. */
	says: string;
};
type Seller = { group: number; woman: number; called: string; sign: string; wares: Ware[] };

const noStars = { ocopStars: 0, ocopCertificate: '' } as const;

/** Two women of the first group sell; together they fill the stall of their group. */
export const SELLERS: Seller[] = [
	{
		group: 0,
		woman: 0,
		called: 'Mẩy',
		sign: 'Thổ cẩm nhà Mẩy',
		wares: [
			{
				name: { text: 'Túi thổ cẩm', kind: 'bag' },
				...{ price: 280_000, unit: 'piece', stock: 4, deliveries: ['here', 'post'], ...noStars },
				scene: 'sell: kind bag',
				ground: '#e9dcc3',
				from: ['cotton', 'indigo'],
				says: 'Kể thêm một câu thật của mình. Ví dụ, mẹ tôi dạy tôi nhuộm chàm từ nhỏ.'
			},
			{
				name: { text: 'Vải chàm dệt tay', kind: 'indigo' },
				...{ price: 450_000, unit: 'metre', stock: 0, deliveries: ['here', 'bus'], ...noStars },
				scene: 'sell: kind indigo',
				ground: '#f3efe6',
				from: ['hemp', 'indigo', 'wax'],
				says: 'Vải thổ cẩm gấp phẳng, bọc ni lông để tránh mưa.'
			}
		]
	},
	{
		group: 0,
		woman: 3,
		called: 'Dợ',
		sign: 'Mật ong Nà Chang',
		wares: [
			{
				name: { text: 'Mật ong bạc hà', kind: 'honey' },
				...{ price: 320_000, unit: 'bottle', stock: 12, deliveries: ['bring', 'post'] },
				...{ ocopStars: 3, ocopCertificate: 'QĐ 412/QĐ-UBND' },
				scene: 'sell: kind honey',
				ground: '#e3ecd9',
				from: ['flowers'],
				says: 'Quê mình có nhiều thứ quý. Nào là chè, mật ong, thảo quả, thổ cẩm, cà phê, hồ tiêu.'
			}
		]
	}
];

/** What a seller did one evening at her phone, and the pictures and words that it sent. */
export async function openedStall(
	learner: string,
	{ called, sign, wares }: Seller,
	place: string,
	nowMs: number,
	random: Random
): Promise<Sitting> {
	const startMs = nowMs - DAY_MS / 2;
	const sitting: Sitting = [{ kind: 'stall.changed', data: { name: sign, place }, at: startMs }];
	for (const [n, ware] of wares.entries()) {
		const { scene, ground, from, says, ...offer } = ware;
		const { bytes, ms } = await bundledClip('vi', says);
		const photo = await keepWhole(learner, await photograph(scene, ground), 'image/jpeg');
		const at = startMs + (n + 1) * 6 * MINUTE_MS;
		const made = { who: called, where: place, when: new Date(nowMs).toISOString().slice(0, 7), from };
		const data: Offer = {
			...offer,
			product: ulidAt(at, random),
			costs: {
				material: Math.round(offer.price / 3000) * 1000,
				hours: 6,
				hourlyRate: 20_000,
				transport: 10_000
			},
			photos: [photo],
			story: { blob: await keepWhole(learner, bytes, 'audio/ogg'), ms },
			made,
			inGroup: true
		};
		sitting.push({ kind: 'product.offered', data, at });
	}
	return sitting;
}

/** A scene as if it lay on a table by the window. */
async function photograph(scene: string, ground: string): Promise<Buffer> {
	const [width, height] = [1200, 900];
	const svg = new Pictures(process.cwd()).draw(scene);
	const thing = await sharp(Buffer.from(svg), { density: 900 }).resize(620, 620).png().toBuffer();
	const table = Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="w" cx=".3" cy=".2" r="1"><stop offset="0" stop-color="#fff" stop-opacity=".85"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><rect width="${width}" height="${height}" fill="${ground}"/><rect width="${width}" height="${height}" fill="url(#w)"/><ellipse cx="600" cy="730" rx="340" ry="46" fill="#17204a" fill-opacity=".16"/></svg>`
	);
	return sharp(table)
		.composite([{ input: thing, left: (width - 620) / 2, top: 130 }])
		.jpeg({ quality: 82 })
		.toBuffer();
}

/** Folds them as the sync does, lets the trainer look at the first, and a buyer ask. @returns their addresses */
export async function openStalls(
	sellers: string[],
	{ group, trainer }: { group: string; trainer: string },
	nowMs: number
): Promise<string[]> {
	const slugs: string[] = [];
	for (const [n, owner] of sellers.entries()) {
		await settleShop(owner);
		const found = await stallOf({ ownerKind: 'learner', owner });
		if (!found) continue;
		slugs.push(found.stall.slug);
		if (n > 0) continue;
		await markChecked('stalls', found.stall.id, trainer, nowMs);
		for (const { id } of found.products) await markChecked('products', id, trainer, nowMs);
	}
	const shared = await stallOf({ ownerKind: 'group', owner: group });
	if (!shared) return slugs;
	const form = new FormData();
	form.set('name', 'Chị Hà, cửa hàng quà quê');
	form.set('contact', 'Zalo của cửa hàng');
	form.set('message', 'Tôi muốn lấy thử mười chai cho dịp Tết, giá sỉ thế nào ạ?');
	form.set('product', shared.products.find(({ body }) => body.name.kind === 'honey')?.id ?? '');
	await askSeller(shared, form, 'demo', nowMs - DAY_MS / 4);
	return [...slugs, shared.stall.slug];
}
