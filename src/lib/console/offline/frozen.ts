import type { Attachment } from 'svelte/attachments';

type Control = HTMLButtonElement | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Controls of forms that go to the server. A form that works without it says so. */
const CONTROLS = ['button', 'input', 'select', 'textarea']
	.map((name) => `form[method='post' i]:not([data-works-offline]) ${name}`)
	.join(', ');

/** Takes the forms inside out of use while `isFrozen`, those that come later too, and gives them back as they were. */
export function frozen(isFrozen: () => boolean): Attachment {
	return (root) => {
		if (!isFrozen()) return;
		const held = new Set<Control>();
		const freeze = () => {
			for (const control of root.querySelectorAll<Control>(CONTROLS))
				if (!control.disabled) {
					control.disabled = true;
					held.add(control);
				}
		};
		freeze();
		const watching = new MutationObserver(freeze);
		watching.observe(root, { childList: true, subtree: true });
		return () => {
			watching.disconnect();
			for (const control of held) control.disabled = false;
		};
	};
}
