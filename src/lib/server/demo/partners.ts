import type { PartnerGiven } from '$lib/domain/partner';
import type { Check } from '$lib/domain/partner-kinds';
import { apply } from '../partners/apply';
import { introduceAndTell } from '../partners/introduce-and-tell';
import { noteStep } from '../repositories/introductions';
import { addPartner, verifyPartner } from '../repositories/partners';

const DAY_MS = 86_400_000;
const dayAt = (ms: number) => new Date(ms + 7 * 3600_000).toISOString().slice(0, 10);

type Example = { id: string; how: Check; words: string; given: PartnerGiven };
const without = { registration: '', phone: '', commune: '', wants: [], about: '' };

/** Made-up partners with addresses that lead nowhere. */
const SHOP: Example = {
	...{ id: 'demopartner0001', how: 'called', words: 'Gọi lại tổng đài của cửa hàng, chị Hà nghe máy.' },
	given: {
		...{ name: 'Công ty Quà Quê', kind: 'retailer', registration: '0100000001', contactName: 'Chị Hà' },
		...{ phone: '02400000001', email: 'mua-hang@qua-que.example', place: 'Thành phố Hà Nội' },
		...{ province: '01', commune: '', gives: ['buying', 'packaging'] },
		wants: [
			{
				...{ id: 'demowant01', kind: 'honey', amount: 30, unit: 'bottle' },
				...{ quality: 'nguyên chất, chai có nhãn', months: [1, 10, 11, 12] }
			},
			{ id: 'demowant02', kind: 'brocade', amount: 0, unit: 'piece', quality: 'dệt tay', months: [] }
		],
		about: 'Bán quà quê ở Hà Nội, lấy hàng thử trước khi đặt nhiều.'
	}
};
const EXPERT: Example = {
	...{ id: 'demopartner0002', how: 'known', words: 'Đã dạy hai lớp của chương trình.' },
	given: {
		...without,
		...{ name: 'Cô Lan, chuyên gia dệt nhuộm', kind: 'expert', contactName: 'Cô Lan' },
		...{ email: 'lan@det-nhuom.example', place: 'Tỉnh Thái Nguyên', province: '19' },
		gives: ['advice', 'training', 'certification']
	}
};

/** Two that were checked, one that bears the name of the first and has another telephone, and an introduction of a woman's
 * stall that has come to a meeting. */
export async function makePartners(
	{ learner, group, trainer, manager }: { learner: string; group: string; trainer: string; manager: string },
	nowMs: number
): Promise<void> {
	const checkedMs = nowMs - 9 * DAY_MS;
	for (const { id, how, words, given } of [SHOP, EXPERT]) {
		await addPartner(id, given, trainer, checkedMs - DAY_MS);
		await verifyPartner(id, { how, words }, { expected: 1, by: manager }, checkedMs);
	}
	await apply(pretended(), 'demo', nowMs - DAY_MS / 2);

	const madeMs = nowMs - 6 * DAY_MS;
	const made = await introduceAndTell(
		{ id: SHOP.id, name: SHOP.given.name, kind: SHOP.given.kind },
		{
			...{ id: 'demointro000001', sort: 'trade', about: 'demowant01', mayGiveContact: false },
			...{ whoKind: 'learner', who: learner, viaGroup: group, day: dayAt(madeMs), by: trainer }
		},
		madeMs
	);
	const words = 'Gặp ở chợ phiên, cửa hàng nếm thử và hỏi giá sỉ.';
	await noteStep(made.id, {
		...{ id: 'demostep0000001', expected: 1, step: 'met', to: 'met', endedWhy: '' },
		...{ day: dayAt(nowMs - 2 * DAY_MS), amount: 0, words, by: trainer }
	});
}

function pretended(): FormData {
	const form = new FormData();
	const typed = {
		...{ name: 'Công ty TNHH Quà Quê', kind: 'retailer', contactName: 'Anh Tú', phone: '0900 000 009' },
		...{ province: '01', want0Kind: 'honey', want0Amount: '500', want0Unit: 'bottle' },
		about: 'Mua số lượng lớn, trả trước.'
	};
	for (const [name, value] of Object.entries(typed)) form.set(name, value);
	return form;
}
