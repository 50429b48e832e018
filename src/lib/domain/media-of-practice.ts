import type { Practice } from './practice';

const MEDIA_NAME = /^[0-9a-f]{64}\.(ogg|svg|webp|mp3)$/;

/** Every media file that a woman who plays this practice in `language` needs, each once. A practice of any form is
 * walked through: what has clips is said in her language or in Vietnamese. */
export function mediaOfPractice(practice: Practice, language: string): string[] {
	const names = new Set<string>();
	const walk = (value: unknown) => {
		if (typeof value === 'string' && MEDIA_NAME.test(value)) names.add(value);
		if (typeof value !== 'object' || value === null) return;
		const spoken = spokenIn(value, language);
		if (spoken) names.add(spoken);
		else Object.values(value).forEach(walk);
	};
	walk(practice);
	return [...names];
}

function spokenIn(value: object, language: string): string | undefined {
	const by = value as Record<string, { clip?: unknown } | undefined>;
	const clip = (by[language] ?? by.vi)?.clip;
	return typeof by.vi?.clip === 'string' && typeof clip === 'string' ? clip : undefined;
}
