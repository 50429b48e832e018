import { NO_FACTS, type Facts } from '$lib/domain/facts';

/** One in six says nothing about herself, and who says something leaves something out. */
const SAYS_NOTHING = 1 / 6;
const LEAVES_OUT = 1 / 8;

/** What a made-up woman has told, by dice; most women of a group are of one people. */
export function factsOf(ethnicity: string, random: () => number): Facts {
	if (random() < SAYS_NOTHING) return NO_FACTS;
	const said = <T>(value: T): T | null => (random() < LEAVES_OUT ? null : value);
	const poverty = random();
	return {
		birthYear: said(1964 + Math.floor(random() * 42)),
		ethnicity: said(ethnicity),
		household: said(poverty < 0.3 ? 'poor' : poverty < 0.55 ? 'near-poor' : 'neither'),
		disability: said(random() < 0.06 ? 'yes' : 'no')
	};
}
