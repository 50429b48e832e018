import { scaleBand, scaleLinear } from 'd3-scale';
import type { BarPlot } from '../bar-plot';

/** Room above the tallest bar for its number. */
const HEAD = 16;

type Size = { width: number; height: number };

/**
 * Where the bars of a plot stand. Drawn here, so that no browser carries a library for it (docs/decisions/0027).
 * @param top what the full height stands for; several plots with the same are to be compared
 */
export function barPlot(values: readonly number[], top: number, { width, height }: Size): BarPlot {
	const x = scaleBand<number>()
		.domain(values.map((_, n) => n))
		.range([0, width])
		.paddingInner(0.25);
	const y = scaleLinear()
		.domain([0, Math.max(top, Number.MIN_VALUE)])
		.range([0, height - HEAD]);
	return {
		width,
		height,
		head: HEAD,
		top,
		bars: values.map((value, n) => {
			const tall = round(y(value));
			return {
				x: round(x(n) ?? 0),
				y: round(height - tall),
				width: round(x.bandwidth()),
				height: tall,
				value
			};
		})
	};
}

/** A tenth of a pixel is fine enough, and shorter to send. */
const round = (value: number) => Math.round(value * 10) / 10 + 0;
