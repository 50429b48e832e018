/** A plot as the server has laid it out: upright bars on a line at `height`, in units of its view box. */
export type BarPlot = {
	width: number;
	height: number;
	/** Where the full height is: above it is room for numbers. */
	head: number;
	/** What the full height stands for. */
	top: number;
	bars: { x: number; y: number; width: number; height: number; value: number }[];
};

/** Women there and lessons done, week by week; the last week is this one and not over yet. */
export type Rhythm = {
	/** Monday of each week. */
	weeks: { startMs: number; women: number; active: number; done: number }[];
	active: BarPlot;
	done: BarPlot;
};
