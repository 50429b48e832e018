import type { Language } from '$lib/domain/language';
import type { Sayable } from './fill';

const KB = 1000;

/** Bytes as people read and hear them: "640 kB", "1,4 MB", "3 GB". */
export function sizeOf(bytes: number, language: Language): Sayable {
	if (bytes < KB * KB) return sized(Math.ceil(bytes / (10 * KB)) * 10, 'kB', language);
	const mega = bytes / KB / KB;
	if (mega < 1000) return sized(mega < 20 ? Math.round(mega * 10) / 10 : Math.round(mega), 'MB', language);
	return sized(Math.round(mega / 100) / 10, 'GB', language);
}

function sized(n: number, unit: string, language: Language): Sayable {
	return { text: `${n.toLocaleString(language)} ${unit}`, say: [n, unit] };
}

/** Whole minutes, begun ones counted: nobody plans in seconds, and answering takes longer than hearing. */
export function minutesOf(seconds: number): number {
	return Math.max(1, Math.ceil(seconds / 60));
}
