import type { Facts } from '$lib/domain/facts';
import { plain } from '$lib/server/places/plain';
import type { People } from '$lib/server/peoples/read-peoples';

/** Names that people write and the official list does not have, without accents and spaces. */
const ALSO_CALLED: Record<string, string> = {
	...{ hmong: '08', meo: '08', hmoong: '08', khmer: '05', khome: '05', jarai: '10', giarai: '10', ede: '12' },
	...{ rade: '12', bahnar: '13', xodang: '14', cor: '30', khmu: '29', vankieu: '23' },
	...{ sanchi: '15', caolan: '15', dzao: '09', sila: '50', stieng: '22' }
};

const bare = (text: string) => plain(text).replaceAll(' ', '');

/** The code of a people by its name or its code; null: there is none of that name. */
export function ethnicityIn(text: string, peoples: readonly People[]): string | null {
	const asked = bare(text.replace(/^\s*(dân tộc|người)\s+/i, ''));
	const found = peoples.find(({ code, name }) => bare(name) === asked || code === asked.padStart(2, '0'));
	return found?.code ?? ALSO_CALLED[asked] ?? null;
}

const HOUSEHOLD: Record<string, NonNullable<Facts['household']>> = {
	...{ 'ho ngheo': 'poor', ngheo: 'poor', poor: 'poor', co: 'poor', yes: 'poor', x: 'poor' },
	...{ 'ho can ngheo': 'near-poor', 'can ngheo': 'near-poor', 'near poor': 'near-poor' },
	...{
		khong: 'neither',
		'khong ngheo': 'neither',
		no: 'neither',
		neither: 'neither',
		'binh thuong': 'neither'
	},
	...{ 'khong phai': 'neither', 'khong thuoc': 'neither', 'not poor': 'neither' },
	...{ 'khong ro': 'unknown', 'chua ro': 'unknown', 'chua biet': 'unknown', unknown: 'unknown' }
};
const DISABILITY: Record<string, NonNullable<Facts['disability']>> = {
	...{ co: 'yes', yes: 'yes', x: 'yes', 'co khuyet tat': 'yes', 'khuyet tat': 'yes' },
	...{ khong: 'no', no: 'no', 'khong co': 'no', 'khong khuyet tat': 'no' },
	...{ 'khong ro': 'unknown', 'chua ro': 'unknown', 'chua biet': 'unknown', unknown: 'unknown' }
};

export const householdIn = (text: string): Facts['household'] => HOUSEHOLD[plain(text)] ?? null;
export const disabilityIn = (text: string): Facts['disability'] => DISABILITY[plain(text)] ?? null;
