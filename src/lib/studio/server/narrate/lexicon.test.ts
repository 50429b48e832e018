import { expect, test } from 'vitest';
import { respell } from './lexicon';

const lexicon = { QR: 'kiu a', VietQR: 'việt kiu a', 'CH Play': 'xê hát pờ lây', Play: 'pờ lây', App: 'áp' };

test.each([
	{ text: 'Quét mã QR.', spoken: 'Quét mã kiu a.' },
	{ text: 'QR, QR', spoken: 'kiu a, kiu a' },
	{ text: 'mã VietQR', spoken: 'mã việt kiu a' },
	{ text: 'Mở CH Play', spoken: 'Mở xê hát pờ lây' },
	{ text: 'QRS và Apple', spoken: 'QRS và Apple' },
	{ text: 'ẤApp', spoken: 'ẤApp' },
	{ text: 'qr', spoken: 'qr' },
	{ text: '', spoken: '' }
])('"$text" is spoken "$spoken"', ({ text, spoken }) => {
	expect(respell(text, lexicon)).toBe(spoken);
});
