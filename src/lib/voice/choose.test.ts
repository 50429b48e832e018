import { describe, expect, test } from 'vitest';
import type { Spoken, VoiceKind } from '$lib/domain/media';
import { chooseVoice, findLocalVoice } from './choose';

const clip = (voice: VoiceKind, text: string): Spoken => ({
	text,
	clip: `${text}.ogg`,
	ms: 1,
	bytes: 1,
	voice
});

describe('who says a sentence', () => {
	type Case = { says: string; said: Record<string, Spoken>; language: string; local: boolean; way: string };
	test.each<Case>([
		{
			says: "a person in the learner's language comes first",
			said: { vi: clip('person', 'vi'), tyz: clip('person', 'tyz') },
			language: 'tyz',
			local: true,
			way: 'clip tyz'
		},
		{
			says: 'then a person in Vietnamese',
			said: { vi: clip('person', 'vi') },
			language: 'tyz',
			local: true,
			way: 'clip vi'
		},
		{
			says: "then the phone's own Vietnamese voice",
			said: { vi: clip('synthetic', 'vi') },
			language: 'vi',
			local: true,
			way: 'phone vi'
		},
		{
			says: 'then the bundled synthetic clip',
			said: { vi: clip('synthetic', 'vi') },
			language: 'vi',
			local: false,
			way: 'clip vi'
		},
		{
			says: 'English on the screen is never said in Vietnamese',
			said: { vi: clip('person', 'vi'), en: clip('synthetic', 'en') },
			language: 'en',
			local: true,
			way: 'clip en'
		}
	])('$says', ({ said, language, local, way }) => {
		const chosen = chooseVoice(said, language, () => local);
		expect(`${chosen?.by} ${chosen?.spoken.text}`).toBe(way);
	});

	test("the phone's voice must be local and Vietnamese", () => {
		const voice = (lang: string, localService: boolean) => ({ lang, localService }) as SpeechSynthesisVoice;
		expect(findLocalVoice([voice('vi-VN', false), voice('en-US', true)], 'vi')).toBeUndefined();
		expect(findLocalVoice([voice('vi_VN', true)], 'vi')?.lang).toBe('vi_VN');
	});
});
