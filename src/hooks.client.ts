import type { HandleClientError } from '@sveltejs/kit';

/** A page that could not be shown in the browser. The code says which sentence the error page speaks; the cause
 * stays in the browser's log. */
export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status === 404) return { code: 'not_found', message };
	console.error(error);
	return { code: navigator.onLine ? 'internal' : 'not_on_phone', message };
};
