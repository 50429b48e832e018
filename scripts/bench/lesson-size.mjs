/** The largest lesson's download, as the catalogue says (JSON and pictures as sent, gzipped; clips as they are).
 * @param {import('./house-for-bench.mjs').Bench} bench */
export async function lessonSize({ catalog }) {
	const lessons = catalog.courses.flatMap((course) => course.modules.flatMap((module) => module.lessons));
	const largest = lessons.reduce((a, b) => (a.bytes > b.bytes ? a : b));
	const mean = lessons.reduce((sum, lesson) => sum + lesson.bytes, 0) / lessons.length;
	return [
		{ name: `a lesson's download, the largest (${largest.slug})`, value: largest.bytes / 1000, unit: 'kB', budget: 150 },
		{ name: "a lesson's download, the mean", value: mean / 1000, unit: 'kB', budget: 150 }
	];
}
