import type { ProductName } from '$lib/domain/product';
import sellEn from '$lib/i18n/areas/sell.en.json';
import sellVi from '$lib/i18n/areas/sell.vi.json';

type Named = { name: string; writtenName: string; body: { name: ProductName } };

/** What a product is called on a page that the server draws: its own name, what its trainer wrote, what its picture shows. */
export function productLabel({ name, writtenName, body }: Named, language: string): string {
	const words = language === 'en' ? sellEn : sellVi;
	const { kind } = body.name;
	const drawn = kind ? words[`sell.kind.${kind}`] : words['sell.name.unnamed'];
	return name || writtenName || drawn;
}
