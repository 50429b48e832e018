/** What DHIS2 and the like call a place: an official code where a group has one, else its place's name as a code. */
export function orgUnitOf({ place, placeCode }: { place: string; placeCode?: string | undefined }): string {
	if (placeCode) return placeCode;
	const plain = place
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toUpperCase();
	return plain.replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'UNKNOWN';
}
