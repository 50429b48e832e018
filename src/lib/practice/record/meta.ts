import type { Meta } from '../engines';
import { record, type RecordState } from './model';

export const meta: Meta<'record', RecordState> = {
	model: record,
	prompt: ({ prompts, checks }, { phase }) =>
		(phase === 'ready' ? prompts : phase === 'heard' ? checks : []).map(({ text }) => text),
	choices: ({ checks }, { phase }) =>
		phase === 'heard' ? checks.map(({ text }, n) => ({ move: `check:${n}`, says: text })) : []
};
