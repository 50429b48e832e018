import type { ActionFailure } from '@sveltejs/kit';
import { log } from '$lib/server/log';
import { noteAct } from '$lib/server/repositories/audit';
import { issueCard, learnersOfGroup, type Learner } from '$lib/server/repositories/learners';
import type { Staff } from '$lib/server/session';
import type { PrintedCard } from '../card';
import type { Words } from '../words';
import { keyOf, problem, textOf, type FormProblem } from './form';
import { Once } from './once';

type Issued = { cards: PrintedCard[]; failed: string[] };

/** Long enough for a double click or a lost answer; then the secrets are nowhere but on paper. */
const KEEP_MS = 60_000;
const issues = new Once<Issued>(KEEP_MS);

/**
 * Makes cards for the women whom the form names, or for all who have none (`who` is "new"), and gives back what is
 * printed on them: the only moment in which a secret exists in plain text.
 */
export async function issueCards(
	staff: Staff,
	group: { id: string; name: string },
	origin: string,
	form: FormData,
	words: Words
): Promise<Issued | ActionFailure<FormProblem>> {
	const key = keyOf(form);
	if (!key) return problem(words, 'form_unreadable', 'women');
	const women = chosen(await learnersOfGroup(group.id), form);
	const work = () => issueAll(staff, group.name, origin, women);
	const issued = await issues.run(`${staff.id}:${group.id}:${key}`, work, ({ cards }) => cards.length > 0);
	if (!issued) return problem(words, 'cards_shown_already', 'women', { status: 409 });
	if (issued.cards.length + issued.failed.length === 0) return problem(words, 'nobody_chosen', 'women');
	return issued;
}

function chosen(women: Learner[], form: FormData): Learner[] {
	if (textOf(form, 'who') === 'new') return women.filter((woman) => woman.cardIssuedAtMs === null);
	const ids = new Set(form.getAll('woman'));
	return women.filter((woman) => ids.has(woman.id));
}

/** One after another: PocketBase writes one at a time anyway. Who fails is named, so that nobody's card is missing
 * unnoticed. */
async function issueAll(staff: Staff, group: string, origin: string, women: Learner[]): Promise<Issued> {
	const issued: Issued = { cards: [], failed: [] };
	for (const { id, name, picture } of women) {
		try {
			const { secret, code } = await issueCard(id);
			issued.cards.push({ id, name, picture, group, code, address: `${origin}/join#${secret}` });
			await noteAct(staff.id, 'card.issued', id);
		} catch (cause) {
			log.warn({ err: cause, learner: id }, 'a card could not be issued');
			issued.failed.push(name);
		}
	}
	return issued;
}
