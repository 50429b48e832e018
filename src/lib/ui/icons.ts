/** Drawn on a 24 grid with round ends; `fill` icons are solid. Always shown beside words or a voice. */
export const icons = {
	back: 'M15 5l-7 7 7 7',
	next: 'M9 5l7 7-7 7',
	home: 'M4 11l8-7 8 7M6 9.5V20h4v-5.5h4V20h4V9.5',
	tick: 'M5 12.5l4.8 4.8L19 7.5',
	again: 'M20 12a8 8 0 1 1-2.6-5.9M20.5 3v5h-5',
	undo: 'M9 14L4 9l5-5M4.5 9H14a5.5 5.5 0 0 1 0 11H9',
	download: 'M12 3.5v11.5M7 10.5l5 5 5-5M4 20.5h16',
	trash: 'M4 6.5h16M9 6V4h6v2M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6',
	wait: 'M7 3h10M7 21h10M8 3c0 6 8 6 8 12v6M16 3c0 6-8 6-8 12v6',
	send: 'M12 20V5M6 11l6-6 6 6',
	cut: 'M4 4l16 16M8.5 15.5a5 5 0 0 1 5-1.4M5.5 12a9.5 9.5 0 0 1 3-2M12 8.5a9.5 9.5 0 0 1 6.5 3.5M12 19.5h.01',
	phone:
		'M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5M11 18.5h2',
	onward: 'M4 6l6 6-6 6M11 6l6 6-6 6M20.5 5v14',
	people:
		'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-4 2.5-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.300.8 3.5 2.700 3.5 5.5',
	plus: 'M12 4v16M4 12h16',
	minus: 'M4 12h16',
	lock: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1M8 11V7.5a4 4 0 0 1 8 0V11M12 15v2.5',
	erase: 'M9 5h11v14H9l-6-7zM12 9.5l5 5M17 9.5l-5 5',
	close: 'M6 6l12 12M18 6L6 18'
} as const;
export const solidIcons = {
	play: 'M8 5.2a1 1 0 0 1 1.5-.86l11 6.8a1 1 0 0 1 0 1.72l-11 6.8A1 1 0 0 1 8 18.8z',
	pause:
		'M7 5h3.2a.8.8 0 0 1 .8.8v12.4a.8.8 0 0 1-.8.8H7a.8.8 0 0 1-.8-.8V5.8A.8.8 0 0 1 7 5M13.8 5H17a.8.8 0 0 1 .8.8v12.4a.8.8 0 0 1-.8.8h-3.2a.8.8 0 0 1-.8-.8V5.8a.8.8 0 0 1 .8-.8'
} as const;
export type IconName = keyof typeof icons | keyof typeof solidIcons | 'speaker' | 'turtle';
