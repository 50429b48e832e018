import { expect, test } from 'vitest';
import { level } from './level';
import { faultOf } from './narrate';

const RATE = 22_050;
const voice = (seconds: number, amplitude = 0.2) =>
	level(
		Float32Array.from(
			{ length: seconds * RATE },
			(_, i) => amplitude * Math.sin((2 * Math.PI * 300 * i) / RATE)
		),
		RATE
	);
const scaled = (samples: Float32Array, by: number) => samples.map((x) => x * by);

test.each([
	{ what: 'a good one', samples: voice(1.2), fault: undefined },
	{ what: 'an empty one', samples: new Float32Array(0), fault: /silent/ },
	{ what: 'one that breaks off', samples: voice(0.3), fault: /cut/ },
	{ what: 'one that goes on and on', samples: voice(9), fault: /too long/ },
	{ what: 'a clipped one', samples: scaled(voice(1.2), 6), fault: /clipped/ },
	{ what: 'a faint one', samples: scaled(voice(1.2), 0.3), fault: /LU off/ }
])('$what of six syllables', ({ samples, fault }) => {
	const found = faultOf(samples, RATE, 'Bấm nút bên cạnh máy.', 'vi');
	if (fault) expect(found).toMatch(fault);
	else expect(found).toBeUndefined();
});
