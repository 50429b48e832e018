/** Chrome's list of this site's pages behind this one; in no lib.dom that we can count on. */
type WithNavigation = { navigation?: { currentEntry: { index: number } | null } };

/**
 * Back on the screen does what the phone's own Back does, as long as that stays inside the app. On a page opened
 * by a link from elsewhere (and where the browser does not say) the button's own link leads one level up.
 */
export function goBack(event: MouseEvent): void {
	const { navigation } = window as WithNavigation;
	if ((navigation?.currentEntry?.index ?? 0) === 0) return;
	event.preventDefault();
	history.back();
}
