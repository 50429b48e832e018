// What partners are and what they seek and offer. Apart from the schemas; each is a word of the console
// (`partners.kind.<name>` …) and of the strangers' form (`i18n/public/partners.*`).

export const PARTNER_KINDS = [
	'retailer',
	'cooperative',
	'government',
	'expert',
	'scientist',
	'investor'
] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** Who may stand beside a group for a while. */
export const MENTOR_KINDS: readonly PartnerKind[] = ['expert', 'scientist', 'cooperative'];

/** What a partner can give. */
export const GIVES = [
	'buying',
	'training',
	'advice',
	'capital',
	'certification',
	'transport',
	'packaging'
] as const;
export type Give = (typeof GIVES)[number];

/** unverified: nobody has checked it, or its contact was changed since. refused and suspended say why. */
export const PARTNER_STATES = ['unverified', 'verified', 'refused', 'suspended'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

/** How a manager knows that it is what it says: she called its office back, saw its registration, knows it in person. */
export const CHECKS = ['called', 'registration', 'known'] as const;
export type Check = (typeof CHECKS)[number];
