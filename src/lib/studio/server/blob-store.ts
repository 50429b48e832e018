import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Files named by the SHA-256 of their bytes, under `<dir>/<first two hex>/<sha256>.<ext>`. A file is either not
 * there or there whole: it is written under another name, forced to the disk and then renamed. Nothing is ever
 * changed or removed, so any number of writers may run at once.
 */
export class BlobStore {
	constructor(readonly dir: string) {}

	pathOf(name: string): string {
		return join(this.dir, name.slice(0, 2), name);
	}

	async has(name: string): Promise<boolean> {
		return access(this.pathOf(name), constants.R_OK).then(
			() => true,
			() => false
		);
	}

	/** @returns the file's name */
	async put(bytes: Uint8Array, extension: string): Promise<string> {
		const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
		const path = this.pathOf(name);
		const known = await stat(path).catch(() => undefined);
		if (known?.size === bytes.length) return name;
		await mkdir(dirname(path), { recursive: true });
		await writeWhole(path, bytes);
		return name;
	}

	read(name: string): Promise<Buffer> {
		return readFile(this.pathOf(name));
	}
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	const unfinished = `${path}.${randomBytes(6).toString('hex')}.new`;
	try {
		const file = await open(unfinished, 'wx');
		try {
			await file.writeFile(bytes);
			await file.datasync();
		} finally {
			await file.close();
		}
		await rename(unfinished, path);
	} catch (cause) {
		await rm(unfinished, { force: true });
		throw cause;
	}
}
