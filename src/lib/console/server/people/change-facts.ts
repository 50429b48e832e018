import type { ActionFailure } from '@sveltejs/kit';
import { birthYearsIn } from '$lib/domain/facts';
import { readPeoples } from '$lib/server/peoples/read-peoples';
import { noteAct } from '$lib/server/repositories/audit';
import { changeLearner, learnerById, type Learner } from '$lib/server/repositories/learners';
import type { Staff } from '$lib/server/session';
import type { ConsoleKey, Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { factFields, factsIn, fieldsOfFacts } from './facts-in';
import { meanwhile } from './meanwhile';
import { seenIn } from './seen';

/** Changes what a woman has told about herself, unless somebody else has changed it meanwhile. */
export async function changeFacts(
	staff: Staff,
	woman: Learner,
	form: FormData,
	words: Words,
	now = Date.now()
): Promise<{ done: 'saved' } | ActionFailure<FormProblem>> {
	const mine = factFields(form);
	const seen = seenIn(form);
	if (!seen) return problem(words, 'form_unreadable', 'birthYear', { values: mine });
	if (seen.version !== woman.version) return told(woman);
	const facts = await factsIn(form, now);
	if ('fault' in facts) {
		const values = { ...mine, version: String(seen.version), was: textOf(form, 'was') };
		const years = birthYearsIn(new Date(now).getUTCFullYear());
		return problem(words, facts.fault, facts.field, {
			values,
			params: { from: String(years.first), to: String(years.last) }
		});
	}
	const outcome = await changeLearner(woman.id, { facts }, { expected: seen.version, by: staff.id });
	if (outcome !== 'kept') return told((await learnerById(woman.id)) ?? woman);
	await noteAct(staff.id, 'learner.changed', woman.id);
	return { done: 'saved' };

	async function told(latest: Learner) {
		const peoples = await readPeoples();
		const say = (prefix: string) => (value: string) => words.t(`${prefix}.${value}` as ConsoleKey);
		return meanwhile(
			words,
			{ was: seen?.was ?? {}, mine, now: fieldsOfFacts(latest.facts) },
			{
				version: latest.version,
				changedBy: latest.changedBy,
				said: {
					birthYear: { called: 'facts.birthYear' },
					ethnicity: {
						called: 'facts.ethnicity',
						say: (value) => peoples.find(({ code }) => code === value)?.name ?? value
					},
					household: { called: 'facts.household', say: say('facts.household') },
					disability: { called: 'facts.disability', say: say('facts.disability') }
				}
			}
		);
	}
}
