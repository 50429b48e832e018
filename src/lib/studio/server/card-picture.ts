import { CARD_SCENES, type CardScene } from '$lib/domain/notices/card-scenes';
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

const drawn = new Map<CardScene, Promise<string>>();

/** The picture as a file of the blob store; drawn once by this process. */
export function cardPicture(scene: CardScene): Promise<string> {
	const known = drawn.get(scene);
	if (known) return known;
	const svg = new Pictures(process.cwd()).draw(DESCRIPTIONS[scene]);
	const putting = blobs().put(Buffer.from(svg), 'svg');
	drawn.set(scene, putting);
	putting.catch(() => drawn.delete(scene));
	return putting;
}

/** All of them, by name. */
export async function cardPictures(): Promise<Record<CardScene, string>> {
	const files = await Promise.all(CARD_SCENES.map(async (scene) => [scene, await cardPicture(scene)]));
	return Object.fromEntries(files) as Record<CardScene, string>;
}
