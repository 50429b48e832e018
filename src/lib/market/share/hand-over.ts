/** `sent`: she chose somebody, or closed the list. `alone`: this browser gives no files to other apps; save it instead. */
export type HandedOver = 'sent' | 'alone';

/**
 * Gives the picture to another app by the phone's own list (Zalo, Facebook, a copy shop's number). Nothing goes over the
 * network from here. Call it while her tap counts.
 */
export async function handOver(file: File, text: string): Promise<HandedOver> {
	const what = { files: [file], text };
	if (!navigator.canShare?.(what)) return 'alone';
	try {
		await navigator.share(what);
		return 'sent';
	} catch (cause) {
		// She closed the list; everything else (no app for pictures, not allowed here) is helped by saving.
		return (cause as DOMException).name === 'AbortError' ? 'sent' : 'alone';
	}
}

/** Puts the picture among the phone's downloads. @param url where the browser has it in memory */
export function saveFile(url: string, name: string): void {
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
}
