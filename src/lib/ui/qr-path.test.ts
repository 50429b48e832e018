import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { drawQr } from './qr-path';

const secret = 'A'.repeat(22);

describe("a card's QR code", () => {
	test('has a square of its path for each dark square of the code', () => {
		const { size, path } = drawQr('banmay');
		const dark = encode('banmay', { ecc: 'M', border: 0, boostEcc: false })
			.data.flat()
			.filter(Boolean).length;
		const widths = [...path.matchAll(/h(\d+)v1/g)].map(([, width]) => Number(width));
		expect(widths.reduce((sum, width) => sum + width, 0)).toBe(dark);
		expect(size).toBe(21 + 8);
	});
	test.each([
		{ origin: 'https://banmay.vn', modules: 33 },
		{ origin: 'http://192.168.100.100:3000', modules: 37 },
		{ origin: 'https://ban-may.thai-nguyen.gov.vn', modules: 37 }
	])(
		'for $origin is no larger than $modules squares a side: an old camera reads it',
		({ origin, modules }) => {
			expect(drawQr(`${origin}/join#${secret}`).size - 8).toBeLessThanOrEqual(modules);
		}
	);
});
