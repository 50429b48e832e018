/** A meeting as the page shows it, its words in the console's language. */
export type ListedMeeting = {
	id: string;
	/** Null: a meeting without a lesson. */
	lesson: string | null;
	atMs: number;
	teller: string;
	tellerKind: 'staff' | 'learner';
	note: string;
	here: number;
	present: { id: string; name: string; picture: string }[];
	hands: { question: number; counts: { text: string; n: number }[] }[];
};

/** A woman who was written down on a phone, and who in the group may be the same. */
export type ListedNewcomer = {
	id: string;
	name: string;
	picture: string;
	teller: string;
	addedAtMs: number;
	same: string[];
};
