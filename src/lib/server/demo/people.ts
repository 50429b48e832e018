import { PERSON_PICTURES } from '$lib/domain/people';

/** How a woman's eight weeks went. */
export type Pace =
	/** Learns nearly every day; has finished a course or two. */
	| 'finished'
	/** Two or three lessons a week. */
	| 'steady'
	/** A lesson now and then. */
	| 'slow'
	/** Wrong three times and more at a question of her last lesson, and no further. */
	| 'stuck'
	/** Learned well, and has not been heard of for 16 days and more. */
	| 'quiet'
	/** Joined this week. */
	| 'new'
	/** Has her card and has not used it yet. */
	| 'waiting';

export type ExampleWoman = { name: string; picture: string; pace: Pace };
/** `place`: as people call it, by the names of before the reform; `code`: the commune that it belongs to today;
 * `ethnicity`: what most of its women say, by the code of content/peoples. */
export type ExampleGroup = {
	name: string;
	place: string;
	code: string;
	ethnicity: string;
	trainer: number;
	women: ExampleWoman[];
};

export const TRAINERS = [
	{ name: 'Nguyễn Thị Hoa', email: 'hoa@ban-may.local', places: ['19', '15'] },
	{ name: 'Lục Thị Thơm', email: 'thom@ban-may.local', places: ['08'] }
];

/** Looks after Thái Nguyên; the manager of the programme gives her a code to sign in with. */
export const PROVINCE_MANAGER = { name: 'Hoàng Thị Vân', email: 'van@ban-may.local', places: ['19'] };

/** Of the first group's twenty, in order; the other groups are turned by a few places. */
const PACES: Pace[] = [
	'steady',
	'steady',
	'stuck',
	'finished',
	'quiet',
	'steady',
	'finished',
	'slow',
	'steady',
	'steady',
	'slow',
	'stuck',
	'steady',
	'new',
	'slow',
	'steady',
	'quiet',
	'finished',
	'slow',
	'waiting'
];

const group = (about: Omit<ExampleGroup, 'women'>, turn: number, names: string): ExampleGroup => ({
	...about,
	women: names.split(', ').map((woman, n) => ({
		name: woman,
		picture: PERSON_PICTURES[n % PERSON_PICTURES.length] as string,
		pace: PACES[(n + turn) % PACES.length] as Pace
	}))
});

/** Made-up women with names as they are borne among Tày, Dao and Mông people. */
export const GROUPS: ExampleGroup[] = [
	group(
		{
			...{ name: 'Nà Chang', place: 'Xã Xuân Dương, Huyện Na Rì, Tỉnh Bắc Kạn', code: '02191' },
			...{ ethnicity: '02', trainer: 0 }
		},
		0,
		'Lò Thị Mẩy, Bàn Mùi Khé, Hoàng Thị Nga, Giàng Thị Dợ, Lý Tả Mẩy, Vàng Thị Sua, Triệu Thị Pham, Đặng Mùi Chiêm, Nông Thị Thắm, Hà Thị Sen, Lương Thị Hồng, Triệu Mùi Pham, Hoàng Thị Yến, Ma Thị Liên, Nông Thị Duyên, Bàn Thị Náy, Đàm Thị Huệ, Hoàng Thị Lả, Lường Thị Mai, Dương Thị Ba'
	),
	group(
		{
			...{ name: 'Bản Phiệt', place: 'Xã Bản Phiệt, Huyện Bảo Thắng, Tỉnh Lào Cai', code: '02647' },
			...{ ethnicity: '09', trainer: 0 }
		},
		7,
		'Bàn Thị Mẩy, Chảo Lở Mẩy, Tẩn Tả Mẩy, Lý Lở Mẩy, Phàn Sử Mẩy, Chảo Sử Mẩy, Tẩn Mùi Pham, Đặng Thị Phẩy, Triệu Tả Náy, Bàn Mùi Nhậy, Phùng Mùi Coi, Lý Mùi Chiêu, Chảo Tả Khé, Đặng Mùi Say, Triệu Mùi Ghển, Tẩn Lở Phẩy, Bàn Tả Mùi, Lý Sử Náy, Phàn Mùi Sếnh, Phùng Tả Mẩy'
	),
	group(
		{
			...{ name: 'Sà Phìn', place: 'Xã Xà Phìn, Huyện Đồng Văn, Tỉnh Hà Giang', code: '00733' },
			...{ ethnicity: '08', trainer: 1 }
		},
		13,
		'Giàng Thị Mỷ, Vàng Thị Mai, Thào Thị Sua, Sùng Thị Dính, Ly Thị Chở, Mua Thị Máy, Hờ Thị Pà, Vừ Thị Già, Lầu Thị Xúa, Cứ Thị Dở, Giàng Thị Sáo, Thào Thị Vàng, Sùng Thị Máy, Ly Thị Pà, Vàng Thị Chư, Hạng Thị Dế, Mua Thị Súng, Sùng Thị Của, Lầu Thị Mỷ, Vừ Thị Dợ'
	)
];
