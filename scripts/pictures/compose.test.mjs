import { expect, test } from 'vitest';
import { composePicture } from './compose.mjs';

const icons = {
	fluent: {
		icons: {
			bell: { body: '<path fill="#f00" d="M1.23456 2a1 1 0 011.999-2z"/>' },
			jar: { body: '<g clip-path="url(#a)"><use href="#b"/></g><clipPath id="a"/><path id="b" d="M0 0"/>' },
			'hand-left': { body: '<path d="M2 2"/>' }
		},
		aliases: { 'hand-right': { parent: 'hand-left', hFlip: true } }
	},
	own: { qr: ' <!-- square -->\n<rect width="2"/>\n <rect width="3"/> ' }
};

/** @param {import('./compose.mjs').Piece[]} pieces */
const compose = (...pieces) => composePicture({ pieces }, icons, 'a jar that rings');

test.each([{ icon: 'no-such-emoji' }, { icon: 'own:no-such-piece' }, { icon: 'qr' }, { icon: 'own:bell' }])(
	'the unknown icon $icon is named together with its scene',
	({ icon }) => {
		expect(() => compose({ icon })).toThrow(`Picture "a jar that rings" names the unknown icon "${icon}".`);
	}
);

test.each([0, 4])('a scene of %i pieces is refused', (count) => {
	expect(() => compose(...Array(count).fill({ icon: 'bell' }))).toThrow('a jar that rings');
});

test.each([
	{ says: 'one piece stands in the middle', pieces: [{ icon: 'bell' }], gives: 'translate(8 8)scale(1.5)' },
	{
		says: 'of two the second stands right',
		pieces: [{ icon: 'jar' }, { icon: 'bell' }],
		gives: 'translate(32.5 17)scale(0.94)'
	},
	{
		says: 'of three the third stands above',
		pieces: [{ icon: 'jar' }, { icon: 'bell' }, { icon: 'bell' }],
		gives: 'translate(18 3)scale(0.88)'
	},
	{
		says: 'a piece goes where it says',
		pieces: [{ icon: 'bell', x: 40, y: 20, size: 32 }],
		gives: 'translate(24 4)scale(1)'
	},
	{
		says: 'a turned piece turns round its centre',
		pieces: [{ icon: 'bell', size: 32, turn: 90 }],
		gives: 'translate(32 32)rotate(90)scale(1 1)translate(-16 -16)'
	},
	{
		says: 'an alias that mirrors is mirrored',
		pieces: [{ icon: 'hand-right', size: 32 }],
		gives: 'translate(32 32)scale(-1 1)translate(-16 -16)'
	},
	{
		says: 'a mirrored alias flipped is its parent again',
		pieces: [{ icon: 'hand-right', size: 32, flip: true }],
		gives: 'translate(16 16)scale(1)'
	}
])('$says', ({ pieces, gives }) => {
	expect(compose(...pieces)).toContain(`transform="${gives}"`);
});

test('the same scene always gives the same picture, without size or background', () => {
	const svg = compose({ icon: 'jar' }, { icon: 'bell' });
	expect(svg).toBe(compose({ icon: 'jar' }, { icon: 'bell' }));
	expect(svg).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 64 64"><g /);
});

test('ids differ between scenes and between pieces, and what points at them follows', () => {
	const svgs = [compose({ icon: 'jar' }, { icon: 'jar' }), compose({ icon: 'jar', x: 9 })];
	const all = svgs.join('');
	const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	const targets = [...all.matchAll(/#([^")]+)[")]/g)].map(([, id]) => id);
	expect(new Set(ids).size).toBe(6);
	expect(new Set(targets)).toEqual(new Set(ids));
});

test('fractions are shortened and the flags of an arc stay', () => {
	expect(compose({ icon: 'bell' })).toContain('d="M1.23 2a1 1 0 011.99-2z"');
});

test('comments and blanks of our own drawings are left out', () => {
	expect(compose({ icon: 'own:qr' })).toContain('"><rect width="2"/><rect width="3"/></g>');
});
