import * as v from 'valibot';
import { MediaName, Spoken } from '../media';

export const MAX_CARD_TITLE = 80;
export const MAX_CARD_TEXT = 400;

/** A warning, or news: a picture, a title, and one clip that says all of it. */
export const CardBody = v.object({
	tone: v.picklist(['warning', 'news']),
	title: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_CARD_TITLE)),
	picture: MediaName,
	spoken: Spoken
});
export type CardBody = v.InferOutput<typeof CardBody>;
