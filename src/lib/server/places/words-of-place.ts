import { nameOfCode } from './code';
import { plain } from './plain';

type Where = { place: string; province: string; commune: string; village: string };

/** Where a group is, in one line: the village, today's official name and, where it says more, what somebody wrote
 * (often the name of before the reform, which people go on using). */
export async function wordsOfPlace({ place, province, commune, village }: Where): Promise<string> {
	const code = commune || province;
	const now = code ? await nameOfCode(code) : '';
	const isSaid = plain(now).includes(plain(place)) || plain(place) === plain(village);
	const line = [village, now || place].filter(Boolean).join(', ');
	return now && place && !isSaid ? `${line} (${place})` : line;
}
