import type { Component } from 'svelte';
import type { Question } from '$lib/domain/lesson';

export type QuestionProps<Q extends Question = Question> = {
	question: Q;
	/** Which try in this run of the lesson; the parts lie otherwise at each. */
	attempt: number;
	onanswer: (isRight: boolean) => void;
};

type Kinds = { [K in Question['kind']]: () => Promise<{ default: Component<QuestionProps<never>> }> };

/** Each kind's component, loaded when a question of the kind is first needed. */
const kinds: Kinds = {
	choice: () => import('./choice/Question.svelte'),
	truefalse: () => import('./truefalse/Question.svelte'),
	order: () => import('./order/Question.svelte')
};

/** The component that asks this question. */
export async function loadQuestion(kind: Question['kind']): Promise<Component<QuestionProps>> {
	return (await kinds[kind]()).default as unknown as Component<QuestionProps>;
}
