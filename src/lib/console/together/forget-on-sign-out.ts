/** The women of her groups leave this phone when she signs out. The form goes to the server only when they have, or
 * when a moment has passed: a full disk must not keep her in. */
export function forgetOnSignOut(event: SubmitEvent): void {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/sign-out') || form.dataset.forgotten)
		return;
	event.preventDefault();
	form.dataset.forgotten = 'yes';
	const forgotten = import('$lib/offline/together/forget-staff').then(({ forgetStaff }) => forgetStaff());
	const aMoment = new Promise((resolve) => setTimeout(resolve, 1_500));
	void Promise.race([forgotten.catch(() => undefined), aMoment]).then(() => form.requestSubmit());
}
