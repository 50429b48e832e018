/** A name that every file system and every app takes: "khan-tho-cam-vuong.jpg". */
export function fileName(name: string, shape: string): string {
	const plain = name
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('đ', 'd')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 40);
	return `${plain || 'gian-hang'}-${shape}.jpg`;
}
