/** What stands under or beside a code: the first line large, the second in its colour. */
export type CodeOnPicture = { text: string; title: string; name: string; lines: string[] };
export type OnPicture = {
	name: string;
	price: string;
	unit: string;
	/** Her stall and where it is. */
	stall: string;
	/** A photograph, or a drawing on its ground. */
	photo: CanvasImageSource & { width: number; height: number };
	isDrawing: boolean;
	code: CodeOnPicture | null;
};
