import { isOnShow, type Looked, type ProductRow, type StallWithProducts } from '$lib/server/stalls/shapes';
import type { Claim, ProductOnPage, StallOnPage } from '../stall/on-page';
import { productLabel } from '../stall/product-label';
import type { StallWords } from '../stall/public-words';

/** What strangers see: nothing of what was taken down or put away, of nobody more than she shows. */
export function stallPage(
	{ stall, products }: StallWithProducts,
	words: StallWords,
	{ wanted, badgeTitles }: { wanted: string | null; badgeTitles: ReadonlyMap<string, string> }
): StallOnPage {
	const isGroup = stall.ownerKind === 'group';
	const shown = products.filter(isOnShow).map((row) => productOnPage(row, words, stall.slug, isGroup));
	const first = shown.find(({ id }) => id === wanted) ?? shown[0] ?? null;
	const { picture, story, phone, badges } = stall.shown;
	return {
		slug: stall.slug,
		name: stall.name,
		place: stall.place,
		isGroup,
		picture: picture && {
			small: picture.small,
			large: picture.large,
			width: picture.width,
			height: picture.height
		},
		story: story && { clip: story.clip, seconds: seconds(story.ms) },
		phone,
		claims: [
			...checked(stall, words, 'checked'),
			...badges.flatMap((badge) => badgeClaim(badge, badgeTitles, words))
		],
		first,
		others: shown.filter((product) => product !== first)
	};
}

function productOnPage(row: ProductRow, words: StallWords, slug: string, inGroup: boolean): ProductOnPage {
	const { body, shown } = row;
	const { t, sold, language } = words;
	const kind = body.name.kind;
	const name = productLabel(row, language);
	const lang = language === 'en' ? '&lang=en' : '';
	return {
		id: row.id,
		href: `/stall/${slug}?mon=${row.id}${lang}`,
		name: name.charAt(0).toLocaleUpperCase('vi') + name.slice(1),
		nameClip: shown.voice?.clip ?? '',
		price: row.price,
		priceText: t('price', { price: row.price }),
		unit: sold(`sell.unit.${row.unit}`),
		stock: row.stock > 0 ? t('stock', { n: row.stock }) : t('order'),
		inStock: row.stock > 0,
		ways: body.deliveries.map((way) => sold(`sell.way.${way}`)),
		photos: shown.photos.map(({ small, large, width, height }) => ({ small, large, width, height })),
		drawing: `kind-${kind ?? 'brocade'}`,
		story: shown.story && {
			clip: shown.story.clip,
			seconds: seconds(shown.story.ms),
			who: body.made.who ?? ''
		},
		claims: claimsOf(row, words),
		maker: inGroup ? (body.made.who ?? '') : ''
	};
}

/** Who made it, where, when, from what, and its stars; herself says so, and her trainer where she has looked. */
function claimsOf(row: ProductRow, words: StallWords): Claim[] {
	const { t, sold } = words;
	const { made, ocopStars, ocopCertificate } = row.body;
	const says = saysOf(row, words);
	const claim = (what: string, text: string | undefined): Claim[] => (text ? [{ what, text, says }] : []);
	const paper = ocopCertificate ? `, ${t('ocop.paper', { text: ocopCertificate })}` : '';
	return [
		...claim(t('who'), made.who),
		...claim(t('where'), made.where),
		...claim(t('when'), made.when && monthText(made.when, words)),
		...claim(t('from'), made.from.map((material) => sold(`sell.material.${material}`)).join(', ')),
		...(ocopStars === 0
			? []
			: [
					{
						what: 'OCOP',
						text: `${t('ocop', { n: ocopStars })}${paper}`,
						says: `${says}. ${t('ocop.check')}`
					}
				])
	];
}

function saysOf({ checkedBy, checkedAtMs }: Looked, words: StallWords): string {
	const { t } = words;
	return checkedAtMs > 0
		? t('says.trainer', { name: checkedBy, date: dateText(checkedAtMs, words) })
		: t('says.self');
}

function checked({ checkedBy, checkedAtMs }: Looked, words: StallWords, key: 'checked'): Claim[] {
	if (checkedAtMs === 0) return [];
	return [
		{ what: '', text: words.t(key, { name: checkedBy, date: dateText(checkedAtMs, words) }), says: '' }
	];
}

function badgeClaim(badge: string, titles: ReadonlyMap<string, string>, { t }: StallWords): Claim[] {
	const name = titles.get(badge);
	return name
		? [{ what: '', text: t('badge', { name }), says: t('says.badge'), href: `/verify/${badge}` }]
		: [];
}

function monthText(when: string, { t, language }: StallWords): string {
	const [y = '', m = ''] = when.split('-');
	const month = new Date(Number(y), Number(m) - 1, 1).toLocaleDateString('en-GB', { month: 'long' });
	return language === 'en' ? t('month', { month, y }) : t('month', { m: String(Number(m)), y });
}

const dateText = (ms: number, { language }: StallWords) =>
	new Date(ms).toLocaleDateString(language === 'en' ? 'en-GB' : 'vi', {
		timeZone: 'Asia/Ho_Chi_Minh',
		day: 'numeric',
		month: language === 'en' ? 'short' : 'numeric',
		year: 'numeric'
	});

const seconds = (ms: number) => Math.max(1, Math.round(ms / 1000));
