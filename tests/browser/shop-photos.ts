import sharp from 'sharp';

/** A brocade on a plain cloth in good light, as a phone of today takes it: 12 megapixels, turned, with where it was taken. */
export const goodPhoto = (): Promise<Buffer> => taken(drawn({ cloth: '#b9a184', ink: 1 }), { blur: 0 });

/** The same without a lamp. */
export const darkPhoto = (): Promise<Buffer> =>
	taken(drawn({ cloth: '#b9a184', ink: 1 }), { blur: 0, light: 0.16 });

function drawn({ cloth, ink }: { cloth: string; ink: number }): Buffer {
	const rows = Array.from({ length: 12 }, (_, y) =>
		Array.from({ length: 12 }, (_, x) => {
			const fill = (x + y) % 3 === 0 ? '#920f34' : (x * y) % 4 === 0 ? '#f2b632' : '#17204a';
			return `<path fill="${fill}" fill-opacity="${ink}" d="M${280 + x * 20} ${180 + y * 20}h20v20h-20z"/>`;
		}).join('')
	).join('');
	return Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><rect width="800" height="600" fill="${cloth}"/>${rows}</svg>`
	);
}

function taken(svg: Buffer, { blur, light = 1 }: { blur: number; light?: number }): Promise<Buffer> {
	let picture = sharp(svg, { density: 360 }).resize(4000, 3000).modulate({ brightness: light });
	if (blur) picture = picture.blur(blur);
	return picture
		.jpeg({ quality: 92 })
		.withExif({ IFD0: { Model: 'geheim' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 0/1 0/1' } })
		.toBuffer();
}
