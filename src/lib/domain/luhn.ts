/** The check digit of bank cards (ISO/IEC 7812-1, annex B). @param digits nothing but digits */
export function passesLuhn(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, digit, i) => {
		const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return sum % 10 === 0;
}
