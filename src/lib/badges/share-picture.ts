/** `here`: given to another app or among the downloads. `left`: she thought better of it. `missing`: no line. */
export type SharedPicture = 'here' | 'left' | 'missing';

/**
 * Gives the baked picture, with the link beside it, to another app by the phone's own sheet; where that takes no
 * pictures it lies among the downloads. The link goes along because chat programs make pictures smaller, and the badge
 * inside is lost.
 */
export async function sharePicture(url: string, name: string, link: string): Promise<SharedPicture> {
	const response = await fetch(url).catch(() => undefined);
	const blob = response?.ok ? await response.blob().catch(() => undefined) : undefined;
	if (!blob) return 'missing';
	const file = new File([blob], name, { type: 'image/png' });
	const what = { files: [file], text: link };
	if (navigator.canShare?.(what)) {
		try {
			await navigator.share(what);
			return 'here';
		} catch (cause) {
			if ((cause as DOMException).name === 'AbortError') return 'left';
			// Forbidden after all, or the line was so slow that her tap does not count any more: as a download, then.
		}
	}
	save(file);
	return 'here';
}

function save(file: File): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = file.name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
