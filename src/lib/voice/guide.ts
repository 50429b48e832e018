import { saidBy, type Said } from './said';

export type Reading = { element: Element; said: Said };
/** Enough of an element to know whether it is read. */
type Page = Pick<ParentNode, 'querySelectorAll'>;

/** What reading a page aloud says, in order: its title and then each control as it stands on the screen. */
export function readingOf(page: Page, isVisible: (element: Element) => boolean = isShown): Reading[] {
	return [...page.querySelectorAll('[data-say]')].flatMap((element) => {
		const what = saidBy(element);
		const skipped = element.hasAttribute('data-guide') || !isVisible(element);
		return what && !skipped ? [{ element, said: what }] : [];
	});
}

function isShown(element: Element): boolean {
	return element.getClientRects().length > 0;
}
