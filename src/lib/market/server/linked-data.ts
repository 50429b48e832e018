import type { ProductOnPage, StallOnPage } from '../stall/on-page';

/**
 * The page for machines: the seller with her place, each product with its offer (https://schema.org/Product).
 * @returns the text of a `<script type="application/ld+json">`; no "<" in it ends the script
 */
export function linkedData(page: StallOnPage, origin: string): string {
	const url = `${origin}/stall/${page.slug}`;
	const seller = {
		'@type': 'Organization',
		'@id': `${url}#seller`,
		name: page.name,
		url,
		...(page.place
			? {
					location: {
						'@type': 'Place',
						address: { '@type': 'PostalAddress', addressLocality: page.place, addressCountry: 'VN' }
					}
				}
			: {})
	};
	const products = [page.first, ...page.others].flatMap((product) =>
		product ? [productOf(product, url, origin)] : []
	);
	return JSON.stringify({ '@context': 'https://schema.org', '@graph': [seller, ...products] }).replaceAll(
		'<',
		'\\u003c'
	);
}

const productOf = (product: ProductOnPage, url: string, origin: string) => ({
	'@type': 'Product',
	'@id': `${url}?mon=${product.id}`,
	name: product.name,
	image: product.photos.map(({ large }) => `${origin}/media/${large}`),
	description: product.claims.map(({ what, text }) => `${what}: ${text}`).join('. '),
	offers: {
		'@type': 'Offer',
		url: `${url}?mon=${product.id}`,
		price: product.price,
		priceCurrency: 'VND',
		availability: `https://schema.org/${product.inStock ? 'InStock' : 'MadeToOrder'}`,
		seller: { '@id': `${url}#seller` }
	}
});
