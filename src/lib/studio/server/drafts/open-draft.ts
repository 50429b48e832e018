import type { Bundle, Checked } from '../bundle';
import { Fault } from '../faults/fault';
import { checkFile } from '../import-file';
import { takenElsewhere } from '../pack/import-pack';
import { readPack, type ReadPack } from '../pack/read-pack';
import { isZip } from '../pack/unzip';
import { readPublished } from '../published';

export type Opened = { kind: 'lessons'; bundle: Bundle } | { kind: 'pack'; pack: ReadPack };

/** Opens what was handed in, a curriculum or a pack, and checks all of it but the clips of a curriculum. */
export async function openHandedIn(bytes: Uint8Array): Promise<Checked<Opened>> {
	if (isZip(bytes)) {
		const read = await readPack(bytes);
		if (read.kind === 'faulty') return read;
		const faults = takenElsewhere(read.value, (await readPublished())?.catalog);
		if (faults.length > 0) return { kind: 'faulty', faults };
		return { kind: 'good', value: { kind: 'pack', pack: read.value } };
	}
	const json = readText(bytes);
	if (json.kind === 'faulty') return json;
	const checked = await checkFile(json.value);
	if (checked.kind === 'faulty') return checked;
	return { kind: 'good', value: { kind: 'lessons', bundle: checked.value } };
}

/** JSON in UTF-8. In another encoding the Vietnamese letters would come out broken, and nobody could hear why. */
function readText(bytes: Uint8Array): Checked<unknown> {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return { kind: 'faulty', faults: [new Fault('theFile', 'notUtf8')] };
	}
	if (text.trim() === '') return { kind: 'faulty', faults: [new Fault('theFile', 'empty')] };
	try {
		return { kind: 'good', value: JSON.parse(text) as unknown };
	} catch (cause) {
		return {
			kind: 'faulty',
			faults: [new Fault('theFile', 'notWhole', placeIn(text, cause as Error))]
		};
	}
}

/** Where JSON stops being JSON. Node says it for some faults only; the shortest beginning that no end could mend is it. */
function placeIn(text: string, { message }: Error): { line: number; character: number } {
	const said = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
	const at = Number.isNaN(said) ? shortestWrong(text) : said;
	const before = text.slice(0, at).split('\n');
	return { line: before.length, character: (before.at(-1)?.length ?? 0) + 1 };
}

function shortestWrong(text: string): number {
	let [right, wrong] = [0, text.length];
	while (wrong - right > 1) {
		const half = (right + wrong) >> 1;
		if (couldGoOn(text.slice(0, half))) right = half;
		else wrong = half;
	}
	return right;
}

function couldGoOn(beginning: string): boolean {
	try {
		JSON.parse(beginning);
		return true;
	} catch (cause) {
		const { message } = cause as Error;
		const at = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
		return /end of JSON|Unterminated/.test(message) || at >= beginning.length;
	}
}
