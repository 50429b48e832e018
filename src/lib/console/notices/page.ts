import type { CardScene } from '$lib/domain/notices/card-scenes';

type Titled = { slug: string; title: string };

/** What the forms of a group's notices need to know. */
export type NoticesPage = {
	group: { id: string; name: string };
	women: { id: string; name: string; picture: string }[];
	/** The woman whose page led here, or ''. */
	woman: string;
	groups: { id: string; name: string; women: number }[];
	mayTellEverybody: boolean;
	courses: (Titled & { modules: (Titled & { lessons: Titled[] })[] })[];
	today: string;
	inAWeek: string;
	keys: { assign: string; voice: string; card: string };
	/** Pictures for cards, as files of /media. */
	scenes: Record<CardScene, string>;
};

/** What each of the forms is given; `ondone` begins it anew. */
export type NoticeForm = { page: NoticesPage; problem?: NoticeProblem | undefined; ondone: () => void };

/** Trouble with one of the forms: `values.form` says which. */
export type NoticeProblem = { message: string; field: string; values: Record<string, string> };

/** What one of the forms shows of it. */
export const troubleIn = (problem: NoticeProblem | undefined, form: string) => {
	const own = problem?.values.form === form ? problem : undefined;
	return {
		values: own?.values,
		of: (...fields: string[]) => (own && fields.includes(own.field) ? own.message : undefined)
	};
};
