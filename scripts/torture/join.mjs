/**
 * She shows her card to the phone, for the first time or again.
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./profile.mjs').Profile} profile
 * @returns {Promise<boolean>} whether it worked
 */
export async function join(phone, profile) {
	const { device, woman } = profile;
	const answer = await phone.post('/api/join', { secret: woman.secret, device });
	if (answer.kind !== 'answered' || profile.device !== device) return false;
	if (answer.body.learner?.id !== woman.id)
		phone.ledger.complaints.add("a card opened another woman's profile");
	profile.becomeHers();
	return true;
}
