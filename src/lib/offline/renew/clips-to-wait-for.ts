type Clips = Record<string, { clip: string }>;

/** Sentences whose old clip is on this phone and whose newer one is not: until it is, they are said as before. */
export function clipsToWaitFor(before: Clips, after: Clips, here: ReadonlySet<string>): Set<string> {
	const changed = Object.entries(after).filter(([text, { clip }]) => {
		const old = before[text]?.clip;
		return old !== undefined && old !== clip && here.has(old) && !here.has(clip);
	});
	return new Set(changed.map(([text]) => text));
}
