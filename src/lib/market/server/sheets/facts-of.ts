import type { StallWithProducts } from '$lib/server/stalls/shapes';
import type { ProductOnPage } from '../../stall/on-page';
import type { StallWords } from '../../stall/public-words';
import { stallPage } from '../stall-page';
import type { Fact } from './templates';

export type Facts = Record<Fact, string | number>;

/**
 * What strangers see of each product, as cells: nothing of what was taken down or put away, neither her costs nor the
 * name by which her group knows her, and no number of a phone or an account.
 * @param origin where the stall is public: pictures are links to it
 */
export function factsOf(found: StallWithProducts, words: StallWords, origin: string): Facts[] {
	const page = stallPage(found, words, { wanted: null, badgeTitles: new Map() });
	const url = `${origin}/stall/${page.slug}`;
	const stockOf = new Map(found.products.map(({ id, stock }) => [id, stock]));
	return [page.first, ...page.others]
		.filter((product) => product !== null)
		.map((product) => ({
			...cellsOf(product, words),
			description: describe(product, page.name, words),
			stock: stockOf.get(product.id) ?? 0,
			stall: page.name,
			address: `${url}?mon=${product.id}`,
			...photosOf(product, url)
		}));
}

function cellsOf(product: ProductOnPage, { t }: StallWords) {
	const claim = (what: string) => product.claims.find((one) => one.what === what)?.text ?? '';
	return {
		...{ name: product.name, price: product.price, unit: product.unit, sku: product.id },
		...{ who: claim(t('who')), where: claim(t('where')), when: claim(t('when')), from: claim(t('from')) },
		...{ ocop: claim('OCOP'), ways: product.ways.join(', ') }
	};
}

/** JPEG, which every marketplace takes: the stall's own pictures are WebP. */
function photosOf({ photos }: ProductOnPage, url: string) {
	const photo = (n: number) => {
		const { large = '' } = photos[n] ?? {};
		return large && `${url}/photo/${large.replace(/\.\w+$/, '')}.jpg`;
	};
	return { photo1: photo(0), photo2: photo(1), photo3: photo(2), photo4: photo(3) };
}

/** Sentences for a marketplace, which lets no addresses and numbers of elsewhere stand in them; who claims stars says so. */
const describe = ({ name, claims }: ProductOnPage, stall: string, { t }: StallWords): string =>
	[
		name,
		...claims.map(({ what, text }) => (what === 'OCOP' ? `${text} (${t('says.self')})` : `${what}: ${text}`)),
		stall
	].join('. ');
