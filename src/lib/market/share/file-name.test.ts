import { expect, test } from 'vitest';
import { fileName } from './file-name';

test.each([
	['Khăn thổ cẩm Đồng Văn', 'square', 'khan-tho-cam-dong-van-square.jpg'],
	['../../etc/passwd', 'poster', 'etc-passwd-poster.jpg'],
	['***', 'story', 'gian-hang-story.jpg'],
	['ă'.repeat(90), 'square', `${'a'.repeat(40)}-square.jpg`]
])('%s is kept as %s', (name, shape, file) => expect(fileName(name, shape)).toBe(file));
