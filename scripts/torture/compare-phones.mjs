/**
 * In the end each phone knows its woman's whole history, and which of its events were refused.
 * @param {import('./phone.mjs').Phone[]} phones
 * @param {import('./ledger.mjs').Ledger} ledger
 * @returns {string[]} remarks
 */
export function comparePhones(phones, ledger) {
	const remarks = [];
	for (const { profiles } of phones)
		for (const { woman, rows, device } of profiles) {
			const missing = ledger.of(woman.id).filter(({ event }) => !rows.has(event.id));
			if (missing.length > 0) remarks.push(`phone ${device} lacks ${missing.length} of its woman's events`);
			const refused = [...rows.values()].filter(
				({ event, refused }) => refused && !ledger.made.get(event.id)?.isWrong
			);
			if (refused.length > 0)
				remarks.push(`phone ${device} was refused ${refused.length} good events (${refused[0]?.refused})`);
		}
	return remarks;
}
