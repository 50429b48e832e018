import type { Pattern } from '../../domain/pattern';

/** Seven by seven squares each, as a weaver would write them down: `#` the thread, `o` the inlay, `.` open. */
const MOTIFS: Record<Pattern['motif'], string> = {
	diamond: `
...#...
..#o#..
.#o#o#.
#o#.#o#
.#o#o#.
..#o#..
...#...`,
	cross: `
..###..
..#o#..
###o###
#ooooo#
###o###
..#o#..
..###..`,
	star: `
#..#..#
.#.#.#.
..#o#..
##ooo##
..#o#..
.#.#.#.
#..#..#`,
	chevron: `
...#...
..#o#..
.#o#o#.
#o#.#o#
o#...#o
#..o..#
..ooo..`,
	squares: `
#######
#.....#
#.ooo.#
#.o#o.#
#.ooo.#
#.....#
#######`,
	spiral: `
#######
......#
#####.#
#.o.#.#
#.###.#
#.....#
#######`,
	hourglass: `
#######
.#ooo#.
..#o#..
...#...
..#o#..
.#ooo#.
#######`,
	steps: `
#......
##.....
o##....
oo##...
ooo##..
oooo##.
ooooo##`
};

/** The motif with its upper left corner at (x, y), in squares of 1 x 1: a path of the thread and one of the inlay. */
export function drawMotif(motif: Pattern['motif'], x: number, y: number): { edge: string; inside: string } {
	const rows = MOTIFS[motif].trim().split('\n');
	const pathOf = (mark: string) =>
		rows
			.flatMap((row, down) =>
				[...row.matchAll(new RegExp(`${mark}+`, 'g'))].map(
					({ 0: { length }, index }) => `M${x + index} ${y + down}h${length}v1h-${length}z`
				)
			)
			.join('');
	return { edge: pathOf('#'), inside: pathOf('o') };
}
