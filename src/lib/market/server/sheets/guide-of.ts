import type { StallLanguage } from '../../stall/public-words';
import type { Template } from './templates';

const words = {
	vi: {
		title: 'Đọc trước',
		what: (name: string) => `Bảng hàng cho ${name}, theo các cột được xem ngày {date}.`,
		plain: 'Bảng hàng chung, cho sàn của Bưu điện, liên minh hợp tác xã, cửa hàng, siêu thị.',
		keys: 'Tên cột ở dòng một giống mẫu đăng hàng loạt của sàn; dòng hai là tên dễ đọc.',
		none: 'Chưa xem được mẫu của sàn này ở Việt Nam: tên cột có thể khác. Hãy so với mẫu tải từ sàn.',
		copy: 'Sàn chỉ nhận tệp mẫu tải từ chính tài khoản bán hàng (mẫu có mã riêng của shop và của ngành hàng). Cách làm: vào Kênh người bán, tải mẫu đăng hàng loạt, rồi chép từng cột ở đây vào cột cùng tên trong mẫu, từ dòng hàng đầu tiên.',
		hand: 'Tự điền:',
		photos: 'Ảnh là đường dẫn đến gian hàng trên mạng. Gỡ gian hàng xuống thì đường dẫn không mở được nữa.',
		ask: 'Giá, số lượng và lời kể là của người bán. Hãy hỏi chị ấy trước khi đăng thay.',
		sources: 'Các cột lấy từ đâu:'
	},
	en: {
		title: 'Read first',
		what: (name: string) => `Product sheet for ${name}, in the columns as they were seen on {date}.`,
		plain: "A plain sheet, for the Post's marketplace, co-operative alliances, shops and supermarkets.",
		keys: "The names in row one are those of the marketplace's mass-upload template; row two says them plainly.",
		none: "This marketplace's template for Vietnam was not to be seen: names may differ. Compare them with the template that you download.",
		copy: "A marketplace takes only the template downloaded from the seller's own account (it carries a code of the shop and of the category). So: open the seller centre, download the mass-upload template, and copy each column from here into the column of the same name, from its first product row.",
		hand: 'To fill in by hand:',
		photos: 'Pictures are links to the public stall. When the stall is taken down they no longer open.',
		ask: "Price, stock and words are the seller's. Ask her before you upload for her.",
		sources: 'Where the columns come from:'
	}
} as const;

/** What who fills in a marketplace's form must know of this sheet: how sure its columns are, and what is missing. */
export function guideOf(template: Template, language: StallLanguage): { title: string; lines: string[] } {
	const { title, what, plain, keys, none, copy, hand, photos, ask, sources } = words[language];
	const { name, asOf, sure, byHand } = template;
	return {
		title,
		lines: [
			name ? what(name).replace('{date}', asOf) : plain,
			...(sure === 'keys' ? [keys] : sure === 'none' ? [none] : []),
			...(name ? [copy] : []),
			...(byHand[language].length > 0 ? [hand, ...byHand[language].map((one) => `• ${one}`)] : []),
			photos,
			ask,
			sources,
			...template.sources.map((source) => `• ${source}`)
		]
	};
}
