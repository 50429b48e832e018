/** A member of staff as a manager's page lists her. */
export type ListedMember = {
	id: string;
	name: string;
	/** "" for who does not look after her. */
	email: string;
	role: string;
	active: boolean;
	places: { code: string; name: string }[];
	/** The groups within the reader's reach that she trains. */
	groups: { id: string; name: string }[];
	isSelf: boolean;
	/** Whether the reader may change her role and places, and put her out of work. */
	mayChange: boolean;
};
