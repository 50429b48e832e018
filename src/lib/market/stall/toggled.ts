/** The list with it, or without it where it was in; at most `most`, the oldest goes first. */
export function toggled<T>(list: readonly T[], one: T, most = Infinity): T[] {
	return list.includes(one) ? list.filter((other) => other !== one) : [...list, one].slice(-most);
}
