import type { Locator, Page } from '@playwright/test';
import { consoleVi, learnerVi, type ConsoleKey, type MessageKey } from '../fixtures/words';

/** A journey names what it taps by its message, so that a new wording breaks nothing. */
export type LearnerKey = MessageKey;
export type { ConsoleKey };
type Params = Record<string, string | number>;
type Place = Page | Locator;

/** A message with its parameters filled in; what is not given may be anything. */
export const wording = (key: LearnerKey, params: Params = {}): RegExp =>
	anchored(learnerVi[key], params, '$');
const consoleWording = (key: ConsoleKey, params: Params = {}): RegExp =>
	anchored(consoleVi[key], params, '$');

function anchored(template: string, params: Params, end: '$' | ''): RegExp {
	const parts = template.split(/(\{\w+\})/).map((part) => {
		if (!part.startsWith('{')) return escaped(part);
		const value = params[part.slice(1, -1)];
		return value === undefined ? '.+' : escaped(String(value));
	});
	return new RegExp(`^\\s*${parts.join('')}${end && `\\s*${end}`}`);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** The learner's control that says this message. */
export function control(at: Place, key: LearnerKey, params?: Params): Locator {
	return named(at, wording(key, params));
}

/** The learner's control whose words begin with this message: a title or a size comes after it. */
export function controlFrom(at: Place, key: LearnerKey, params?: Params): Locator {
	return named(at, anchored(learnerVi[key], params ?? {}, ''));
}

/** The trainer's control that says this message. */
export function consoleControl(at: Place, key: ConsoleKey, params?: Params): Locator {
	return named(at, consoleWording(key, params));
}

export function named(at: Place, name: RegExp | string): Locator {
	return at.getByRole('button', { name }).or(at.getByRole('link', { name }));
}

/** The message where it stands to be read. */
export function message(at: Place, key: LearnerKey, params?: Params): Locator {
	return at.getByText(wording(key, params));
}

export function consoleMessage(at: Place, key: ConsoleKey, params?: Params): Locator {
	return at.getByText(consoleWording(key, params));
}

/** The text itself, for what has no parameters. */
export const textOf = (key: LearnerKey): string => learnerVi[key];
export const consoleText = (key: ConsoleKey): string => consoleVi[key];
