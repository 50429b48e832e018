import type { PlaceOption } from './place-option';

/** The places that the server found for what was typed, as they come back with a form's problem. */
export function candidatesIn(values: Record<string, string>): PlaceOption[] {
	return values.candidates ? (JSON.parse(values.candidates) as PlaceOption[]) : [];
}
