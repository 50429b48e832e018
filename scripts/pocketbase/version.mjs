/** The one version of PocketBase that this house runs (docs/decisions: 0.40 needs Go 1.27). */
export const POCKETBASE_VERSION = '0.39.11';

/**
 * SHA-256 of the official release's archives, as its checksums.txt has them. Release assets can be replaced under
 * the same name, so the version alone does not pin the bytes.
 * @type {Readonly<Record<string, string>>}
 */
export const RELEASE_SHA256 = {
	linux_amd64: '08b9fcda0d5fd42cb315dc15a36dfa121c993855bd635f01d347c31b4328ec34',
	linux_arm64: '8c785618840df7ebba795fdf4eba33a5fed64ac5307ad8023b955b4ebb82048b',
	linux_armv7: 'ba5cde96576716ea8ecf96a11b53a4e0c376f24d93cd48e70aaee54f620ddc5e',
	darwin_amd64: '888892fe5fe64cea4a1441937671e191b32ed8f322fa09d3d7b3ca2fc1d7be29',
	darwin_arm64: '9da6fbe11e82c5b1704e56f7457b24682e01c510206c29b798a458119fa2be20'
};
