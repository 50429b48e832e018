import { FILE_TYPE, toFile } from '$lib/domain/carry/file';

/** Hands the bundles to the phone's own sharing, or keeps them as a download where it shares no files.
 * @returns `left`: she thought better of it */
export async function giveFile(bundles: Uint8Array[], name: string): Promise<'shared' | 'kept' | 'left'> {
	const file = new File([toFile(bundles)], name, { type: FILE_TYPE });
	const share = { files: [file] };
	if (navigator.canShare?.(share)) {
		try {
			await navigator.share(share);
			return 'shared';
		} catch (cause) {
			if ((cause as DOMException).name === 'AbortError') return 'left';
			// Forbidden by the browser after all: as a download, then.
		}
	}
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	return 'kept';
}

/** "bai-hoc-may-2026-11-24.txt": found again among downloads, and says whose and when. */
export function fileName(name: string, now = new Date()): string {
	const plain = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/đ/gi, 'd')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return `bai-hoc-${plain || 'ban-may'}-${now.toISOString().slice(0, 10)}.txt`;
}
