import { QUESTION_FIELDS, type QuestionField } from '$lib/domain/voice-limits';
import { pocketbase } from '../pocketbase';

export type Expert = { id: string; name: string; picture: string; fields: QuestionField[] };
type Row = { id: string; name: string; picture: string; fields: unknown };

/** Everybody who may be asked, by name. */
export async function allExperts(): Promise<Expert[]> {
	const staff = (await pocketbase()).collection('staff');
	const rows = await staff.getFullList<Row>({ filter: "role = 'expert' && active = true" });
	return rows.map(expertFrom).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Says what an expert knows. */
export async function setFields(expert: string, fields: readonly QuestionField[]): Promise<void> {
	await (await pocketbase()).collection('staff').update(expert, { fields });
}

const expertFrom = ({ id, name, picture, fields }: Row): Expert => ({
	...{ id, name, picture },
	fields: QUESTION_FIELDS.filter((field) => Array.isArray(fields) && fields.includes(field))
});
