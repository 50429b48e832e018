/** What a form's action answered, when that was trouble with a field. */
export type Trouble = { code: string; field: string; message: string; values: Record<string, string> };

type Answer = { [Name in keyof Trouble]?: Trouble[Name] | undefined };

export function troubleIn(form: Answer | null | undefined): Trouble | undefined {
	if (!form) return undefined;
	const { code, field, message, values } = form;
	return code && field && message && values ? { code, field, message, values } : undefined;
}
