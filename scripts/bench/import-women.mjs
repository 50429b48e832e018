import { signIn } from './group-page.mjs';

const ROWS = 5000;
const GROUPS = 200;
const ASK_EVERY_MS = 50;

/** Places as they are written: of today, of before the reform, without accents. */
const PLACES = ['Xã Na Rì,,Thái Nguyên', 'Thị trấn Bằng Lũng,Chợ Đồn,Bắc Kạn', 'xa tan lap,moc chau,son la', 'Phường Bắc Kạn,,'];

/** A list of 5,000 women, from its upload to the preview, and from the press of the button to the last row.
 * @param {import('./house-for-bench.mjs').Bench} bench */
export async function importWomen({ house, demo }) {
	const { origin } = house;
	const cookie = await signIn(origin, demo.manager);
	const headers = { cookie, origin, accept: 'text/html' };
	const lines = Array.from(
		{ length: ROWS },
		(_, i) => `Lò Thị Số ${i},Bản ${i % GROUPS},${1960 + (i % 50)},Nhóm số ${i % GROUPS},Tày,cận nghèo,không,${PLACES[(i % GROUPS) % PLACES.length]}`
	);
	const csv = `Họ và tên,Bản,Năm sinh,Nhóm,Dân tộc,Hộ,Khuyết tật,Xã,Huyện,Tỉnh\n${lines.join('\n')}\n`;
	const form = new FormData();
	form.set('file', new File([csv], 'list.csv'));

	const sentAt = performance.now();
	const uploaded = await fetch(`${origin}/trainer/import?/upload`, { method: 'POST', headers, body: form, redirect: 'manual' });
	const draft = uploaded.headers.get('location');
	if (!draft) throw new Error(`The upload answered ${uploaded.status}.`);
	const page = async () => (await fetch(origin + draft, { headers })).text();
	if (!(await page()).includes('?/run')) throw new Error('There is no preview.');
	const seenAt = performance.now();

	const body = new URLSearchParams({ key: 'x' });
	await fetch(`${origin}${draft}?/run`, { method: 'POST', headers, body, redirect: 'manual' });
	while ((await page()).includes('<progress')) await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
	const doneAt = performance.now();
	if (!(await page()).includes('?/undo')) throw new Error('The import was not carried out.');
	return [
		{ name: `import of ${ROWS} women: upload to preview`, value: (seenAt - sentAt) / 1000, unit: 's', budget: 10 },
		{ name: `import of ${ROWS} women into ${GROUPS} new groups: press to done`, value: (doneAt - seenAt) / 1000, unit: 's', budget: 10 }
	];
}
