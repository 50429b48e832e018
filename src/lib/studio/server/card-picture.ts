import type { CardScene } from '$lib/domain/notices/card-scenes';
import { blobs } from './blobs';
import { Pictures } from './pictures';

/** What each of the pictures for cards is called in content/pictures. */
const DESCRIPTIONS: Record<CardScene, string> = {
	warning: 'link with warning triangle',
	trick: 'gift box with fish hook',
	stranger: 'stranger on screen, red hang-up button',
	storm: 'storm cloud, unplugged phone',
	news: 'megaphone',
	meeting: 'meeting calendar',
	truck: 'delivery truck',
	market: 'three market gates',
	money: 'phone, coin',
	women: 'three women talking'
};

/** The picture as a file of the blob store. */
export async function cardPicture(scene: CardScene): Promise<string> {
	const svg = new Pictures(process.cwd()).draw(DESCRIPTIONS[scene]);
	return blobs().put(Buffer.from(svg), 'svg');
}
