import { join } from 'node:path';
import type { Lesson } from '$lib/domain/lesson';
import { lessonsOf } from '$lib/domain/course';
import type { Spoken, SpokenByLanguage } from '$lib/domain/media';
import { respell, type Lexicon } from '../narrate/lexicon';
import { syllablesOf } from '../narrate/narrate';
import { currentlyPublished } from '../current';
import { partsOf } from '../bundle';
import { readLessons } from '../read-lesson';
import { readLexicons } from '../read-content';
import { soundFaultOf } from './sound-fault';

/** What may be wrong with a clip, the worst first. */
export const CLIP_FAULTS = ['missing', 'silent', 'clipped', 'short', 'long', 'synthetic'] as const;
export type ClipFault = (typeof CLIP_FAULTS)[number];
export type LookedAt = { text: string; clip: string | null; ms: number; fault: ClipFault | null };
export type LessonClips = {
	slug: string;
	title: string;
	course: string;
	texts: LookedAt[];
	counts: Partial<Record<ClipFault, number>>;
};

/** The same bounds as for what is made here. */
const SYLLABLE_MS = { least: 90, most: 900 };
/** A person may breathe and think. */
const SLACK_MS = 1500;

/** Every text of every published lesson in a language, with what is wrong with its clip; lessons with the worst first. */
export async function lookAtClips(language: string): Promise<LessonClips[]> {
	const { published } = await currentlyPublished();
	const lexicon = readLexicons(join(process.cwd(), 'content'))[language] ?? {};
	const { courses } = published.catalog;
	const lessons = await readLessons(courses.flatMap(lessonsOf).map(({ hash }) => hash));
	const looked = courses.flatMap((course) =>
		lessonsOf(course).flatMap(({ hash }) => {
			const lesson = lessons.get(hash);
			if (!lesson) return [];
			const texts = textsIn(lesson).map((by) => lookAt(by, language, lexicon));
			return [
				{
					...{ slug: lesson.slug, title: lesson.title.vi.text, course: course.title.vi?.text ?? course.slug },
					texts: texts.sort((a, b) => rank(a.fault) - rank(b.fault)),
					counts: count(texts)
				}
			];
		})
	);
	return looked.sort((a, b) => compareCounts(a.counts, b.counts));
}

function lookAt(by: SpokenByLanguage, language: string, lexicon: Lexicon): LookedAt {
	const said = by[language];
	if (!said) return { text: by.vi.text, clip: null, ms: 0, fault: 'missing' };
	return { text: said.text, clip: said.clip, ms: said.ms, fault: faultIn(said, language, lexicon) };
}

function faultIn(said: Spoken, language: string, lexicon: Lexicon): ClipFault | null {
	const heard = soundFaultOf(said.clip);
	if (heard) return heard;
	const syllables = syllablesOf(respell(said.text, lexicon), language);
	if (said.ms < syllables * SYLLABLE_MS.least) return 'short';
	if (said.ms > SLACK_MS + syllables * SYLLABLE_MS.most) return 'long';
	return said.voice === 'synthetic' ? 'synthetic' : null;
}

const rank = (fault: ClipFault | null) => (fault ? CLIP_FAULTS.indexOf(fault) : CLIP_FAULTS.length);

function count(texts: LookedAt[]): LessonClips['counts'] {
	const counts: LessonClips['counts'] = {};
	for (const { fault } of texts) if (fault) counts[fault] = (counts[fault] ?? 0) + 1;
	return counts;
}

function compareCounts(a: LessonClips['counts'], b: LessonClips['counts']): number {
	for (const fault of CLIP_FAULTS) {
		const more = (b[fault] ?? 0) - (a[fault] ?? 0);
		if (more !== 0) return more;
	}
	return 0;
}

function textsIn(lesson: Lesson): SpokenByLanguage[] {
	return [
		lesson.title,
		lesson.objective,
		...lesson.cards.map(({ say }) => say),
		...(lesson.discuss ? [lesson.discuss] : []),
		...lesson.questions.flatMap((question) => [
			question.ask,
			...partsOf(question).map(({ text }) => text),
			question.why
		])
	];
}
