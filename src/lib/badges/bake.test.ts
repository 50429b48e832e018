import { expect, test } from 'vitest';
import { bakeSvg, unbakeSvg } from './bake';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>';

test.each(['sha256$1a2b', 'sha256$&', "sha256$'", 'sha256$$', 'sha256$`'])(
	'a credential that holds %s comes out of its picture as it went in',
	(hash) => {
		const credential = JSON.stringify({ identityHash: hash });
		const baked = bakeSvg(SVG, credential);
		expect(unbakeSvg(baked)).toBe(credential);
		expect(baked).toContain('viewBox="0 0 1 1"');
	}
);
