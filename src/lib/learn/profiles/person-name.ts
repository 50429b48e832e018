import type { PersonPicture } from '$lib/domain/people';

type Named = { name: string | null; picture: string };
type Speaks = { t: (key: `person.${PersonPicture}`) => string };

/** What a woman is called on this phone: her name, else what her picture shows. */
export function personName({ name, picture }: Named, messages: Speaks): string {
	return name ?? messages.t(`person.${picture as PersonPicture}`);
}
