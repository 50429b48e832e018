import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Happening } from '$lib/domain/event';
import type { Offer } from '$lib/domain/product';
import type { ShopSeen } from '$lib/domain/shop-seen';
import { newId, Phone } from './phone';
import type { Woman } from './people';

/** Brocade, as far as a test needs it; another seed is another picture. */
export const photo = (seed = 1, side = 640): Promise<Buffer> =>
	sharp({
		create: {
			width: side,
			height: side,
			channels: 3,
			noise: { type: 'gaussian', mean: 100 + seed, sigma: 40 }
		} as never
	})
		.blur(4)
		.jpeg({ quality: 70 })
		.withExif({ IFD0: { Copyright: 'geheim' } })
		.toBuffer();

/** A clip of the house: somebody says something for two seconds and more. */
export function speech(): Buffer {
	type Clip = { clip: string; ms: number };
	const index = JSON.parse(readFileSync(join('content', 'clips', 'vi.json'), 'utf8')) as Record<string, Clip>;
	const { clip } = Object.values(index).find(({ ms }) => ms > 2000 && ms < 6000) as Clip;
	return readFileSync(join('content', 'clips', 'vi', clip.slice(0, 2), clip));
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export const offer = (values: Partial<Offer> = {}): Offer => ({
	product: newId(),
	name: { text: 'Khăn thổ cẩm', kind: 'brocade' },
	price: 450_000,
	unit: 'piece',
	costs: { material: 120_000, hours: 8, hourlyRate: 25_000, transport: 20_000 },
	stock: 3,
	deliveries: ['here', 'post'],
	photos: [],
	story: null,
	made: { who: 'Mẩy', where: 'xã Xuân Dương, Thái Nguyên', when: '2026-10', from: ['cotton', 'indigo'] },
	ocopStars: 0,
	ocopCertificate: '',
	inGroup: false,
	...values
});

export const offered = (values: Partial<Offer> = {}): Extract<Happening, { kind: 'product.offered' }> => ({
	kind: 'product.offered',
	data: offer(values)
});
export const named = (name: string): Happening => ({ kind: 'stall.changed', data: { name } });

/** A phone with a stall. */
export class Seller extends Phone {
	static async of(woman: Woman): Promise<Seller> {
		return new Seller().join(woman) as Promise<Seller>;
	}

	happens(...happenings: Happening[]) {
		return this.sync(this.events(...happenings));
	}

	put(bytes: Uint8Array, type = 'image/jpeg', name = hashOf(bytes)): Promise<Response> {
		return this.browser.fetch(`/api/blobs/${name}?device=${this.device}`, {
			method: 'PUT',
			headers: { 'content-type': type },
			body: new Uint8Array(bytes)
		});
	}

	async seen(): Promise<ShopSeen> {
		const response = await this.browser.fetch(`/api/stalls/mine?device=${this.device}`);
		if (response.status !== 200)
			throw new Error(`mine answered ${response.status}: ${await response.text()}`);
		return (await response.json()) as ShopSeen;
	}
}
