import type * as v from 'valibot';

/** The faults that a schema found, each as `place: what is wrong`. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): string[] {
	return issues.map((issue) => `${placeOf(issue)}: ${sentenceOf(issue)}`);
}

/** `courses[0].modules[1].slug`, as one would write it in JavaScript. */
function placeOf({ path }: v.BaseIssue<unknown>): string {
	const place = (path ?? [])
		.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');
	return place || 'the file';
}

const KINDS: Record<string, string> = {
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
	loose_object: 'an object'
};

function sentenceOf(issue: v.BaseIssue<unknown>): string {
	if (issue.received === 'undefined') return 'is missing';
	const kind = KINDS[issue.type];
	if (kind) return `must be ${kind}, and is ${issue.received}`;
	if (issue.type === 'variant') return `must be ${issue.expected}, and is ${issue.received}`;
	if (issue.type === 'min_length') return `is too short: at least ${String(issue.requirement)}`;
	if (issue.type === 'max_length') return `is too long: at most ${String(issue.requirement)}`;
	return issue.message;
}
