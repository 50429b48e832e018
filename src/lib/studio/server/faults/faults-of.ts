import type * as v from 'valibot';
import type { Params } from '$lib/i18n/fill';
import { Fault, type FaultCode } from './fault';

type Issue = v.BaseIssue<unknown>;

/** The faults that a schema found, each with its place. */
export function faultsOf(issues: readonly Issue[]): Fault[] {
	return issues.map((issue) => {
		const [code, params] = wrongWith(issue);
		return new Fault(placeOf(issue), code, params);
	});
}

/** `courses[0].modules[1].slug`, as one would write it in JavaScript. */
function placeOf({ path }: Issue): string {
	const place = (path ?? [])
		.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');
	return place || 'theFile';
}

const KINDS: Record<string, FaultCode> = {
	string: 'mustBeText',
	number: 'mustBeNumber',
	boolean: 'mustBeYesNo',
	array: 'mustBeList',
	object: 'mustBeObject',
	loose_object: 'mustBeObject',
	record: 'mustBeObject',
	intersect: 'mustBeObject',
	integer: 'mustBeWhole'
};
const BOUNDS: Record<string, FaultCode> = {
	min_length: 'tooShort',
	max_length: 'tooLong',
	length: 'exactly',
	min_value: 'tooSmall',
	max_value: 'tooLarge'
};
/** What our own schemas say: the sentence that stands in the schema is the name of the fault. */
const OURS: Record<string, FaultCode> = {
	'must be lower-case words joined by hyphens': 'slug',
	'must be <sha256>.<ogg|svg|webp|mp3>': 'fileName',
	'must be <sha256>.<json|ogg|svg|webp|mp3>': 'fileName',
	'must be a SHA-256': 'hash',
	'must be a SHA-256 in lower-case hex': 'hash',
	'must be one to nine digits of a toy number': 'toyNumber',
	'must be a text of 1 to 600 characters': 'textForm',
	'is no field of a curriculum': 'unknownField',
	'must be like "[name] what is practised"': 'practiceForm',
	'needs exactly one correct option': 'oneCorrect'
};
export const NEEDS_VIETNAMESE = 'needs its Vietnamese beside it';

/** A whole text in place of a number is told by its beginning. */
const MAX_RECEIVED = 60;

function wrongWith(issue: Issue): [FaultCode, Params] {
	const { type, message } = issue;
	const received = issue.received.slice(0, MAX_RECEIVED);
	if (received === 'undefined') return ['missing', {}];
	const kind = KINDS[type];
	if (kind) return [kind, { received }];
	if (['variant', 'picklist', 'literal', 'union'].includes(type))
		return ['mustBe', { expected: issue.expected ?? '', received }];
	const bound = BOUNDS[type];
	if (bound) return [bound, { n: Number(issue.requirement) }];
	if (message === NEEDS_VIETNAMESE) return ['needsVietnamese', { name: masterOf(issue) }];
	const ours = OURS[message];
	return ours ? [ours, {}] : ['other', { message }];
}

/** `discuss_en` needs `discuss_vi`. */
const masterOf = ({ path }: Issue) => String(path?.at(-1)?.key ?? '').replace(/_[^_]*$/, '_vi');
