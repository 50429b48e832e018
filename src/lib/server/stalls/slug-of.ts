import { newPublicId } from '../secrets';

const MAX_LENGTH = 40;

/** The readable part of an address: "Thổ cẩm Nà Chang" becomes "tho-cam-na-chang". */
export function slugOf(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/đ/gi, 'd')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, MAX_LENGTH)
		.replace(/^-+|-+$/g, '');
	return plain || 'gian-hang';
}

/** Another one when that is taken: its end is drawn, not counted, so that nobody walks through them. */
export const anotherSlug = (name: string): string => `${slugOf(name)}-${newPublicId(5)}`;
