type Cell = { row: number; column: number };

/** The cell that a key leads to in a table of cells, or undefined when the key leads nowhere. Ends are ends. */
export function cellAfter(
	key: string,
	{ row, column }: Cell,
	{ rows, columns }: { rows: number; columns: number }
): Cell | undefined {
	const within = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
	const to = (nextRow: number, nextColumn: number) => ({
		row: within(nextRow, rows),
		column: within(nextColumn, columns)
	});
	switch (key) {
		case 'ArrowRight':
			return to(row, column + 1);
		case 'ArrowLeft':
			return to(row, column - 1);
		case 'ArrowDown':
			return to(row + 1, column);
		case 'ArrowUp':
			return to(row - 1, column);
		case 'Home':
			return to(row, 0);
		case 'End':
			return to(row, columns - 1);
		default:
			return undefined;
	}
}
