import { expect, test } from 'vitest';
import { anotherSlug, slugOf } from './slug-of';

test.each([
	['Thổ cẩm Nà Chang', 'tho-cam-na-chang'],
	['Đồ đan của Ẵ Ỗ Ự', 'do-dan-cua-a-o-u'],
	['HTX Rau Sạch 2', 'htx-rau-sach-2'],
	['  --  ', 'gian-hang'],
	['山里', 'gian-hang'],
	['a'.repeat(80), 'a'.repeat(40)]
])('%s: %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('one that is taken ends with what nobody can guess', () => {
	expect(anotherSlug('Nà Chang')).toMatch(/^na-chang-[a-z0-9]{5}$/);
	expect(anotherSlug('Nà Chang')).not.toBe(anotherSlug('Nà Chang'));
});
