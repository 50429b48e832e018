const MOST_SHOWN = 10;

/**
 * Where to look for the cause: what the server holds at the numbers under which phones hold the lost event.
 * @param {string[]} lost ids
 * @param {import('./phone.mjs').Phone[]} phones
 * @param {any[]} filled rows of events and event_exceptions
 * @returns {string[]} lines to print
 */
export function explainLost(lost, phones, filled) {
	const byNumber = new Map(filled.map((row) => [`${row.device} ${row.seq}`, row]));
	const rows = phones.flatMap(({ profiles }) => profiles.map(({ rows }) => rows));
	return lost.slice(0, MOST_SHOWN).map((id) => {
		const events = rows.flatMap((kept) => kept.get(id)?.event ?? []);
		const numbers = new Set(events.map(({ device, seq }) => `${device} ${seq}`));
		const there = [...numbers].map(
			(number) => `${number}, where the server has ${nameOf(byNumber.get(number))}`
		);
		return `lost: ${events[0]?.kind ?? 'an event'} ${id}, on ${events.length} phones as ${there.join(' and as ')}`;
	});
}

/** @param {{ id: string, event?: string, reason?: string } | undefined} row */
const nameOf = (row) => (row ? `${row.event ?? row.id} ${row.reason ?? ''}`.trim() : 'nothing');
