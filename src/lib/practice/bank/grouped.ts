/** Amounts are written in threes, as on a bank's page; other numbers as they are. */
export function grouped(digits: string, what: 'account' | 'amount' | 'code'): string {
	return what === 'amount' ? digits.replace(/\B(?=(\d{3})+$)/g, '.') : digits;
}
