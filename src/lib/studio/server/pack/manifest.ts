import * as v from 'valibot';
import { Slug } from '$lib/domain/lesson';
import { SpokenByLanguage } from '$lib/domain/media';
import { CourseColor } from '$lib/domain/course';

/** A file of a pack: named by its hash. */
export const PACK_FILE = /^([0-9a-f]{64})\.(json|ogg|svg|webp|mp3)$/;
const FileName = v.pipe(v.string(), v.regex(PACK_FILE, 'must be <sha256>.<json|ogg|svg|webp|mp3>'));
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256'));

/** manifest.json of a .banmay: what the course is made of, every file, and who says so. */
export const Manifest = v.object({
	format: v.literal(1),
	kind: v.literal('ban-may-pack'),
	course: v.object({
		slug: Slug,
		title: SpokenByLanguage,
		picture: FileName,
		color: CourseColor,
		modules: v.pipe(
			v.array(
				v.object({
					slug: Slug,
					title: SpokenByLanguage,
					lessons: v.pipe(
						v.array(v.object({ slug: Slug, hash: Hash, practice: v.optional(Hash) })),
						v.minLength(1),
						v.maxLength(200)
					)
				})
			),
			v.minLength(1),
			v.maxLength(50)
		)
	}),
	files: v.pipe(
		v.array(
			v.object({ name: FileName, sha256: Hash, bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) })
		),
		v.minLength(1),
		v.maxLength(5000)
	),
	/** The server that made it, and the multikey that its signature can be checked with. */
	signer: v.object({
		origin: v.pipe(v.string(), v.maxLength(300)),
		publicKey: v.pipe(v.string(), v.maxLength(200))
	})
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** With the Ed25519 signature (base64url) of the canonical JSON of everything else. */
export const SignedManifest = v.object({
	...Manifest.entries,
	signature: v.pipe(v.string(), v.maxLength(200))
});
export type SignedManifest = v.InferOutput<typeof SignedManifest>;
